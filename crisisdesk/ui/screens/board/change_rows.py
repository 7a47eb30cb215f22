"""What is new, changed and gone since the last frozen board, as ready rows to list. No Qt here."""

from collections.abc import Iterator
from typing import Final

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board
from crisisdesk.incident.board_rows import BoardRows, CardRow, Change
from crisisdesk.incident.state import State

MOST: Final = 200
"""So many are listed; the rest are counted, and stand in the comparison."""

_ORDER: Final[tuple[Change, ...]] = ("new", "changed", "gone")


class ChangeRow(Record, kw_only=True):
    """A card that differs: where it hangs (or hung), its text, and why it went."""

    card: int
    change: Change
    column: str
    text: str
    why: str = ""


class ChangeList(Record, kw_only=True):
    """The changes, what they are counted from in words, and how many there was no room for."""

    words: str
    rows: tuple[ChangeRow, ...]
    more: int = 0


def change_list(state: State, rows: BoardRows) -> ChangeList:
    """Return what differs on the board that is shown from the frozen one before it."""
    found = [_row(state, rows, card) for change in _ORDER for card in _changed(rows, change)]
    return ChangeList(words=_words(rows), rows=tuple(found[:MOST]), more=max(len(found) - MOST, 0))


def short_words(rows: BoardRows) -> str:
    """Return how much differs in a word or two, for a button; "" when nothing is said of it."""
    count = sum(1 for change in _ORDER for _ in _changed(rows, change))
    said = swedish.plural(count, "ändring", "ändringar") if count else "Inget nytt"
    return said if rows.changed else ""


def _changed(rows: BoardRows, change: Change) -> Iterator[CardRow]:
    if change == "gone":
        yield from rows.gone
        return
    yield from (card for column in rows.columns for card in column.cards if card.change == change)


def _row(state: State, rows: BoardRows, card: CardRow) -> ChangeRow:
    kept = state[board.FEATURE].cards.get(card.card)
    titles = {column.id: column.title for column in rows.columns}
    why = kept.struck_because if kept is not None and card.change == "gone" else ""
    return ChangeRow(card=card.card, change=card.change, column=titles[card.column], text=card.text, why=why)


def _words(rows: BoardRows) -> str:
    if rows.changed:
        return rows.changed[0].upper() + rows.changed[1:]
    if not rows.frozen:
        return "Ingen lägesbild är fryst än. F7 fryser tavlan."
    last = rows.frozen[-1].number
    return f"Inget nytt sedan nr {last}" if not rows.past else "Den första lägesbilden har ingen före sig"
