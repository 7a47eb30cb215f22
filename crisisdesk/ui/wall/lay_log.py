"""Lays out lines of the log: time, kind with icon, word and colour, the whole text. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.log_rows import LogRows
from crisisdesk.ui.wall.parts import heading, more, more_height, state_tag
from crisisdesk.ui.wall.rows import LineRow
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene

_TIME: Final = 122.0
_KIND: Final = 228.0  # the icon and the widest word
_BETWEEN: Final = 14.0
_TAGS: Final = 42.0
_MOST: Final = 4
"""Lines that one text has at most, its end then stands in the log alone."""


def lay_log(scene: Scene, rect: Rect, rows: LogRows) -> None:
    """Put the heading and the latest lines, and count those that have no room."""
    status = f"{rows.total} rader, senaste överst" if rows.total else "Inget är loggat än."
    y = heading(scene, rect, "Logg", status)
    y += scene.px(WallSize.SMALL_GAP)
    bottom, day = rect.bottom - more_height(scene), ""
    for place, row in enumerate(rows.lines):
        laid = _laid(scene, rect, row)
        head = scene.face(WallType.SMALL, STRONG).pitch + scene.px(_BETWEEN) if row.day != day else 0.0
        last = place == len(rows.lines) - 1 and place == rows.total - 1
        if y + head + laid.height > (rect.bottom if last else bottom):
            more(scene, rect.x, rect.bottom - more_height(scene), f"+{rows.total - place} äldre rader")
            return
        if head:
            _day(scene, rect, y, row.day)
            y += head
        day = row.day
        _put(scene, rect, y, row, laid)
        y += laid.height + scene.px(_BETWEEN)
    if len(rows.lines) < rows.total:
        more(scene, rect.x, y, f"+{rows.total - len(rows.lines)} äldre rader")


def lay_latest(scene: Scene, rect: Rect, lines: Sequence[LineRow], most: int) -> float:
    """Put the latest lines, one row each, along the lower edge of `rect`; return their upper edge."""
    face, gap = scene.face(), scene.px(WallSize.SMALL_GAP)
    y = top = rect.bottom - len(lines[:most]) * (face.pitch + gap)
    for row in lines[:most]:
        text = face.elide(" ".join(row.text.split()), rect.right - _text_x(scene, rect))
        _lead(scene, rect, y, row)
        scene.words(_text_x(scene, rect), y, text, face, "ink3" if row.struck else "ink", struck=row.struck)
        y += face.pitch + gap
    return top


@dataclass(frozen=True)
class _Laid:
    lines: list[str]
    height: float


def _text_x(scene: Scene, rect: Rect) -> float:
    return rect.x + scene.px(_TIME + _KIND)


def _laid(scene: Scene, rect: Rect, row: LineRow) -> _Laid:
    face = scene.face()
    lines = face.wrap(row.text, rect.right - _text_x(scene, rect), _MOST)
    marked = bool(row.tags or row.note)
    return _Laid(lines, len(lines) * face.pitch + (scene.px(_TAGS) if marked else 0.0))


def _put(scene: Scene, rect: Rect, y: float, row: LineRow, laid: _Laid) -> None:
    face, x = scene.face(), _text_x(scene, rect)
    if row.fresh:
        bar = Rect(rect.x - scene.px(18), y, scene.px(WallSize.BAR), laid.height)
        scene.box(bar, "accent", radius=scene.px(WallSize.BAR / 2))
    _lead(scene, rect, y, row)
    for line in laid.lines:
        scene.words(x, y, line, face, "ink3" if row.struck else "ink", struck=row.struck)
        y += face.pitch
    _marks(scene, x, y + scene.px(_TAGS / 2), row)


def _lead(scene: Scene, rect: Rect, y: float, row: LineRow) -> None:
    look, side = KINDS[row.kind], scene.px(WallSize.ICON)
    time, word = scene.face(WallType.READ, STRONG), scene.face(WallType.HEAD, STRONG)
    scene.words(rect.x, y, row.time, time, "ink3" if row.struck else "ink")
    x = rect.x + scene.px(_TIME)
    scene.icon(x, y + (time.pitch - side) / 2, side, look.icon, look.token)
    x += side + scene.px(WallSize.SMALL_GAP)
    scene.words(x, y + (time.pitch - word.pitch) / 2, row.word, word, look.token)


def _marks(scene: Scene, x: float, middle: float, row: LineRow) -> None:
    gap, face = scene.px(WallSize.SMALL_GAP), scene.face(WallType.SMALL)
    for tag in row.tags:
        x += state_tag(scene, x, middle, tag) + gap
    scene.words(x, middle - face.pitch / 2, row.note, face, "ink2")


def _day(scene: Scene, rect: Rect, y: float, day: str) -> None:
    scene.words(rect.x, y, day, scene.face(WallType.SMALL, STRONG), "ink2")
