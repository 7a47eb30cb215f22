"""What a drawn board is made of: boxes, runs of text, icons; px with y downwards, colours as tokens."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor
from typing import Final, NamedTuple

from crisisdesk.base import type_measure


class Rect(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y of its lower edge."""
        return self.y + self.height

    def moved(self, x: float, y: float) -> "Rect":
        """Return it that much farther to the right and down."""
        return Rect(self.x + x, self.y + y, self.width, self.height)

    def inset(self, by: float) -> "Rect":
        """Return it with every edge `by` farther in (out when negative)."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def holds(self, other: "Rect", slack: float = 0.01) -> bool:
        """Return whether the other lies wholly in it."""
        across = self.x - slack <= other.x and other.right <= self.right + slack
        return across and self.y - slack <= other.y and other.bottom <= self.bottom + slack

    def meets(self, other: "Rect", slack: float = 0.01) -> bool:
        """Return whether the two have some area in common."""
        across = self.x + slack < other.right and other.x + slack < self.right
        return across and self.y + slack < other.bottom and other.y + slack < self.bottom


class Box(NamedTuple):
    """A ground and a line inside its edge, each a token or "" for none."""

    rect: Rect
    ground: str = ""
    line: str = ""
    radius: float = 0.0
    stroke: float = 1.0

    def moved(self, x: float, y: float) -> "Box":
        """Return it that much farther to the right and down."""
        return Box(self.rect.moved(x, y), self.ground, self.line, self.radius, self.stroke)


class Run(NamedTuple):
    """Text on one line, `width` wide as `base.type_measure` says; `struck` has a line through it."""

    x: float
    baseline: float
    text: str
    size: float
    weight: int
    token: str
    width: float
    struck: bool = False

    @property
    def rect(self) -> Rect:
        """Return where it stands, from the top of its highest letters to the foot of its lowest."""
        up, down = type_measure.ASCENT * self.size, type_measure.DESCENT * self.size
        return Rect(self.x, self.baseline - up, self.width, up + down)

    def moved(self, x: float, y: float) -> "Run":
        """Return it that much farther to the right and down."""
        return self._replace(x=self.x + x, baseline=self.baseline + y)


class Icon(NamedTuple):
    """The icon of the name (`resources/icons`) in a square."""

    rect: Rect
    name: str
    token: str

    def moved(self, x: float, y: float) -> "Icon":
        """Return it that much farther to the right and down."""
        return Icon(self.rect.moved(x, y), self.name, self.token)


Shape = Box | Run | Icon


def moved(shapes: Iterable[Shape], x: float, y: float) -> Iterator[Shape]:
    """Yield the shapes that much farther to the right and down."""
    return (shape.moved(x, y) for shape in shapes)


_LINE_HEIGHT: Final = 1.34  # of the type size


class Sizes:
    """The measures of a board at a scale: 1.0 is the window at 100 %, about 2.37 a wall of 1080 lines.

    Type sizes and line heights are whole px: a screen draws no others, and paper should agree with it.
    """

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.body = self.whole(13.5)
        self.quiet = self.whole(12.5)
        self.tag = self.whole(11.5)
        self.head = self.whole(14)
        self.tag_height = self.whole(20)
        self.icon = self.whole(16)
        self.icon_small = self.whole(14)
        self.hair = max(self.whole(1), 1)
        self.ring = max(self.whole(2), 1)
        self.bar = self.whole(4)
        self.radius = self.whole(4)
        self.gap = self.whole(8)
        self.side = self.whole(8)
        self.column_gap = self.whole(10)

    def whole(self, px: float) -> int:
        """Return px at 100 % as whole px at this scale; halves go up."""
        return floor(px * self.scale + 0.5)

    def px(self, px: float) -> float:
        """Return px at 100 % as px at this scale."""
        return px * self.scale


def pitch(size: float) -> int:
    """Return the distance between baselines of text of the size (px)."""
    return floor(size * _LINE_HEIGHT + 0.5)


def baseline(top: float, height: float, size: float) -> float:
    """Return the baseline of text of the size in the middle of a line of the height."""
    above = (height - (type_measure.ASCENT + type_measure.DESCENT) * size) / 2
    return floor(top + above + type_measure.ASCENT * size + 0.5)


Scale = float | Sizes
"""The type size of a board in the window's proportions, or measures of its own."""


def sizes(scale: Scale) -> Sizes:
    """Return the measures at the scale; measures are themselves."""
    return scale if isinstance(scale, Sizes) else _at(scale)


@lru_cache(maxsize=32)
def _at(scale: float) -> Sizes:
    return Sizes(scale)
