"""Pictures and PDF pages from outside as colour points: run it in a process of its own, files are hostile.

What reads them is written in C and has had its faults; and a picture of a few bytes can unfold to gigabytes.
"""

import io
from typing import Any, Final

from crisisdesk.base import media
from crisisdesk.base.record import Record

MOST_POINTS: Final = 40_000_000
"""Points of a picture that is unfolded whole; a JPEG may have more, since it can be read smaller."""

MOST_JPEG_POINTS: Final = 250_000_000
_SIDE: Final = 8192  # points in a side of what is made, at most

TOO_LARGE: Final = "Bilden är för stor att visa: {width} × {height} punkter."
BROKEN: Final = "Filen går inte att visa. Den kan vara skadad."
LOCKED: Final = "Filen är skyddad med lösenord och går inte att visa här."
NO_PAGE: Final = "Filen har ingen sida {page}."


class NotShown(Exception):
    """It cannot be shown; `sentence` says why (Swedish)."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Raster(Record, kw_only=True):
    """A picture as points: `points` holds red, green and blue, a byte each, row by row without gaps.

    `page` counts from 1, of `pages`.
    """

    width: int
    height: int
    points: bytes
    page: int = 1
    pages: int = 1


def render(content: bytes, kind: str, *, page: int, width: int, height: int) -> Raster:
    """Return the picture, or the page of the PDF, fitted into the box (points); NotShown when it cannot be.

    A picture is never made larger than it is.
    """
    box = (min(max(width, 1), _SIDE), min(max(height, 1), _SIDE))
    try:
        return _pdf_page(content, page, box) if kind == media.PDF else _picture(content, box)
    except NotShown:
        raise
    except Exception as error:
        # A hostile file can raise anything from the readers, no memory left included.
        raise NotShown(BROKEN) from error


def _picture(content: bytes, box: tuple[int, int]) -> Raster:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # our own limit below says it in Swedish
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "BMP", "WEBP")) as image:
        _check_points(image.width, image.height, jpeg=image.format == "JPEG")
        image.draft("RGB", box)
        turned: Any = ImageOps.exif_transpose(image)
        turned.thumbnail(box)
        plain = _on_white(turned)
    return Raster(width=plain.width, height=plain.height, points=plain.tobytes())


def _check_points(width: int, height: int, *, jpeg: bool) -> None:
    if width * height > (MOST_JPEG_POINTS if jpeg else MOST_POINTS):
        raise NotShown(TOO_LARGE.format(width=width, height=height))


def _on_white(image: Any) -> Any:
    """Return the picture without transparency, which is shown as paper."""
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")


def _pdf_page(content: bytes, page: int, box: tuple[int, int]) -> Raster:
    import pypdfium2

    opened: Any = pypdfium2.PdfDocument
    document = _document(opened, content)
    try:
        pages = len(document)
        if not 0 < page <= pages:
            raise NotShown(NO_PAGE.format(page=page) if pages else BROKEN)
        sheet = document[page - 1]
        across, down = sheet.get_size()
        if across <= 0 or down <= 0:
            raise NotShown(BROKEN)
        bitmap = sheet.render(scale=min(box[0] / across, box[1] / down), may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        return Raster(width=image.width, height=image.height, points=image.tobytes(), page=page, pages=pages)
    finally:
        document.close()


def _document(opened: Any, content: bytes) -> Any:
    import pypdfium2

    try:
        return opened(content)
    except pypdfium2.PdfiumError as error:
        raise NotShown(LOCKED if "password" in str(error).lower() else BROKEN) from error
