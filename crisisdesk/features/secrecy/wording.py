"""The Swedish sentences of secrecy marks. None of them says what is secret."""

from crisisdesk.base import swedish
from crisisdesk.features.secrecy import facts
from crisisdesk.features.secrecy.state import SecrecyState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

PROVISION_MISSING = "Välj ett lagrum eller skriv ett, till exempel OSL 18:13."
PROVISION_LONG = "Lagrummet är för långt. Skriv högst 40 tecken."
DATE_TO_COME = "Datumet har inte varit än."
REASON_MISSING = "Skriv varför sekretessmarkeringen tas bort."

NAMES = {
    "line": "Rad",
    "card": "Kort",
    "uncertainty": "Oklarhet",
    "decision": "Beslut",
    "task": "Uppgift",
    "message": "Budskap",
    "meeting": "Möte",
    "point": "Mötespunkt",
    "call": "Kontakt",
    "attachment": "Bilaga",
    "sketch": "Skiss",
    "form": "Blankett",
    "forecast": "Prognos",
    "field": "Fält",
    "board": "Lägesbild",
    "question": "Fråga",
    "measure": "Åtgärd",
}
"""What a kind of thing is called at the start of a sentence."""


_PARTS = {"forecast:worst": "farligast", "forecast:likely": "troligast"}


def named(ref: str) -> str:
    """Return how a thing is said: `card:12` is `Kort 12`, `point:2/5` is `Mötespunkt 2/5`."""
    kind, _, number = ref.partition(":")
    number = _PARTS.get(ref, number)
    return f"{NAMES.get(kind, kind.capitalize())} {number}".rstrip()


def _marked(state: SecrecyState, fact: facts.Marked, given: Given) -> Line:
    by = f" av {fact.authority}" if fact.authority != given.plan.plan.organisation else ""
    before = state.standing(fact.ref)
    was = f" (före: {before.provision})" if before is not None and before.provision != fact.provision else ""
    text = f"{named(fact.ref)} sekretessmarkeras, {fact.provision}{was}, {fact.decided_on}{by}."
    return Line(kind="sys", text=text, refs=(fact.ref,))


def _lifted(state: SecrecyState, fact: facts.Lifted, given: Given) -> Line:
    text = f"{named(fact.ref)} är inte längre sekretessmarkerad: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, refs=(fact.ref,))


WORDINGS: Wordings[SecrecyState] = {
    facts.Marked: _marked,
    facts.Lifted: _lifted,
}
