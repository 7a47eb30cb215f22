"""The beginning of a document: its cover, or the title over the first page."""

from typing import Final

from crisisdesk.report.document import Cover, Document, Figures
from crisisdesk.report.pdf.blocks.facts import pair_slots, print_figures
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.furniture import EXERCISE_WORD
from crisisdesk.report.pdf.inline import height_of
from crisisdesk.report.pdf.pages import BOTTOM, LEFT, ROOM, Pages
from crisisdesk.report.pdf.palette import EXERCISE, INK, INK2, WHITE, Colour
from crisisdesk.report.pdf.rows import Look, Rows
from crisisdesk.report.pdf.sheet import HEIGHT

_ORGANISATION: Final = HEIGHT - 50
_ORGANISATION_LINES: Final = 8
_MARKS: Final = HEIGHT - 239
_TITLE: Final = HEIGHT - 252
_FIGURES: Final = HEIGHT - 388
_LABELS: Final = 112.0
_SIGN_LINE: Final = 225.0
_SIGN_HEIGHT: Final = 27.0
_PAIRS: Final = Look(air=1.5, rule=None)


def print_cover(pages: Pages, document: Document, cover: Cover) -> None:
    """Print the first page, without a head."""
    setting, styles = pages.setting, pages.styles
    organisation = setting.lines(document.organisation, styles.quiet, ROOM)
    draw_lines(pages.sheet, organisation[:_ORGANISATION_LINES], LEFT, _ORGANISATION)
    _print_marks(pages, document)
    pages.y = _TITLE
    title = setting.lines(document.title, styles.title, ROOM)
    if len(title) > 2:
        title = setting.lines(document.title, styles.title_lower, ROOM)
    pages.print_lines(title)
    pages.y -= 3
    for text in (document.subtitle, *cover.lines):
        pages.print_lines(setting.lines(text, styles.subtitle, ROOM) if text else ())
    pages.y = min(pages.y - 40, _FIGURES + 4)
    if cover.figures:
        print_figures(pages, Figures(figures=cover.figures))
    _print_foot(pages, cover)
    pages.turn()


def _print_marks(pages: Pages, document: Document) -> None:
    x = LEFT
    if document.exercise:
        x = _print_mark(pages, x, EXERCISE_WORD, EXERCISE)
    if document.mark:
        _print_mark(pages, x, pages.setting.clipped(document.mark.upper(), pages.styles.head, 240), INK2)


def _print_mark(pages: Pages, x: float, text: str, ground: Colour) -> float:
    """Print a mark on its ground; return where the next may stand."""
    style = Style(pages.styles.h3.face, 9.25, 12, WHITE)
    width = style.width(text) + 0.7 * len(text) + 14
    pages.sheet.block((x, _MARKS, x + width, _MARKS + 18.5), ground, radius=2.5)
    pages.sheet.put_spaced(x + 7.3, _MARKS + 5.9, text, style, 0.7)
    return x + width + 8


def _print_foot(pages: Pages, cover: Cover) -> None:
    """Print the pairs and the lines to sign on, as low on the page as they go."""
    rows = Rows(pages, _PAIRS)
    slots = [pair_slots(pages.setting, pair, _LABELS) for pair in cover.pairs]
    height = sum(max(height_of(slot.lines) for slot in pair) + 3 for pair in slots)
    pages.y = min(pages.y, BOTTOM + 14 + height + _SIGN_HEIGHT * len(cover.sign_labels))
    for pair in slots:
        rows.add(pair)
    for label in cover.sign_labels:
        pages.need(_SIGN_HEIGHT)
        text = pages.setting.lines(label, pages.styles.quiet, _LABELS - 8)
        draw_lines(pages.sheet, text[:2], LEFT, pages.y - 1.5)
        line = pages.y - 20
        pages.sheet.rule(LEFT + _LABELS, line, LEFT + _LABELS + _SIGN_LINE, line, INK, 0.75)
        pages.y -= _SIGN_HEIGHT


def title_of(document: Document) -> str:
    """Return the title over the first page: what the document is, else its name."""
    return document.subtitle or document.title


def print_title(pages: Pages, document: Document) -> None:
    """Print over the first page what the document is and of what, where there is no cover."""
    setting, styles = pages.setting, pages.styles
    pages.print_lines(setting.lines(title_of(document), styles.title_lower, ROOM))
    pages.y -= 2
    quiet = " · ".join(p for p in (document.title if document.subtitle else "", document.organisation) if p)
    if quiet:
        pages.print_lines(setting.lines(quiet, styles.quiet, ROOM))
    pages.y -= 10
