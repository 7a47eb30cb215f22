"""What can have happened to calls that alarm and inform people."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import Fact

CallOutcome = Literal["reached", "no_answer", "message", "coming"]


class Attempt(Record, kw_only=True):
    """One call of a round through the call list; the fields are those of CallMade."""

    call: int
    target: str
    person: str
    outcome: CallOutcome
    coming_at: datetime | None = None
    deputy: str = ""
    number_used: str = ""
    note: str = ""


class CallMade(Fact, kw_only=True):
    """Somebody was called.

    `target` is whom: a function (`function:stabschef`) or a name outside the list, as the group wrote it.
    `person` is the post or person called. `outcome` coming counts as reached, with `coming_at` when known.
    `deputy` is who steps in instead: a function (`function:vice-stabschef`), a name, or "".
    """

    KIND: ClassVar[str] = "calls.call_made"
    TEXTS: ClassVar[tuple[str, ...]] = ("target", "person", "deputy", "number_used", "note")

    call: int
    target: str
    person: str
    outcome: CallOutcome
    coming_at: datetime | None = None
    deputy: str = ""
    number_used: str = ""
    note: str = ""


class CallListCalled(Fact, kw_only=True):
    """Several were called in one go: one line for all of them, each call with a number of its own."""

    KIND: ClassVar[str] = "calls.call_list_called"
    TEXTS: ClassVar[tuple[str, ...]] = (
        "attempts.target",
        "attempts.person",
        "attempts.deputy",
        "attempts.number_used",
        "attempts.note",
    )

    attempts: tuple[Attempt, ...]


class CallWithdrawn(Fact, kw_only=True):
    """The call was not made, or not so."""

    KIND: ClassVar[str] = "calls.call_withdrawn"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    call: int
    reason: str
