"""The calls in order, and who has been reached, folded from the facts."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.calls import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds
from crisisdesk.plan.content import Plan

REACHED: tuple[facts.CallOutcome, ...] = ("reached", "coming")
"""The outcomes that count as reached: who said when they come is reached (product: larmlista)."""


class Call(Kept):
    """A call. `number` is its line in the log (0: none), shared by all calls of a round through the list."""

    call: int
    number: int
    at: datetime
    recorded_by: str
    target: str
    person: str
    outcome: facts.CallOutcome
    coming_at: datetime | None
    deputy: str
    number_used: str
    note: str
    withdrawn: str = ""

    @property
    def stands(self) -> bool:
        """Return whether it was not withdrawn."""
        return not self.withdrawn

    @property
    def reached(self) -> bool:
        """Return whether it stands and the person was reached."""
        return self.stands and self.outcome in REACHED


class CallState(Kept):
    """Calls by number, and the numbers of the calls to each target in order."""

    calls: dict[int, Call] = field(default_factory=dict[int, Call])
    by_target: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    by_line: dict[int, list[int]] = field(default_factory=dict[int, list[int]])

    def standing(self) -> list[Call]:
        """Return the calls that were not withdrawn, in order."""
        return [call for call in self.calls.values() if call.stands]

    def attempts(self, target: str) -> list[Call]:
        """Return the standing calls to the target, in order."""
        calls = (self.calls[number] for number in self.by_target.get(target, ()))
        return [call for call in calls if call.stands]

    def latest(self, target: str) -> Call | None:
        """Return the last standing call to the target, if any."""
        found = self.attempts(target)
        return found[-1] if found else None

    def others(self) -> list[Call]:
        """Return the last standing call to each person outside the plan's functions."""
        names = (target for target in self.by_target if not target.startswith("function:"))
        return [call for name in names if (call := self.latest(name)) is not None]

    def reached(self, plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the persons reached and the persons on the call list: people, not functions."""
        return reached_of(plan, self.reached_targets())

    def reached_targets(self) -> list[str]:
        """Return the target of each call that reached its person; once reached is reached."""
        return [call.target for call in self.calls.values() if call.reached]


def persons_on_list(plan: Plan) -> tuple[str, ...]:
    """Return the posts of the call list in its order, each once: one person may hold two functions."""
    return tuple(dict.fromkeys(post for post in _posts(plan).values() if post))


def reached_of(plan: Plan, targets: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons on the list whom the targets name, and all persons on the list."""
    posts, persons = _posts(plan), persons_on_list(plan)
    named = {posts.get(target.removeprefix("function:"), "") for target in targets}
    return tuple(person for person in persons if person in named), persons


def targets_of(plan: Plan, person: str) -> tuple[str, ...]:
    """Return the targets by which the person on the list can be called, as `function:<id>`."""
    return tuple(f"function:{id}" for id, post in _posts(plan).items() if post == person)


def _posts(plan: Plan) -> dict[str, str]:
    if plan.call_list is None:
        return {}
    posts = {function.id: function.post.strip() for function in plan.functions}
    return {id: posts.get(id, "") for id in plan.call_list.order}


def _made(state: CallState, fact: facts.CallMade | facts.Attempt, recorded: Recorded) -> None:
    state.calls[fact.call] = Call(
        call=fact.call,
        number=recorded.number,
        at=recorded.happened_at,
        recorded_by=recorded.recorded_by,
        target=fact.target,
        person=fact.person,
        outcome=fact.outcome,
        coming_at=fact.coming_at,
        deputy=fact.deputy,
        number_used=fact.number_used,
        note=fact.note,
    )
    state.by_target.setdefault(fact.target, []).append(fact.call)
    state.by_line.setdefault(recorded.number, []).append(fact.call)


def _list_called(state: CallState, fact: facts.CallListCalled, recorded: Recorded) -> None:
    for attempt in fact.attempts:
        _made(state, attempt, recorded)


def _withdrawn(state: CallState, fact: facts.CallWithdrawn, recorded: Recorded) -> None:
    state.calls[fact.call].withdrawn = fact.reason


FOLDS: Folds[CallState] = {
    facts.CallMade: _made,
    facts.CallListCalled: _list_called,
    facts.CallWithdrawn: _withdrawn,
}
