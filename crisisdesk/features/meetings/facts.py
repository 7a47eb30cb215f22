"""What can have happened to a meeting."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.kernel.fact import Fact

Attendance = Literal["here", "absent", "later"]


class MeetingBegun(Fact, kw_only=True):
    """A meeting began. `calls_stopped`: the switchboard was told to stop incoming calls."""

    KIND: ClassVar[str] = "meetings.meeting_begun"

    meeting: int
    agenda: str
    title: str
    calls_stopped: bool = False


class AttendanceMarked(Fact, kw_only=True):
    """Who is here, absent or joins later. A detail."""

    KIND: ClassVar[str] = "meetings.attendance_marked"
    TEXTS: ClassVar[tuple[str, ...]] = ("who", "note")

    meeting: int
    who: str
    present: Attendance
    note: str = ""


class PointNoted(Fact, kw_only=True):
    """What was said at a point, whole. A detail: it stands in the line when the point is closed."""

    KIND: ClassVar[str] = "meetings.point_noted"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    meeting: int
    point: str
    text: str
    secrecy: str = ""


class PointClosed(Fact, kw_only=True):
    """A point of the agenda is done; `text` is its notes then."""

    KIND: ClassVar[str] = "meetings.point_closed"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    meeting: int
    point: str
    text: str = ""
    secrecy: str = ""


class MeetingEnded(Fact, kw_only=True):
    """The meeting ended; `next_at` (UTC) is the next one, or there is `no_more`."""

    KIND: ClassVar[str] = "meetings.meeting_ended"

    meeting: int
    next_at: datetime | None = None
    no_more: bool = False
    calls_released: bool = False


class NextMeetingSet(Fact, kw_only=True):
    """The time of the next meeting was set outside a meeting (UTC)."""

    KIND: ClassVar[str] = "meetings.next_meeting_set"

    at: datetime


class SwitchboardTold(Fact, kw_only=True):
    """The switchboard was told to stop calls, or to let them through."""

    KIND: ClassVar[str] = "meetings.switchboard_told"

    stopped: bool
