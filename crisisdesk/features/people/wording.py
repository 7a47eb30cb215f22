"""The Swedish sentences of people and functions."""

from crisisdesk.base import swedish
from crisisdesk.features.people import facts
from crisisdesk.features.people.state import PeopleState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Function, Plan
from crisisdesk.plan.given import Given

DIRECTORY_PERSON_MISSING = "En person i listan saknar namn."
DIRECTORY_TWICE = "{person} står två gånger i listan."
FUNCTION_MISSING = "Välj en funktion."
NO_FUNCTION = "Planen har ingen funktion {function}."
PERSON_MISSING = "Skriv vem som får funktionen."
PRESENT_MISSING = "Skriv vem det gäller."
RELIEVER_MISSING = "Skriv vem som ska ta över."
RELIEF_IN_THE_PAST = "Avlösningen ligger bakåt i tiden. Skriv en senare tid."
SIGN_FROM_MISSING = "Den som avlöses behöver signera."
SIGN_TO_MISSING = "Den som tar över behöver signera."
SAME_SIGN = "Den som tar över behöver en egen signatur."
SIGN_LONG = "Signaturen är för lång. Skriv högst tolv tecken."
VACANT = "vakant"


def same_person(one: str, other: str) -> bool:
    """Return whether the two name the same: `Förvaltningschef` and `förvaltningschefen` do."""
    short, long = sorted((one.strip().casefold(), other.strip().casefold()), key=len)
    return long == short or (bool(short) and long in (f"{short}{end}" for end in ("n", "en", "t", "et")))


def _appointed(state: PeopleState, fact: facts.FunctionAppointed, given: Given) -> Line:
    who = f"{fact.person}, sign {fact.sign}" if fact.sign and fact.sign != fact.person else fact.person
    was = "" if same_person(fact.before, fact.person) else f" (före: {fact.before or VACANT})"
    refs = [f"function:{fact.function}", f"decision:{fact.decision}" if fact.decision else ""]
    text = f"{given.plan.function(fact.function).title}: {who}{was}."
    return Line(kind="sys", text=text, refs=tuple(ref for ref in refs if ref))


def _vacated(state: PeopleState, fact: facts.FunctionVacated, given: Given) -> Line:
    title = given.plan.function(fact.function).title
    text = f"{title}: {VACANT} (före: {fact.before}).{_because(fact.reason)}"
    return Line(kind="sys", text=text, refs=(f"function:{fact.function}",))


def _planned(state: PeopleState, fact: facts.ReliefPlanned, given: Given) -> Line:
    when = swedish.near(fact.at, given.zone, given.now)
    text = f"Avlösning planerad: {_running(given.plan, fact.function)}, {fact.person} tar över {when}."
    return Line(kind="sys", text=text, refs=(f"function:{fact.function}",))


def _cancelled(state: PeopleState, fact: facts.ReliefCancelled, given: Given) -> Line:
    title = _running(given.plan, fact.function)
    text = f"Planerad avlösning inställd: {title}.{_because(fact.reason)}"
    return Line(kind="sys", text=text, refs=(f"function:{fact.function}",))


def _relieved(state: PeopleState, fact: facts.ReliefDone, given: Given) -> Line:
    known = fact.person_to != fact.sign_to and not same_person(fact.person_from, fact.person_to)
    who = f" ({fact.person_to})" if known else ""
    title = _running(given.plan, fact.function)
    text = f"Avlösning: {title} {fact.sign_from} → {fact.sign_to}{who}. Båda har signerat."
    return Line(kind="sys", text=text, refs=(f"function:{fact.function}",))


def _because(reason: str) -> str:
    return f" Skäl: {swedish.sentence(reason)}" if reason else ""


def _running(plan: Plan, id: str) -> str:
    """Return the title inside a sentence: a duty is a common noun, another title may be a proper name."""
    function: Function = plan.function(id)
    if function.duty == "plain":
        return function.title
    return function.title[:1].lower() + function.title[1:]


WORDINGS: Wordings[PeopleState] = {
    facts.FunctionAppointed: _appointed,
    facts.FunctionVacated: _vacated,
    facts.ReliefPlanned: _planned,
    facts.ReliefCancelled: _cancelled,
    facts.ReliefDone: _relieved,
}
