"""Writes a document as PDF: cover, contents and blocks in order, then what is known only at the end."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from crisisdesk.report import document as d
from crisisdesk.report.pdf.archive import finish
from crisisdesk.report.pdf.blocks import (
    blank_form,
    board,
    checklist,
    facts,
    log,
    photo,
    ruled_off,
    signatures,
    sketch,
    table,
    text,
    timeline,
)
from crisisdesk.report.pdf.contents import Contents, heading_anchor
from crisisdesk.report.pdf.cover import print_cover, print_title, title_of
from crisisdesk.report.pdf.fonts import load_styles
from crisisdesk.report.pdf.furniture import Furniture
from crisisdesk.report.pdf.legible import storable
from crisisdesk.report.pdf.pages import BODY, TOP, Pages
from crisisdesk.report.pdf.setting import LINE_ANCHOR, Setting
from crisisdesk.report.pdf.sheet import Place, Sheet

_PRINTERS: Final[dict[type, Callable[[Pages, Any], None]]] = {
    d.Paragraph: text.print_paragraph,
    d.Bullets: text.print_bullets,
    d.Note: text.print_note,
    d.Spacer: text.print_spacer,
    d.PageBreak: text.print_page_break,
    d.RuledOff: ruled_off.print_ruled_off,
    d.Figures: facts.print_figures,
    d.KeyValues: facts.print_key_values,
    d.Columns: facts.print_columns,
    d.Grade: facts.print_grade,
    d.Table: table.print_table,
    d.LogTable: log.print_log,
    d.Checklist: checklist.print_checklist,
    d.Timeline: timeline.print_timeline,
    d.Board: board.print_board,
    d.Sketch: sketch.print_sketch,
    d.Photo: photo.print_photo,
    d.BlankForm: blank_form.print_blank_form,
    d.Signatures: signatures.print_signatures,
}
_LEAD: Final = 48.0
"""So much of what follows stands on the page of its heading (pt)."""

_LEADS: Final[dict[type, Callable[[Pages, Any], float]]] = {
    d.PageBreak: lambda pages, block: 0.0,
    d.Spacer: lambda pages, block: 0.0,
    d.KeyValues: facts.key_values_height,
    d.Figures: lambda pages, block: 84.0,
    d.Table: lambda pages, block: 70.0,
    d.LogTable: lambda pages, block: 70.0,
    d.Checklist: lambda pages, block: 70.0,
    d.Board: lambda pages, block: 120.0,
    d.Signatures: lambda pages, block: 66.0,
    d.Timeline: timeline.timeline_height,
    d.Sketch: sketch.sketch_height,
    d.Photo: photo.photo_height,
}


def write_pdf(document: d.Document, path: Path) -> int:
    """Write the document to the path, whole or not at all; return how many pages it has.

    The same document gives the same bytes. Built as PDF/A-2b. WorldFault when the file cannot be written.
    """
    raw = BytesIO()
    writing = _Writing(document, raw)
    places, pages = writing.write(), writing.pages
    # What drew the pages is a third of all memory: it goes before the file is read again to be finished.
    del writing
    finish(raw, document, places, path)
    return pages


class _Writing:
    """One document on its way to paper."""

    def __init__(self, document: d.Document, out: BytesIO) -> None:
        styles = load_styles()
        setting = Setting(styles, _anchors(document))
        self._document = document
        self._sheet = Sheet(out, styles)
        self._pages = Pages(self._sheet, setting, Furniture(document, setting))
        self._page_of: dict[int, int] = {}
        self._outline_level = -1
        self._titled = document.cover is None and not document.loose

    @property
    def pages(self) -> int:
        """Return how many pages are written."""
        return self._pages.number

    def write(self) -> Mapping[str, Place]:
        """Draw everything; return the places of the log lines."""
        document, pages = self._document, self._pages
        pages.begin(bare=document.cover is not None)
        if document.cover is not None:
            print_cover(pages, document, document.cover)
        contents = Contents(pages, document.blocks if document.contents else ())
        contents.print()
        if self._titled:
            print_title(pages, document)
        for index, block in enumerate(document.blocks):
            self._print(index, block)
        pages.close()
        contents.number(self._page_of)
        self._sheet.finish()
        return {name: p for name, p in self._sheet.places.items() if name.startswith(LINE_ANCHOR)}

    def _print(self, index: int, block: d.Block) -> None:
        if isinstance(block, d.Heading):
            self._print_heading(index, block)
        else:
            _PRINTERS[type(block)](self._pages, block)

    def _print_heading(self, index: int, block: d.Heading) -> None:
        anchor = heading_anchor(index)
        if index == 0 and self._titled:
            self._print_first_heading(block, anchor)
        else:
            if block.new_page and not self._pages.fresh:
                self._pages.turn()
            self._pages.need(self._height_with_lead(self._document.blocks[index:]))
            text.print_heading(self._pages, block, anchor)
        self._page_of[index] = self._pages.number
        # A bookmark stands at most one level below the one before it.
        self._outline_level = min(max(block.level, 1) - 1, self._outline_level + 1)
        self._sheet.bookmark(storable(text.heading_text(block)) or "–", anchor, self._outline_level)

    def _print_first_heading(self, block: d.Heading, anchor: str) -> None:
        """Print the heading below the title on the same page, unless the title says it already."""
        if text.heading_text(block) == title_of(self._document):
            self._sheet.anchor(anchor, TOP)
        else:
            text.print_heading(self._pages, block, anchor)

    def _height_with_lead(self, blocks: Sequence[d.Block]) -> float:
        """Return the height of the headings and short texts that begin the blocks, with what must follow."""
        height = 0.0
        for block in blocks:
            if isinstance(block, d.Heading):
                height += text.heading_height(self._pages, block)
            elif isinstance(block, d.Paragraph):
                tall = text.paragraph_height(self._pages, block)
                if tall > _LEAD:
                    return height + _LEAD
                height += tall
            else:
                return height + _LEADS.get(type(block), _plain_lead)(self._pages, block)
            if height > BODY / 2:
                return height
        return height


def _plain_lead(pages: Pages, block: object) -> float:
    return _LEAD


def _anchors(document: d.Document) -> frozenset[int]:
    """Return the numbers of the log lines that the document prints as places to lead to."""
    numbers: set[int] = set()
    for block in document.blocks:
        if isinstance(block, d.LogTable) and block.anchors:
            numbers.update(log.line_numbers(block))
        elif isinstance(block, d.Table):
            numbers.update(row.line for row in block.rows if row.line)
    return frozenset(numbers)
