"""What Storbild's head says at a moment, and what every mode is given. No Qt here."""

from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import lifecycle, meetings
from crisisdesk.incident import queries
from crisisdesk.incident.board_rows import TagRow
from crisisdesk.incident.state import State


class HeadRow(Record, kw_only=True):
    """The head: always the clock and the next meeting. `late` when the meeting's time has passed.

    `season` tells the two hours of an autumn night apart; `closed` says since when the incident is.
    """

    name: str
    exercise: bool
    since_alarm: str
    label: str
    meeting: str
    note: str
    late: bool
    clock: str
    season: str = ""
    closed: str = ""


def head_row(state: State, now: datetime) -> HeadRow:
    """Return what the head says at the moment (UTC)."""
    life = state[lifecycle.FEATURE]
    label, meeting, note, late = _meeting(state, now)
    clock, _, season = swedish.clock(now, state.zone).partition(" ")
    span = swedish.elapsed(timedelta(seconds=queries.since_alarm(state, now)))
    closed = swedish.near(life.closed_at, state.zone, now) if life.closed_at is not None else ""
    return HeadRow(
        name=life.name,
        exercise=life.exercise,
        since_alarm=f"pågick {span}" if life.closed else f"{span} sedan larm",
        label=label,
        meeting=meeting,
        note=note,
        late=late,
        clock=clock,
        season=season.strip("()"),
        closed=f"avslutad {closed}" if closed else "",
    )


def _meeting(state: State, now: datetime) -> tuple[str, str, str, bool]:
    held = state[meetings.FEATURE]
    label = "Nästa avstämning"
    if held.running is not None:
        note = f"i {swedish.duration(now - held.running.begun_at)}"
        return held.running.title, "pågår", note, False
    at = None if state[lifecycle.FEATURE].closed else queries.next_meeting(state)
    if at is None:
        return label, "inga fler" if held.no_more else "ingen satt", "", False
    return label, swedish.near(at, state.zone, now), swedish.countdown(at, now), at < now


class LineRow(Record, kw_only=True):
    """A line of the log; `fresh` for a short while after it came."""

    number: int
    time: str
    kind: str
    word: str
    text: str
    note: str = ""
    tags: tuple[TagRow, ...] = ()
    struck: bool = False
    fresh: bool = False
    day: str = ""
