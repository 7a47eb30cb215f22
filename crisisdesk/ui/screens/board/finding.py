"""Which cards a search finds, and the moves that put several cards where they shall be. No Qt here."""

from collections.abc import Sequence

from crisisdesk.features import board
from crisisdesk.kernel.command import Command
from crisisdesk.ui.screens.board.rows import BoardRows, CardRow


def found(rows: BoardRows, text: str) -> tuple[int, ...]:
    """Return the cards that have every word of the text somewhere on them, in board order."""
    words = text.casefold().split()
    cards = (card for column in rows.columns for card in column.cards)
    return tuple(card.card for card in cards if words and _has(card, words))


def _has(card: CardRow, words: Sequence[str]) -> bool:
    tags = " ".join(tag.word for tag in card.tags)
    said = f"{card.text}\n{card.meta} {card.late}\n{tags}\n{card.note}\n{card.answer}".casefold()
    return all(word in said for word in words)


def moves(rows: BoardRows, cards: Sequence[int], column: str, place: int) -> tuple[Command, ...]:
    """Return the moves that put the cards, in their order, at the place in the column.

    The place counts the cards there that are not moved.
    """
    order = [card.card for row in rows.columns if row.id == column for card in row.cards]
    others = [card for card in order if card not in cards]
    before = others[place - 1] if 0 < place <= len(others) else others[-1] if place and others else 0
    asked: list[Command] = []
    for card in cards:
        was = order.index(card) if card in order else -1
        if was >= 0:
            order.remove(card)
        at = order.index(before) + 1 if before else 0
        order.insert(at, card)
        if at != was:
            asked.append(board.commands.MoveCard(card=card, column=column, position=at))
        before = card
    return tuple(asked)
