"""The Swedish sentences of calls."""

from collections.abc import Sequence
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features.calls import facts
from crisisdesk.features.calls.state import REACHED, CallState, reached_of
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

TARGET_MISSING = "Skriv vem som söks."
NO_FUNCTION = "Planen har ingen funktion {function}."
NOT_COMING = "Ange en ankomsttid bara för den som kommer."
NO_CALL = "Det finns inget samtal {number}."
WITHDRAWN = "Samtal {number} är redan återtaget."
REASON_MISSING = "Skriv varför samtalet tas tillbaka."

OUTCOME_WORDS: dict[facts.CallOutcome, str] = {
    "reached": "nådd",
    "no_answer": "inget svar",
    "message": "meddelande lämnat",
    "coming": "kommer",
}
_ORDER: tuple[facts.CallOutcome, ...] = ("reached", "message", "no_answer", "coming")
_MANY = {"nådd": "nådda", "meddelande lämnat": "meddelanden lämnade"}
_NAMED: tuple[facts.CallOutcome, ...] = ("message", "no_answer", "coming")


def name(plan: Plan, target: str) -> str:
    """Return a target or deputy in words: a function's title, or what the group wrote."""
    if not target.startswith("function:"):
        return target
    id = target.removeprefix("function:")
    return next((function.title for function in plan.functions if function.id == id), id)


def _made(state: CallState, fact: facts.CallMade, given: Given) -> Line:
    parts = [f"{_who(given.plan, fact)}: {_outcome(fact, given)}."]
    if fact.deputy:
        parts.append(f"Ersättare: {_running(given.plan, fact.deputy)}.")
    parts.append(swedish.sentence(fact.note))
    refs = [f"call:{fact.call}", *_functions([fact])]
    return Line(kind="call", text=" ".join(part for part in parts if part), refs=tuple(refs))


def _list_called(state: CallState, fact: facts.CallListCalled, given: Given) -> Line:
    people = _last_by_person(given.plan, fact.attempts)
    parts = [f"Larmlistan: {', '.join(_counts(people, given))}.", *_names(people)]
    parts += [
        f"Ersättare för {_running(given.plan, a.target)}: {_running(given.plan, a.deputy)}."
        for a in fact.attempts
        if a.deputy
    ]
    parts += [f"{a.person}: {swedish.sentence(a.note)}" for a in fact.attempts if a.note]
    parts.append(_total(state, fact.attempts, given.plan))
    refs = [f"call:{a.call}" for a in fact.attempts] + _functions(fact.attempts)
    return Line(kind="call", text=" ".join(part for part in parts if part), refs=tuple(refs))


def _last_by_person(plan: Plan, attempts: Sequence[facts.Attempt]) -> list[facts.Attempt]:
    """Return the last attempt for each person: who holds two functions is counted once."""
    last: dict[str, facts.Attempt] = {}
    for attempt in attempts:
        last[_post(plan, attempt.target) or attempt.person] = attempt
    return list(last.values())


def _post(plan: Plan, target: str) -> str:
    id = target.removeprefix("function:")
    return next((f.post for f in plan.functions if f.id == id and id != target), "")


def _counts(people: Sequence[facts.Attempt], given: Given) -> list[str]:
    counts: dict[str, int] = {}
    ordered = sorted(people, key=lambda a: _ORDER.index(a.outcome))
    for attempt in ordered:
        word = _outcome(attempt, given)
        counts[word] = counts.get(word, 0) + 1
    return [f"{count} {_MANY.get(word, word) if count > 1 else word}" for word, count in counts.items()]


def _names(people: Sequence[facts.Attempt]) -> list[str]:
    named: dict[facts.CallOutcome, list[str]]
    named = {outcome: [a.person for a in people if a.outcome == outcome] for outcome in _NAMED}
    return [
        f"{OUTCOME_WORDS[outcome].capitalize()}: {swedish.listed(names)}."
        for outcome, names in named.items()
        if names
    ]


def _total(state: CallState, attempts: Sequence[facts.Attempt], plan: Plan) -> str:
    targets = [a.target for a in attempts if a.outcome in REACHED]
    reached, persons = reached_of(plan, [*state.reached_targets(), *targets])
    return f"{len(reached)} av {len(persons)} på listan är nådda." if persons else ""


def _withdrawn(state: CallState, fact: facts.CallWithdrawn, given: Given) -> Line:
    call = state.calls[fact.call]
    fellows = [state.calls[n] for n in state.by_line[call.number] if n != fact.call]
    # The line of a round through the list stands as long as one of its calls does.
    alone = not any(fellow.stands for fellow in fellows)
    text = f"Samtal {fact.call} ({name(given.plan, call.target)}) återtaget: {swedish.sentence(fact.reason)}"
    refs = [f"call:{fact.call}", f"line:{call.number}" if call.number else ""]
    return Line(
        kind="call",
        text=text,
        strikes=call.number if alone else 0,
        refs=tuple(ref for ref in refs if ref),
    )


def _who(plan: Plan, fact: facts.CallMade) -> str:
    title = name(plan, fact.target)
    known = fact.person.casefold() != title.casefold()
    return f"{title} ({fact.person})" if known else title


def _outcome(call: facts.CallMade | facts.Attempt, given: Given) -> str:
    when = f" {_when(call.coming_at, given)}" if call.coming_at is not None else ""
    return f"{OUTCOME_WORDS[call.outcome]}{when}"


def _when(moment: datetime, given: Given) -> str:
    return swedish.near(moment, given.zone, given.now)


def _functions(calls: Sequence[facts.CallMade | facts.Attempt]) -> list[str]:
    refs = [ref for call in calls for ref in (call.target, call.deputy) if ref.startswith("function:")]
    return list(dict.fromkeys(refs))


def _running(plan: Plan, target: str) -> str:
    """Return the name inside a sentence: a duty is a common noun, another title may be a proper name."""
    id = target.removeprefix("function:")
    plain = any(function.id == id and function.duty == "plain" for function in plan.functions)
    title = name(plan, target)
    return title if plain or id == target else title[:1].lower() + title[1:]


WORDINGS: Wordings[CallState] = {
    facts.CallMade: _made,
    facts.CallListCalled: _list_called,
    facts.CallWithdrawn: _withdrawn,
}
