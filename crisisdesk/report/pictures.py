"""The pictures of attachments on paper: as small as paper needs, and none can take the report down."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from typing import Final

import msgspec

from crisisdesk.base import media, raster
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.program import own_program
from crisisdesk.base.record import Record
from crisisdesk.features.attachments.facts import FileAttached
from crisisdesk.incident import pictures
from crisisdesk.incident.state import State

Read = Callable[[FileAttached], bytes]
"""Gives the bytes of an attachment; WorldFault when they are not what was put in."""

PAGE: Final = (1700, 1100)
HALF: Final = (1200, 800)
"""The box, in points, of a picture as wide as the page, and of one on half a page: about 180 to the inch."""

_PATIENCE: Final = 20  # seconds that a PDF may take
_QUALITY: Final = 86

_TOO_LARGE: Final = "Bilden skrivs inte ut: filen är för stor, eller bilderna är för många."
_NOT_READ: Final = "Bilden skrivs inte ut. {sentence}"


class Printed(Record, kw_only=True):
    """A picture as PNG or JPEG; else `why` there is none (Swedish), "" when none belongs there."""

    picture: bytes = b""
    why: str = ""


class Pictures:
    """The pictures of an incident. What is secret in a covered state has none."""

    def __init__(self, state: State, read: Read) -> None:
        self._state = state
        self._read = read
        self._chosen = {fact.id: fact for fact in pictures.to_print(state)}

    def of(self, attachment: str, box: tuple[int, int], page: int = 1) -> Printed:
        """Return the picture, or the page of the PDF, no larger than the box (points)."""
        if pictures.seen_media(self._state, attachment) not in pictures.PRINTED:
            return Printed()
        fact = self._chosen.get(attachment)
        if fact is None:
            return Printed(why=_TOO_LARGE)
        try:
            return Printed(picture=_encoded(_rendered(self._read(fact), fact.media, page, box)))
        except WorldFault as fault:
            return Printed(why=_NOT_READ.format(sentence=fault.sentence))
        except raster.NotShown as refusal:
            return Printed(why=_NOT_READ.format(sentence=refusal.sentence))


def _rendered(content: bytes, kind: str, page: int, box: tuple[int, int]) -> raster.Raster:
    if kind == media.PDF:
        return _pdf_page(content, page, box)
    return raster.render(content, kind, page=page, width=box[0], height=box[1])


class _Answer(Record, kw_only=True):
    """What the program's own servant says of a page (see crisisdesk/cli/pages.py)."""

    refused: str = ""
    page: int = 1
    pages: int = 1
    width: int = 0
    height: int = 0


def _pdf_page(content: bytes, page: int, box: tuple[int, int]) -> raster.Raster:
    """Return the page, made in a process of its own: what reads a PDF can be crashed by it, or never end."""
    head = msgspec.json.encode({"media": media.PDF, "size": len(content)})
    wish = msgspec.json.encode({"page": page, "width": box[0], "height": box[1]})
    asked = b"%s\n%s%s\n" % (head, content, wish)
    try:
        done = subprocess.run(
            [*own_program(), "--pages"], input=asked, capture_output=True, timeout=_PATIENCE, check=True
        )
        said, _, points = done.stdout.partition(b"\n")
        answer = msgspec.json.decode(said, type=_Answer)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        raise raster.NotShown(raster.BROKEN) from error
    if answer.refused or len(points) != answer.width * answer.height * 3 or not points:
        raise raster.NotShown(answer.refused or raster.BROKEN)
    return raster.Raster(width=answer.width, height=answer.height, points=points)


def _encoded(found: raster.Raster) -> bytes:
    """Return the points as JPEG: a photo of a telephone takes a hundredth of its room on paper."""
    from PIL import Image

    out = BytesIO()
    Image.frombytes("RGB", (found.width, found.height), found.points).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
