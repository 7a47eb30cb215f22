"""What can be asked of meetings."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.features.meetings.facts import Attendance
from crisisdesk.kernel.command import Command


class Begin(Command, kw_only=True):
    """Begin a meeting on an agenda of the plan."""

    NAME: ClassVar[str] = "meetings.begin"

    agenda: str
    stop_calls: bool = False


class MarkAttendance(Command, kw_only=True):
    """Mark who is here, absent or joins later."""

    NAME: ClassVar[str] = "meetings.mark_attendance"

    meeting: int
    who: str
    present: Attendance
    note: str = ""


class NotePoint(Command, kw_only=True):
    """Write what is said at a point, the whole text each time; None leaves the secrecy as it is."""

    NAME: ClassVar[str] = "meetings.note_point"

    meeting: int
    point: str
    text: str
    secrecy: str | None = None


class ClosePoint(Command, kw_only=True):
    """Close a point; `text` and `secrecy` replace those of its notes when they are given.

    Closing it once more with another text strikes the first line.
    """

    NAME: ClassVar[str] = "meetings.close_point"

    meeting: int
    point: str
    text: str | None = None
    secrecy: str | None = None


class End(Command, kw_only=True):
    """End the meeting: with the time of the next, or saying that there are no more."""

    NAME: ClassVar[str] = "meetings.end"

    meeting: int
    next_at: datetime | None = None
    no_more: bool = False
    calls_released: bool = False


class SetNext(Command, kw_only=True):
    """Set the time of the next meeting outside a meeting."""

    NAME: ClassVar[str] = "meetings.set_next"

    at: datetime


class TellSwitchboard(Command, kw_only=True):
    """Tell the switchboard to stop calls or let them through."""

    NAME: ClassVar[str] = "meetings.tell_switchboard"

    stopped: bool
