"""Small things that several modes of Storbild put into their pictures: tags, headings, counts. No Qt here."""

from crisisdesk.incident.board_card import SIGNALS
from crisisdesk.incident.board_rows import TagRow
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene


def tag(scene: Scene, x: float, middle: float, word: str, *, ink: str, ground: str, icon: str = "") -> float:
    """Put a word on its soft ground around the height `middle`; return its width."""
    face, pad, side = scene.face(WallType.SMALL, STRONG), scene.px(10), scene.px(WallSize.ICON_SMALL)
    lead = side + scene.px(6) if icon else 0.0
    wide, high = 2 * pad + lead + face.width(word), scene.px(WallSize.TAG)
    rect = Rect(x, middle - high / 2, wide, high)
    scene.box(rect, ground, radius=scene.px(WallSize.TAG_RADIUS))
    if icon:
        scene.icon(x + pad, middle - side / 2, side, icon, ink)
    scene.words(x + pad + lead, middle - face.pitch / 2, word, face, ink)
    return wide


def state_tag(scene: Scene, x: float, middle: float, row: TagRow) -> float:
    """Put a state's tag around the height `middle`; return its width."""
    ink, ground = SIGNALS[row.signal]
    return tag(scene, x, middle, row.word, ink=ink, ground=ground, icon=row.icon)


def heading(scene: Scene, rect: Rect, title: str, status: str = "") -> float:
    """Put a title with quiet words after it; return where what is under it begins."""
    big, quiet = scene.face(WallType.TITLE, STRONG), scene.face(WallType.READ)
    shown = big.elide(title, rect.width)
    x = rect.x + scene.words(rect.x, rect.y, shown, big) + scene.px(WallSize.GAP)
    y = rect.y + big.pitch
    if status and x + quiet.width(status) <= rect.right:
        scene.words(x, rect.y + big.pitch - quiet.pitch - scene.px(2), status, quiet, "ink2")
    elif status:
        scene.words(rect.x, y, quiet.elide(status, rect.width), quiet, "ink2")
        y += quiet.pitch
    return y + scene.px(WallSize.SMALL_GAP)


def more(scene: Scene, x: float, y: float, words: str) -> None:
    """Put the count of what had no room, such as `+4 till`."""
    scene.words(x, y, words, scene.face(WallType.READ, STRONG), "ink2")


def more_height(scene: Scene) -> float:
    """Return the room that a count needs."""
    return float(scene.face(WallType.READ, STRONG).pitch)
