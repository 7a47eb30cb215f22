"""Who held a function from when to when, vacancies included."""

from datetime import datetime, timedelta

from crisisdesk.base.record import Record
from crisisdesk.features import lifecycle, people
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
    found = [_tenure(holder, until, until is not end) for holder, until in zip(holders, ends, strict=True)]
    return tuple(_merged(found))


def _tenure(holder: Holder, until: datetime, ended: bool) -> Tenure:
    return Tenure(
        function=holder.function,
        person=holder.person,
        sign=holder.sign,
        since=holder.since,
        until=until,
        ended=ended,
        line=holder.number,
    )


def _merged(found: list[Tenure]) -> list[Tenure]:
    """Join a post with its own appointment, and leave out what lasted no time."""
    kept: list[Tenure] = []
    for tenure in found:
        if tenure.ended and tenure.until <= tenure.since:
            continue
        kept.append(tenure)
    return kept


def vacancies(state: State, now: datetime) -> tuple[Tenure, ...]:
    """Return every time a function stood empty, in the plan's order."""
    return tuple(t for f in state.plan.functions for t in of(state, f, now) if t.vacant)
