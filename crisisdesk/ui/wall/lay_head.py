"""Lays out Storbild's head: name, ÖVNING, time since the alarm, next meeting, clock. No Qt here."""

from typing import Final

from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.parts import tag
from crisisdesk.ui.wall.rows import HeadRow
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene

EXERCISE: Final = "ÖVNING"
_HIGH: Final = 108.0
_UPPER: Final = 32.0  # middles of the two rows beside the clock
_LOWER: Final = 78.0
_APART: Final = 44.0


def lay_head(scene: Scene, row: HeadRow) -> Rect:
    """Put the head; return the room under it."""
    edge, high = scene.px(WallSize.EDGE), scene.px(_HIGH)
    left = _clock(scene, row, scene.width - edge, high) - scene.px(_APART)
    left = _meeting(scene, row, left) - scene.px(_APART)
    _name(scene, row, edge, left)
    _second_row(scene, row, edge, left)
    scene.stroke(edge, high, scene.width - edge, high, "line", scene.px(WallSize.HAIR))
    top = high + scene.px(WallSize.GAP)
    return Rect(edge, top, scene.width - 2 * edge, scene.height - top - scene.px(WallSize.GAP))


def _clock(scene: Scene, row: HeadRow, right: float, high: float) -> float:
    face = scene.face(WallType.CLOCK, STRONG)
    left = right - face.width(row.clock)
    scene.words(left, (high - face.pitch) / 2, row.clock, face)
    return left


def _meeting(scene: Scene, row: HeadRow, right: float) -> float:
    label, value = scene.face(WallType.SMALL), scene.face(WallType.FIGURE, STRONG)
    note, gap = scene.face(WallType.HEAD), scene.px(10)
    token = "alarm" if row.late else "ink"
    wide = value.width(row.meeting) + (gap + note.width(row.note) if row.note else 0)
    left = min(right - wide, right - label.width(row.label))
    scene.words(right - label.width(row.label), scene.px(_UPPER) - label.pitch / 2, row.label, label, "ink2")
    y = scene.px(_LOWER)
    x = right - wide
    x += scene.words(x, y - value.pitch / 2, row.meeting, value, token) + gap
    scene.words(x, y - note.pitch / 2 + scene.px(2), row.note, note, "alarm" if row.late else "ink2")
    return left


def _name(scene: Scene, row: HeadRow, left: float, right: float) -> None:
    face = scene.face(WallType.NAME, STRONG)
    scene.words(left, scene.px(_UPPER) - face.pitch / 2, face.elide(row.name, right - left), face)


def _second_row(scene: Scene, row: HeadRow, left: float, right: float) -> None:
    """Put ÖVNING whole, then as many of the quiet words as there is room for."""
    face, y = scene.face(WallType.SMALL), scene.px(_LOWER)
    x = left
    if row.exercise:
        x += tag(scene, x, y, EXERCISE, ink="onfill", ground="ex") + scene.px(WallSize.GAP)
    for words in (row.closed, row.since_alarm, row.season):
        if words and x + face.width(words) <= right:
            x += scene.words(x, y - face.pitch / 2, words, face, "ink2") + scene.px(WallSize.GAP)
