"""The running meeting point by point, or the agenda of the next one. No Qt here."""

from datetime import datetime

import msgspec

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, lifecycle, meetings, tasks
from crisisdesk.features.meetings.queries import Minute, minutes
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.incident.board_rows import CardRow, ColumnRow
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Agenda, Point
from crisisdesk.ui.wall.open_rows import decision_card, task_card, uncertainty_card


class PointRow(Record, kw_only=True):
    """A point of the agenda; `note` says when it was done, or how long the current one has been on."""

    point: str = ""
    number: str
    text: str
    depth: int
    done: bool = False
    current: bool = False
    note: str = ""


class AgendaRows(Record, kw_only=True):
    """A meeting: its title, quiet words under it (how long, how far), its points.

    `meeting` is the number of the running one; `beside` are its columns: what was decided, what it follows
    up; `alert` is what the room is reminded of.
    """

    title: str
    status: str
    points: tuple[PointRow, ...]
    running: bool = False
    meeting: int = 0
    timer: str = ""
    beside: tuple[ColumnRow, ...] = ()
    alert: str = ""

    @property
    def current(self) -> int:
        """Return the place of the current point, 0 when there is none."""
        return next((place for place, point in enumerate(self.points) if point.current), 0)


def agenda_rows(state: State, now: datetime) -> AgendaRows:
    """Return the running meeting at the moment (UTC), else the next one's agenda."""
    running = state[meetings.FEATURE].running
    return _running(state, running, now) if running is not None else _coming(state, now)


def pointed(rows: AgendaRows, at: str) -> AgendaRows:
    """Return the rows with the point that the keeper has open, such as `point:1/5.2.6`, as the current one.

    A point that is done, one of another meeting or none leaves them as they are.
    """
    here = next((p for p in rows.points if at == f"point:{rows.meeting}/{p.point}" and not p.done), None)
    if here is None or here.current:
        return rows
    note = next((point.note for point in rows.points if point.current), "")
    return msgspec.structs.replace(
        rows, points=tuple(_now_at(point, point is here, note) for point in rows.points)
    )


def _now_at(point: PointRow, here: bool, note: str) -> PointRow:
    if not here and not point.current:
        return point
    return msgspec.structs.replace(point, current=here, note=note if here else "")


def _running(state: State, meeting: Meeting, now: datetime) -> AgendaRows:
    every = minutes(meeting, state.plan)
    at = _current(every)
    since = max([meeting.begun_at, *(m.closed_at for m in every if m.closed_at is not None)])
    done = sum(1 for minute in every if minute.closed_at is not None)
    began = swedish.near(meeting.begun_at, state.zone, now)
    return AgendaRows(
        title=f"Möte {meeting.meeting} · {meeting.title}",
        status=f"började {began} · {done} av {len(every)} punkter klara",
        points=tuple(_point(state, m, place == at, since, now) for place, m in enumerate(every)),
        running=True,
        meeting=meeting.meeting,
        timer=swedish.duration(now - meeting.begun_at),
        beside=(_made(state, meeting, now), _follow_up(state, meeting, now)),
        alert="Växeln stoppar samtal" if state[meetings.FEATURE].calls_stopped else "",
    )


def _current(every: tuple[Minute, ...]) -> int:
    """Return the place of the first open point after the one that was done last, -1 when all are done."""
    places = range(len(every))
    closed = [(minute.closed_at, place) for place, minute in enumerate(every) if minute.closed_at is not None]
    last = max(closed)[1] if closed else -1
    order = [*places[last + 1 :], *places[: last + 1]]
    return next((place for place in order if every[place].closed_at is None), -1)


def _point(state: State, minute: Minute, current: bool, since: datetime, now: datetime) -> PointRow:
    done = minute.closed_at is not None
    note = f"i {swedish.duration(now - since)}" if current else ""
    return PointRow(
        point=minute.point,
        number=minute.number,
        text=minute.text,
        depth=minute.depth,
        done=done,
        current=current,
        note=swedish.clock(minute.closed_at, state.zone)[:5] if minute.closed_at is not None else note,
    )


def _made(state: State, meeting: Meeting, now: datetime) -> ColumnRow:
    """Return the decisions made since the meeting began, the latest first."""
    found = [d for d in state[decisions.FEATURE].standing() if d.at >= meeting.begun_at and not d.appoints]
    cards = tuple(decision_card(d, state.zone, now) for d in reversed(found))
    return _column("Beslut på mötet", "gavel", "Inga beslut än.", cards)


def _follow_up(state: State, meeting: Meeting, now: datetime) -> ColumnRow:
    """Return what the meeting has to follow up: late tasks, open uncertainties, earlier decisions."""
    zone = state.zone
    late = (task_card(t, zone, now, named=True) for t in state[tasks.FEATURE].late(now))
    asked = (uncertainty_card(c, zone, now, named=True) for c in state[board.FEATURE].open_uncertainties())
    earlier = (d for d in state[decisions.FEATURE].open() if d.at < meeting.begun_at)
    cards = (*late, *asked, *(decision_card(d, zone, now, named=True) for d in earlier))
    return _column("Att följa upp", "history", "Inget att följa upp.", cards)


def _column(title: str, icon: str, hint: str, cards: tuple[CardRow, ...]) -> ColumnRow:
    return ColumnRow(id=icon, title=title, icon=icon, purpose="plain", hint=hint, cards=cards)


def _coming(state: State, now: datetime) -> AgendaRows:
    agenda = _suggested(state)
    points = tuple(_plain(agenda.points, 0)) if agenda is not None else ()
    return AgendaRows(
        title=agenda.title if agenda is not None else "Möte", status=_when(state, now), points=points
    )


def _suggested(state: State) -> Agenda | None:
    """Return the first meeting's agenda until one has been held on it, then the next of the plan's."""
    held = {m.agenda for m in state[meetings.FEATURE].meetings.values()}
    agendas = state.plan.agendas
    first = next((a for a in agendas if a.first and a.id not in held), None)
    return first or next((a for a in agendas if not a.first), agendas[0] if agendas else None)


def _plain(points: tuple[Point, ...], depth: int) -> list[PointRow]:
    found: list[PointRow] = []
    for point in points:
        found.append(PointRow(number=point.number, text=point.text, depth=depth))
        found += _plain(point.points, depth + 1)
    return found


def _when(state: State, now: datetime) -> str:
    held = state[meetings.FEATURE]
    if state[lifecycle.FEATURE].closed:
        return "Händelsen är avslutad."
    if held.next_at is None:
        return "Inga fler avstämningar." if held.no_more else "Ingen tid är satt."
    return f"Börjar {swedish.near(held.next_at, state.zone, now)}, {swedish.countdown(held.next_at, now)}"
