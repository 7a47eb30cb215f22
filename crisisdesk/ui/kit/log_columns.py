"""The columns of the log: which there are, which are chosen, and where they stand at a width."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

STANDARD: Final = ("number", "time", "kind", "text", "route", "sign")
"""The columns of a log that nobody has chosen others for."""
ORDER: Final = (
    "number",
    "time",
    "recorded",
    "kind",
    "text",
    "sender",
    "receiver",
    "channel",
    "route",
    "reliability",
    "functions",
    "tags",
    "sign",
)
"""Every column, from left to right."""
ALWAYS: Final = ("number", "kind", "text")
"""Columns that are never taken away: without them a line cannot be named or read."""

_LEFT: Final = {"number": 50, "time": 60, "recorded": 74, "kind": 106}
_RIGHT: Final = {
    "sender": 104,
    "receiver": 104,
    "channel": 76,
    "route": 150,
    "reliability": 92,
    "functions": 104,
    "tags": 116,
    "sign": 34,
}
_GIVES_WAY: Final = ("functions", "tags", "reliability", "channel", "receiver", "sender", "route", "sign")
_ROUTE_PART: Final = 0.3
_ROUTE_MOST: Final = 280
_ROUTE_LEAST: Final = 420  # px for text and route together
_TEXT_LEAST: Final = 230  # px that the text keeps, whatever else is chosen


class Columns(Value):
    """Left edges and widths in px by the name of the column, from left to right.

    `follows` are the columns that there was no room for: what they say follows the text.
    """

    compact: bool
    places: tuple[tuple[str, QRectF], ...]
    follows: tuple[str, ...] = ()

    def place(self, name: str) -> QRectF | None:
        """Return where the column is, None when it is not shown."""
        return next((box for key, box in self.places if key == name), None)

    @property
    def text(self) -> QRectF:
        """Return where the text is: every log has it."""
        return next(box for key, box in self.places if key == "text")

    @property
    def beside(self) -> tuple[tuple[str, QRectF], ...]:
        """Return the columns whose words wrap in their own room."""
        return tuple((key, box) for key, box in self.places if key in _WRAPPED)


_WRAPPED: Final = ("recorded", "sender", "receiver", "channel", "route", "reliability", "functions", "tags")


def columns(theme: Theme, width: float, *, compact: bool, chosen: Sequence[str] = STANDARD) -> Columns:
    """Return the columns of a log `width` px wide."""
    return _compact_columns(theme, width) if compact else _wide_columns(theme, width, frozenset(chosen))


def _compact_columns(theme: Theme, width: float) -> Columns:
    side, px = theme.px(14), theme.px
    inner = width - 2 * side
    places = (
        ("time", QRectF(side, 0, px(47), 0)),
        ("kind", QRectF(side + px(47), 0, inner - px(110), 0)),
        ("number", QRectF(width - side - px(60), 0, px(60), 0)),
        ("text", QRectF(side, 0, inner, 0)),
    )
    return Columns(compact=True, places=places)


def _wide_columns(theme: Theme, width: float, chosen: frozenset[str]) -> Columns:
    gap, pad = theme.px(Space.M), theme.px(Space.M)
    left = _from_left(theme, chosen, pad)
    text_x = left[-1][1].right() + theme.px(2)
    right, follows = _from_right(theme, chosen, width - pad - text_x, gap)
    end = width - pad
    placed: list[tuple[str, QRectF]] = []
    for key, wide in reversed(right):
        placed.insert(0, (key, QRectF(end - wide, 0, wide, 0)))
        end -= wide + gap
    return Columns(
        compact=False,
        places=(*left, ("text", QRectF(text_x, 0, max(end - text_x, 1.0), 0)), *placed),
        follows=follows,
    )


def _from_left(theme: Theme, chosen: frozenset[str], x: float) -> list[tuple[str, QRectF]]:
    placed: list[tuple[str, QRectF]] = []
    for key, wide in _LEFT.items():
        if key in chosen or key in ALWAYS:
            placed.append((key, QRectF(x, 0, theme.px(wide), 0)))
            x += theme.px(wide + 2)
    return placed


def _from_right(
    theme: Theme, chosen: frozenset[str], room: float, gap: float
) -> tuple[list[tuple[str, float]], tuple[str, ...]]:
    """Return the columns that there is room for with their widths, and those that follow the text instead."""
    wanted = [key for key in _RIGHT if key in chosen]
    follows: list[str] = []
    for key in _GIVES_WAY:
        if _left_over(theme, wanted, room, gap) >= theme.px(_TEXT_LEAST):
            break
        if key in wanted:
            wanted.remove(key)
            follows.append(key)
    widths = {key: theme.px(_RIGHT[key]) for key in wanted}
    if "route" in widths and len(set(wanted) - {"sign"}) == 1:
        # Alone, the route has its part of the room, or none.
        inner = room - widths.get("sign", 0.0)
        widths["route"] = min(max(inner * _ROUTE_PART, widths["route"]), theme.px(_ROUTE_MOST))
        if inner <= theme.px(_ROUTE_LEAST):
            del widths["route"]
            follows.append("route")
    return [(key, widths[key]) for key in wanted if key in widths], tuple(k for k in ORDER if k in follows)


def _left_over(theme: Theme, wanted: Sequence[str], room: float, gap: float) -> float:
    return room - sum(theme.px(_RIGHT[key]) + gap for key in wanted)
