"""Writes a picture of the board as PDF, SVG or PNG. The same picture gives the same bytes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from crisisdesk.base import files
from crisisdesk.base.errors import BadInput
from crisisdesk.base.type_measure import MEDIUM, REGULAR, STRONG
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Shape
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

    raw = BytesIO()
    _draw_pdf(picture, raw)
    made = raster.render(
        raw.getvalue(), media.PDF, page=1, width=round(picture.width), height=round(picture.height)
    )
    out = BytesIO()
    Image.frombytes("RGB", (made.width, made.height), made.points).save(out, "PNG", optimize=True)
    files.write_new(path, out.getvalue())


def _write_pdf(picture: BoardPicture, path: Path) -> None:
    from crisisdesk.report.pdf.archive import finish

    raw = BytesIO()
    _draw_pdf(picture, raw)
    document = Document(title=picture.name, subtitle=picture.words, printed_at=picture.at, zone=picture.zone)
    finish(raw, document, {}, path)


_WRITERS: Final[dict[str, Callable[[BoardPicture, Path], None]]] = {
    ".pdf": _write_pdf,
    ".svg": _write_svg,
    ".png": _write_png,
}


def _draw_pdf(picture: BoardPicture, out: BytesIO) -> None:
    # The PDF writer costs a tenth of a second to import: only when something is drawn with it.
    from crisisdesk.report.pdf.fonts import Face, Style, load_styles
    from crisisdesk.report.pdf.palette import rgb
    from crisisdesk.report.pdf.sheet import Sheet

    styles = load_styles()
    faces: dict[int, Face] = dict(zip((REGULAR, MEDIUM, STRONG), styles.faces, strict=True))
    high = picture.height * POINTS
    sheet = Sheet(out, styles, (picture.width * POINTS, high))
    colours = {token: rgb(code) for token, code in picture.colours.items()}

    def box(rect: Rect) -> tuple[float, float, float, float]:
        return (
            rect.x * POINTS,
            high - rect.bottom * POINTS,
            rect.right * POINTS,
            high - rect.y * POINTS,
        )

    def draw(shape: Shape) -> None:
        match shape:
            case Box():
                if shape.ground:
                    sheet.block(box(shape.rect), colours[shape.ground], shape.radius * POINTS)
                if shape.line:
                    inner = shape.rect.inset(shape.stroke / 2)
                    radius = max(shape.radius - shape.stroke / 2, 0) * POINTS
                    sheet.frame(box(inner), colours[shape.line], shape.stroke * POINTS, radius)
            case Run():
                size = shape.size * POINTS
                style = Style(faces[shape.weight], size, size * 1.34, colours[shape.token])
                x, y = shape.x * POINTS, high - shape.baseline * POINTS
                sheet.put(x, y, shape.text, style)
                if shape.struck:
                    middle = y + 0.27 * size
                    sheet.rule(x, middle, x + shape.width * POINTS, middle, style.colour, max(size / 14, 0.6))
            case Icon():
                left, bottom, right, _ = box(shape.rect)
                sheet.icon(shape.name, left, bottom, right - left, colours[shape.token])

    for shape in picture.shapes:
        draw(shape)
    sheet.leave()
    sheet.finish()
