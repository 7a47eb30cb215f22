"""The board: columns of cards beside each other, over as many pages as the longest column needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crisisdesk.report.document import Board, BoardCard, BoardColumn, Cell, Signal, Tag
from crisisdesk.report.pdf.blocks.table import cell_runs
from crisisdesk.report.pdf.draw import draw_lines, tag_inset
from crisisdesk.report.pdf.inline import Line, height_of, set_lines
from crisisdesk.report.pdf.pages import BODY, BOTTOM, LEFT, ROOM, Pages, fitting
from crisisdesk.report.pdf.palette import ACCENT, INK, INK3, KINDS, LINE, Colour
from crisisdesk.report.pdf.setting import Setting

_GAP: Final = 9.0
_PAD: Final = 6.0
_EDGE: Final = 2.5
_BETWEEN: Final = 6.0
_RADIUS: Final = 3.0
_HEAD: Final = 26.0
_LEAD: Final = 110.0
_CHANGES: Final[dict[str, tuple[str, Signal]]] = {
    "new": ("ny", "accent"),
    "changed": ("ändrad", "accent"),
    "gone": ("borta", "plain"),
}


@dataclass
class _Card:
    """What is left to print of a card."""

    lines: Sequence[Line]
    ringed: bool


@dataclass
class _Column:
    """A column: where it stands, and the cards that are left to print."""

    x: float
    width: float
    title: str
    count: int
    icon: str
    colour: Colour
    cards: list[_Card]


def print_board(pages: Pages, block: Board) -> None:
    """Print the board and its caption."""
    if not block.columns:
        return
    width = (ROOM - _GAP * (len(block.columns) - 1)) / len(block.columns)
    columns = [_column(pages.setting, c, i, width) for i, c in enumerate(block.columns)]
    pages.gap(4)
    pages.need(_lead(columns))
    _print_page(pages, columns)
    while any(column.cards for column in columns):
        pages.turn()
        _print_page(pages, columns)
    if block.caption:
        pages.gap(4)
        pages.print_lines(pages.setting.lines(block.caption, pages.styles.label, ROOM))
    pages.gap(10)


def _lead(columns: Sequence[_Column]) -> float:
    """Return the height that the board needs on its first page: all of it, unless that is much."""
    tallest = max(sum(_card_height(card) for card in column.cards) for column in columns)
    return tallest + _HEAD if tallest + _HEAD <= BODY * 0.6 else _LEAD


def _card_height(card: _Card) -> float:
    return height_of(card.lines) + 2 * _PAD + _BETWEEN


def _column(setting: Setting, column: BoardColumn, index: int, width: float) -> _Column:
    room = width - 2 * _PAD - _EDGE
    cards = [_Card(_card_lines(setting, c, room), c.change in ("new", "changed")) for c in column.cards]
    colour = KINDS[column.kind].colour if column.kind is not None else INK3
    x = LEFT + index * (width + _GAP)
    return _Column(x, width, column.title, len(cards), column.icon, colour, cards)


def _card_lines(setting: Setting, card: BoardCard, room: float) -> list[Line]:
    styles = setting.styles
    cell = Cell(text=card.text, struck=card.struck, after=card.after, masked=card.masked, refs=card.refs)
    lines = set_lines(cell_runs(setting, cell, styles.cell, room), room)
    change = [Tag(text=word, signal=signal) for word, signal in _change(card)]
    tags = [tag_inset(setting, tag, styles.tag) for tag in (*change, *card.tags)]
    if card.meta:
        lines += setting.lines(card.meta, styles.small, room, card.refs)
    return lines + set_lines(tags, room)


def _change(card: BoardCard) -> list[tuple[str, Signal]]:
    return [_CHANGES[card.change]] if card.change else []


def _print_page(pages: Pages, columns: Sequence[_Column]) -> None:
    """Print the heads, and of each column as many cards as the page has room for."""
    top = pages.y - _print_heads(pages, columns)
    pages.y = min(_print_cards(pages, column, top) for column in columns)


def _print_heads(pages: Pages, columns: Sequence[_Column]) -> float:
    sheet, style = pages.sheet, pages.styles.h3
    for column in columns:
        sheet.rule(column.x, pages.y, column.x + column.width, pages.y, INK, 1.5)
        baseline = pages.y - 4 - style.drop
        icon = 16.0 if column.icon else 0.0
        if column.icon:
            sheet.icon(column.icon, column.x, baseline - 1.8, 12, INK)
        count = str(column.count)
        title = pages.setting.clipped(column.title, style, column.width - icon - 20)
        sheet.put(column.x + icon, baseline, title, style)
        sheet.put_right(column.x + column.width, baseline, count, pages.styles.label)
    return style.leading + 9


def _print_cards(pages: Pages, column: _Column, top: float) -> float:
    y = top
    while column.cards:
        card = column.cards[0]
        room = y - BOTTOM - 2 * _PAD
        if height_of(card.lines) <= room:
            column.cards.pop(0)
            y = _print_card(pages, column, card.lines, y, ringed=card.ringed)
        elif y == top and top > BOTTOM + 300:
            # Taller than a page: as much of it as there is room for, the rest on the next.
            count = max(1, fitting(card.lines, room))
            y = _print_card(pages, column, card.lines[:count], y, ringed=card.ringed)
            card.lines = card.lines[count:]
            return y
        else:
            return y
    return y


def _print_card(pages: Pages, column: _Column, lines: Sequence[Line], top: float, *, ringed: bool) -> float:
    sheet, x, y = pages.sheet, column.x, top - height_of(lines) - 2 * _PAD
    ring, weight = (ACCENT, 1.25) if ringed else (LINE, 0.75)
    sheet.frame((x, y, x + column.width, top), ring, weight, _RADIUS)
    sheet.block((x + 1.5, y + 2, x + 1.5 + _EDGE, top - 2), column.colour)
    draw_lines(sheet, lines, x + _EDGE + _PAD, top - _PAD)
    return y - _BETWEEN
