"""What the time axis shows: what happened behind the now line, what is planned ahead of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, information, lifecycle, meetings, people, tasks
from crisisdesk.features.decisions.state import Decision
from crisisdesk.features.tasks.state import Task
from crisisdesk.incident import course, secrecy
from crisisdesk.incident.course import HEAVIEST, HEAVY, MIDDLE, Event
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LineKind

_LONGEST = 28  # letters of a task's or decision's text in a label

EVENTS: frozenset[LineKind] = frozenset(("dec", "meet", "out", "unc", "sys"))
"""Kinds whose events are marked: the course of events, as the report draws it."""

LINES: frozenset[LineKind] = frozenset(("note", "in", "ass", "call", "step", "task"))
"""Kinds of which every line can be marked as well."""

BEHIND = timedelta(minutes=90)
AHEAD = timedelta(minutes=60)
FARTHEST = timedelta(hours=3)
_MARGIN = timedelta(minutes=8)


class AxisMark(Record, kw_only=True):
    """Something at a moment (UTC). `place` is where it is read, such as `decision:7`; `key` is its own.

    `words` are short, `label` has the clock before them; `spoken` says it whole. A `future` mark is planned
    and not done; `late` when its time has passed all the same. Heavier marks keep their label longest.
    """

    key: str
    place: str
    at: datetime
    kind: LineKind
    words: str
    label: str
    spoken: str = ""
    icon: str = ""
    future: bool = False
    late: bool = False
    weight: int = 0


def marks(state: State, now: datetime, kinds: frozenset[LineKind] = EVENTS) -> tuple[AxisMark, ...]:
    """Return every mark in order of time, as of the moment (UTC). Secret text is never in one.

    Of what happened only the `kinds` are shown: events, and for the kinds in LINES every line of the log.
    What is planned is always shown.
    """
    found = [*_happened(state, now, kinds), *_lines(state, now, kinds), *_planned(state, now)]
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.key)))


def stretch(state: State, now: datetime) -> tuple[datetime, datetime]:
    """Return the time that is worth seeing first: the last hour and a half, and what comes next.

    A closed incident is seen from the alarm to its closing, as far as two weeks go.
    """
    life = state[lifecycle.FEATURE]
    start = life.started_at or now
    if life.closed_at is not None:
        return start - _MARGIN, life.closed_at + _MARGIN
    ahead = [m.at for m in _planned(state, now) if now < m.at <= now + FARTHEST]
    return max(start, now - BEHIND) - _MARGIN, max([now + AHEAD, *ahead]) + _MARGIN


def _happened(state: State, now: datetime, kinds: frozenset[LineKind]) -> Iterator[AxisMark]:
    for group in course.groups(course.events(state), state.zone):
        event = group.first
        if event.kind in kinds or event.icon == "siren":
            yield _mark(
                state,
                now,
                _key(event),
                event.at,
                event.kind,
                group.called(short=True),
                spoken=" ".join(_heard(state, member, now) for member in group.events),
                place=event.place,
                icon=event.icon,
                weight=group.weight,
            )


def _key(event: Event) -> str:
    return "alarm" if event.icon == "siren" else event.place


def _heard(state: State, event: Event, now: datetime) -> str:
    """Return what the event says and till when it went on, or what it is when that is secret."""
    provision = course.hidden(state, event)
    if provision:
        return swedish.sentence(f"{event.words.capitalize()} {event.thing or ''}, sekretess {provision}")
    until = f" Till {swedish.near(event.until, state.zone, now)}." if event.until is not None else ""
    return f"{swedish.sentence(event.text)}{until}"


def _said(state: State, decision: Decision) -> str:
    mark = secrecy.of_ref(state, f"decision:{decision.decision}")
    text = f"sekretess {mark}" if mark else decision.text
    return f"Beslut {decision.decision}: {swedish.sentence(text)}"


def _lines(state: State, now: datetime, kinds: frozenset[LineKind]) -> Iterator[AxisMark]:
    """Yield the lines of kinds that have no events of their own; struck ones stand in the log alone."""
    plain = kinds & LINES
    for recorded in state.timeline.lines if plain else ():
        line, number = recorded.line, recorded.number
        if line is None or line.kind not in plain or number in state.timeline.struck_by:
            continue
        provision = secrecy.of_line(state, number)
        text = f"sekretess {provision}" if provision else line.text
        yield _mark(
            state,
            now,
            f"line:{number}",
            recorded.happened_at,
            line.kind,
            _quoted(text),
            spoken=text,
            place=f"line:{number}",
        )


def _planned(state: State, now: datetime) -> Iterator[AxisMark]:
    if state[lifecycle.FEATURE].closed:
        return
    yield from _next_meeting(state, now)
    yield from _deadlines(state, now)
    yield from _follow_ups(state, now)
    yield from _needed(state, now)
    yield from _reliefs(state, now)
    yield from _latest(state, now)


def _next_meeting(state: State, now: datetime) -> Iterable[AxisMark]:
    at = state[meetings.FEATURE].next_at
    if at is not None:
        yield _ahead(state, now, "next", at, "meet", "avstämning", place="screen:meetings", weight=HEAVIEST)


def _deadlines(state: State, now: datetime) -> Iterator[AxisMark]:
    for task in state[tasks.FEATURE].due():
        if task.due_at is not None:
            key = f"task:{task.task}"
            yield _ahead(
                state,
                now,
                key,
                task.due_at,
                "task",
                _task_words(state, task),
                spoken=_task_said(state, task),
                place=key,
                weight=HEAVY,
            )


def _task_words(state: State, task: Task) -> str:
    secret = secrecy.of_ref(state, f"task:{task.task}")
    return f"uppgift {task.task}" if secret else _quoted(task.text).lower()


def _task_said(state: State, task: Task) -> str:
    mark = secrecy.of_ref(state, f"task:{task.task}")
    text = f"sekretess {mark}" if mark else task.text
    owner = f" {task.owner}." if task.owner and not mark else ""
    return f"Uppgift {task.task}: {swedish.sentence(text)}{owner}"


def _follow_ups(state: State, now: datetime) -> Iterator[AxisMark]:
    for decision in state[decisions.FEATURE].open():
        if decision.follow_up_at is not None:
            number = decision.decision
            yield _ahead(
                state,
                now,
                f"follow-up:{number}",
                decision.follow_up_at,
                "dec",
                f"följ upp {number}",
                spoken=f"Uppföljning. {_said(state, decision)}",
                place=f"decision:{number}",
                weight=MIDDLE,
            )


def _needed(state: State, now: datetime) -> Iterator[AxisMark]:
    for card in state[board.FEATURE].open_uncertainties():
        if card.needed_by is not None:
            number = card.uncertainty
            hidden = bool(secrecy.of_ref(state, f"card:{card.card}"))
            yield _ahead(
                state,
                now,
                f"uncertainty:{number}",
                card.needed_by,
                "unc",
                f"oklarhet {number}",
                spoken="" if hidden else f"Svar behövs på oklarhet {number}: {card.content.text}",
                place=f"uncertainty:{number}",
                weight=MIDDLE,
            )


def _reliefs(state: State, now: datetime) -> Iterator[AxisMark]:
    for planned in state[people.FEATURE].due_reliefs():
        title = state.plan.function(planned.function).title
        person = f", {planned.person} tar över" if planned.person else ""
        yield _ahead(
            state,
            now,
            f"relief:{planned.function}",
            planned.at,
            "step",
            "avlösning",
            spoken=f"Avlösning av {title.lower()}{person}",
            place=f"function:{planned.function}",
            icon="users",
            weight=MIDDLE,
        )


def _latest(state: State, now: datetime) -> Iterator[AxisMark]:
    for message in state[information.FEATURE].due():
        at = message.current.latest_at
        if at is not None:
            key = f"message:{message.message}"
            words = f"budskap {message.message} senast"
            yield _ahead(state, now, key, at, "out", words, place=key, icon="megaphone", weight=HEAVY)


def _ahead(
    state: State,
    now: datetime,
    key: str,
    at: datetime,
    kind: LineKind,
    words: str,
    *,
    place: str,
    spoken: str = "",
    icon: str = "",
    weight: int = 0,
) -> AxisMark:
    late = at < now
    mark = _mark(state, now, key, at, kind, words, place=place, spoken=spoken, icon=icon, weight=weight)
    label = f"{mark.label} (sen)" if late else mark.label
    return AxisMark(
        key=mark.key,
        place=mark.place,
        at=mark.at,
        kind=mark.kind,
        words=mark.words,
        label=label,
        spoken=f"{mark.spoken} Sen." if late else mark.spoken,
        icon=mark.icon,
        future=True,
        late=late,
        weight=mark.weight,
    )


def _mark(
    state: State,
    now: datetime,
    key: str,
    at: datetime,
    kind: LineKind,
    words: str,
    *,
    place: str,
    spoken: str = "",
    icon: str = "",
    weight: int = 0,
) -> AxisMark:
    time = swedish.near(at, state.zone, now)
    return AxisMark(
        key=key,
        place=place,
        at=at,
        kind=kind,
        words=words,
        label=f"{time} {words}",
        spoken=f"{time}. {spoken or words}",
        icon=icon,
        weight=weight,
    )


def _quoted(text: str) -> str:
    first = text.strip().splitlines()[0].rstrip(".") if text.strip() else ""
    return swedish.shortened(first, _LONGEST)
