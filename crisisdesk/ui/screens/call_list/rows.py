"""The call list as ready rows: whom, who holds it, numbers, attempts, who can step in. No Qt here."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal
from urllib.parse import quote

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import calls, lifecycle, people
from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.features.calls.state import REACHED, Call, targets_of
from crisisdesk.features.calls.wording import OUTCOME_WORDS
from crisisdesk.features.calls.wording import name as name_of
from crisisdesk.features.people.facts import Person
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.plan import freshness
from crisisdesk.plan.content import CallList, Contact, ContactGroup, Function

NOBODY = "vakant"
NumberKind = Literal["work", "private", "public"]


class Number(Record, kw_only=True):
    """A telephone number, as it is written. `owner` is whose, `public` that of an organisation."""

    owner: str
    number: str
    kind: NumberKind = "work"


class Attempt(Record, kw_only=True):
    """A call that was made. `told` is everything that was noted of it."""

    call: int
    at: str
    outcome: CallOutcome
    word: str
    told: str


class Deputy(Record, kw_only=True):
    """Who can step in. `value` is a row's key (`function:vice-stabschef`) or a name."""

    value: str
    words: str
    reached: bool


class Standing(Record, kw_only=True):
    """How it went with the one on the row: the outcome's word, when, and what else is to say."""

    outcome: CallOutcome
    word: str
    at: str
    note: str = ""

    @property
    def reached(self) -> bool:
        """Return whether the person was reached."""
        return self.outcome in REACHED


class CallRow(Record, kw_only=True):
    """Whom to call. `key` is the target; `called` is who is called, "" when nobody holds the function.

    `person` is what the command needs to name: the holder when it is not the plan's post. `stepped_in` is the
    deputy of the last call.
    """

    key: str
    number: str
    title: str
    called: str
    person: str = ""
    standing: Standing | None = None
    stepped_in: str = ""
    attempts: tuple[Attempt, ...] = ()
    numbers: tuple[Number, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    outside: bool = False


class ContactRow(Record, kw_only=True):
    """A public contact with a number; `checked` is the ISO date when it was last verified, `old` says
    that it is more than a year ago.
    """

    key: str
    group: str
    title: str
    number: str
    checked: str = ""
    old: bool = False


class CallListRows(Record, kw_only=True):
    """The whole list. `texts` are the work numbers of the group, for one message to all."""

    title: str
    done: int
    total: int
    rows: tuple[CallRow, ...]
    others: tuple[CallRow, ...]
    contacts: tuple[ContactRow, ...] = ()
    texts: tuple[str, ...] = ()
    zone: str = ""
    closed: bool = False

    def row(self, key: str) -> CallRow | None:
        """Return the row of the target, None when there is none."""
        return next((row for row in (*self.rows, *self.others) if row.key == key), None)

    def next_after(self, key: str) -> str:
        """Return the first row after `key` that holds somebody not yet called, "" when all were."""
        keys = [row.key for row in self.rows]
        at = keys.index(key) + 1 if key in keys else len(keys)
        order = (*self.rows[at:], *self.rows[:at])
        return next((row.key for row in order if row.called and row.standing is None), "")


def call_list_rows(state: State, now: datetime) -> CallListRows:
    """Return the call list as it stands at the moment (UTC)."""
    plan, listed = state.plan, state.plan.call_list
    progress = queries.calls_progress(state)
    functions = [plan.function(id) for id in listed.order] if listed is not None else []
    rows = tuple(_function_row(state, f, str(i), now) for i, f in enumerate(functions, 1))
    return CallListRows(
        title=listed.short if listed is not None else "Larmlista",
        done=progress.done,
        total=progress.total,
        rows=rows,
        others=tuple(_other_row(state, name, now) for name in _others(state, listed)),
        contacts=tuple(_contacts(state, now)),
        texts=tuple(dict.fromkeys(n.number for row in rows for n in row.numbers if n.kind == "work")),
        zone=state.zone,
        closed=state[lifecycle.FEATURE].closed,
    )


def _others(state: State, listed: CallList | None) -> list[str]:
    """Return whom the plan names outside the list, then whom the group called beside them."""
    planned = listed.others if listed is not None else ()
    on_list = {f"function:{id}" for id in listed.order} if listed is not None else set[str]()
    called = [target for target in state[calls.FEATURE].by_target if target not in on_list]
    return list(dict.fromkeys((*planned, *called)))


def _function_row(state: State, function: Function, number: str, now: datetime) -> CallRow:
    holder = state[people.FEATURE].holder_or_post(state.plan, function.id)
    return CallRow(
        key=f"function:{function.id}",
        number=number,
        title=function.title,
        called=holder,
        person=holder if holder != function.post else "",
        standing=_standing(state, function, now),
        stepped_in=_stepped_in(state, f"function:{function.id}"),
        attempts=_attempts(state, f"function:{function.id}", holder, now),
        numbers=tuple(_numbers(_persons(state, function, holder))),
        deputies=tuple(_deputies(state, function)),
    )


def _other_row(state: State, target: str, now: datetime) -> CallRow:
    made = state[calls.FEATURE].attempts(target)
    title = name_of(state.plan, target)
    directory = state[people.FEATURE].directory
    return CallRow(
        key=target,
        number="",
        title=title,
        called=title,
        standing=_of_calls(made, state.zone, now),
        attempts=_attempts(state, target, target, now),
        numbers=tuple(_numbers([directory[target]] if target in directory else [])),
        outside=True,
    )


def _standing(state: State, function: Function, now: datetime) -> Standing | None:
    """Return how it went with the function, else with the same person under another function."""
    own = _of_calls(state[calls.FEATURE].attempts(f"function:{function.id}"), state.zone, now)
    if own is not None or not function.post:
        return own
    for target in targets_of(state.plan, function.post):
        found = _of_calls(state[calls.FEATURE].attempts(target), state.zone, now)
        if found is not None and found.reached:
            note = f"som {_running(name_of(state.plan, target))}"
            return Standing(outcome=found.outcome, word=found.word, at=found.at, note=note)
    return None


def _of_calls(made: Iterable[Call], zone: str, now: datetime) -> Standing | None:
    """Return the last call that reached the person, else the last of all: once reached is reached."""
    made = list(made)
    if not made:
        return None
    last = next((call for call in reversed(made) if call.reached), made[-1])
    tries = f"försök {len(made)}" if len(made) > 1 else ""
    return Standing(outcome=last.outcome, word=_word(last, zone, now), at=_at(last, zone, now), note=tries)


def _word(call: Call, zone: str, now: datetime) -> str:
    if call.outcome == "coming" and call.coming_at is not None:
        return f"kommer {swedish.near(call.coming_at, zone, now)}"
    return OUTCOME_WORDS[call.outcome]


def _at(call: Call, zone: str, now: datetime) -> str:
    return swedish.near(call.at, zone, now)


def _attempts(state: State, target: str, called: str, now: datetime) -> tuple[Attempt, ...]:
    return tuple(_attempt(state, call, called, now) for call in state[calls.FEATURE].attempts(target))


def _attempt(state: State, call: Call, called: str, now: datetime) -> Attempt:
    """Return what was noted; who was called is named when another holds the function now."""
    word = _word(call, state.zone, now)
    deputy = f"Ersättare: {name_of(state.plan, call.deputy)}." if call.deputy else ""
    who = f" ({call.person})" if call.person not in (called, call.target) else ""
    parts = [f"{word[:1].upper()}{word[1:]}{who}.", deputy, swedish.sentence(call.note)]
    return Attempt(
        call=call.call,
        at=_at(call, state.zone, now),
        outcome=call.outcome,
        word=word,
        told=" ".join(part for part in parts if part),
    )


def _stepped_in(state: State, target: str) -> str:
    last = state[calls.FEATURE].latest(target)
    if last is None:
        return ""
    named = name_of(state.plan, last.deputy)
    return _running(named) if last.deputy.startswith("function:") else named


def _persons(state: State, function: Function, holder: str) -> list[Person]:
    """Return the holder when the directory knows the name, else those it lists with the function."""
    held = state[people.FEATURE].directory.get(holder)
    return [held] if held is not None else state[people.FEATURE].persons_for(function.id)


def _numbers(persons: Iterable[Person]) -> Iterable[Number]:
    for person in persons:
        if person.phone_work:
            yield Number(owner=person.person, number=person.phone_work)
        if person.phone_private:
            yield Number(owner=person.person, number=person.phone_private, kind="private")


def _deputies(state: State, function: Function) -> Iterable[Deputy]:
    reached = set(state[calls.FEATURE].reached_targets())
    for value in state[people.FEATURE].deputies_for(state.plan, function.id):
        title = name_of(state.plan, value)
        held = _holder(state, value)
        words = f"{title} ({held})" if held and held != title else title
        yield Deputy(value=value, words=words, reached=value in reached)


def _holder(state: State, value: str) -> str:
    if not value.startswith("function:"):
        return ""
    return state[people.FEATURE].holder_or_post(state.plan, value.removeprefix("function:"))


def _contacts(state: State, now: datetime) -> Iterable[ContactRow]:
    """Yield every public number of the plan, a second number as a row of its own."""
    today = swedish.local(now, state.zone).date()
    for group in state.plan.contacts:
        for place, contact in enumerate(group.contacts):
            yield from _contact(group, place, contact, today)


def _contact(group: ContactGroup, place: int, contact: Contact, today: date) -> Iterable[ContactRow]:
    for which, number in enumerate((contact.phone, contact.alternative)):
        if number:
            yield ContactRow(
                key=f"contact:{group.id}:{place}:{which}",
                group=group.title,
                title=contact.title,
                number=number,
                checked=contact.checked,
                old=freshness.is_old(contact.checked, today),
            )


def _running(title: str) -> str:
    return title[:1].lower() + title[1:]


def tel_uri(number: str) -> str:
    """Return the number as a `tel:` URI (RFC 3966): digits, and the plus of a country before them."""
    return f"tel:{_digits(number)}"


def sms_uri(numbers: Iterable[str], text: str) -> str:
    """Return an `sms:` URI (RFC 5724) with the text for all numbers."""
    body = f"?body={quote(text)}" if text else ""
    return f"sms:{','.join(_digits(number) for number in numbers)}{body}"


def _digits(number: str) -> str:
    plus = "+" if number.strip().startswith("+") else ""
    return plus + "".join(letter for letter in number if letter.isdigit())
