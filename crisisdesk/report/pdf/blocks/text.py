"""Headings, running text, lists and notes."""

from typing import Final

from crisisdesk.report.document import Bullets, Heading, Note, PageBreak, Paragraph, Spacer, Tone
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.fonts import Style, Styles
from crisisdesk.report.pdf.inline import Line, height_of
from crisisdesk.report.pdf.pages import LEFT, ROOM, Pages, fitting
from crisisdesk.report.pdf.palette import INK3, SIGNALS

MM: Final = 72 / 25.4
_BEFORE: Final = {1: 22.0, 2: 18.0, 3: 10.0}
_AFTER: Final = {1: 5.0, 2: 4.0, 3: 1.5}
_INDENT: Final = 14.0
_NOTE_INSET: Final = 10.0


def _style(styles: Styles, level: int) -> Style:
    return (styles.h1, styles.h2, styles.h3)[min(max(level, 1), 3) - 1]


def tone_style(styles: Styles, tone: Tone) -> Style:
    """Return the style of running text in the tone."""
    return {"normal": styles.body, "quiet": styles.quiet, "strong": styles.strong}[tone]


def heading_text(block: Heading) -> str:
    """Return the heading as it is printed, with its number."""
    return f"{block.number} {block.text}".strip()


def _heading_lines(pages: Pages, block: Heading) -> list[Line]:
    return pages.setting.lines(heading_text(block), _style(pages.styles, block.level), ROOM)


def heading_height(pages: Pages, block: Heading) -> float:
    """Return the height that the heading takes, with the room above and below it."""
    level = min(max(block.level, 1), 3)
    return _BEFORE[level] + height_of(_heading_lines(pages, block)) + _AFTER[level]


def print_heading(pages: Pages, block: Heading, anchor: str) -> None:
    """Print the heading; `anchor` is the place that bookmarks and contents lead to."""
    level = min(max(block.level, 1), 3)
    pages.gap(_BEFORE[level])
    pages.sheet.anchor(anchor, pages.y + 6)
    pages.print_lines(_heading_lines(pages, block))
    pages.y -= _AFTER[level]


def print_paragraph(pages: Pages, block: Paragraph) -> None:
    """Print running text."""
    style = tone_style(pages.styles, block.tone)
    pages.print_lines(pages.setting.lines(block.text, style, ROOM, block.refs))
    pages.gap(6)


def paragraph_height(pages: Pages, block: Paragraph) -> float:
    """Return the height of the running text."""
    return height_of(pages.setting.lines(block.text, tone_style(pages.styles, block.tone), ROOM)) + 6


def print_bullets(pages: Pages, block: Bullets) -> None:
    """Print a list, its texts set in from the points or numbers."""
    style = pages.styles.body
    for number, item in enumerate(block.items, 1):
        lines = pages.setting.lines(item, style, ROOM - _INDENT, block.refs)
        pages.need(height_of(lines[:2]))
        sign = f"{number}." if block.numbered else "•"
        pages.sheet.put(LEFT + (0 if block.numbered else 2), pages.y - style.drop, sign, style)
        pages.print_lines(lines, LEFT + _INDENT, ROOM - _INDENT)
        pages.gap(2)
    pages.gap(4)


def print_note(pages: Pages, block: Note) -> None:
    """Print a note with a bar at its left edge, over as many pages as it needs."""
    room = ROOM - _NOTE_INSET
    colour = SIGNALS[block.signal]
    lines: list[Line] = []
    if block.title:
        lines += pages.setting.lines(block.title, pages.styles.h3.coloured(colour), room)
    lines += pages.setting.lines(block.text, pages.styles.body, room, block.refs)
    pages.gap(4)
    pages.need(height_of(lines[:4]))
    bar = INK3 if block.signal == "plain" else colour
    while lines:
        count = max(1, fitting(lines, pages.room))
        bottom = draw_lines(pages.sheet, lines[:count], LEFT + _NOTE_INSET, pages.y)
        pages.sheet.block((LEFT, bottom, LEFT + 2, pages.y), bar)
        pages.y = bottom
        lines = lines[count:]
        if lines:
            pages.turn()
    pages.gap(10)


def print_spacer(pages: Pages, block: Spacer) -> None:
    """Leave room; at the foot of a page there is none to leave."""
    pages.gap(min(block.height * MM, max(pages.room, 0.0)))


def print_page_break(pages: Pages, block: PageBreak) -> None:
    """Start a page, unless one was just started."""
    if not pages.fresh:
        pages.turn()
