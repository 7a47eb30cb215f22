"""Lays out a meeting: its points, the current one large, the quiet timer, what was decided. No Qt here."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.incident.board_rows import ColumnRow
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.agenda_rows import AgendaRows, PointRow
from crisisdesk.ui.wall.lay_columns import lay_columns
from crisisdesk.ui.wall.parts import heading, more, more_height, tag
from crisisdesk.ui.wall.scene import STRONG, Face, Rect, Scene

_BETWEEN: Final = 12.0
_INDENT: Final = 40.0
_ICON_ROOM: Final = 46.0
_TYPES: Final = (40.0, 36.0, WallType.READ)
_LARGER: Final = 6.0  # px that the current point is larger than the others
_PART: Final = 0.6  # of the width for the points, when decisions stand beside them
_EMPTY: Final = 128.0  # px that a column without cards needs
_NARROWEST: Final = 1300.0  # px at 1080 lines for two columns


def lay_agenda(scene: Scene, rect: Rect, rows: AgendaRows) -> None:
    """Put the meeting with its points; the current one is always in sight."""
    right = _timer(scene, rect, rows) if rows.timer else rect.right
    y = heading(scene, Rect(rect.x, rect.y, right - rect.x, rect.height), rows.title, rows.status)
    if rows.alert:
        middle = y + scene.px(22)
        tag(scene, rect.x, middle, rows.alert, ink="warn", ground="warnsoft", icon="phone")
        y += scene.px(48)
    y += scene.px(WallSize.SMALL_GAP)
    beside = bool(rows.beside) and rect.width >= scene.px(_NARROWEST)
    wide = rect.width * _PART if beside else rect.width
    _points(scene, Rect(rect.x, y, wide, rect.bottom - y), rows)
    if beside:
        x = rect.x + wide + scene.px(WallSize.EDGE)
        _beside(scene, Rect(x, y, rect.right - x, rect.bottom - y), rows.beside)


def _beside(scene: Scene, rect: Rect, columns: Sequence[ColumnRow]) -> None:
    """Put the columns under each other, those without cards no higher than their words need."""
    gap = scene.px(WallSize.GAP)
    low = sum(1 for column in columns if not column.cards)
    rest = rect.height - (len(columns) - 1) * gap - low * scene.px(_EMPTY)
    y = rect.y
    for column in columns:
        full = rest / (len(columns) - low) if low < len(columns) else 0.0
        high = full if column.cards else scene.px(_EMPTY)
        lay_columns(scene, Rect(rect.x, y, rect.width, high), (column,))
        y += high + gap


def _timer(scene: Scene, rect: Rect, rows: AgendaRows) -> float:
    """Put how long the meeting has been on, at the right; return its left edge."""
    face, label = scene.face(WallType.TITLE, STRONG), scene.face(WallType.SMALL)
    words = "mötet har pågått"
    left = rect.right - face.width(rows.timer)
    scene.words(left, rect.y, rows.timer, face)
    left -= label.width(words) + scene.px(WallSize.GAP)
    scene.words(left, rect.y + face.pitch - label.pitch - scene.px(5), words, label, "ink2")
    return left - scene.px(WallSize.EDGE)


def _points(scene: Scene, rect: Rect, rows: AgendaRows) -> None:
    size, heights = _largest(scene, rect, rows.points)
    first, end = _window(scene, rect.height, heights, rows.current)
    y = rect.y
    if first:
        more(scene, rect.x + scene.px(_ICON_ROOM), y, f"+{first} tidigare")
        y += more_height(scene) + scene.px(_BETWEEN)
    for point, high in zip(rows.points[first:end], heights[first:end], strict=True):
        _point(scene, Rect(rect.x, y, rect.width, high), point, size)
        y += high + scene.px(_BETWEEN)
    if end < len(heights):
        more(scene, rect.x + scene.px(_ICON_ROOM), y, f"+{len(heights) - end} till")


def _largest(scene: Scene, rect: Rect, points: Sequence[PointRow]) -> tuple[float, list[float]]:
    """Return the largest type size at which all points fit, else the least, with their heights."""
    heights: list[float] = []
    for size in _TYPES:
        heights = [_height(scene, rect, point, size) for point in points]
        if sum(heights) + len(heights) * scene.px(_BETWEEN) <= rect.height:
            return size, heights
    return _TYPES[-1], heights


def _window(scene: Scene, room: float, heights: Sequence[float], current: int) -> tuple[int, int]:
    """Return the first point and the one after the last that are shown: the current one is among them."""
    count, between = more_height(scene), scene.px(_BETWEEN)
    for first in range(len(heights)):
        used = count + between if first else 0.0
        end = first
        while end < len(heights):
            left = count if end + 1 < len(heights) else 0.0
            if used + heights[end] + left > room:
                break
            used += heights[end] + between
            end += 1
        # One point after the current one is seen as well, where there is one.
        if end >= min(current + 2, len(heights)) or first >= current:
            return first, max(end, first)
    return 0, 0


def _face(scene: Scene, point: PointRow, size: float) -> Face:
    return scene.face(size + _LARGER, STRONG) if point.current else scene.face(size)


def _room(scene: Scene, rect: Rect, point: PointRow, size: float) -> tuple[float, float]:
    """Return where the text begins and how wide it may be."""
    face = _face(scene, point, size)
    x = rect.x + scene.px(_ICON_ROOM + _INDENT * point.depth)
    number = face.width(f"{point.number} ") + scene.px(WallSize.SMALL_GAP) if point.number else 0.0
    note = face.width(point.note) + scene.px(WallSize.EDGE) if point.note else 0.0
    return x + number, rect.right - x - number - note - scene.px(WallSize.PAD)


def _height(scene: Scene, rect: Rect, point: PointRow, size: float) -> float:
    face, (_, wide) = _face(scene, point, size), _room(scene, rect, point, size)
    pad = scene.px(WallSize.PAD) if point.current else 0.0
    return len(face.wrap(point.text, wide)) * face.pitch + pad


def _point(scene: Scene, rect: Rect, point: PointRow, size: float) -> None:
    face, (x, wide) = _face(scene, point, size), _room(scene, rect, point, size)
    y, side = rect.y, scene.px(WallSize.ICON)
    if point.current:
        scene.box(rect, "accentsoft", radius=scene.px(WallSize.RADIUS))
        scene.box(Rect(rect.x, rect.y, scene.px(WallSize.BAR), rect.height), "accent")
        y += scene.px(WallSize.PAD) / 2
    icon, token = _look(point)
    left = rect.x + scene.px(WallSize.SMALL_GAP + (4 if point.current else 0))
    scene.icon(left, y + (face.pitch - side) / 2, side, icon, token)
    ink = "ink2" if point.done else "ink"
    before = rect.x + scene.px(_ICON_ROOM + _INDENT * point.depth)
    scene.words(before, y, point.number, face, "ink2" if point.done else "ink")
    note = point.note
    scene.words(rect.right - scene.px(WallSize.PAD) - face.width(note), y, note, face, "ink2")
    for line in face.wrap(point.text, wide):
        scene.words(x, y, line, face, ink)
        y += face.pitch


def _look(point: PointRow) -> tuple[str, str]:
    if point.done:
        return "check", "ok"
    return ("arrow-right", "accent") if point.current else ("circle", "ink2")
