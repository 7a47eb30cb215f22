"""What can be asked of the incident as a whole."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Plan


class Start(Command, kw_only=True):
    """Start an incident with a copy of the plan."""

    NAME: ClassVar[str] = "lifecycle.start"

    incident: str
    own_number: str
    plan: Plan
    name: str = ""
    exercise: bool = False
    scenario: str = ""
    program: str = ""


class Rename(Command, kw_only=True):
    """Give the incident another name."""

    NAME: ClassVar[str] = "lifecycle.rename"

    name: str


class SetRegistryNumber(Command, kw_only=True):
    """Write down the number that the registry gave (diarienummer)."""

    NAME: ClassVar[str] = "lifecycle.set_registry_number"

    registry_number: str


class ChangeKeeper(Command, kw_only=True):
    """Let another keep the log: `sign` takes it over.

    When somebody keeps it already, both confirm: `sign_from` is the sign of who leaves, `read_over` says that
    they have read what is open together. `reason` is why the one who leaves cannot sign; `relieved` that a
    relief of the function says it all (people.Relieve).
    """

    NAME: ClassVar[str] = "lifecycle.change_keeper"

    sign: str
    sign_from: str = ""
    read_over: bool = False
    reason: str = ""
    relieved: bool = False


class NoteInterruption(Command, kw_only=True):
    """Write in the log that the program was away."""

    NAME: ClassVar[str] = "lifecycle.note_interruption"

    since: datetime
    until: datetime
    reason: str = ""


class NoteClockMoved(Command, kw_only=True):
    """Write in the log that the clock jumped (seconds)."""

    NAME: ClassVar[str] = "lifecycle.note_clock_moved"

    seconds: int


class NoteSleep(Command, kw_only=True):
    """Write in the log that the computer slept."""

    NAME: ClassVar[str] = "lifecycle.note_sleep"

    since: datetime
    until: datetime


class Close(Command, kw_only=True):
    """Close the incident; every open thing must be named in `carries`."""

    NAME: ClassVar[str] = "lifecycle.close"

    chair: str
    keeper: str
    carries: tuple[str, ...] = ()
    note: str = ""


class Reopen(Command, kw_only=True):
    """Open a closed incident for work again."""

    NAME: ClassVar[str] = "lifecycle.reopen"

    reason: str
