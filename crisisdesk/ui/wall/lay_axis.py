"""Lays out the time axis over columns of what comes, what was, and the forecast. No Qt here."""

from typing import Final

from crisisdesk.base import swedish
from crisisdesk.incident.axis import AxisMark
from crisisdesk.ui.kit.axis_layout import Cluster, Mark, Now, Placed, Span, clustered, place, ticks
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.axis_rows import AxisRows
from crisisdesk.ui.wall.lay_columns import lay_columns
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene

_HIGH: Final = 290.0
# middles of the strip's rows, from its top
_ABOVE: Final = 40.0
_ICON: Final = 92.0
_LINE: Final = 142.0
_TICK_TEXT: Final = 176.0
_BELOW: Final = 222.0
_NOW_TEXT: Final = 262.0
_TICK: Final = 10.0
_TICK_ROOM: Final = 190.0
_SIDE: Final = 36.0
_ICON_ROOM: Final = 78.0  # an icon, and the number of marks beside it
_HEAVY: Final = 3  # weight of a mark that names a cluster
_LEAD: Final = 12.0


def lay_axis(scene: Scene, rect: Rect, rows: AxisRows) -> None:
    """Put the axis and the columns under it."""
    strip = Rect(rect.x, rect.y, rect.width, scene.px(_HIGH))
    scene.box(strip, "surface", line="line", stroke=scene.px(WallSize.HAIR), radius=scene.px(WallSize.RADIUS))
    side = scene.px(WallSize.PAD)
    span = Span(rows.start, rows.end, strip.x + side, strip.right - side)
    _ticks(scene, strip, span, rows)
    _marks(scene, strip, span, rows)
    _now(scene, strip, span, rows)
    y = strip.bottom + scene.px(WallSize.GAP)
    lay_columns(scene, Rect(rect.x, y, rect.width, rect.bottom - y), rows.columns)


def _ticks(scene: Scene, strip: Rect, span: Span, rows: AxisRows) -> None:
    face, y = scene.face(WallType.SMALL), strip.y + scene.px(_LINE)
    scene.stroke(strip.x, y, strip.right, y, "ink2", scene.px(2))
    now = span.x(rows.now)
    for tick in ticks(span, rows.zone, scene.px(_TICK_ROOM)):
        scene.stroke(tick.x, y - scene.px(_TICK), tick.x, y + scene.px(_TICK), "ink2", scene.px(2))
        wide = face.width(tick.text)
        left = min(max(tick.x - wide / 2, span.left), span.right - wide)
        # The now line has its own time beside it.
        if not left - scene.px(_LEAD) <= now <= left + wide + scene.px(_LEAD):
            scene.words(left, strip.y + scene.px(_TICK_TEXT) - face.pitch / 2, tick.text, face, "ink2")


def _marks(scene: Scene, strip: Rect, span: Span, rows: AxisRows) -> None:
    """Put each mark with its icon; those too close to stand beside each other as one, with their number."""
    face = scene.face(WallType.SMALL)
    marks = [_mark(mark) for mark in rows.marks]
    together = clustered(marks, span, scene.px(_ICON_ROOM), _counted, _HEAVY)
    placed = place(
        [cluster.mark for cluster in together],
        span,
        face.width,
        icon=0.0,
        gap=scene.px(24),
        now=Now(span.x(rows.now), 0.0, 0.0),
    )
    for spot, cluster in zip(placed, together, strict=True):
        _symbol(scene, strip, spot, cluster)
        if spot.label_x is not None:
            y = strip.y + scene.px(_ABOVE if spot.above else _BELOW) - face.pitch / 2
            scene.words(spot.label_x, y, spot.mark.label, face)


def _counted(marks: int) -> str:
    return f"{marks} händelser"


def _symbol(scene: Scene, strip: Rect, spot: Placed, cluster: Cluster) -> None:
    look, side = KINDS[spot.mark.kind], scene.px(_SIDE)
    token = spot.mark.token or look.token
    middle, line = strip.y + scene.px(_ICON), strip.y + scene.px(_LINE)
    if spot.mark.future:
        scene.stroke(spot.x, middle + side / 2, spot.x, line, token, scene.px(3), dashed=True)
    # At the edge an icon stands inside: nothing is cut.
    x = min(max(spot.x - side / 2, strip.x), strip.right - side)
    scene.icon(x, middle - side / 2, side, spot.mark.icon or look.icon, token)
    count = len(cluster.members)
    face = scene.face(WallType.SMALL, STRONG)
    if count > 1 and x + side + face.width(f"{count}") <= strip.right:
        words = "alarm" if cluster.late else "ink2"
        scene.words(x + side + scene.px(3), middle - face.pitch / 2, f"{count}", face, words)


def _now(scene: Scene, strip: Rect, span: Span, rows: AxisRows) -> None:
    x, face = span.x(rows.now), scene.face(WallType.SMALL, STRONG)
    if not span.left <= x <= span.right:
        return
    scene.stroke(x, strip.y, x, strip.bottom, "accent", scene.px(4))
    words, lead = f"nu {swedish.clock(rows.now, rows.zone)}", scene.px(_LEAD)
    fits = x + lead + face.width(words) <= span.right
    left = x + lead if fits else x - lead - face.width(words)
    scene.words(left, strip.y + scene.px(_NOW_TEXT) - face.pitch / 2, words, face, "accent")


def _mark(mark: AxisMark) -> Mark:
    return Mark(
        key=mark.key,
        at=mark.at,
        kind=mark.kind,
        label=mark.label,
        above=mark.kind != "meet",
        future=mark.future,
        weight=mark.weight,
        icon=mark.icon,
        token="alarm" if mark.late else "",
        spoken=mark.spoken,
    )
