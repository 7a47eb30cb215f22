"""A sketch or picture: strokes and texts as vectors, over a picture when there is one."""

import cmath
from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader

from crisisdesk.base.drawing import SketchText, Stroke
from crisisdesk.report.pdf import icons
from crisisdesk.report.pdf.blocks.picture import fitted, printable
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.pages import BODY, LEFT, ROOM, Pages
from crisisdesk.report.pdf.palette import ACCENT, INK, INK2, LINE, SIGNALS, WHITE, Colour
from crisisdesk.report.pdf.sheet import Sheet
from crisisdesk.report.sketch import Sketch

_TALLEST: Final = BODY * 0.75
_SOFT: Final = 0.4
_HEAD_TURN: Final = 2.6
_UNREADABLE: Final = "Bilden kan inte läsas. Den finns kvar som bilaga i händelsens fil."


def _scale(block: Sketch) -> float:
    return min(ROOM / max(block.width, 1.0), _TALLEST / max(block.height, 1.0))


def sketch_height(pages: Pages, block: Sketch) -> float:
    """Return the height of the sketch on the page."""
    return block.height * _scale(block)


def print_sketch(pages: Pages, block: Sketch) -> None:
    """Print the sketch as wide as the text, unless it becomes too tall, and its caption."""
    scale = _scale(block)
    wide, high = block.width * scale, block.height * scale
    pages.gap(4)
    pages.need(high)
    bottom = pages.y - high
    readable = not block.picture or _draw_picture(pages.sheet, block.picture, bottom, wide, high)
    _Drawing(pages, scale, pages.y).draw(block)
    pages.sheet.frame((LEFT, bottom, LEFT + wide, pages.y), LINE)
    pages.y = bottom
    caption = " ".join(part for part in ("" if readable else _UNREADABLE, block.caption) if part)
    if caption:
        pages.gap(4)
        pages.print_lines(pages.setting.lines(caption, pages.styles.label, ROOM))
    pages.gap(10)


def _draw_picture(sheet: Sheet, picture: bytes, bottom: float, wide: float, high: float) -> bool:
    """Draw the picture as large as it can be in the box, in the middle; return whether it could be read."""
    if not printable(picture):
        return False
    try:
        x, y, width, height = fitted(picture, wide, high)
        box = (LEFT + x, bottom + y, LEFT + x + width, bottom + y + height)
        sheet.picture(ImageReader(BytesIO(picture)), box)
    except (OSError, ValueError, SyntaxError):
        return False
    return True


_COLOURS: Final[dict[str, Colour]] = {
    "ink": INK,
    "red": SIGNALS["alarm"],
    "blue": ACCENT,
    "green": SIGNALS["ok"],
    "amber": SIGNALS["warn"],
}


def _colour(word: str) -> Colour:
    return _COLOURS.get(word, INK2)


class _Drawing:
    """Draws in the sketch's units: y downwards from the upper left corner."""

    def __init__(self, pages: Pages, scale: float, top: float) -> None:
        self._pages = pages
        self._sheet = pages.sheet
        self._scale = scale
        self._top = top

    def draw(self, block: Sketch) -> None:
        """Draw strokes, then texts, cut off at the sketch's edge."""
        bottom = self._top - block.height * self._scale
        with self._sheet.kept():
            self._sheet.clip((LEFT, bottom, LEFT + block.width * self._scale, self._top))
            for stroke in block.strokes:
                self._draw_stroke(stroke)
            for text in block.texts:
                self._draw_text(text)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return LEFT + x * self._scale, self._top - y * self._scale

    def _draw_stroke(self, stroke: Stroke) -> None:
        if not stroke.points:
            return
        points = [self._at(*point) for point in stroke.points]
        width, colour = stroke.width * self._scale, _colour(stroke.colour)
        if stroke.filled or stroke.ground:
            self._sheet.area(points, WHITE if stroke.ground else colour)
            return
        alpha = _SOFT if stroke.soft else 1.0
        self._sheet.path(points, colour, width, alpha)
        if stroke.arrow and len(points) > 1:
            self._sheet.path(_arrow_head(points, 4 + 2.5 * width), colour, width, alpha)

    def _draw_text(self, text: SketchText) -> None:
        body = self._pages.styles.body
        size = text.size * self._scale
        style = Style(body.face, size, size * 1.3, _colour(text.colour))
        x, y = self._at(text.x, text.y)
        if icons.exists(text.icon):
            self._sheet.icon(text.icon, x, y - size * 0.25, size * 1.25, style.colour)
            x += size * 1.5
        for line in style.face.legible(text.text).split("\n"):
            self._sheet.put(x, y, line, style)
            y -= style.leading


def _arrow_head(points: list[tuple[float, float]], length: float) -> list[tuple[float, float]]:
    """Return the two strokes of an arrow's head, at the last point, as one line."""
    tip, before = complex(*points[-1]), complex(*points[-2])
    ahead = cmath.rect(length, cmath.phase(tip - before))
    ends = [tip + ahead * cmath.rect(1, turn) for turn in (_HEAD_TURN, -_HEAD_TURN)]
    return [(p.real, p.imag) for p in (ends[0], tip, ends[1])]
