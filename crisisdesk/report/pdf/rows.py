"""Rows of cells below each other: tables, the log, text in columns. Whole unless taller than a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from crisisdesk.report.document import Align
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.inline import Line, height_of
from crisisdesk.report.pdf.pages import BODY, LEFT, RIGHT, ROOM, Pages, fitting
from crisisdesk.report.pdf.palette import INK3, LINE, Colour

# Only a row taller than this is ever split, and only where so much of a page is free.
_TALL: Final = BODY / 4
_WORTH_BEGINNING: Final = 120.0
# So many lines of a split row go on to the next page, if it has as many.
_TO_GO_ON: Final = 4
_OVER_BAND: Final = 4.0


@dataclass(frozen=True, slots=True)
class Slot:
    """The lines of one cell: from `x`, `width` wide. `again` is printed where a split row goes on."""

    x: float
    width: float
    lines: Sequence[Line]
    align: Align = "left"
    again: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """The air over and under a row's text, the least height of a row (pt), and its rules.

    `columns` are where rules stand between the columns.
    """

    air: float = 4.0
    least: float = 0.0
    rule: Colour | None = LINE
    columns: Sequence[float] = ()


class Rows:
    """Prints rows; `head` prints the column heads, at once and again on every page."""

    def __init__(self, pages: Pages, look: Look, head: Callable[[], None] | None = None) -> None:
        self._pages = pages
        self._look = look
        self._head = head
        self._at_top = False

    def begin(self, lead: float) -> None:
        """Print the column heads, on the next page unless `lead` pt are left for them and the first row."""
        self._pages.need(lead)
        self._at_top = self._pages.fresh
        self._print_head()

    def _print_head(self) -> None:
        if self._head is not None:
            self._head()

    def _turn(self) -> None:
        self._pages.turn()
        self._print_head()
        self._at_top = True

    def add(self, slots: Sequence[Slot], anchor: str = "") -> None:
        """Print a row; `anchor` makes it a place that links lead to."""
        height = self._height(slots)
        cut = height > self._pages.room and not self._at_top
        if cut and (height <= _TALL or self._pages.room < _WORTH_BEGINNING):
            self._turn()
        if anchor:
            self._pages.sheet.anchor(anchor, self._pages.y)
        if height <= self._pages.room:
            self._draw(slots, height)
        else:
            self._add_tall(slots)

    def _height(self, slots: Sequence[Slot]) -> float:
        return max(max(height_of(slot.lines) for slot in slots) + 2 * self._look.air, self._look.least)

    def _add_tall(self, slots: Sequence[Slot]) -> None:
        """Print a row in parts, one to a page."""
        while True:
            room = self._pages.room - 2 * self._look.air
            counts = [_part(slot.lines, room) for slot in slots]
            part = [replace(s, lines=s.lines[:n]) for s, n in zip(slots, counts, strict=True)]
            rest = [s.lines[n:] for s, n in zip(slots, counts, strict=True)]
            self._draw(part, self._height(part))
            if not any(rest):
                return
            self._turn()
            slots = [replace(s, lines=left or s.again) for s, left in zip(slots, rest, strict=True)]

    def band(self, lines: Sequence[Line], lead: float = 36.0) -> None:
        """Print lines across all columns, as a heading over the rows that follow (`lead` pt of them)."""
        slots = [Slot(LEFT, ROOM, lines)]
        height = self._height(slots)
        if self._pages.room < height + lead + _OVER_BAND and not self._at_top:
            self._turn()
        if not self._at_top:
            self._pages.y -= _OVER_BAND
        self.add(slots)

    def _draw(self, slots: Sequence[Slot], height: float) -> None:
        pages, look = self._pages, self._look
        for slot in slots:
            draw_lines(pages.sheet, slot.lines, slot.x, pages.y - look.air, slot.width, slot.align)
        bottom = pages.y - height
        if look.rule:
            pages.sheet.rule(LEFT, bottom, RIGHT, bottom, look.rule)
        for x in look.columns if len(slots) > 1 else ():
            pages.sheet.rule(x, pages.y, x, bottom, INK3, 0.4)
        pages.y = bottom
        self._at_top = False


def _part(lines: Sequence[Line], room: float) -> int:
    """Return how many of a cell's lines to print on this page: at least one, so that it comes to an end."""
    count = fitting(lines, room)
    if count < len(lines):
        count = min(count, max(len(lines) - _TO_GO_ON, _TO_GO_ON))
    return max(count, 1)
