"""The meetings as they stand, folded from their facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept, Value
from crisisdesk.features.meetings import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Closed(Value):
    """A point that is done: when (UTC) and on which line of the log."""

    at: datetime
    number: int


class Meeting(Kept):
    """A meeting: attendance by who, notes, their secrecy and closed points by point id. Times are UTC."""

    meeting: int
    agenda: str
    title: str
    begun_at: datetime
    number: int
    led_by: str
    recorded_by: str
    calls_stopped: bool = False
    calls_released: bool = False
    ended_at: datetime | None = None
    end_number: int = 0
    next_at: datetime | None = None
    no_more: bool = False
    attendance: dict[str, facts.AttendanceMarked] = field(default_factory=dict[str, facts.AttendanceMarked])
    notes: dict[str, str] = field(default_factory=dict[str, str])
    secret: dict[str, str] = field(default_factory=dict[str, str])
    closed: dict[str, Closed] = field(default_factory=dict[str, Closed])

    @property
    def running(self) -> bool:
        """Return whether it has not ended."""
        return self.ended_at is None

    @property
    def secrecy(self) -> str:
        """Return the provision that the minutes are secret by: that of any of its notes, "" when open."""
        return next(iter(self.secret.values()), "")

    def noted(self, point: str) -> tuple[str, str]:
        """Return the notes of a point and the provision they are secret by, "" each when there is none."""
        return self.notes.get(point, ""), self.secret.get(point, "")

    def note(self, point: str, text: str, secrecy: str) -> None:
        """Write the notes of a point; for `fold` alone."""
        self.notes[point] = text
        self.secret.pop(point, None)
        if secrecy:
            self.secret[point] = secrecy

    def who(self, present: facts.Attendance) -> list[str]:
        """Return who is marked so, in the order they were marked."""
        return [mark.who for mark in self.attendance.values() if mark.present == present]


class MeetingState(Kept):
    """Meetings by number; when the next one is (UTC); whether the switchboard holds calls back."""

    meetings: dict[int, Meeting] = field(default_factory=dict[int, Meeting])
    next_at: datetime | None = None
    no_more: bool = False
    calls_stopped: bool = False

    @property
    def running(self) -> Meeting | None:
        """Return the meeting that is on, if any."""
        last = self.meetings.get(len(self.meetings))
        return last if last is not None and last.running else None


def _begun(state: MeetingState, fact: facts.MeetingBegun, recorded: Recorded) -> None:
    state.meetings[fact.meeting] = Meeting(
        meeting=fact.meeting,
        agenda=fact.agenda,
        title=fact.title,
        begun_at=recorded.happened_at,
        number=recorded.number,
        led_by=recorded.done_by,
        recorded_by=recorded.recorded_by,
        calls_stopped=fact.calls_stopped,
    )
    state.calls_stopped = state.calls_stopped or fact.calls_stopped
    state.next_at = None
    state.no_more = False


def _attendance(state: MeetingState, fact: facts.AttendanceMarked, recorded: Recorded) -> None:
    state.meetings[fact.meeting].attendance[fact.who] = fact


def _noted(state: MeetingState, fact: facts.PointNoted, recorded: Recorded) -> None:
    state.meetings[fact.meeting].note(fact.point, fact.text, fact.secrecy)


def _point_closed(state: MeetingState, fact: facts.PointClosed, recorded: Recorded) -> None:
    meeting = state.meetings[fact.meeting]
    meeting.note(fact.point, fact.text, fact.secrecy)
    meeting.closed[fact.point] = Closed(recorded.happened_at, recorded.number)


def _ended(state: MeetingState, fact: facts.MeetingEnded, recorded: Recorded) -> None:
    meeting = state.meetings[fact.meeting]
    meeting.ended_at = recorded.happened_at
    meeting.end_number = recorded.number
    meeting.next_at = state.next_at = fact.next_at
    meeting.no_more = state.no_more = fact.no_more
    meeting.calls_released = fact.calls_released
    if fact.calls_released:
        state.calls_stopped = False


def _next_set(state: MeetingState, fact: facts.NextMeetingSet, recorded: Recorded) -> None:
    state.next_at = fact.at
    state.no_more = False


def _told(state: MeetingState, fact: facts.SwitchboardTold, recorded: Recorded) -> None:
    state.calls_stopped = fact.stopped


FOLDS: Folds[MeetingState] = {
    facts.MeetingBegun: _begun,
    facts.AttendanceMarked: _attendance,
    facts.PointNoted: _noted,
    facts.PointClosed: _point_closed,
    facts.MeetingEnded: _ended,
    facts.NextMeetingSet: _next_set,
    facts.SwitchboardTold: _told,
}
