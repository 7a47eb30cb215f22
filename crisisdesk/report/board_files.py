"""Writes a picture of the board as PDF, SVG or PNG. The same picture gives the same bytes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from crisisdesk.base import files
from crisisdesk.base.errors import BadInput
from crisisdesk.report.board_picture import BoardPicture
from crisisdesk.report.board_svg import board_svg
from crisisdesk.report.document import Document

POINTS: Final = 0.75
"""Points on paper in a px."""


def write_board(picture: BoardPicture, path: Path) -> None:
    """Write the picture in the format of the path's suffix; BadInput when it is none of them.

    WorldFault when it cannot be written. A PDF takes the place of a PDF; nothing else is written over.
    """
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise BadInput(f"{path.name} slutar inte på .pdf, .svg eller .png.")
    writer(picture, path)


def _write_svg(picture: BoardPicture, path: Path) -> None:
    files.write_new(path, board_svg(picture).encode())


def _write_png(picture: BoardPicture, path: Path) -> None:
    from PIL import Image

    from crisisdesk.base import media, raster
    from crisisdesk.report.pdf.board_page import draw_board

    raw = BytesIO()
    draw_board(picture, raw, POINTS)
    made = raster.render(
        raw.getvalue(), media.PDF, page=1, width=round(picture.width), height=round(picture.height)
    )
    out = BytesIO()
    Image.frombytes("RGB", (made.width, made.height), made.points).save(out, "PNG", optimize=True)
    files.write_new(path, out.getvalue())


def _write_pdf(picture: BoardPicture, path: Path) -> None:
    # The PDF writer costs a tenth of a second to import: only when something is drawn with it.
    from crisisdesk.report.pdf.archive import finish
    from crisisdesk.report.pdf.board_page import draw_board

    raw = BytesIO()
    draw_board(picture, raw, POINTS)
    document = Document(title=picture.name, subtitle=picture.words, printed_at=picture.at, zone=picture.zone)
    finish(raw, document, {}, path)


_WRITERS: Final[dict[str, Callable[[BoardPicture, Path], None]]] = {
    ".pdf": _write_pdf,
    ".svg": _write_svg,
    ".png": _write_png,
}
