"""Functions and people as ready rows: who holds what, who is in the room, what comes. No Qt here."""

from collections.abc import Iterable
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import lifecycle, people
from crisisdesk.features.people.state import Holder, Presence
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Function

VACANT = "vakant"


class Before(Record, kw_only=True):
    """Who held the function before, and since when; `person` "" when nobody did."""

    since: str
    person: str
    sign: str = ""


class PlannedRow(Record, kw_only=True):
    """A relief to come."""

    person: str
    at: str
    late: bool


class FunctionRow(Record, kw_only=True):
    """A function. `person` is who holds it ("" when vacant), `sign` what they sign with.

    `since` is when they were appointed ("" when the plan says so), `present` since when they are in the room.
    `suggestions` are names to appoint.
    """

    key: str
    id: str
    title: str
    person: str
    sign: str = ""
    since: str = ""
    present: str = ""
    planned: PlannedRow | None = None
    history: tuple[Before, ...] = ()
    suggestions: tuple[str, ...] = ()
    keeps_log: bool = False

    @property
    def vacant(self) -> bool:
        """Return whether nobody holds it."""
        return not self.person


class PersonRow(Record, kw_only=True):
    """Somebody in the room since `since`, and the functions they hold or came for."""

    key: str
    person: str
    since: str
    functions: str


class FunctionsRows(Record, kw_only=True):
    """All functions of the plan in order, and who is in the room."""

    rows: tuple[FunctionRow, ...]
    present: tuple[PersonRow, ...]
    vacant: int
    names: tuple[str, ...] = ()
    keeper: str = ""
    zone: str = ""
    closed: bool = False

    def row(self, key: str) -> FunctionRow | None:
        """Return the function's row, None when there is none."""
        return next((row for row in self.rows if row.key == key), None)

    def person(self, key: str) -> PersonRow | None:
        """Return the person's row, None when there is none."""
        return next((row for row in self.present if row.key == key), None)


def functions_rows(state: State, now: datetime) -> FunctionsRows:
    """Return who holds what at the moment (UTC)."""
    held = state[people.FEATURE]
    return FunctionsRows(
        rows=tuple(_row(state, function, now) for function in state.plan.functions),
        present=tuple(_person(state, presence, now) for presence in held.present()),
        vacant=len(held.vacancies(state.plan)),
        names=tuple(dict.fromkeys((*held.directory, *(f.post for f in state.plan.functions if f.post)))),
        keeper=state[lifecycle.FEATURE].keeper,
        zone=state.zone,
        closed=state[lifecycle.FEATURE].closed,
    )


def _row(state: State, function: Function, now: datetime) -> FunctionRow:
    held = state[people.FEATURE]
    holder = held.holder(function.id)
    person = held.holder_or_post(state.plan, function.id)
    presence = held.find_presence(person) if person else None
    return FunctionRow(
        key=f"function:{function.id}",
        id=function.id,
        title=function.title,
        person=person,
        sign=_sign(state, function, holder),
        since=swedish.near(holder.since, state.zone, now) if holder is not None else "",
        present=swedish.near(presence.since, state.zone, now) if presence is not None else "",
        planned=_planned(state, function, now),
        history=tuple(_history(state, function, now)),
        suggestions=tuple(_suggestions(state, function)),
        keeps_log=function.duty == "log_keeper",
    )


def _sign(state: State, function: Function, holder: Holder | None) -> str:
    """Return the sign of the holder; the one who keeps the log has one before any appointment."""
    if holder is not None and holder.sign:
        return holder.sign
    return state[lifecycle.FEATURE].keeper if function.duty == "log_keeper" else ""


def _planned(state: State, function: Function, now: datetime) -> PlannedRow | None:
    planned = state[people.FEATURE].planned.get(function.id)
    if planned is None:
        return None
    at = swedish.near(planned.at, state.zone, now)
    return PlannedRow(person=planned.person, at=at, late=planned.at < now)


def _history(state: State, function: Function, now: datetime) -> Iterable[Before]:
    """Yield who held it before the one who does, the latest first, ending with the plan's post."""
    held = state[people.FEATURE].history_of(function.id)
    for holder in reversed(held[:-1]):
        since = swedish.near(holder.since, state.zone, now)
        yield Before(since=since, person=holder.person, sign=holder.sign)
    if held:
        yield Before(since="", person=function.post)


def _suggestions(state: State, function: Function) -> Iterable[str]:
    held = state[people.FEATURE]
    named = [person.person for person in held.persons_for(function.id)]
    deputies = [_named(state, value) for value in held.deputies_for(state.plan, function.id)]
    yield from (name for name in dict.fromkeys((*named, function.post, *deputies)) if name)


def _named(state: State, value: str) -> str:
    if not value.startswith("function:"):
        return value
    return state[people.FEATURE].holder_or_post(state.plan, value.removeprefix("function:"))


def _person(state: State, presence: Presence, now: datetime) -> PersonRow:
    held = [f.id for f in state[people.FEATURE].functions_of(state.plan, presence.person)]
    titles = [state.plan.function(id).title for id in dict.fromkeys((*held, *presence.functions))]
    return PersonRow(
        key=f"person:{presence.person}",
        person=presence.person,
        since=swedish.near(presence.since, state.zone, now),
        functions=swedish.listed(titles),
    )
