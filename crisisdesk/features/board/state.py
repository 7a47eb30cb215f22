"""The board as it stands, folded from its facts, which it keeps so that any earlier board can be told."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import field
from msgspec.structs import replace

from crisisdesk.base.record import Kept
from crisisdesk.features.board import facts
from crisisdesk.features.board.cards import (
    Answer,
    Card,
    Difference,
    ForecastVersion,
    Frozen,
    Pinned,
    Version,
    difference,
    state_of,
)
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Fold, Folds

__all__ = [
    "FOLDS",
    "Answer",
    "BoardState",
    "Card",
    "Difference",
    "ForecastVersion",
    "Frozen",
    "Pinned",
    "Version",
    "as_it_stood",
    "difference",
]


class BoardState(Kept):
    """Cards by number; their order by column; uncertainties by their own number; the frozen boards.

    `recorded` holds the board's own facts, in order.
    """

    cards: dict[int, Card] = field(default_factory=dict[int, Card])
    columns: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    uncertainties: dict[int, int] = field(default_factory=dict[int, int])
    forecast: dict[str, str] = field(default_factory=dict[str, str])
    forecast_secrecy: dict[str, str] = field(default_factory=dict[str, str])
    forecasts: dict[str, list[ForecastVersion]] = field(default_factory=dict[str, list[ForecastVersion]])
    frozen: list[Frozen] = field(default_factory=list[Frozen])
    recorded: list[Recorded] = field(default_factory=list[Recorded])

    def in_column(self, column: str) -> list[Card]:
        """Return the cards that hang in the column, in order."""
        return [self.cards[number] for number in self.columns.get(column, [])]

    def uncertainty(self, number: int) -> Card | None:
        """Return the card of the uncertainty, None when there is none."""
        card = self.uncertainties.get(number)
        return self.cards[card] if card is not None else None

    def open_uncertainties(self) -> list[Card]:
        """Return the uncertainties that hang unanswered, in the order they were put up."""
        found = (self.cards[card] for card in self.uncertainties.values())
        return [card for card in found if card.unanswered]

    def late_uncertainties(self, now: datetime) -> list[Card]:
        """Return the open uncertainties whose answer was needed before the moment (UTC)."""
        return [c for c in self.open_uncertainties() if c.needed_by is not None and c.needed_by < now]

    def pinned(self) -> tuple[Pinned, ...]:
        """Return every card that hangs now, in board order."""
        return tuple(card.pinned for column in self.columns for card in self.in_column(column))

    def since_frozen(self) -> Difference:
        """Return what is new, changed and gone since the last frozen board."""
        before = self.frozen[-1].cards if self.frozen else ()
        return difference(before, self.pinned()) if self.frozen else Difference(frozenset(), frozenset(), ())

    def copied(self) -> "BoardState":
        """Return a board of its own that stands as this one; cards and frozen boards are shared."""
        return BoardState(
            cards=dict(self.cards),
            columns={column: list(order) for column, order in self.columns.items()},
            uncertainties=dict(self.uncertainties),
            forecast=dict(self.forecast),
            forecast_secrecy=dict(self.forecast_secrecy),
            forecasts={which: list(versions) for which, versions in self.forecasts.items()},
            frozen=list(self.frozen),
            recorded=list(self.recorded),
        )


def _added(state: BoardState, fact: facts.CardAdded, recorded: Recorded) -> None:
    at = recorded.happened_at
    state.cards[fact.card] = Card(
        card=fact.card,
        column=fact.column,
        number=recorded.number,
        added_at=at,
        versions=(Version(1, fact.content, at, recorded.recorded_by, at, at),),
        uncertainty=fact.uncertainty,
        origin=fact.origin,
        became_from=fact.became_from,
    )
    state.columns.setdefault(fact.column, []).insert(fact.position, fact.card)
    if fact.uncertainty:
        state.uncertainties[fact.uncertainty] = fact.card


def _edited(state: BoardState, fact: facts.CardEdited, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    before, after, at = card.content, fact.content, recorded.happened_at
    version = Version(
        version=fact.version,
        content=after,
        at=at,
        recorded_by=recorded.recorded_by,
        said_at=card.said_at if (before.text, before.source) == (after.text, after.source) else at,
        state_at=card.versions[-1].state_at if state_of(before) == state_of(after) else at,
    )
    holds = after.certainty == "contradicted"
    state.cards[fact.card] = replace(
        card,
        versions=(*card.versions, version),
        # What is no longer contradicted is contradicted by nothing.
        by_line=card.by_line if holds else 0,
        by_card=card.by_card if holds else 0,
    )


def _moved(state: BoardState, fact: facts.CardMoved, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.columns[card.column].remove(fact.card)
    state.columns.setdefault(fact.column, []).insert(fact.position, fact.card)
    state.cards[fact.card] = replace(card, column=fact.column, uncertainty=fact.uncertainty)
    if fact.uncertainty:
        state.uncertainties[fact.uncertainty] = fact.card


def _ordered(state: BoardState, fact: facts.CardOrdered, recorded: Recorded) -> None:
    order = state.columns[state.cards[fact.card].column]
    order.remove(fact.card)
    order.insert(fact.position, fact.card)


def _struck(state: BoardState, fact: facts.CardStruck, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.columns[card.column].remove(fact.card)
    state.cards[fact.card] = replace(card, struck_because=fact.reason, struck_at=recorded.happened_at)


def _contradicted(state: BoardState, fact: facts.CardContradicted, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.cards[fact.card] = replace(card, by_line=fact.by_line, by_card=fact.by_card)


def _linked(state: BoardState, fact: facts.CardLinked, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.cards[fact.card] = replace(card, links=(*card.links, fact.ref))


def _unlinked(state: BoardState, fact: facts.CardUnlinked, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    left = tuple(ref for ref in card.links if ref != fact.ref)
    state.cards[fact.card] = replace(card, links=left)


def _answered(state: BoardState, fact: facts.UncertaintyAnswered, recorded: Recorded) -> None:
    answer = Answer(
        text=fact.answer,
        at=recorded.happened_at,
        number=recorded.number,
        answer_line=fact.answer_line,
        became=fact.became,
    )
    state.cards[fact.card] = replace(state.cards[fact.card], answer=answer)


def _reopened(state: BoardState, fact: facts.UncertaintyReopened, recorded: Recorded) -> None:
    state.cards[fact.card] = replace(state.cards[fact.card], answer=None)


def _forecast(state: BoardState, fact: facts.ForecastSet, recorded: Recorded) -> None:
    state.forecast[fact.which] = fact.text
    version = ForecastVersion(
        text=fact.text,
        at=recorded.happened_at,
        recorded_by=recorded.recorded_by,
        secrecy=state.forecast_secrecy.get(fact.which, ""),
    )
    state.forecasts.setdefault(fact.which, []).append(version)


def _forecast_marked(state: BoardState, fact: facts.ForecastMarked, recorded: Recorded) -> None:
    state.forecast_secrecy[fact.which] = fact.secrecy


def _frozen(state: BoardState, fact: facts.BoardFrozen, recorded: Recorded) -> None:
    frozen = Frozen(
        number=fact.number,
        name=fact.name,
        meeting=fact.meeting,
        at=recorded.happened_at,
        line=recorded.number,
        seq=recorded.seq,
        cards=state.pinned(),
        worst=state.forecast.get("worst", ""),
        likely=state.forecast.get("likely", ""),
        worst_secrecy=state.forecast_secrecy.get("worst", ""),
        likely_secrecy=state.forecast_secrecy.get("likely", ""),
    )
    state.frozen.append(frozen)


def _named(state: BoardState, fact: facts.BoardNamed, recorded: Recorded) -> None:
    state.frozen[fact.number - 1] = replace(state.frozen[fact.number - 1], name=fact.name)


def _kept(fold: Fold[BoardState]) -> Fold[BoardState]:
    def keep(state: BoardState, fact: object, recorded: Recorded) -> None:
        fold(state, fact, recorded)
        state.recorded.append(recorded)

    return keep


_FOLDS: Folds[BoardState] = {
    facts.CardAdded: _added,
    facts.CardEdited: _edited,
    facts.CardMoved: _moved,
    facts.CardOrdered: _ordered,
    facts.CardStruck: _struck,
    facts.CardContradicted: _contradicted,
    facts.CardLinked: _linked,
    facts.CardUnlinked: _unlinked,
    facts.UncertaintyAnswered: _answered,
    facts.UncertaintyReopened: _reopened,
    facts.ForecastSet: _forecast,
    facts.ForecastMarked: _forecast_marked,
    facts.BoardFrozen: _frozen,
    facts.BoardNamed: _named,
}

FOLDS: Folds[BoardState] = {kind: _kept(fold) for kind, fold in _FOLDS.items()}


def as_it_stood(recorded: Iterable[Recorded], seq: int) -> BoardState:
    """Return the board after the fact `seq`: the facts, in order, of which only the board's are folded."""
    state = BoardState()
    for one in recorded:
        if one.seq > seq:
            break
        fold = FOLDS.get(type(one.fact))
        if fold is not None:
            fold(state, one.fact, one)
    return state
