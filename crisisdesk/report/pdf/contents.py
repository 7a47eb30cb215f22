"""The contents: headings with links at once, their page numbers when those are known."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from crisisdesk.report.document import Block, Heading
from crisisdesk.report.pdf.blocks.text import heading_text
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.inline import height_of
from crisisdesk.report.pdf.legible import storable
from crisisdesk.report.pdf.pages import LEFT, RIGHT, ROOM, Pages
from crisisdesk.report.pdf.palette import LINE

_TITLE: Final = "Innehåll"
_DEEPEST: Final = 2
_INDENT: Final = 14.0
_NUMBER_ROOM: Final = 44.0


def heading_anchor(index: int) -> str:
    """Return the name of the place where the block with this index, a heading, stands."""
    return f"heading-{index}"


class _Entry(NamedTuple):
    """Where a heading's page number goes: how high, and in which style."""

    baseline: float
    style: Style


class Contents:
    """The contents of one document."""

    def __init__(self, pages: Pages, blocks: Sequence[Block]) -> None:
        self._pages = pages
        self._headings = [
            (index, b) for index, b in enumerate(blocks) if isinstance(b, Heading) and b.level <= _DEEPEST
        ]
        self._entries: dict[int, _Entry] = {}

    def print(self) -> None:
        """Print the headings on pages of their own; nothing when there are none."""
        if not self._headings:
            return
        pages = self._pages
        pages.print_lines(pages.setting.lines(_TITLE, pages.styles.h1, ROOM))
        pages.y -= 8
        for index, heading in self._headings:
            self._print_entry(index, heading)
        pages.turn()

    def _print_entry(self, index: int, heading: Heading) -> None:
        pages, strong = self._pages, heading.level == 1
        style = pages.styles.strong if strong else pages.styles.body
        x = LEFT if strong else LEFT + _INDENT
        lines = pages.setting.lines(heading_text(heading), style, RIGHT - x - _NUMBER_ROOM)
        height = height_of(lines) + (8 if strong else 3)
        pages.need(height)
        top = pages.y - (6 if strong else 1)
        bottom = draw_lines(pages.sheet, lines, x, top)
        pages.sheet.show_form(_form(index))
        pages.sheet.link(heading_anchor(index), (x, bottom, RIGHT, top), storable(heading_text(heading)))
        self._entries[index] = _Entry(bottom + lines[-1].height - lines[-1].drop, style)
        pages.y -= height
        if strong:
            pages.sheet.rule(LEFT, bottom - 1, RIGHT, bottom - 1, LINE)

    def number(self, page_of: Mapping[int, int]) -> None:
        """Print the page numbers; `page_of` gives the page of each heading by its index."""
        for index, entry in self._entries.items():
            with self._pages.sheet.form(_form(index)):
                self._pages.sheet.put_right(RIGHT, entry.baseline, str(page_of[index]), entry.style)


def _form(index: int) -> str:
    return f"contents-{index}"
