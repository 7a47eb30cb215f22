"""Which cards a search finds, and the move that puts cards where they shall be. No Qt here."""

from collections.abc import Sequence

from crisisdesk.features import board
from crisisdesk.incident.board_rows import BoardRows, CardRow
from crisisdesk.kernel.command import Command


def found(rows: BoardRows, text: str) -> tuple[int, ...]:
    """Return the cards that have every word of the text somewhere on them, in board order."""
    words = text.casefold().split()
    cards = (card for column in rows.columns for card in column.cards)
    return tuple(card.card for card in cards if words and _has(card, words))


def _has(card: CardRow, words: Sequence[str]) -> bool:
    tags = " ".join(tag.word for tag in card.tags)
    said = f"{card.text}\n{card.meta} {card.late}\n{tags}\n{card.note}\n{card.answer}".casefold()
    return all(word in said for word in words)


def moves(rows: BoardRows, cards: Sequence[int], column: str, place: int) -> Command | None:
    """Return what puts the cards, in their order, at the place in the column; None when they are there.

    The place counts the cards there that are not moved.
    """
    order = [card.card for row in rows.columns if row.id == column for card in row.cards]
    others = [card for card in order if card not in cards]
    if order == [*others[:place], *cards, *others[place:]]:
        return None
    if len(cards) == 1:
        return board.commands.MoveCard(card=cards[0], column=column, position=place)
    return board.commands.MoveCards(cards=tuple(cards), column=column, position=place)
