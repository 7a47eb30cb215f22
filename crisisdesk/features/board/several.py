"""What may be done with several cards at once: moved and struck together, in one act."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.board import commands, facts, wording
from crisisdesk.features.board.rules import hanging, known_column, next_uncertainty
from crisisdesk.features.board.state import BoardState, Card
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Column
from crisisdesk.plan.given import Given


def _move(state: BoardState, command: commands.MoveCards, given: Given) -> tuple[Fact, ...]:
    """Return a fact a card: each place is the one it gets when those before it have gone."""
    column = known_column(given.plan, command.column)
    cards = _chosen(state, command.cards)
    order = list(state.columns.get(column.id, []))
    moving = {card.card for card in cards}
    others = [card for card in order if card not in moving]
    place = len(others) if command.position is None else max(0, min(command.position, len(others)))
    before = others[place - 1] if place else 0
    numbers = _uncertainties(state, cards, column)
    found: list[Fact] = []
    for card in cards:
        was = order.index(card.card) if card.card in order else -1
        if was >= 0:
            order.remove(card.card)
        at = order.index(before) + 1 if before else 0
        order.insert(at, card.card)
        found += _went(card, column, was, at, numbers.get(card.card, 0))
        before = card.card
    return tuple(found)


def _went(card: Card, column: Column, was: int, at: int, uncertainty: int) -> list[Fact]:
    if was < 0:
        moved = facts.CardMoved(card=card.card, column=column.id, position=at, uncertainty=uncertainty)
        return [moved]
    return [facts.CardOrdered(card=card.card, position=at)] if at != was else []


def _uncertainties(state: BoardState, cards: list[Card], column: Column) -> dict[int, int]:
    """Return which card is which uncertainty in the column; a card keeps the number it once had."""
    if column.purpose != "uncertainty":
        return {}
    numbers = {card: number for number, card in state.uncertainties.items()}
    free = next_uncertainty(state)
    for card in cards:
        if card.card not in numbers:
            numbers[card.card] = free
            free += 1
    return numbers


def _strike(state: BoardState, command: commands.StrikeCards, given: Given) -> tuple[Fact, ...]:
    cards, reason = _chosen(state, command.cards), command.reason.strip()
    if not reason:
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return tuple(facts.CardStruck(card=card.card, reason=reason) for card in cards)


def _chosen(state: BoardState, numbers: tuple[int, ...]) -> list[Card]:
    """Return the cards, each once; RuleBroken when one of them does not hang."""
    return [hanging(state, number) for number in dict.fromkeys(numbers)]


RULES: Rules[BoardState] = {commands.MoveCards: _move, commands.StrikeCards: _strike}
