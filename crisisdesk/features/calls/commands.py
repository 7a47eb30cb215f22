"""What can be asked of calls."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.base.record import Record
from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.kernel.command import Command


class Outcome(Record, kw_only=True):
    """How one call of a round through the list went; the fields are those of Call."""

    target: str
    outcome: CallOutcome
    person: str = ""
    coming_at: datetime | None = None
    deputy: str = ""
    number_used: str = ""
    note: str = ""


class Call(Command, kw_only=True):
    """Note how a call went. `target` is `function:<id>` or a name; `person` is by default the plan's post."""

    NAME: ClassVar[str] = "calls.call"

    target: str
    outcome: CallOutcome
    person: str = ""
    coming_at: datetime | None = None
    deputy: str = ""
    number_used: str = ""
    note: str = ""


class CallList(Command, kw_only=True):
    """Note how a whole round of calls went, in one line."""

    NAME: ClassVar[str] = "calls.call_list"

    outcomes: tuple[Outcome, ...]


class Withdraw(Command, kw_only=True):
    """Take a noted call back."""

    NAME: ClassVar[str] = "calls.withdraw"

    call: int
    reason: str
