"""What can have happened in meetings (krisplan 5.2, 6.1)."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.kernel.fact import Fact

Present = Literal["here", "absent", "later"]


class MeetingBegun(Fact, kw_only=True):
    """A meeting began, on the plan's agenda ("": none). `calls_stopped`: the switchboard was asked to."""

    KIND: ClassVar[str] = "meetings.meeting_begun"

    meeting: int
    agenda: str
    title: str
    calls_stopped: bool = False


class MeetingWithdrawn(Fact, kw_only=True):
    """The meeting was begun by mistake; its number is not used again."""

    KIND: ClassVar[str] = "meetings.meeting_withdrawn"

    meeting: int
    reason: str


class AttendanceMarked(Fact, kw_only=True):
    """Who is here, absent, or comes later."""

    KIND: ClassVar[str] = "meetings.attendance_marked"

    meeting: int
    who: str
    present: Present
    note: str = ""


class PointNoted(Fact, kw_only=True):
    """The notes of a point, whole; they replace what was noted before ("" empties them)."""

    KIND: ClassVar[str] = "meetings.point_noted"

    meeting: int
    point: str
    text: str
    secrecy: str = ""


class PointClosed(Fact, kw_only=True):
    """The point is done; `text` is its notes as they stood then."""

    KIND: ClassVar[str] = "meetings.point_closed"

    meeting: int
    point: str
    text: str = ""
    secrecy: str = ""


class PointReopened(Fact, kw_only=True):
    """The point was taken up again."""

    KIND: ClassVar[str] = "meetings.point_reopened"

    meeting: int
    point: str


class MeetingEnded(Fact, kw_only=True):
    """The meeting ended. The next is at `next_at` (UTC), or `no_more` are planned."""

    KIND: ClassVar[str] = "meetings.meeting_ended"

    meeting: int
    next_at: datetime | None = None
    no_more: bool = False
    calls_released: bool = False


class NextMeetingSet(Fact, kw_only=True):
    """The time of the next meeting was set or moved (UTC; None: none is planned)."""

    KIND: ClassVar[str] = "meetings.next_meeting_set"

    at: datetime | None
    agenda: str = ""


class SwitchboardTold(Fact, kw_only=True):
    """The switchboard was asked to stop calls to the group, or to let them through again."""

    KIND: ClassVar[str] = "meetings.switchboard_told"

    stopped: bool
