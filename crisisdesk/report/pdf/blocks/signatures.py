"""Lines to sign on."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.report.document import Signature, Signatures
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.pages import LEFT, ROOM, Pages
from crisisdesk.report.pdf.palette import INK

_SIGN_GAP: Final = 24.0
_SIGN_ROOM: Final = 30.0


def print_signatures(pages: Pages, block: Signatures) -> None:
    """Print lines to sign on, two to a row; what was signed on the screen stands on its line."""
    for at in range(0, len(block.lines), 2):
        pages.need(_SIGN_ROOM + 30)
        _print_pair(pages, block.lines[at : at + 2])


def _print_pair(pages: Pages, pair: Sequence[Signature]) -> None:
    sheet, styles = pages.sheet, pages.styles
    width = (ROOM - _SIGN_GAP) / 2
    line = pages.y - _SIGN_ROOM
    for index, signature in enumerate(pair):
        x = LEFT + index * (width + _SIGN_GAP)
        signed = ", ".join(part for part in (signature.sign, signature.time) if part)
        sheet.put(x, line + 4, pages.setting.clipped(signed, styles.body, width), styles.body)
        sheet.rule(x, line, x + width, line, INK, 0.75)
        label = pages.setting.lines(signature.label, styles.label, width)
        draw_lines(sheet, label[:2], x, line - 2)
    pages.y = line - 34
