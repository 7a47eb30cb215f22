"""Crosses out what the last page leaves free, as a clerk does: nothing can be added there afterwards."""

from typing import Final

from crisisdesk.report.document import RuledOff
from crisisdesk.report.pdf.pages import BOTTOM, LEFT, RIGHT, ROOM, Pages
from crisisdesk.report.pdf.palette import INK, WHITE

WORDS: Final = "Inget mer på detta blad"
_LEAST: Final = 24.0
_WIDTH: Final = 0.75


def print_ruled_off(pages: Pages, block: RuledOff) -> None:
    """Draw a Z over the free part of the page, with the words in its middle."""
    top, bottom = pages.y - 6, BOTTOM + 4
    if pages.fresh or top - bottom < _LEAST:
        return
    sheet, style = pages.sheet, pages.styles.cell
    sheet.rule(LEFT, top, RIGHT, top, INK, _WIDTH)
    sheet.rule(RIGHT, top, LEFT, bottom, INK, _WIDTH)
    sheet.rule(LEFT, bottom, RIGHT, bottom, INK, _WIDTH)
    wide, middle = style.width(WORDS) + 12, (top + bottom) / 2
    x = LEFT + ROOM / 2
    sheet.block((x - wide / 2, middle - 8, x + wide / 2, middle + 8), WHITE)
    sheet.put_centred(x, middle - 3, WORDS, style)
    pages.y = BOTTOM
