"""What can be asked of meetings. `meeting` 0 is the one that is running."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.features.meetings.facts import Present
from crisisdesk.kernel.command import Command


class Begin(Command, kw_only=True):
    """Begin a meeting. `agenda` "": the plan's first meeting, and after that its usual one."""

    NAME: ClassVar[str] = "meetings.begin"

    agenda: str = ""
    stop_calls: bool = False


class Withdraw(Command, kw_only=True):
    """Take back a meeting that was begun by mistake and still runs."""

    NAME: ClassVar[str] = "meetings.withdraw"

    reason: str
    meeting: int = 0


class MarkAttendance(Command, kw_only=True):
    """Say who is here, absent, or comes later."""

    NAME: ClassVar[str] = "meetings.mark_attendance"

    who: str
    present: Present = "here"
    note: str = ""
    meeting: int = 0


class NotePoint(Command, kw_only=True):
    """Save the notes of a point; None leaves the secrecy as it is."""

    NAME: ClassVar[str] = "meetings.note_point"

    point: str
    text: str
    secrecy: str | None = None
    meeting: int = 0


class ClosePoint(Command, kw_only=True):
    """Say that a point is done. A `text` replaces its notes first; "" keeps them."""

    NAME: ClassVar[str] = "meetings.close_point"

    point: str
    text: str = ""
    secrecy: str | None = None
    meeting: int = 0


class ReopenPoint(Command, kw_only=True):
    """Take a closed point up again."""

    NAME: ClassVar[str] = "meetings.reopen_point"

    point: str
    meeting: int = 0


class End(Command, kw_only=True):
    """End the meeting: with the time of the next (unless it is set already) or `no_more`."""

    NAME: ClassVar[str] = "meetings.end"

    next_at: datetime | None = None
    no_more: bool = False
    calls_released: bool = False
    meeting: int = 0


class SetNext(Command, kw_only=True):
    """Set or move the next meeting; None: none is planned."""

    NAME: ClassVar[str] = "meetings.set_next"

    at: datetime | None = None
    agenda: str = ""


class TellSwitchboard(Command, kw_only=True):
    """Note that the switchboard was asked to stop calls, or to let them through."""

    NAME: ClassVar[str] = "meetings.tell_switchboard"

    stopped: bool
