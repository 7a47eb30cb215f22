"""What can have happened to the board (lägesbild, krisplan 6.2)."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.kernel.fact import Fact

Certainty = Literal["", "confirmed", "unconfirmed", "contradicted"]
Resource = Literal["", "requested", "promised", "on_way", "on_site", "released"]
Suffices = Literal["", "yes", "no", "later"]
Which = Literal["worst", "likely"]


class CardContent(Fact, kw_only=True):
    """What is written on a card; base of the facts that write one.

    `needed_by` is when an uncertainty must be answered, `until` when a resource comes (both UTC);
    `shortage` says what is lacking when a resource does not suffice; `secrecy` is the provision ("": open).
    """

    card: int
    text: str
    source: str = ""
    certainty: Certainty = ""
    owner: str = ""
    needed_by: datetime | None = None
    resource: Resource = ""
    until: datetime | None = None
    suffices: Suffices = ""
    shortage: str = ""
    secrecy: str = ""


class CardAdded(CardContent, kw_only=True):
    """A card was put on the board, at `position` (from 0) of its column.

    `uncertainty` is its own number in a column for uncertainties (0 elsewhere), `origin` the log line that
    it comes from, `became_from` the number of the uncertainty whose answer it is (0: none).
    """

    KIND: ClassVar[str] = "board.card_added"

    column: str
    position: int
    uncertainty: int = 0
    origin: int = 0
    became_from: int = 0


class CardEdited(CardContent, kw_only=True):
    """The card was replaced by a new version of itself; earlier ones are kept. The first is version 1."""

    KIND: ClassVar[str] = "board.card_edited"

    version: int


class CardMoved(Fact, kw_only=True):
    """The card went to another column. `uncertainty` is its number there (0: not a column for those)."""

    KIND: ClassVar[str] = "board.card_moved"

    card: int
    column: str
    position: int
    uncertainty: int = 0


class CardOrdered(Fact, kw_only=True):
    """The card got another place (from 0) in its column."""

    KIND: ClassVar[str] = "board.card_ordered"

    card: int
    position: int


class CardStruck(Fact, kw_only=True):
    """The card was taken off the board; it stays legible in the log and in frozen boards."""

    KIND: ClassVar[str] = "board.card_struck"

    card: int
    reason: str = ""


class UncertaintyAnswered(Fact, kw_only=True):
    """The uncertainty was answered, by the log line `answer_line` (0: none). A new answer replaces an old."""

    KIND: ClassVar[str] = "board.uncertainty_answered"

    card: int
    uncertainty: int
    answer: str
    answer_line: int = 0


class UncertaintyReopened(Fact, kw_only=True):
    """The answer did not hold: the uncertainty is open again."""

    KIND: ClassVar[str] = "board.uncertainty_reopened"

    card: int
    uncertainty: int
    reason: str


class ForecastSet(Fact, kw_only=True):
    """What may come of it at the worst, or most likely (krisplan 2.6)."""

    KIND: ClassVar[str] = "board.forecast_set"

    which: Which
    text: str
    secrecy: str = ""


class BoardFrozen(Fact, kw_only=True):
    """The board was kept as Lägesbild `number`, in `meeting` (0: outside a meeting)."""

    KIND: ClassVar[str] = "board.board_frozen"

    number: int
    name: str = ""
    meeting: int = 0
