"""What can have happened on the board. `card` is a card's number: from 1, never used again."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.base.certainty import Certainty
from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import Fact

Resource = Literal["", "requested", "promised", "on_way", "on_site", "released"]
Suffices = Literal["", "yes", "no", "later"]
Which = Literal["worst", "likely"]


class Content(Record, kw_only=True):
    """What a card says. `needed_by` and `until` are UTC; `secrecy` is the provision ("" when open)."""

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


class CardAdded(Fact, kw_only=True):
    """A card came up. `uncertainty` is its own number in a column for those (0 elsewhere); `origin` the
    log line it comes from; `became_from` the uncertainty whose answer it is.
    """

    KIND: ClassVar[str] = "board.card_added"
    TEXTS: ClassVar[tuple[str, ...]] = ("content.text", "content.source", "content.owner", "content.shortage")

    card: int
    column: str
    position: int
    content: Content
    uncertainty: int = 0
    origin: int = 0
    became_from: int = 0


class CardEdited(Fact, kw_only=True):
    """A card got a new version; the old ones are kept."""

    KIND: ClassVar[str] = "board.card_edited"
    TEXTS: ClassVar[tuple[str, ...]] = ("content.text", "content.source", "content.owner", "content.shortage")

    card: int
    version: int
    content: Content


class CardMoved(Fact, kw_only=True):
    """A card went to another column, to a place counted from 0."""

    KIND: ClassVar[str] = "board.card_moved"

    card: int
    column: str
    position: int
    uncertainty: int = 0


class CardOrdered(Fact, kw_only=True):
    """A card got another place in its column. A detail."""

    KIND: ClassVar[str] = "board.card_ordered"

    card: int
    position: int


class CardStruck(Fact, kw_only=True):
    """A card was struck, with the reason: gone from the board, not from the journal."""

    KIND: ClassVar[str] = "board.card_struck"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    card: int
    reason: str


class UncertaintyAnswered(Fact, kw_only=True):
    """An uncertainty got its answer; `became` is the card that it led to (0: none)."""

    KIND: ClassVar[str] = "board.uncertainty_answered"
    TEXTS: ClassVar[tuple[str, ...]] = ("answer",)

    card: int
    uncertainty: int
    answer: str
    answer_line: int = 0
    became: int = 0


class UncertaintyReopened(Fact, kw_only=True):
    """The answer did not hold: the uncertainty is open again."""

    KIND: ClassVar[str] = "board.uncertainty_reopened"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    card: int
    uncertainty: int
    reason: str


class ForecastSet(Fact, kw_only=True):
    """The worst or the likely way it can go was written. A detail."""

    KIND: ClassVar[str] = "board.forecast_set"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    which: Which
    text: str


class BoardFrozen(Fact, kw_only=True):
    """The board as it stands was kept as Lägesbild `number`, in `meeting` (0: outside one)."""

    KIND: ClassVar[str] = "board.board_frozen"
    TEXTS: ClassVar[tuple[str, ...]] = ("name",)

    number: int
    name: str = ""
    meeting: int = 0


class CardContradicted(Fact, kw_only=True):
    """What contradicts a card: a line of the log and another card (0: none)."""

    KIND: ClassVar[str] = "board.card_contradicted"

    card: int
    by_line: int = 0
    by_card: int = 0


class CardLinked(Fact, kw_only=True):
    """A card belongs to something, such as `task:3`."""

    KIND: ClassVar[str] = "board.card_linked"

    card: int
    ref: str


class CardUnlinked(Fact, kw_only=True):
    """A card no longer belongs to it. A detail."""

    KIND: ClassVar[str] = "board.card_unlinked"

    card: int
    ref: str


class ForecastMarked(Fact, kw_only=True):
    """A part of the forecast was marked secret by a provision, or opened (""). A detail."""

    KIND: ClassVar[str] = "board.forecast_marked"

    which: Which
    secrecy: str


class BoardNamed(Fact, kw_only=True):
    """A frozen board got a name after it was frozen. A detail: its line says the number."""

    KIND: ClassVar[str] = "board.board_named"
    TEXTS: ClassVar[tuple[str, ...]] = ("name",)

    number: int
    name: str
