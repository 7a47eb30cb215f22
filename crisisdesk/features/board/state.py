"""The board as it stands, folded from its facts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from crisisdesk.features.board import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


@dataclass(frozen=True)
class Version:
    """A version of a card: what it said, since when (UTC), written by whom."""

    version: int
    content: facts.Content
    at: datetime
    recorded_by: str


@dataclass(frozen=True)
class Answer:
    """The answer to an uncertainty: when (UTC), on which line, and the card that it became (0: none)."""

    text: str
    at: datetime
    number: int
    answer_line: int
    became: int


@dataclass
class Card:
    """A card with all its versions, oldest first. `number` is its line in the log."""

    card: int
    column: str
    number: int
    added_at: datetime
    versions: list[Version]
    uncertainty: int = 0
    origin: int = 0
    became_from: int = 0
    answer: Answer | None = None
    struck_because: str = ""
    struck_at: datetime | None = None

    @property
    def content(self) -> facts.Content:
        """Return what it says now."""
        return self.versions[-1].content

    @property
    def needed_by(self) -> datetime | None:
        """Return when an answer is needed (UTC)."""
        return self.content.needed_by

    @property
    def secrecy(self) -> str:
        """Return the provision that it is secret by, "" when it is open."""
        return self.content.secrecy

    @property
    def unanswered(self) -> bool:
        """Return whether it hangs as an uncertainty without an answer."""
        return self.uncertainty > 0 and self.answer is None and not self.struck

    @property
    def struck(self) -> bool:
        """Return whether it is gone from the board."""
        return self.struck_at is not None


@dataclass(frozen=True)
class Pinned:
    """A card as it hangs in a frozen board."""

    card: int
    column: str
    version: int
    content: facts.Content
    added_at: datetime
    changed_at: datetime
    uncertainty: int = 0
    answer: Answer | None = None


@dataclass(frozen=True)
class Frozen:
    """Lägesbild `number`: the cards in board order and the forecast, as they stood at `at` (UTC)."""

    number: int
    name: str
    meeting: int
    at: datetime
    line: int
    seq: int
    cards: tuple[Pinned, ...]
    worst: str
    likely: str


@dataclass(frozen=True)
class Difference:
    """Which cards are new, changed and gone from one board to the next."""

    new: frozenset[int]
    changed: frozenset[int]
    gone: tuple[Pinned, ...]


@dataclass
class BoardState:
    """Cards by number; their order by column; uncertainties by their own number; the frozen boards."""

    cards: dict[int, Card] = field(default_factory=dict[int, Card])
    columns: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    uncertainties: dict[int, int] = field(default_factory=dict[int, int])
    forecast: dict[str, str] = field(default_factory=dict[str, str])
    frozen: list[Frozen] = field(default_factory=list[Frozen])

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
        return tuple(_pin(self.cards[n]) for numbers in self.columns.values() for n in numbers)

    def since_frozen(self) -> Difference:
        """Return what is new, changed and gone since the last frozen board."""
        before = self.frozen[-1].cards if self.frozen else ()
        return difference(before, self.pinned()) if self.frozen else Difference(frozenset(), frozenset(), ())


def difference(before: tuple[Pinned, ...], after: tuple[Pinned, ...]) -> Difference:
    """Return what is new, changed (text, state, column, answer) and gone from one board to another."""
    old = {p.card: p for p in before}
    now = {p.card: p for p in after}
    changed = frozenset(n for n, p in now.items() if n in old and _shown(p) != _shown(old[n]))
    gone = tuple(p for p in before if p.card not in now)
    return Difference(frozenset(now.keys() - old.keys()), changed, gone)


def _shown(pinned: Pinned) -> tuple[object, ...]:
    return pinned.column, pinned.content, pinned.answer


def _pin(card: Card) -> Pinned:
    return Pinned(
        card=card.card,
        column=card.column,
        version=card.versions[-1].version,
        content=card.content,
        added_at=card.added_at,
        changed_at=card.versions[-1].at,
        uncertainty=card.uncertainty,
        answer=card.answer,
    )


def _added(state: BoardState, fact: facts.CardAdded, recorded: Recorded) -> None:
    state.cards[fact.card] = Card(
        card=fact.card,
        column=fact.column,
        number=recorded.number,
        added_at=recorded.happened_at,
        versions=[Version(1, fact.content, recorded.happened_at, recorded.recorded_by)],
        uncertainty=fact.uncertainty,
        origin=fact.origin,
        became_from=fact.became_from,
    )
    state.columns.setdefault(fact.column, []).insert(fact.position, fact.card)
    if fact.uncertainty:
        state.uncertainties[fact.uncertainty] = fact.card


def _edited(state: BoardState, fact: facts.CardEdited, recorded: Recorded) -> None:
    version = Version(fact.version, fact.content, recorded.happened_at, recorded.recorded_by)
    state.cards[fact.card].versions.append(version)


def _moved(state: BoardState, fact: facts.CardMoved, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.columns[card.column].remove(fact.card)
    state.columns.setdefault(fact.column, []).insert(fact.position, fact.card)
    card.column = fact.column
    card.uncertainty = fact.uncertainty
    if fact.uncertainty:
        state.uncertainties[fact.uncertainty] = fact.card


def _ordered(state: BoardState, fact: facts.CardOrdered, recorded: Recorded) -> None:
    order = state.columns[state.cards[fact.card].column]
    order.remove(fact.card)
    order.insert(fact.position, fact.card)


def _struck(state: BoardState, fact: facts.CardStruck, recorded: Recorded) -> None:
    card = state.cards[fact.card]
    state.columns[card.column].remove(fact.card)
    card.struck_because = fact.reason
    card.struck_at = recorded.happened_at


def _answered(state: BoardState, fact: facts.UncertaintyAnswered, recorded: Recorded) -> None:
    state.cards[fact.card].answer = Answer(
        text=fact.answer,
        at=recorded.happened_at,
        number=recorded.number,
        answer_line=fact.answer_line,
        became=fact.became,
    )


def _reopened(state: BoardState, fact: facts.UncertaintyReopened, recorded: Recorded) -> None:
    state.cards[fact.card].answer = None


def _forecast(state: BoardState, fact: facts.ForecastSet, recorded: Recorded) -> None:
    state.forecast[fact.which] = fact.text


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
    )
    state.frozen.append(frozen)


FOLDS: Folds[BoardState] = {
    facts.CardAdded: _added,
    facts.CardEdited: _edited,
    facts.CardMoved: _moved,
    facts.CardOrdered: _ordered,
    facts.CardStruck: _struck,
    facts.UncertaintyAnswered: _answered,
    facts.UncertaintyReopened: _reopened,
    facts.ForecastSet: _forecast,
    facts.BoardFrozen: _frozen,
}


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
