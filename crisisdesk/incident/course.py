"""The course of events: what a time axis marks, on screen and on paper, from one list."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, information, lifecycle, meetings
from crisisdesk.incident import milestones, secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Fact, LineKind, Recorded

HEAVIEST, HEAVY, MIDDLE, LIGHT = 4, 3, 2, 1
"""Which marks keep their label longest."""


class Event(Record, kw_only=True):
    """Something that happened (UTC) and the log line that says so, with what it says in `text`.

    `words` are what a mark is called, without clock and number ("" for none), `short` where there is little
    room. `thing` is the number of the decision, meeting, message or uncertainty; `until` is when it ended.
    """

    at: datetime
    kind: LineKind
    words: str
    text: str
    line: int
    place: str
    weight: int = 0
    thing: int = 0
    icon: str = ""
    short: str = ""
    until: datetime | None = None


class Group(Record, kw_only=True):
    """Events of one minute that are called the same: they share a mark."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """Return the first of them."""
        return self.events[0]

    @property
    def weight(self) -> int:
        """Return the weight of the heaviest."""
        return max(event.weight for event in self.events)

    def called(self, *, short: bool = False) -> str:
        """Return what the mark is called, such as `beslut 3–6`."""
        words = (short and self.first.short) or self.first.words
        numbers = [event.thing for event in self.events if event.thing]
        return f"{words} {run(numbers)}" if numbers else words


def events(state: State) -> list[Event]:
    """Return alarm, decisions, meetings, messages, answers, interruptions and closings, in order of time."""
    found = [*_alarm(state), *_decisions(state), *_meetings(state), *_messages(state)]
    found += [*_answers(state), *_interruptions(state), *_closings(state)]
    return sorted(found, key=lambda event: (event.at, event.line))


def groups(found: Iterable[Event], zone: str) -> list[Group]:
    """Return the events that have a mark, those of one minute and name together, in order of time."""
    marked = [event for event in found if event.words]
    by_name = sorted(marked, key=lambda e: (swedish.stamp(e.at, zone), e.words, e.at, e.line))
    together = groupby(by_name, key=lambda event: (swedish.stamp(event.at, zone), event.words))
    made = [Group(events=tuple(members)) for _, members in together]
    return sorted(made, key=lambda group: (group.first.at, group.first.line))


def run(numbers: list[int]) -> str:
    """Return `3`, `3–6` or `3, 5`."""
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(str(number) for number in numbers)


def _alarm(state: State) -> Iterator[Event]:
    start = milestones.alarm(state)
    if start is not None:
        text = _said(state, start.line)
        yield Event(
            at=start.at,
            kind="sys",
            words="larm",
            text=text,
            line=start.line,
            place=f"line:{start.line}",
            weight=HEAVIEST,
            icon="siren",
        )


def _decisions(state: State) -> Iterator[Event]:
    for decision in state[decisions.FEATURE].decisions.values():
        yield Event(
            at=decision.at,
            kind="dec",
            words="beslut",
            text=f"Beslut {decision.decision}: {decision.text}",
            line=decision.number,
            place=f"decision:{decision.decision}",
            weight=LIGHT if decision.appoints else MIDDLE,
            thing=decision.decision,
        )


def _meetings(state: State) -> Iterator[Event]:
    for held in state[meetings.FEATURE].meetings.values():
        place = f"meeting:{held.meeting}"
        yield Event(
            at=held.begun_at,
            kind="meet",
            words="möte",
            text=_said(state, held.number),
            line=held.number,
            place=place,
            weight=HEAVY,
            thing=held.meeting,
            until=held.ended_at,
        )
        if held.ended_at is not None:
            text = _said(state, held.end_number)
            yield Event(at=held.ended_at, kind="meet", words="", text=text, line=held.end_number, place=place)


def _messages(state: State) -> Iterator[Event]:
    for message in state[information.FEATURE].messages.values():
        for sent in message.sendings:
            yield Event(
                at=sent.at,
                kind="out",
                words="budskap",
                text=_said(state, sent.number),
                line=sent.number,
                place=f"line:{sent.number}",
                weight=HEAVY,
                thing=message.message,
            )


def _answers(state: State) -> Iterator[Event]:
    """Yield the answers that hold; an answer may have come with the line that gives it."""
    for card in state[board.FEATURE].cards.values():
        if card.answer is not None and not card.struck:
            line = card.answer.line
            yield Event(
                at=card.answer.at,
                kind="unc",
                words="svar på oklarhet",
                short="svar",
                text=_said(state, line),
                line=line,
                place=f"line:{line}",
                weight=MIDDLE,
                thing=card.uncertainty,
            )


def _interruptions(state: State) -> Iterator[Event]:
    if not state[lifecycle.FEATURE].interruptions:
        return
    for recorded in _of(state, lifecycle.facts.LogInterrupted):
        if isinstance(recorded.fact, lifecycle.facts.LogInterrupted):
            yield _system(recorded, recorded.fact.since, "avbrott", "unplug")


def _closings(state: State) -> Iterator[Event]:
    life = state[lifecycle.FEATURE]
    if life.closed or life.reopened:
        for recorded in _of(state, lifecycle.facts.IncidentClosed):
            yield _system(recorded, recorded.happened_at, "avslut", "flag")


def _of(state: State, kind: type[Fact]) -> Iterator[Recorded]:
    return (recorded for recorded in state.timeline.lines if isinstance(recorded.fact, kind))


def _system(recorded: Recorded, at: datetime, words: str, icon: str) -> Event:
    return Event(
        at=at,
        kind="sys",
        words=words,
        text=recorded.line.text if recorded.line is not None else "",
        line=recorded.number,
        place=f"line:{recorded.number}",
        weight=HEAVY,
        icon=icon,
    )


def _said(state: State, line: int) -> str:
    return state.timeline.says(line).text if 0 < line <= len(state.timeline.lines) else ""


def hidden(state: State, event: Event) -> str:
    """Return the provision that what the event says is secret by, "" when it is open."""
    if event.kind == "dec":
        return secrecy.of_ref(state, event.place)
    return secrecy.of_line(state, event.line) if 0 < event.line <= len(state.timeline.lines) else ""
