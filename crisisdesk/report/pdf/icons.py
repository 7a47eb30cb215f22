"""The line icons as PDF path operators: reads the small part of SVG that the shipped icons use."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from crisisdesk.base import resources
from crisisdesk.report.pdf.arcs import Ellipse, curves

SIDE: Final = 24.0
"""The side of the box that every icon is drawn in."""

_TOKEN: Final = re.compile(r"[A-Za-z]|[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_FLAG: Final = re.compile(r"\s*,?\s*([01])")
_NUMBER: Final = re.compile(r"\s*,?\s*([-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?)")
_ARGUMENTS: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}

Point = complex
"""A point: x real, y imaginary, y downwards."""


def exists(name: str) -> bool:
    """Return whether an icon of this name is shipped."""
    return name in resources.names("icons", ".svg")


def operators(name: str) -> str:
    """Return the path of `icons/NAME.svg` (FileNotFoundError when there is none), without the stroke."""
    root = ET.fromstring(resources.read_text(f"icons/{name}.svg"))
    return " ".join(op for shape in root.iter() for op in _shape(shape))


def _shape(shape: ET.Element) -> Iterator[str]:
    match shape.tag.rpartition("}")[2]:
        case "path":
            yield from _Pen().draw(shape.attrib["d"])
        case "circle":
            yield from _circle(shape)
        case "rect":
            yield from _Pen().draw(_rectangle(shape))
        case "line":
            yield _at("m", complex(_number(shape, "x1"), _number(shape, "y1")))
            yield _at("l", complex(_number(shape, "x2"), _number(shape, "y2")))
        case "svg":
            return
        case other:
            raise ValueError(f"an icon with a shape that is not known here: {other}")


def _number(shape: ET.Element, name: str) -> float:
    return float(shape.attrib.get(name, "0"))


def _circle(shape: ET.Element) -> Iterator[str]:
    centre, radius = complex(_number(shape, "cx"), _number(shape, "cy")), _number(shape, "r")
    round_ = Ellipse(radius, radius, 0)
    pen = _Pen(centre + radius)
    yield _at("m", centre + radius)
    yield from pen.arc(round_, False, True, centre - radius)
    yield from pen.arc(round_, False, True, centre + radius)
    yield "h"


def _rectangle(shape: ET.Element) -> str:
    x, y, wide, high = (_number(shape, name) for name in ("x", "y", "width", "height"))
    r = _number(shape, "rx")
    corner = f"a{r} {r} 0 0 1"
    return (
        f"M{x + r} {y}h{wide - 2 * r}{corner} {r} {r}v{high - 2 * r}{corner} {-r} {r}"
        f"h{2 * r - wide}{corner} {-r} {-r}v{2 * r - high}{corner} {r} {-r}z"
    )


def _at(operator: str, *points: Point) -> str:
    return " ".join([*(f"{p.real:.3f} {p.imag:.3f}" for p in points), operator])


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its arguments; a repeated command is yielded with its letter again."""
    at, command = 0, ""
    while found := _TOKEN.search(path, at):
        if found[0].isalpha():
            command, at = found[0], found.end()
        arguments, at = _arguments(path, at, command)
        yield command, arguments
        command = {"m": "l", "M": "L"}.get(command, command)


def _arguments(path: str, at: int, command: str) -> tuple[list[float], int]:
    values: list[float] = []
    for index in range(_ARGUMENTS[command.lower()]):
        # The two flags of an arc are one digit each and may stand without room between.
        pattern = _FLAG if command in "aA" and index in (3, 4) else _NUMBER
        found = pattern.match(path, at)
        if found is None:
            raise ValueError(f"an icon's path that cannot be read at {at}: {path}")
        values.append(float(found[1]))
        at = found.end()
    return values, at


class _Pen:
    """Follows a path: where the pen is, where the part began, and the last control point."""

    def __init__(self, at: Point = 0j) -> None:
        self._at = at
        self._start = at
        self._control = at

    def draw(self, path: str) -> Iterator[str]:
        for command, values in _commands(path):
            low = command.lower()
            base = self._at if command == low else 0j
            control = self._control if low in "st" else self._at
            yield from self._step(low, values, base, control)
            if low not in "csqt":
                self._control = self._at

    def _step(self, low: str, values: list[float], base: Point, control: Point) -> Iterator[str]:
        points = [base + complex(*values[i : i + 2]) for i in range(0, len(values) - 1, 2)]
        match low:
            case "m":
                self._start = self._at = points[0]
                yield _at("m", self._at)
            case "l":
                yield self._line(points[0])
            case "h":
                yield self._line(complex(base.real + values[0], self._at.imag))
            case "v":
                yield self._line(complex(self._at.real, base.imag + values[0]))
            case "c":
                yield self._curve(*points)
            case "s":
                yield self._curve(2 * self._at - control, *points)
            case "q":
                yield self._quadratic(*points)
            case "t":
                yield self._quadratic(2 * self._at - control, points[0])
            case "a":
                end = base + complex(values[5], values[6])
                yield from self.arc(Ellipse(*values[:3]), values[3] > 0, values[4] > 0, end)
            case _:
                self._at = self._start
                yield "h"

    def _line(self, to: Point) -> str:
        self._at = to
        return _at("l", to)

    def _curve(self, first: Point, second: Point, to: Point) -> str:
        self._control, self._at = second, to
        return _at("c", first, second, to)

    def _quadratic(self, middle: Point, to: Point) -> str:
        start = self._at
        self._control, self._at = middle, to
        return _at("c", start + (middle - start) * 2 / 3, to + (middle - to) * 2 / 3, to)

    def arc(self, ellipse: Ellipse, large: bool, sweep: bool, to: Point) -> Iterator[str]:
        """Yield the operators of an arc to the point."""
        start, self._at = self._at, to
        for curve in curves(start, ellipse, large, sweep, to):
            yield _at("c", *curve)
