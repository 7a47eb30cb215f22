"""The blank form of krisplan bilaga 1: a whole page of boxes to write in, its number large at the top."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import segno

from crisisdesk.report.document import BlankForm
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.furniture import EXERCISE_WORD
from crisisdesk.report.pdf.pages import LEFT, RIGHT, ROOM, TOP, Pages
from crisisdesk.report.pdf.palette import INK, INK3, WHITE

_HEAD: Final = 68.0
_CODE: Final = 50.0
_NUMBER: Final = 92.0
_PAD: Final = 4.0
_LABEL: Final = 14.0
_RULE: Final = 20.0
"""The height of a line written by hand (7 mm)."""

_TICK: Final = 8.5
_TITLE: Final = "Informationshantering och beslutslogg"
_KINDS: Final = ("händelse", "info in", "info ut", "beslut", "uppgift", "oklarhet", "bedömning")
_CHANNELS: Final = ("telefon", "Rakel", "e-post", "sms", "muntligt", "media", "annat:")


class _Box(NamedTuple):
    """A box: its label, its share of the width, lines to write on (one without a rule), words to tick."""

    label: str
    share: float = 1.0
    lines: int = 1
    ticks: tuple[str, ...] = ()


_ROWS: Final[tuple[tuple[_Box, ...], ...]] = (
    (
        _Box("Datum", 0.17),
        _Box("Tid, när det hände", 0.2),
        _Box("Skriven av (funktion, namn)", 0.43),
        _Box("Sign", 0.2),
    ),
    (_Box("Slag", ticks=_KINDS),),
    (_Box("Från", 0.5), _Box("Till", 0.5)),
    (_Box("Kanal", ticks=_CHANNELS),),
    (_Box("Information, händelse", lines=9),),
    (_Box("Bedömning", lines=3),),
    (_Box("Beslut: vad", lines=2),),
    (_Box("Beslut: motivering", lines=2),),
    (_Box("Vem beslutade", 0.7), _Box("Beslutat kl.", 0.3)),
    (_Box("Åtgärd", lines=2),),
    (_Box("Ansvarig", 0.6), _Box("Klart senast", 0.4)),
    (
        _Box("Klart: tid", 0.2),
        _Box("Klart: sign", 0.2),
        _Box("Införd i loggen: rad nr", 0.24),
        _Box("Införd: tid", 0.18),
        _Box("Införd: sign", 0.18),
    ),
)


def print_blank_form(pages: Pages, block: BlankForm) -> None:
    """Print the form on a page of its own."""
    if not pages.fresh:
        pages.turn()
    _print_head(pages, block)
    pages.y = TOP - _HEAD
    for row in _ROWS:
        _print_row(pages, row)


def _print_head(pages: Pages, block: BlankForm) -> None:
    sheet, styles = pages.sheet, pages.styles
    room = ROOM - _NUMBER - (_CODE + 12 if block.code else 0) - 12
    sheet.put(LEFT, TOP - 14, pages.setting.clipped(_TITLE, styles.h2, room), styles.h2)
    if block.incident:
        draw_lines(sheet, pages.setting.lines(block.incident, styles.body, room)[:2], LEFT, TOP - 20)
    else:
        sheet.put(LEFT, TOP - 38, "Händelse", styles.small)
        sheet.rule(LEFT + 44, TOP - 40, LEFT + room, TOP - 40, INK3)
    if block.exercise:
        _print_exercise(pages)
    right = RIGHT
    if block.code:
        _print_code(pages, block.code, right - _CODE, TOP - _CODE)
        right -= _CODE + 12
    _print_number(pages, block.number, right)


def _print_exercise(pages: Pages) -> None:
    """Print ÖVNING white on black: it must be seen on the poorest printer."""
    style = Style(pages.styles.h3.face, 9.25, 12, WHITE)
    pages.sheet.block((LEFT, TOP - 64, LEFT + 68, TOP - 48), INK, radius=2)
    pages.sheet.put_spaced(LEFT + 8, TOP - 59.5, EXERCISE_WORD, style, 0.7)


def _print_number(pages: Pages, number: int, right: float) -> None:
    box = (right - _NUMBER, TOP - _CODE, right, TOP)
    pages.sheet.frame(box, INK, 1.25)
    pages.sheet.put(box[0] + _PAD, TOP - 10, "Blankett nr", pages.styles.small)
    if number:
        style = Style(pages.styles.title.face, 32, 36)
        pages.sheet.put_centred((box[0] + right) / 2, TOP - 43, str(number), style)


def _print_code(pages: Pages, text: str, left: float, bottom: float) -> None:
    """Print the code as squares, each row's runs as one box, so that no seam shows between them."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    side = _CODE / len(rows)
    for down, row in enumerate(rows):
        top = bottom + _CODE - down * side
        for start, end in _runs(row):
            pages.sheet.block((left + start * side, top - side, left + end * side, top), INK)


def _runs(row: bytes) -> Sequence[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif dark:
            found.append((at, at + 1))
    return found


def _print_row(pages: Pages, row: Sequence[_Box]) -> None:
    height = max(_height(box) for box in row)
    x = LEFT
    for box in row:
        width = ROOM * box.share
        _print_box(pages, box, (x, pages.y - height, x + width, pages.y))
        x += width
    pages.y -= height


def _height(box: _Box) -> float:
    return 24.0 if box.ticks else _LABEL + _RULE * box.lines


def _print_box(pages: Pages, box: _Box, place: tuple[float, float, float, float]) -> None:
    left, _bottom, right, top = place
    sheet, style = pages.sheet, pages.styles.small
    sheet.frame(place, INK, 0.75)
    if box.ticks:
        sheet.put(left + _PAD, top - 15, box.label, style)
        _print_ticks(pages, box.ticks, left + 44, top)
        return
    sheet.put(left + _PAD, top - 10, pages.setting.clipped(box.label, style, right - left - 2 * _PAD), style)
    for line in range(1, box.lines):
        y = top - _LABEL - _RULE * line
        sheet.rule(left + _PAD, y, right - _PAD, y, INK3, 0.4)


def _print_ticks(pages: Pages, words: Sequence[str], left: float, top: float) -> None:
    style = pages.styles.cell
    for word in words:
        pages.sheet.frame((left, top - 16.5, left + _TICK, top - 16.5 + _TICK), INK, 0.75)
        pages.sheet.put(left + _TICK + 4, top - 15.5, word, style)
        left += _TICK + 4 + style.width(word) + 13
