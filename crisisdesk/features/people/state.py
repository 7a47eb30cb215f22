"""Who holds what and who is in place, folded from the facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.people import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds
from crisisdesk.plan.content import Function, Plan


class Holder(Kept):
    """Who holds a function since when; `person` "" when made vacant. `number` is the line (0: none)."""

    function: str
    person: str
    sign: str
    since: datetime
    decision: int = 0
    number: int = 0


class Presence(Kept):
    """A person in place, since when and for which functions."""

    person: str
    since: datetime
    functions: list[str] = field(default_factory=list[str])


class Planned(Kept):
    """A relief to come."""

    function: str
    person: str
    at: datetime


class Relief(Kept):
    """A relief that both confirmed; `handover` is the text of the sheet."""

    relief: int
    at: datetime
    number: int
    function: str
    person_from: str
    person_to: str
    sign_from: str
    sign_to: str
    handover: str


class PeopleState(Kept):
    """The holders by function, those in place by name, the reliefs done and planned, and the directory."""

    holders: dict[str, Holder] = field(default_factory=dict[str, Holder])
    history: list[Holder] = field(default_factory=list[Holder])
    presence: dict[str, Presence] = field(default_factory=dict[str, Presence])
    planned: dict[str, Planned] = field(default_factory=dict[str, Planned])
    reliefs: list[Relief] = field(default_factory=list[Relief])
    directory: dict[str, facts.Person] = field(default_factory=dict[str, facts.Person])

    def holder(self, function: str) -> Holder | None:
        """Return who was appointed last, or None: nobody was, or the function was made vacant."""
        found = self.holders.get(function)
        return found if found is not None and found.person else None

    def holder_or_post(self, plan: Plan, function: str) -> str:
        """Return who holds the function, before any appointment the plan's post; "" when it is vacant.

        KeyError when the plan has no such function.
        """
        found = self.holders.get(function)
        return plan.function(function).post if found is None else found.person

    def sign_of(self, function: str) -> str:
        """Return the sign of who was appointed last ("" when not known)."""
        found = self.holder(function)
        return found.sign if found is not None else ""

    def vacancies(self, plan: Plan) -> list[Function]:
        """Return the plan's functions that nobody holds, in the plan's order."""
        return [f for f in plan.functions if not self.holder_or_post(plan, f.id)]

    def functions_of(self, plan: Plan, person: str) -> list[Function]:
        """Return the functions that the person holds: one person may hold two (krisplan 7)."""
        return [f for f in plan.functions if _same(self.holder_or_post(plan, f.id), person)]

    def history_of(self, function: str) -> list[Holder]:
        """Return who held the function, in order; an empty person stands for a vacancy."""
        return [holder for holder in self.history if holder.function == function]

    def present(self) -> list[Presence]:
        """Return those in place, in the order they came."""
        return list(self.presence.values())

    def find_presence(self, person: str) -> Presence | None:
        """Return the person's presence, or None when the person is not in place."""
        return self.presence.get(_key(person))

    def due_reliefs(self) -> list[Planned]:
        """Return the planned reliefs, the nearest first."""
        return sorted(self.planned.values(), key=_planned_at)

    def persons_for(self, function: str) -> list[facts.Person]:
        """Return the directory's persons with the function, in its order."""
        return [person for person in self.directory.values() if function in person.functions]

    def deputies_for(self, plan: Plan, function: str) -> list[str]:
        """Return who can step in: the plan's deputies as `function:<id>`, then the directory's names."""
        functions = [f"function:{f.id}" for f in plan.functions if f.deputy_of == function]
        persons = [p.person for p in self.directory.values() if function in p.deputy_for]
        return functions + persons


def _key(person: str) -> str:
    return person.strip().casefold()


def _same(one: str, other: str) -> bool:
    return bool(one) and _key(one) == _key(other)


def _planned_at(planned: Planned) -> tuple[datetime, str]:
    return planned.at, planned.function


def _directory(state: PeopleState, fact: facts.DirectoryCopied, recorded: Recorded) -> None:
    state.directory = {person.person: person for person in fact.persons}


def _hold(state: PeopleState, holder: Holder) -> None:
    state.holders[holder.function] = holder
    state.history.append(holder)


def _appointed(state: PeopleState, fact: facts.FunctionAppointed, recorded: Recorded) -> None:
    at, number = recorded.happened_at, recorded.number
    _hold(state, Holder(fact.function, fact.person, fact.sign, at, fact.decision, number))


def _vacated(state: PeopleState, fact: facts.FunctionVacated, recorded: Recorded) -> None:
    _hold(state, Holder(fact.function, "", "", recorded.happened_at, number=recorded.number))
    state.planned.pop(fact.function, None)


def _signed_in(state: PeopleState, fact: facts.SignedIn, recorded: Recorded) -> None:
    new = Presence(fact.person, recorded.happened_at)
    presence = state.presence.setdefault(_key(fact.person), new)
    if fact.function and fact.function not in presence.functions:
        presence.functions.append(fact.function)


def _signed_out(state: PeopleState, fact: facts.SignedOut, recorded: Recorded) -> None:
    state.presence.pop(_key(fact.person), None)


def _planned(state: PeopleState, fact: facts.ReliefPlanned, recorded: Recorded) -> None:
    state.planned[fact.function] = Planned(fact.function, fact.person, fact.at)


def _cancelled(state: PeopleState, fact: facts.ReliefCancelled, recorded: Recorded) -> None:
    state.planned.pop(fact.function, None)


def _relieved(state: PeopleState, fact: facts.ReliefDone, recorded: Recorded) -> None:
    at, number = recorded.happened_at, recorded.number
    relief = Relief(
        relief=fact.relief,
        at=at,
        number=number,
        function=fact.function,
        person_from=fact.person_from,
        person_to=fact.person_to,
        sign_from=fact.sign_from,
        sign_to=fact.sign_to,
        handover=fact.handover,
    )
    state.reliefs.append(relief)
    state.planned.pop(fact.function, None)
    _hold(state, Holder(fact.function, fact.person_to, fact.sign_to, at, number=number))


FOLDS: Folds[PeopleState] = {
    facts.DirectoryCopied: _directory,
    facts.FunctionAppointed: _appointed,
    facts.FunctionVacated: _vacated,
    facts.SignedIn: _signed_in,
    facts.SignedOut: _signed_out,
    facts.ReliefPlanned: _planned,
    facts.ReliefCancelled: _cancelled,
    facts.ReliefDone: _relieved,
}
