"""An earlier meeting with its minutes, as ready rows. No Qt here."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board
from crisisdesk.features.meetings.queries import Minute, minutes
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.ui.screens.meetings.follow_rows import FollowRow, decided, given
from crisisdesk.ui.screens.meetings.people_rows import attendance, counted


class MinuteRow(Record, kw_only=True):
    """A point in the minutes of an earlier meeting."""

    key: str
    number: str
    text: str
    depth: int
    notes: str
    secrecy: str
    mark: str


class HeldRow(Record, kw_only=True):
    """An earlier meeting, with its minutes."""

    meeting: int
    title: str
    when: str
    said: str
    values: tuple[tuple[str, str], ...]
    minutes: tuple[MinuteRow, ...]
    links: tuple[FollowRow, ...] = ()


def held_row(state: State, meeting: Meeting, now: datetime) -> HeldRow:
    """Return the meeting with its minutes, as of the moment (UTC)."""
    ended = swedish.clock(meeting.ended_at, state.zone) if meeting.ended_at is not None else ""
    when = f"{swedish.near(meeting.begun_at, state.zone, now)}–{ended}"
    present = attendance(state, meeting)
    return HeldRow(
        meeting=meeting.meeting,
        title=meeting.title,
        when=when,
        said=counted(present),
        values=tuple(_values(state, meeting, when, now)),
        minutes=tuple(_minute(state, meeting, minute, now) for minute in minutes(meeting, state.plan)),
        links=tuple(_links(state, meeting)),
    )


def _values(state: State, meeting: Meeting, when: str, now: datetime) -> Iterator[tuple[str, str]]:
    yield "Tid", when
    for word, present in (("På plats", "here"), ("Kom senare", "later"), ("Frånvarande", "absent")):
        names = [mark.who for mark in meeting.attendance.values() if mark.present == present]
        if names:
            yield word, swedish.listed(names)
    stopped = "stoppade samtal" if meeting.calls_stopped else "stoppade inte samtal"
    yield "Växeln", f"{stopped}, släppte på efteråt" if meeting.calls_released else stopped
    if meeting.next_at is not None:
        yield "Nästa", swedish.near(meeting.next_at, state.zone, now)
    elif meeting.no_more:
        yield "Nästa", "inga fler"


def _minute(state: State, meeting: Meeting, minute: Minute, now: datetime) -> MinuteRow:
    return MinuteRow(
        key=minute.point,
        number=minute.number,
        text=minute.text,
        depth=minute.depth,
        notes=minute.notes,
        secrecy=secrecy.of_ref(state, f"point:{meeting.meeting}/{minute.point}"),
        mark=done_mark(state, minute, now) or "inte klar",
    )


def _links(state: State, meeting: Meeting) -> Iterator[FollowRow]:
    lines = state.timeline.about.get(f"meeting:{meeting.meeting}", [])
    yield from decided(state, [ref for number in lines for ref in state.timeline.says(number).refs])
    yield from given(state, meeting)
    for frozen in state[board.FEATURE].frozen:
        if frozen.meeting == meeting.meeting:
            place, icon = f"board:{frozen.number}", "layout-dashboard"
            yield FollowRow(text=f"Lägesbild {frozen.number}", icon=icon, token="k_ass", place=place)


def done_mark(state: State, minute: Minute, now: datetime) -> str:
    """Return when the point was done, "" while it is open."""
    return f"klar {swedish.near(minute.closed_at, state.zone, now)}" if minute.closed_at is not None else ""
