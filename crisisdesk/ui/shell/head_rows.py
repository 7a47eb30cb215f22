"""What the header says at a moment, as ready strings. No Qt here."""

from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import lifecycle, meetings
from crisisdesk.incident import queries
from crisisdesk.incident.state import State

NO_MEETING = "ingen satt"
NO_MORE = "inga fler"
ON = "pågår"


class HeadRow(Record, kw_only=True):
    """The header's texts. `meeting_late` when the next meeting's time has passed."""

    name: str
    number: str
    registry_number: str
    exercise: bool
    closed: bool
    since_alarm: str
    meeting: str
    meeting_note: str
    meeting_late: bool
    keeper: str
    clock: str


def head_row(state: State, now: datetime) -> HeadRow:
    """Return what the header says at the moment (UTC)."""
    life = state[lifecycle.FEATURE]
    meeting, note, late = _meeting(state, now)
    return HeadRow(
        name=life.name,
        number=life.own_number,
        registry_number=life.registry_number,
        exercise=life.exercise,
        closed=life.closed,
        since_alarm=swedish.elapsed(timedelta(seconds=queries.since_alarm(state, now))),
        meeting=meeting,
        meeting_note=note,
        meeting_late=late,
        keeper=life.keeper,
        clock=swedish.clock(now, state.zone),
    )


def _meeting(state: State, now: datetime) -> tuple[str, str, bool]:
    held = state[meetings.FEATURE]
    if held.running is not None:
        return ON, f"sedan {swedish.clock(held.running.begun_at, state.zone)}", False
    at = None if state[lifecycle.FEATURE].closed else queries.next_meeting(state)
    if at is None:
        return (NO_MORE if held.no_more else NO_MEETING), "", False
    return swedish.near(at, state.zone, now), swedish.countdown(at, now), at < now
