"""The board's picture as a PDF page of its own size."""

from io import BytesIO
from typing import Final

from crisisdesk.base.type_measure import MEDIUM, REGULAR, STRONG
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Shape
from crisisdesk.report.board_picture import BoardPicture
from crisisdesk.report.pdf.fonts import Face, Style, load_styles
from crisisdesk.report.pdf.palette import rgb
from crisisdesk.report.pdf.sheet import Sheet

_MIDDLE: Final = 0.27  # of the size, over the baseline: where a text is struck


def draw_board(picture: BoardPicture, out: BytesIO, points: float) -> None:
    """Write the picture as a PDF file; a unit of it is so many points."""
    page = _Page(picture, out, points)
    for shape in picture.shapes:
        page.draw(shape)
    page.sheet.leave()
    page.sheet.finish()


class _Page:
    def __init__(self, picture: BoardPicture, out: BytesIO, points: float) -> None:
        styles = load_styles()
        self._points = points
        self._high = picture.height * points
        self._faces: dict[int, Face] = dict(zip((REGULAR, MEDIUM, STRONG), styles.faces, strict=True))
        self._colours = {token: rgb(code) for token, code in picture.colours.items()}
        self.sheet = Sheet(out, styles, (picture.width * points, self._high))

    def draw(self, shape: Shape) -> None:
        match shape:
            case Box():
                self._box(shape)
            case Run():
                self._run(shape)
            case Icon():
                left, bottom, right, _ = self._place(shape.rect)
                self.sheet.icon(shape.name, left, bottom, right - left, self._colours[shape.token])

    def _place(self, rect: Rect) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top on the page, whose y goes upwards."""
        points, high = self._points, self._high
        return rect.x * points, high - rect.bottom * points, rect.right * points, high - rect.y * points

    def _box(self, shape: Box) -> None:
        points = self._points
        if shape.ground:
            self.sheet.block(self._place(shape.rect), self._colours[shape.ground], shape.radius * points)
        if shape.line:
            inner = shape.rect.inset(shape.stroke / 2)
            radius = max(shape.radius - shape.stroke / 2, 0) * points
            self.sheet.frame(self._place(inner), self._colours[shape.line], shape.stroke * points, radius)

    def _run(self, shape: Run) -> None:
        points = self._points
        size = shape.size * points
        style = Style(self._faces[shape.weight], size, size * 1.34, self._colours[shape.token])
        x, y = shape.x * points, self._high - shape.baseline * points
        self.sheet.put(x, y, shape.text, style)
        if shape.struck:
            middle = y + _MIDDLE * size
            self.sheet.rule(x, middle, x + shape.width * points, middle, style.colour, max(size / 14, 0.6))
