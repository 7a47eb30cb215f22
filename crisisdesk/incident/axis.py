"""What the time axis shows: what happened behind the now line, what is planned ahead of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, information, lifecycle, meetings, people, tasks
from crisisdesk.features.decisions.state import Decision
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.features.tasks.state import Task
from crisisdesk.incident import milestones, secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LineKind

_HEAVY, _MIDDLE, _LIGHT = 3, 2, 1
_LONGEST = 28  # letters of a task's or decision's text in a label

BEHIND = timedelta(minutes=90)
AHEAD = timedelta(minutes=60)
FARTHEST = timedelta(hours=3)
_MARGIN = timedelta(minutes=8)


class AxisMark(Record, kw_only=True):
    """Something at a moment (UTC). `place` is where it is read, such as `decision:7`; `key` is its own.

    `label` is short and begins with the clock; `spoken` says it whole. A `future` mark is planned and not
    done; `late` when its time has passed all the same. Heavier marks keep their label longest.
    """

    key: str
    place: str
    at: datetime
    kind: LineKind
    label: str
    spoken: str = ""
    icon: str = ""
    future: bool = False
    late: bool = False
    weight: int = 0


def marks(state: State, now: datetime) -> tuple[AxisMark, ...]:
    """Return every mark in order of time, as of the moment (UTC). Secret text is never in one."""
    found = [*_happened(state, now), *_planned(state, now)]
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


def _happened(state: State, now: datetime) -> Iterator[AxisMark]:
    start = milestones.alarm(state)
    if start is not None:
        yield _mark(state, now, "alarm", start.at, "sys", "larm", place="line:1", icon="siren", weight=4)
    yield from _decisions(state, now)
    yield from _meetings(state, now)
    yield from _messages(state, now)
    yield from _answers(state, now)


def _decisions(state: State, now: datetime) -> Iterator[AxisMark]:
    """Decisions made in the same minute share a mark."""
    every = sorted(state[decisions.FEATURE].decisions.values(), key=lambda d: (d.at, d.decision))
    for _minute, together in groupby(every, key=lambda d: swedish.stamp(d.at, state.zone)):
        made = list(together)
        numbers = [d.decision for d in made]
        weight = _LIGHT if all(d.appoints for d in made) else _MIDDLE
        key = f"decision:{numbers[0]}"
        yield _mark(
            state,
            now,
            key,
            made[0].at,
            "dec",
            f"beslut {run(numbers)}",
            spoken=" ".join(_said(d) for d in made),
            place=key,
            weight=weight,
        )


def run(numbers: list[int]) -> str:
    """Return `3`, `3–6` or `3, 5`."""
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(str(number) for number in numbers)


def _said(decision: Decision) -> str:
    text = f"sekretess {decision.secrecy}" if decision.secrecy else decision.text
    return f"Beslut {decision.decision}: {swedish.sentence(text)}"


def _meetings(state: State, now: datetime) -> Iterator[AxisMark]:
    for held in state[meetings.FEATURE].meetings.values():
        key = f"meeting:{held.meeting}"
        yield _mark(
            state,
            now,
            key,
            held.begun_at,
            "meet",
            f"möte {held.meeting}",
            spoken=_meeting_said(held, state.zone),
            place=key,
            weight=_HEAVY,
        )


def _meeting_said(held: Meeting, zone: str) -> str:
    until = f"–{swedish.clock(held.ended_at, zone)}" if held.ended_at is not None else ", pågår"
    return f"Möte {held.meeting}, {held.title}, {swedish.clock(held.begun_at, zone)}{until}"


def _messages(state: State, now: datetime) -> Iterator[AxisMark]:
    for message in state[information.FEATURE].messages.values():
        for sent in message.sendings:
            words = f"budskap {message.message}"
            key = f"line:{sent.number}"
            yield _mark(state, now, key, sent.at, "out", words, place=key, weight=_HEAVY)


def _answers(state: State, now: datetime) -> Iterator[AxisMark]:
    for card in state[board.FEATURE].cards.values():
        if card.answer is None or card.struck:
            continue
        key = f"line:{card.answer.number}"
        hidden = bool(secrecy.of_ref(state, f"card:{card.card}"))
        yield _mark(
            state,
            now,
            key,
            card.answer.at,
            "unc",
            f"svar {card.uncertainty}" if card.uncertainty else "svar",
            spoken="" if hidden else f"Svar på {_quoted(card.content.text)}: {card.answer.text}",
            place=key,
            weight=_MIDDLE,
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
        yield _ahead(state, now, "next", at, "meet", "avstämning", place="screen:meetings", weight=4)


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
                _task_words(task),
                spoken=_task_said(task),
                place=key,
                weight=_HEAVY,
            )


def _task_words(task: Task) -> str:
    return f"uppgift {task.task}" if task.secrecy else _quoted(task.text).lower()


def _task_said(task: Task) -> str:
    text = f"sekretess {task.secrecy}" if task.secrecy else task.text
    owner = f" {task.owner}." if task.owner else ""
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
                spoken=f"Uppföljning. {_said(decision)}",
                place=f"decision:{number}",
                weight=_MIDDLE,
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
                weight=_MIDDLE,
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
            weight=_MIDDLE,
        )


def _latest(state: State, now: datetime) -> Iterator[AxisMark]:
    for message in state[information.FEATURE].due():
        at = message.current.latest_at
        if at is not None:
            key = f"message:{message.message}"
            words = f"budskap {message.message} senast"
            yield _ahead(state, now, key, at, "out", words, place=key, icon="megaphone", weight=_HEAVY)


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
        label=f"{time} {words}",
        spoken=f"{time}. {spoken or words}",
        icon=icon,
        weight=weight,
    )


def _quoted(text: str) -> str:
    first = text.strip().splitlines()[0].rstrip(".") if text.strip() else ""
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1].rstrip()}…"
