"""Questions that span several features: what is open, how far we are, what comes next."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base.certainty import Certainty
from crisisdesk.base.record import Record
from crisisdesk.features import (
    board,
    calls,
    checklists,
    decisions,
    information,
    intake,
    lifecycle,
    log,
    meetings,
    people,
    tasks,
)
from crisisdesk.incident import paper_forms
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Phase


class Progress(Record, kw_only=True):
    """How far a part is: `done` of `total`."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Return whether nothing is left."""
        return self.total > 0 and self.done >= self.total


class OpenThings(Record, kw_only=True):
    """What the group has left, counted at a moment."""

    decisions_incomplete: int
    tasks_open: int
    tasks_late: int
    reminders: int
    uncertainties: int
    uncertainties_late: int
    lines_unexplained: int
    functions_vacant: int
    information_late: int
    forms_missing: int = 0


def open_refs(state: State) -> tuple[str, ...]:
    """Return refs to what must be handled or carried over before closing: decisions, tasks, uncertainties."""
    return (
        *(f"decision:{d.decision}" for d in state[decisions.FEATURE].open()),
        *(f"task:{t.task}" for t in state[tasks.FEATURE].open()),
        *(f"uncertainty:{c.uncertainty}" for c in state[board.FEATURE].open_uncertainties()),
    )


def open_things(state: State, now: datetime) -> OpenThings:
    """Return what is open and late at the moment (UTC)."""
    return OpenThings(
        decisions_incomplete=len(state[decisions.FEATURE].incomplete()),
        tasks_open=len(state[tasks.FEATURE].open()),
        tasks_late=len(state[tasks.FEATURE].late(now)),
        reminders=len(state[tasks.FEATURE].reminding(now)),
        uncertainties=len(state[board.FEATURE].open_uncertainties()),
        uncertainties_late=len(state[board.FEATURE].late_uncertainties(now)),
        lines_unexplained=len(state[log.FEATURE].unexplained),
        functions_vacant=len(state[people.FEATURE].vacancies(state.plan)),
        information_late=len(state[information.FEATURE].late(now)),
        forms_missing=len(paper_forms.missing(state)),
    )


def certainty_of(state: State, line: int) -> Certainty:
    """Return how reliable the entry on the line is: what its answer to an uncertainty starts from."""
    entry = state[log.FEATURE].entries.get(line)
    return entry.reliability if entry is not None else ""


def progress(state: State, phase: Phase) -> Progress:
    """Return how far a phase is: fields answered on a sheet, steps settled otherwise."""
    if phase.kind == "sheet":
        done, total = state[intake.FEATURE].progress(phase)
        return Progress(done=done, total=total)
    steps = [step.id for step in phase.steps]
    return Progress(done=state[checklists.FEATURE].settled(steps), total=len(steps))


def calls_progress(state: State) -> Progress:
    """Return how many people on the call list were reached, of how many there are."""
    reached, everyone = state[calls.FEATURE].reached(state.plan)
    return Progress(done=len(reached), total=len(everyone))


def next_meeting(state: State) -> datetime | None:
    """Return when the next meeting is (UTC), None when none is set."""
    return state[meetings.FEATURE].next_at


def last_out(state: State, before: int) -> int:
    """Return the last line before `before` that says that information went out, 0 when none does.

    A message that was sent counts, and what the keeper wrote as *Info ut* and did not strike.
    """
    return max((number for number in _lines_out(state) if 0 < number < before), default=0)


def _lines_out(state: State) -> Iterator[int]:
    for message in state[information.FEATURE].messages.values():
        yield from (sending.number for sending in message.sendings)
    for number, entry in state[log.FEATURE].entries.items():
        if entry.fact.kind == "out" and not entry.struck_by:
            yield number


def since_alarm(state: State, now: datetime) -> float:
    """Return the seconds from the alarm to the moment, or to the closing of a closed incident."""
    life = state[lifecycle.FEATURE]
    until = life.closed_at or now
    return (until - life.started_at).total_seconds() if life.started_at is not None else 0.0
