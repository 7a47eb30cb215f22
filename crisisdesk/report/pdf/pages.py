"""The pages of one document: how far down the page we are, and turning it."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.report.document import Align
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.furniture import LEFT, RIGHT, ROOM, Furniture
from crisisdesk.report.pdf.inline import Line
from crisisdesk.report.pdf.setting import Setting
from crisisdesk.report.pdf.sheet import HEIGHT, Sheet

__all__ = ["BODY", "BOTTOM", "LEFT", "RIGHT", "ROOM", "TOP", "Pages"]

TOP: Final = HEIGHT - 60
BOTTOM: Final = 54.0
BODY: Final = TOP - BOTTOM
"""The height of a page's text."""

# So many lines of a text stand together at the foot and at the top of a page.
_TOGETHER: Final = 2


class Pages:
    """Goes down the pages. `y` is the upper edge of what is free, `number` that of the page, from 1."""

    def __init__(self, sheet: Sheet, setting: Setting, furniture: Furniture) -> None:
        self.sheet = sheet
        self.setting = setting
        self.styles = setting.styles
        self.number = 1
        self.y = TOP
        self._furniture = furniture

    @property
    def room(self) -> float:
        """Return the height that is left on the page."""
        return self.y - BOTTOM

    @property
    def fresh(self) -> bool:
        """Return whether the page is untouched."""
        return self.y >= TOP

    def begin(self, *, bare: bool = False) -> None:
        """Begin the first page; a bare one has no head."""
        if not bare:
            self._furniture.head(self.sheet)

    def turn(self) -> None:
        """End the page and begin the next."""
        self._end()
        self.number += 1
        self.y = TOP
        self._furniture.head(self.sheet)

    def _end(self) -> None:
        self._furniture.foot(self.sheet, self.number)
        self.sheet.leave()

    def close(self) -> None:
        """End the last page (unless it is untouched and not the only one) and number them all."""
        if self.fresh and self.number > 1:
            self.sheet.forsake()
            self.number -= 1
        else:
            self._end()
        self._furniture.number_pages(self.sheet, self.number)

    def need(self, height: float) -> bool:
        """Turn the page unless the height is left on it or it is untouched; return whether it was turned."""
        if self.fresh or self.room >= height:
            return False
        self.turn()
        return True

    def gap(self, height: float) -> None:
        """Leave room between two things: none at the top of a page."""
        if not self.fresh:
            self.y -= height

    def print_lines(
        self, lines: Sequence[Line], x: float = LEFT, width: float = ROOM, align: Align = "left"
    ) -> None:
        """Print the lines, over as many pages as they need, never a single one at a page's edge."""
        while lines:
            count = self._fitting(lines)
            if count:
                self.y = draw_lines(self.sheet, lines[:count], x, self.y, width, align)
                lines = lines[count:]
            if lines:
                self.turn()

    def _fitting(self, lines: Sequence[Line]) -> int:
        """Return how many of the lines to print on this page."""
        count = fitting(lines, self.room)
        if count == len(lines):
            return count
        if len(lines) - count < _TOGETHER:
            count = len(lines) - _TOGETHER
        if count < _TOGETHER:
            return 1 if self.fresh else 0
        return count


def fitting(lines: Sequence[Line], height: float) -> int:
    """Return how many of the lines fit into the height."""
    used = 0.0
    for count, line in enumerate(lines):
        used += line.height
        if used > height:
            return count
    return len(lines)
