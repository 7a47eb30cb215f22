"""A drawing as plain data: strokes and texts in units of its own, drawn alike on screen, wall and paper."""

from typing import Final, Literal

from crisisdesk.base.record import Record

Colour = Literal["ink", "red", "blue", "green", "amber"]
"""The colours there are; each ground says what they are on it, so that they can be told apart there."""

INK: Final = "ink"


class Stroke(Record, kw_only=True):
    """A line through `points`, `width` units wide.

    `soft` is the see-through marker, `arrow` has a head at its end. `filled` is
    the area inside without an outline, `ground` such an area in the colour of the paper.
    """

    points: tuple[tuple[float, float], ...]
    width: float = 2.0
    colour: str = INK
    soft: bool = False
    arrow: bool = False
    filled: bool = False
    ground: bool = False


class SketchText(Record, kw_only=True):
    """A text, its first baseline beginning at x, y; `size` is its height, `icon` stands before it."""

    x: float
    y: float
    text: str
    size: float = 16.0
    colour: str = INK
    icon: str = ""


class Drawing(Record, kw_only=True):
    """`width` × `height` units, y downwards from the upper left; what comes first lies lowest."""

    width: float
    height: float
    strokes: tuple[Stroke, ...] = ()
    texts: tuple[SketchText, ...] = ()
