"""What can be asked of the board."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.features.board.facts import Certainty, Resource, Suffices, Which
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import ColumnPurpose

LAST = -1
"""The position after the last card of a column."""


class AddCard(Command, kw_only=True):
    """Put a card on the board: in `column` (its id), or in the plan's first column with the `purpose`."""

    NAME: ClassVar[str] = "board.add"

    text: str
    column: str = ""
    purpose: ColumnPurpose | Literal[""] = ""
    source: str = ""
    certainty: Certainty = ""
    owner: str = ""
    needed_by: datetime | None = None
    resource: Resource = ""
    until: datetime | None = None
    suffices: Suffices = ""
    shortage: str = ""
    origin: int = 0
    position: int = LAST
    secrecy: str = ""


class EditCard(Command, kw_only=True):
    """Write a new version of a card; None leaves a field as it is, `clear` empties times."""

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


class MoveCard(Command, kw_only=True):
    """Move a card to another column ("": the same) or to another place (from 0) in it."""

    NAME: ClassVar[str] = "board.move"

    card: int
    column: str = ""
    position: int = LAST


class StrikeCard(Command, kw_only=True):
    """Take a card off the board; a reason can be given."""

    NAME: ClassVar[str] = "board.strike"

    card: int
    reason: str = ""


class AnswerUncertainty(Command, kw_only=True):
    """Answer an uncertainty, named by its own number or by its card.

    With `becomes` the answer is also a card, in `becomes_column` ("": the plan's first column for events),
    with `becomes_text` ("": the answer), `source` and `certainty`.
    """

    NAME: ClassVar[str] = "board.answer"

    answer: str
    uncertainty: int = 0
    card: int = 0
    answer_line: int = 0
    becomes: bool = False
    becomes_column: str = ""
    becomes_text: str = ""
    source: str = ""
    certainty: Certainty = ""


class ReopenUncertainty(Command, kw_only=True):
    """Take an answer back: the uncertainty is open again."""

    NAME: ClassVar[str] = "board.reopen"

    reason: str
    uncertainty: int = 0
    card: int = 0


class SetResource(Command, kw_only=True):
    """Say where a resource is and when it comes; None leaves what it suffices for as it is."""

    NAME: ClassVar[str] = "board.set_resource"

    card: int
    resource: Resource
    until: datetime | None = None
    suffices: Suffices | None = None
    shortage: str | None = None


class SetCertainty(Command, kw_only=True):
    """Say how certain a card is."""

    NAME: ClassVar[str] = "board.set_certainty"

    card: int
    certainty: Certainty


class SetForecast(Command, kw_only=True):
    """Write what may come of it ("" empties it); None leaves the secrecy as it is."""

    NAME: ClassVar[str] = "board.set_forecast"

    which: Which
    text: str
    secrecy: str | None = None


class Freeze(Command, kw_only=True):
    """Keep the board as it stands, as the next Lägesbild."""

    NAME: ClassVar[str] = "board.freeze"

    name: str = ""
    meeting: int = 0
