"""A sketch as plain data: strokes and texts, over a picture when there is one. A block of the document."""

from crisisdesk.base.record import Record


class Stroke(Record, kw_only=True):
    """A line of a sketch through `points`, in the sketch's units; `soft` is the see-through marker."""

    points: tuple[tuple[float, float], ...]
    width: float = 2.0
    colour: str = "#14212E"
    soft: bool = False
    arrow: bool = False


class SketchText(Record, kw_only=True):
    """A text on a sketch, its baseline beginning at x, y; `icon` stands before it."""

    x: float
    y: float
    text: str
    size: float = 16.0
    colour: str = "#14212E"
    icon: str = ""


class Sketch(Record, kw_only=True):
    """A sketch or picture, `width` × `height` units with y downwards; `picture` is PNG or JPEG behind it."""

    width: float
    height: float
    picture: bytes = b""
    strokes: tuple[Stroke, ...] = ()
    texts: tuple[SketchText, ...] = ()
    caption: str = ""
