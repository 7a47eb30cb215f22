"""The Swedish sentences of secrecy marks. None of them says what is secret."""

from collections.abc import Sequence

from crisisdesk.base import swedish
from crisisdesk.features.secrecy import facts
from crisisdesk.features.secrecy.state import SecrecyState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Joints, Wordings
from crisisdesk.plan.given import Given

PROVISION_MISSING = "Välj ett lagrum eller skriv ett, till exempel OSL 18:13."
PROVISION_LONG = "Lagrummet är för långt. Skriv högst 40 tecken."
NOTHING_CHOSEN = "Välj det som ska märkas."
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


def named_all(refs: tuple[str, ...]) -> str:
    """Return how several are said: `Kort 3, 4 och 7`; of different kinds, `3 valda`."""
    kinds = {ref.partition(":")[0] for ref in refs}
    if len(refs) == 1 or len(kinds) > 1:
        return named(refs[0]) if len(refs) == 1 else f"{len(refs)} valda"
    numbers = [ref.partition(":")[2] for ref in refs]
    return f"{NAMES.get(kinds.pop(), '')} {swedish.listed(numbers)}".lstrip()


def _marked(state: SecrecyState, fact: facts.Marked, given: Given) -> Line:
    by = f" av {fact.authority}" if fact.authority != given.plan.plan.organisation else ""
    before = state.standing(fact.ref)
    was = f" (före: {before.provision})" if before is not None and before.provision != fact.provision else ""
    text = f"{named(fact.ref)} sekretessmarkeras, {fact.provision}{was}, {fact.decided_on}{by}."
    return Line(kind="sys", text=text, refs=(fact.ref,))


def _marked_together(state: SecrecyState, marked: Sequence[facts.Marked], given: Given) -> Line:
    """Word several marks by the same provision as one, with every provision that some had before."""
    first, refs = marked[0], tuple(fact.ref for fact in marked)
    by = f" av {first.authority}" if first.authority != given.plan.plan.organisation else ""
    old = (state.standing(ref) for ref in refs)
    before = dict.fromkeys(mark.provision for mark in old if mark and mark.provision != first.provision)
    was = f" (före: {swedish.listed(list(before))})" if before else ""
    text = f"{named_all(refs)} sekretessmarkeras, {first.provision}{was}, {first.decided_on}{by}."
    return Line(kind="sys", text=text, refs=refs)


def _lifted(state: SecrecyState, fact: facts.Lifted, given: Given) -> Line:
    text = f"{named(fact.ref)} är inte längre sekretessmarkerad: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, refs=(fact.ref,))


WORDINGS: Wordings[SecrecyState] = {
    facts.Marked: _marked,
    facts.Lifted: _lifted,
}

JOINTS: Joints[SecrecyState] = {facts.Marked: _marked_together}
