"""A sketch on paper: a drawing over a picture when there is one. A block of the document."""

from crisisdesk.base.drawing import SketchText as SketchText
from crisisdesk.base.drawing import Stroke as Stroke
from crisisdesk.base.record import Record


class Sketch(Record, kw_only=True):
    """A sketch or picture, `width` × `height` units with y downwards; `picture` is PNG or JPEG behind it."""

    width: float
    height: float
    picture: bytes = b""
    strokes: tuple[Stroke, ...] = ()
    texts: tuple[SketchText, ...] = ()
    caption: str = ""
