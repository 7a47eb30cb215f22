"""What can be asked of the board."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.base.certainty import Certainty
from crisisdesk.features.board.facts import Resource, Suffices, Which
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import ColumnPurpose


class AddCard(Command, kw_only=True):
    """Put a card up in a column, or in the first column with a purpose; at the end unless told where."""

    NAME: ClassVar[str] = "board.add"

    text: str
    column: str = ""
    purpose: ColumnPurpose | None = None
    position: int | None = None
    source: str = ""
    certainty: Certainty = ""
    owner: str = ""
    needed_by: datetime | None = None
    resource: Resource = ""
    until: datetime | None = None
    suffices: Suffices = ""
    shortage: str = ""
    secrecy: str = ""
    origin: int = 0


class EditCard(Command, kw_only=True):
    """Write a new version of a card; None leaves a field as it is, `clear` empties times.

    `by_line` is the line that contradicts it; `links` are all the things it belongs to, such as `task:3`.
    """

    NAME: ClassVar[str] = "board.edit"

    card: int
    text: str | None = None
    source: str | None = None
    certainty: Certainty | None = None
    owner: str | None = None
    needed_by: datetime | None = None
    resource: Resource | None = None
    until: datetime | None = None
    suffices: Suffices | None = None
    shortage: str | None = None
    secrecy: str | None = None
    clear: tuple[Literal["needed_by", "until"], ...] = ()
    by_line: int | None = None
    by_card: int | None = None
    links: tuple[str, ...] | None = None


class SetCertainty(Command, kw_only=True):
    """Say how certain a card is; what is contradicted can name the line and the card that say otherwise."""

    NAME: ClassVar[str] = "board.set_certainty"

    card: int
    certainty: Certainty
    by_line: int = 0
    by_card: int = 0


class SetResource(Command, kw_only=True):
    """Say where a resource is, and until when that holds (None: no time); None keeps what it suffices for."""

    NAME: ClassVar[str] = "board.set_resource"

    card: int
    resource: Resource
    until: datetime | None = None
    suffices: Suffices | None = None
    shortage: str | None = None


class MoveCard(Command, kw_only=True):
    """Move a card to a column and a place counted from 0 (None: the end)."""

    NAME: ClassVar[str] = "board.move"

    card: int
    column: str
    position: int | None = None


class MoveCards(Command, kw_only=True):
    """Move cards together, in this order, to a column and a place; one act, one line.

    The place counts from 0 the cards there that are not moved (None: the end).
    """

    NAME: ClassVar[str] = "board.move_several"

    cards: tuple[int, ...]
    column: str
    position: int | None = None


class StrikeCard(Command, kw_only=True):
    """Strike a card, with the reason."""

    NAME: ClassVar[str] = "board.strike"

    card: int
    reason: str


class StrikeCards(Command, kw_only=True):
    """Strike cards together for one reason; one act, one line."""

    NAME: ClassVar[str] = "board.strike_several"

    cards: tuple[int, ...]
    reason: str


class AnswerUncertainty(Command, kw_only=True):
    """Answer an uncertainty; with `becomes` the answer also becomes a card in a column (the event column).

    A new answer takes the place of an old one, whose line is struck. `certainty` is that of the card it
    becomes; `answer_line` may be the line that this very act makes.
    """

    NAME: ClassVar[str] = "board.answer"

    uncertainty: int
    answer: str
    answer_line: int = 0
    becomes: bool = False
    column: str = ""
    certainty: Certainty = ""


class ReopenUncertainty(Command, kw_only=True):
    """Take an answer back, with the reason."""

    NAME: ClassVar[str] = "board.reopen"

    uncertainty: int
    reason: str


class SetForecast(Command, kw_only=True):
    """Write the worst or the likely way it can go; `secrecy` is its provision, None keeps what it is."""

    NAME: ClassVar[str] = "board.set_forecast"

    which: Which
    text: str
    secrecy: str | None = None


class Freeze(Command, kw_only=True):
    """Keep the board as it stands as the next Lägesbild."""

    NAME: ClassVar[str] = "board.freeze"

    name: str = ""
    meeting: int = 0


class NameFrozen(Command, kw_only=True):
    """Give a frozen board another name, "" for none."""

    NAME: ClassVar[str] = "board.name_frozen"

    number: int
    name: str


class LinkCard(Command, kw_only=True):
    """Say what a card belongs to, such as the task that sees to a resource (`task:3`)."""

    NAME: ClassVar[str] = "board.link"

    card: int
    ref: str


class UnlinkCard(Command, kw_only=True):
    """Take the link away."""

    NAME: ClassVar[str] = "board.unlink"

    card: int
    ref: str
