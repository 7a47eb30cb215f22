"""The records of the board: a card with its versions, an answer, a frozen board, a difference."""

from datetime import datetime
from functools import cached_property

from crisisdesk.base.record import Value
from crisisdesk.features.board import facts


class Version(Value):
    """A version of a card: what it said, since when (UTC), written by whom.

    `said_at` is when its text and source came, `state_at` when its resource got the state it has: a change of
    certainty moves `at` alone.
    """

    version: int
    content: facts.Content
    at: datetime
    recorded_by: str
    said_at: datetime
    state_at: datetime


class ForecastVersion(Value):
    """A part of the forecast as it was written at `at` (UTC), by whom, secret by `secrecy` ("" when open)."""

    text: str
    at: datetime
    recorded_by: str
    secrecy: str


class Answer(Value):
    """The answer to an uncertainty: when (UTC), on which line, and the card that it became (0: none).

    `number` is its own line, 0 when it came with the line that answers, `answer_line`.
    """

    text: str
    at: datetime
    number: int
    answer_line: int
    became: int

    @property
    def line(self) -> int:
        """Return the line that tells of the answer."""
        return self.number or self.answer_line


class Pinned(Value):
    """A card as it hangs in a frozen board.

    `said_at` is when its text came, `state_at` when its resource got its state, `changed_at` the last change.
    """

    card: int
    column: str
    version: int
    content: facts.Content
    added_at: datetime
    changed_at: datetime
    said_at: datetime
    state_at: datetime
    uncertainty: int = 0
    answer: Answer | None = None
    by_line: int = 0
    by_card: int = 0
    links: tuple[str, ...] = ()


class Card(Value, dict=True):
    """A card with all its versions, oldest first. `number` is its line in the log.

    `by_line` and `by_card` say what contradicts it (0: none), `links` what it belongs to, such as `task:3`.
    It is never changed: a fold puts another in its place, so that boards of the past can share it.
    """

    card: int
    column: str
    number: int
    added_at: datetime
    versions: tuple[Version, ...]
    uncertainty: int = 0
    origin: int = 0
    became_from: int = 0
    answer: Answer | None = None
    struck_because: str = ""
    struck_at: datetime | None = None
    by_line: int = 0
    by_card: int = 0
    links: tuple[str, ...] = ()

    @property
    def content(self) -> facts.Content:
        """Return what it says now."""
        return self.versions[-1].content

    @property
    def said_at(self) -> datetime:
        """Return when what it says was said (UTC)."""
        return self.versions[-1].said_at

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

    @cached_property
    def pinned(self) -> Pinned:
        """Return the card as it hangs now; a slider asks for the same one many times."""
        last = self.versions[-1]
        return Pinned(
            card=self.card,
            column=self.column,
            version=last.version,
            content=last.content,
            added_at=self.added_at,
            changed_at=last.at,
            said_at=last.said_at,
            state_at=last.state_at,
            uncertainty=self.uncertainty,
            answer=self.answer,
            by_line=self.by_line,
            by_card=self.by_card,
            links=self.links,
        )


def state_of(content: facts.Content) -> tuple[object, ...]:
    """Return what a resource is: where, until when, and whether it suffices."""
    return content.resource, content.until, content.suffices, content.shortage


class Frozen(Value):
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
    worst_secrecy: str = ""
    likely_secrecy: str = ""


class Difference(Value):
    """Which cards are new, changed and gone from one board to the next."""

    new: frozenset[int]
    changed: frozenset[int]
    gone: tuple[Pinned, ...]


def difference(before: tuple[Pinned, ...], after: tuple[Pinned, ...]) -> Difference:
    """Return what is new, changed (text, state, column, answer) and gone from one board to another."""
    old = {p.card: p for p in before}
    now = {p.card: p for p in after}
    changed = frozenset(n for n, p in now.items() if n in old and shown(p) != shown(old[n]))
    gone = tuple(p for p in before if p.card not in now)
    return Difference(frozenset(now.keys() - old.keys()), changed, gone)


def shown(pinned: Pinned) -> tuple[object, ...]:
    """Return what a reader sees of the card: two that show the same are unchanged."""
    return pinned.column, pinned.content, pinned.answer, pinned.by_line, pinned.by_card
