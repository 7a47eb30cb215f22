"""When the work reached its first judgement, its gathered group, its first meeting, its first word out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

from crisisdesk.base.record import Record
from crisisdesk.features import calls, checklists, decisions, information, lifecycle, meetings
from crisisdesk.features.checklists.state import Mark
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Phase

SILENCE = timedelta(minutes=30)
"""A longer time without a line in the log is a silent gap."""


class Milestone(Record, kw_only=True):
    """A moment (UTC) and the line of the log that tells of it (0: none does)."""

    at: datetime
    line: int


class Gap(Record, kw_only=True):
    """A time (UTC) without a line, between the lines `before` and `after`."""

    since: datetime
    until: datetime
    before: int
    after: int

    @property
    def length(self) -> timedelta:
        """Return how long it was."""
        return self.until - self.since


def alarm(state: State) -> Milestone | None:
    """Return when the alarm came, None before it."""
    at = state[lifecycle.FEATURE].started_at
    return Milestone(at=at, line=1) if at is not None else None


def judged(state: State) -> Milestone | None:
    """Return the first judgement that was answered yes or no (krisplan 3.2), if there is one."""
    every = state[decisions.FEATURE].decisions.values()
    return _earliest(Milestone(at=d.at, line=d.number) for d in every if d.answer)


def first_decision(state: State) -> Milestone | None:
    """Return the first decision, if there is one."""
    every = state[decisions.FEATURE].decisions.values()
    return _earliest(Milestone(at=d.at, line=d.number) for d in every)


def gathered(state: State) -> Milestone | None:
    """Return when the group was gathered: the first signed step of the phase that appoints and meets.

    Without such a step it is the first meeting's beginning; None when there is neither.
    """
    phase = _gathering(state)
    marks = state[checklists.FEATURE].marks
    held = [marks[s.id] for s in phase.steps if s.id in marks] if phase is not None else []
    signed = (Milestone(at=m.at, line=_line_of(state, m)) for m in held if m.kind == "signed")
    return _earliest(signed) or first_meeting(state)


def _gathering(state: State) -> Phase | None:
    together = ("appoint", "meeting")
    return next((p for p in state.plan.phases if any(s.action in together for s in p.steps)), None)


def _line_of(state: State, mark: Mark) -> int:
    """Return the line that tells of the mark: its own, or that of the decision that settled it."""
    decision = state[decisions.FEATURE].decisions.get(mark.decision)
    return mark.number or (decision.number if decision is not None else 0)


def first_meeting(state: State) -> Milestone | None:
    """Return when the first meeting began, if one has."""
    held = state[meetings.FEATURE].meetings.values()
    return _earliest(Milestone(at=m.begun_at, line=m.number) for m in held)


def first_information(state: State) -> Milestone | None:
    """Return when the first information went out, if any has: it reached people, also if it was withdrawn."""
    every = state[information.FEATURE].messages.values()
    return _earliest(Milestone(at=s.at, line=s.number) for message in every for s in message.sendings)


def reached(state: State, target: str) -> Milestone | None:
    """Return when the target (`function:<id>` or a name) was first reached, if it was."""
    attempts = state[calls.FEATURE].attempts(target)
    return _earliest(Milestone(at=c.at, line=c.number) for c in attempts if c.reached)


def ended(state: State, now: datetime) -> datetime:
    """Return when the incident was closed, or `now` (UTC) while it is open."""
    return state[lifecycle.FEATURE].closed_at or now


def closing_line(state: State) -> int:
    """Return the line that closes the incident, 0 while it is open."""
    if not state[lifecycle.FEATURE].closed:
        return 0
    seq = state[lifecycle.FEATURE].closing_seq
    return next((r.number for r in reversed(state.timeline.lines) if r.seq == seq), 0)


def since_alarm(state: State, moment: Milestone | None) -> timedelta | None:
    """Return how long after the alarm the moment was, None when either is missing."""
    start = alarm(state)
    return moment.at - start.at if moment is not None and start is not None else None


def silences(state: State, now: datetime) -> tuple[Gap, ...]:
    """Return the times longer than SILENCE when nothing happened by the log, until closing or now.

    Counted by when things happened: what was written on paper meanwhile breaks the silence.
    """
    end = ended(state, now)
    happened = sorted((r.happened_at, r.number) for r in state.timeline.lines if r.happened_at <= end)
    if not happened:
        return ()
    marks = happened if state[lifecycle.FEATURE].closed else [*happened, (end, 0)]
    return tuple(
        Gap(since=since, until=until, before=before, after=after)
        for (since, before), (until, after) in pairwise(marks)
        if until - since > SILENCE
    )


def _earliest(found: Iterable[Milestone]) -> Milestone | None:
    return min(found, key=lambda moment: (moment.at, moment.line), default=None)
