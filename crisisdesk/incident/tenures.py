"""Who held a function from when to when, vacancies included."""

from datetime import datetime, timedelta

from crisisdesk.base.record import Record
from crisisdesk.features import decisions, lifecycle, people
from crisisdesk.features.people.state import Holder
from crisisdesk.incident import milestones
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Function


class Tenure(Record, kw_only=True):
    """A time (UTC) that a person, or nobody (""), held the function.

    `line` says where it began (0: with the plan). Not `ended` means still so at `until`.
    """

    function: str
    person: str
    sign: str
    since: datetime
    until: datetime
    ended: bool
    line: int

    @property
    def length(self) -> timedelta:
        """Return how long it was."""
        return self.until - self.since

    @property
    def vacant(self) -> bool:
        """Return whether nobody held it."""
        return not self.person


def of(state: State, function: Function, now: datetime) -> tuple[Tenure, ...]:
    """Return who held the function in order, from the plan's post at the alarm until closing or now (UTC)."""
    start = state[lifecycle.FEATURE].started_at or now
    first = Holder(function.id, function.post, "", start)
    holders = [first, *state[people.FEATURE].history_of(function.id)]
    end = milestones.ended(state, now)
    ends = [*(holder.since for holder in holders[1:]), end]
    found = [
        _tenure(state, holder, until, until is not end) for holder, until in zip(holders, ends, strict=True)
    ]
    return tuple(tenure for tenure in found if tenure.length > timedelta() or not tenure.ended)


def _tenure(state: State, holder: Holder, until: datetime, ended: bool) -> Tenure:
    decision = state[decisions.FEATURE].decisions.get(holder.decision)
    return Tenure(
        function=holder.function,
        person=holder.person,
        sign=holder.sign,
        since=holder.since,
        until=until,
        ended=ended,
        line=holder.number or (decision.number if decision is not None else 0),
    )


def vacancies(state: State, now: datetime) -> tuple[Tenure, ...]:
    """Return every time a function stood empty, in the plan's order."""
    return tuple(t for f in state.plan.functions for t in of(state, f, now) if t.vacant)
