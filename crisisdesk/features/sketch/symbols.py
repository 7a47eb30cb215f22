"""Tactical symbols for what a crisis group draws on a map: our own drawings, plain enough to draw by hand."""

import math
from collections.abc import Iterator
from typing import Final

from crisisdesk.base.record import Record

DEFAULT: Final = 110
"""Half the side of a symbol (units) that was placed with one click."""

SharePoint = tuple[float, float]


class Line(Record, kw_only=True):
    """A line of a symbol, in shares of half its side from the middle: -1 to 1, y downwards. `filled` is an
    area without an outline; `ground` one in the colour of the paper, over what lies under it."""

    points: tuple[SharePoint, ...]
    filled: bool = False
    ground: bool = False


class Symbol(Record, kw_only=True):
    """A symbol: its Swedish word, its lines; `turns` when it follows the way it was drawn out."""

    word: str
    lines: tuple[Line, ...]
    turns: bool = False


def _ring(radius: float, *, filled: bool = False, ground: bool = False, x: float = 0, y: float = 0) -> Line:
    around = [2 * math.pi * i / 32 for i in range(33)]
    points = tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in around)
    return Line(points=points, filled=filled, ground=ground)


def _line(*points: SharePoint, filled: bool = False, ground: bool = False) -> Line:
    return Line(points=points, filled=filled, ground=ground)


def _box(left: float, top: float, right: float, bottom: float, *, ground: bool = False) -> Line:
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return Line(points=corners, ground=ground)


def _inward() -> Iterator[Line]:
    """Yield four arrows that point to the middle: here people gather."""
    for turn in range(4):
        angle = math.pi / 4 + turn * math.pi / 2
        for points in (((1.3, 0.0), (0.55, 0.0)), ((0.8, -0.2), (0.52, 0.0), (0.8, 0.2))):
            yield Line(points=tuple(_turned(point, angle) for point in points))


def _turned(point: SharePoint, angle: float) -> SharePoint:
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


SYMBOLS: Final[dict[str, Symbol]] = {
    "command_post": Symbol(
        word="Ledningsplats",
        lines=(
            _line((-0.5, 0.95), (-0.5, -0.9)),
            _line((-0.5, -0.9), (0.75, -0.55), (-0.5, -0.2), filled=True),
            _line((-0.8, 0.95), (-0.2, 0.95)),
        ),
    ),
    "rally_point": Symbol(
        word="Brytpunkt",
        lines=(
            _ring(0.85, ground=True),
            _ring(0.85),
            _line((-0.5, 0.0), (0.45, 0.0)),
            _line((0.1, -0.35), (0.48, 0.0), (0.1, 0.35)),
        ),
    ),
    "cordon": Symbol(
        word="Avspärrning",
        lines=(
            _line((-1.0, 0.0), (1.0, 0.0)),
            *(_line((x - 0.12, 0.28), (x + 0.12, -0.28)) for x in (-0.75, -0.25, 0.25, 0.75)),
        ),
        turns=True,
    ),
    "assembly_point": Symbol(
        word="Uppsamlingsplats",
        lines=(_ring(0.3, filled=True), *_inward()),
    ),
    "casualty": Symbol(
        word="Skadad",
        lines=(
            _ring(0.85, ground=True),
            _ring(0.85),
            _line((-0.5, 0.0), (0.5, 0.0)),
            _line((0.0, -0.5), (0.0, 0.5)),
        ),
    ),
    "danger": Symbol(
        word="Fara",
        lines=(
            _line((0.0, -0.9), (0.95, 0.75), (-0.95, 0.75), (0.0, -0.9), ground=True),
            _line((0.0, -0.9), (0.95, 0.75), (-0.95, 0.75), (0.0, -0.9)),
            _line((0.0, -0.35), (0.0, 0.25)),
            _ring(0.07, filled=True, y=0.5),
        ),
    ),
    "vehicle": Symbol(
        word="Fordon",
        lines=(
            _box(-0.95, -0.5, 0.4, 0.35, ground=True),
            _box(-0.95, -0.5, 0.4, 0.35),
            _line((0.4, -0.2), (0.75, -0.2), (0.95, 0.1), (0.95, 0.35), (0.4, 0.35)),
            _ring(0.2, filled=True, x=-0.5, y=0.45),
            _ring(0.2, filled=True, x=0.5, y=0.45),
        ),
    ),
}


def placed(symbol: str, points: list[tuple[int, int]]) -> list[Line]:
    """Return the symbol's lines on the page, in units: its middle at the first point, its size and (when it
    turns) its direction by the second."""
    known = SYMBOLS[symbol]
    (x, y), (size, angle) = points[0], _drawn_out(points)
    if known.turns and size > DEFAULT:
        return _fence(x, y, size, angle)
    angle = angle if known.turns else 0.0
    return [
        Line(
            points=tuple((x + size * a, y + size * b) for a, b in (_turned(p, angle) for p in line.points)),
            filled=line.filled,
            ground=line.ground,
        )
        for line in known.lines
    ]


def _fence(x: float, y: float, size: float, angle: float) -> list[Line]:
    """Return a cordon as long as it was drawn out: more of the slanting strokes, not larger ones."""
    between = DEFAULT / 2
    count = int(2 * size // between)
    begin = -between * (count - 1) / 2
    middles = [begin + between * i for i in range(count)]
    flat = [((-size, 0.0), (size, 0.0))]
    flat += [((at - 13, 31), (at + 13, -31)) for at in middles]
    return [Line(points=tuple((x + a, y + b) for a, b in (_turned(p, angle) for p in line))) for line in flat]


def _drawn_out(points: list[tuple[int, int]]) -> tuple[float, float]:
    """Return the size (half the side, units) and the direction (radians) that the two points give."""
    if len(points) < 2:
        return DEFAULT, 0.0
    along, down = points[1][0] - points[0][0], points[1][1] - points[0][1]
    length = math.hypot(along, down)
    return (length, math.atan2(down, along)) if length > DEFAULT / 4 else (DEFAULT, 0.0)
