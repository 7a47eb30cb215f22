"""An attached picture with what it is, half a page high at most: its words stand over it."""

from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader

from crisisdesk.report.pdf.blocks.picture import fitted, printable
from crisisdesk.report.pdf.inline import Line
from crisisdesk.report.pdf.pages import BODY, LEFT, ROOM, Pages
from crisisdesk.report.pdf.palette import LINE
from crisisdesk.report.sketch import Photo

_GAP: Final = 12.0
_TALLEST: Final = BODY / 2 - _GAP
_LOWEST: Final = 120.0  # of the picture, however long its text is


def photo_height(pages: Pages, block: Photo) -> float:
    """Return the height of the words and the picture."""
    words = sum(line.height for line in _words(pages, block))
    return words + 4 + _size(block, words)[1]


def print_photo(pages: Pages, block: Photo) -> None:
    """Print the words, then the picture as large as half a page has room for."""
    words = _words(pages, block)
    height = sum(line.height for line in words)
    wide, high = _size(block, height)
    pages.gap(_GAP)
    pages.need(height + 4 + high)
    pages.print_lines(words)
    if not wide:
        return
    pages.gap(4)
    pages.need(high)
    box = (LEFT, pages.y - high, LEFT + wide, pages.y)
    pages.sheet.picture(ImageReader(BytesIO(block.picture)), box)
    pages.sheet.frame(box, LINE)
    pages.y -= high


def _words(pages: Pages, block: Photo) -> list[Line]:
    lines = [*pages.setting.lines(block.title, pages.styles.strong, ROOM)]
    if block.text:
        lines += pages.setting.lines(block.text, pages.styles.label, ROOM, block.refs)
    return lines


def _size(block: Photo, words: float) -> tuple[float, float]:
    """Return width and height on the page, both 0 when there is no picture."""
    if not printable(block.picture):
        return 0.0, 0.0
    _x, _y, wide, high = fitted(block.picture, ROOM, max(_TALLEST - words - 4, _LOWEST))
    return wide, high
