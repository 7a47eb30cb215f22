"""Pictures on paper: a drawing, over a picture or not, and a picture alone. Blocks of the document."""

from crisisdesk.base.drawing import SketchText, Stroke
from crisisdesk.base.record import Record


class Sketch(Record, kw_only=True):
    """A sketch or picture, `width` × `height` units with y downwards; `picture` is PNG or JPEG behind it."""

    width: float
    height: float
    picture: bytes = b""
    strokes: tuple[Stroke, ...] = ()
    texts: tuple[SketchText, ...] = ()
    caption: str = ""


class Photo(Record, kw_only=True):
    """A picture (PNG or JPEG, b"" for none) with its words over it, half a page high at most.

    `refs` are the log lines that `text` names.
    """

    title: str
    text: str = ""
    picture: bytes = b""
    refs: tuple[int, ...] = ()
