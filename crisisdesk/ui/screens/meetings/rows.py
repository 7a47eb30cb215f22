"""Meetings as ready rows: what can begin, the running one point by point, the earlier ones. No Qt here."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.record import Record
from crisisdesk.features import board, lifecycle, meetings, people
from crisisdesk.features.meetings.queries import Minute, minutes
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Agenda, PointPurpose
from crisisdesk.ui.screens.meetings.follow_rows import FollowRow, follow_up, made_at
from crisisdesk.ui.screens.meetings.held_rows import HeldRow, done_mark, held_row
from crisisdesk.ui.screens.meetings.people_rows import PersonRow, attendance, vacant

SHORT = 2
"""Letters of a short number."""

ATTENDANCE = "attendance"
"""The key of the attendance row where the agenda has no point for it."""


class AgendaRow(Record, kw_only=True):
    """An agenda that a meeting can begin on."""

    id: str
    title: str
    stops_calls: bool


class PointRow(Record, kw_only=True):
    """A point of the running meeting. `key` is its id; `mark` says when it was done."""

    key: str
    number: str
    text: str
    depth: int
    purpose: PointPurpose
    notes: str = ""
    secrecy: str = ""
    done: bool = False
    mark: str = ""
    people: tuple[PersonRow, ...] = ()
    vacant: str = ""
    follow: tuple[FollowRow, ...] = ()
    made: tuple[FollowRow, ...] = ()
    said: str = ""


class RunningRow(Record, kw_only=True):
    """The meeting that is on. `suggested` is the point to open first."""

    meeting: int
    title: str
    began: str
    minutes: str
    calls_stopped: bool
    points: tuple[PointRow, ...]
    done: int
    total: int
    chair: str = ""

    @property
    def long_numbers(self) -> bool:
        """Return whether a point has a number such as `5.2.6.1`."""
        return any(len(point.number) > SHORT for point in self.points)

    def point(self, key: str) -> PointRow | None:
        """Return the point, None when the meeting has none with that key."""
        return next((point for point in self.points if point.key == key), None)

    def next_after(self, key: str) -> str:
        """Return the first point that is not done after `key`, else the first of all, else ""."""
        keys = [point.key for point in self.points]
        at = keys.index(key) + 1 if key in keys else 0
        order = self.points[at:] + self.points[:at]
        return next((point.key for point in order if not point.done), "")


class MeetingsRows(Record, kw_only=True):
    """Everything about meetings. `next` says when the next one is, "" when none is set."""

    agendas: tuple[AgendaRow, ...]
    suggested: str
    running: RunningRow | None
    held: tuple[HeldRow, ...]
    next: str
    next_late: bool
    calls_stopped: bool
    closed: bool
    zone: str

    def meeting(self, number: int) -> HeldRow | None:
        """Return the earlier meeting, None when there is none."""
        return next((held for held in self.held if held.meeting == number), None)


def meetings_rows(state: State, now: datetime) -> MeetingsRows:
    """Return the meetings as they stand at the moment (UTC)."""
    found = state[meetings.FEATURE]
    held = [m for m in found.meetings.values() if not m.running]
    return MeetingsRows(
        agendas=tuple(_agenda(agenda) for agenda in state.plan.agendas),
        suggested=_suggested(state),
        running=_running(state, found.running, now) if found.running is not None else None,
        held=tuple(held_row(state, m, now) for m in reversed(held)),
        next=_next(state, now),
        next_late=found.next_at is not None and found.next_at < now,
        calls_stopped=found.calls_stopped,
        closed=state[lifecycle.FEATURE].closed,
        zone=state.zone,
    )


def minutes_wish(rows: MeetingsRows | None, reading: int) -> PrintWish:
    """Return the wish for the minutes in sight: those that are read, else the running meeting's, else all."""
    running = rows.running if rows is not None else None
    return PrintWish(part="meetings", number=reading or (running.meeting if running is not None else 0))


def _agenda(agenda: Agenda) -> AgendaRow:
    return AgendaRow(id=agenda.id, title=agenda.title, stops_calls=agenda.stops_calls)


def _suggested(state: State) -> str:
    """Return the first meeting's agenda until one has been held on it, then the next of the plan's."""
    held = {m.agenda for m in state[meetings.FEATURE].meetings.values()}
    agendas = state.plan.agendas
    first = next((a.id for a in agendas if a.first and a.id not in held), "")
    return first or next((a.id for a in agendas if not a.first), agendas[0].id if agendas else "")


def _next(state: State, now: datetime) -> str:
    found = state[meetings.FEATURE]
    if found.next_at is None:
        return "Inga fler avstämningar." if found.no_more else ""
    when = swedish.near(found.next_at, state.zone, now)
    span = abs(found.next_at - now)
    how = "sen" if found.next_at < now else "om"
    return f"Nästa avstämning {when}, {how} {swedish.duration(span)}"


# ---------------------------------------------------------------- the running meeting


def _running(state: State, meeting: Meeting, now: datetime) -> RunningRow:
    points = tuple(_points(state, meeting, now))
    return RunningRow(
        meeting=meeting.meeting,
        title=meeting.title,
        began=swedish.near(meeting.begun_at, state.zone, now),
        minutes=swedish.duration(now - meeting.begun_at),
        calls_stopped=state[meetings.FEATURE].calls_stopped,
        points=points,
        done=sum(1 for point in points if point.done and point.key != ATTENDANCE),
        total=sum(1 for point in points if point.key != ATTENDANCE),
        chair=_chair(state),
    )


def _chair(state: State) -> str:
    chair = state.plan.function_with("chair")
    return state[people.FEATURE].holder_or_post(state.plan, chair.id) if chair is not None else ""


def _points(state: State, meeting: Meeting, now: datetime) -> Iterator[PointRow]:
    purposes = _purposes(state, meeting)
    if "attendance" not in purposes.values():
        present = attendance(state, meeting)
        yield PointRow(
            key=ATTENDANCE,
            number="",
            text="Närvaro",
            depth=0,
            purpose="attendance",
            done=all(person.present for person in present),
            people=present,
            vacant=vacant(state),
        )
    for minute in minutes(meeting, state.plan):
        yield _point(state, meeting, minute, purposes[minute.point], now)


def _purposes(state: State, meeting: Meeting) -> dict[str, PointPurpose]:
    return {point.id: point.purpose for point in state.plan.agenda(meeting.agenda).walk()}


def _point(state: State, meeting: Meeting, minute: Minute, purpose: PointPurpose, now: datetime) -> PointRow:
    attends = purpose == "attendance"
    return PointRow(
        key=minute.point,
        number=minute.number,
        text=minute.text,
        depth=minute.depth,
        purpose=purpose,
        notes=minute.notes,
        secrecy=secrecy.of_ref(state, f"point:{meeting.meeting}/{minute.point}"),
        done=minute.closed_at is not None,
        mark=done_mark(state, minute, now),
        people=attendance(state, meeting) if attends else (),
        vacant=vacant(state) if attends else "",
        follow=tuple(follow_up(state, now)) if purpose == "follow_up" else (),
        made=tuple(made_at(state, meeting, minute.point, purpose)),
        said=_said(state, meeting, purpose),
    )


def _said(state: State, meeting: Meeting, purpose: PointPurpose) -> str:
    """Return what the program says at the point of itself."""
    if purpose == "board" and state.plan.columns:
        return _board_said(state, meeting)
    if purpose == "forecast":
        return _forecast_said(state)
    return "Tiden skrivs när mötet avslutas." if purpose == "next_meeting" else ""


def _board_said(state: State, meeting: Meeting) -> str:
    frozen = state[board.FEATURE].frozen
    own = [one.number for one in frozen if one.meeting == meeting.meeting]
    if own:
        return f"Lägesbild {own[-1]} är fryst."
    return f"Lägesbild {len(frozen) + 1} fryses när punkten är klar."


def _forecast_said(state: State) -> str:
    forecast = state[board.FEATURE].forecast
    named = (("Farligast", forecast.get("worst", "")), ("Troligast", forecast.get("likely", "")))
    return " ".join(f"{name}: {swedish.sentence(text)}" for name, text in named if text)
