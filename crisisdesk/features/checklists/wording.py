"""The Swedish sentences of things ticked."""

from crisisdesk.base import swedish
from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.record import Value
from crisisdesk.features.checklists import facts
from crisisdesk.features.checklists.state import ChecklistState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

REASON_MISSING = "Skriv varför punkten inte är aktuell."
NOT_MARKED = "Punkten är inte signerad, så det finns inget att ångra."


class Found(Value):
    """A thing to tick as it is named in the log."""

    label: str
    repeats: bool = False


def find(item: str, plan: Plan) -> Found:
    """Return how the item is named; RuleBroken when the plan has no such item."""
    for phase in plan.phases:
        if phase.id == item:
            return Found(f"{phase.number} {phase.title}")
        for step in phase.steps:
            if step.id == item:
                return Found(f"{step.number} {step.text}")
    for card in plan.cards:
        for thing in card.walk():
            if thing.id == item:
                return Found(f"{card.title}: {thing.text}", thing.repeats)
    raise RuleBroken(f"Planen har ingen punkt {item}.", "item")


def _signed(state: ChecklistState, fact: facts.ItemSigned, given: Given) -> Line:
    label = find(fact.item, given.plan).label
    note = f" {swedish.sentence(fact.note)}" if fact.note else ""
    text = f"{swedish.sentence(label)} Signerat {given.done_by or '–'}.{note}"
    if fact.decision:
        text = f"{fact.item} signerat."
    return Line(kind="step", text=text, refs=(f"step:{fact.item}",))


def _dropped(state: ChecklistState, fact: facts.ItemDropped, given: Given) -> Line:
    why = f"enligt beslut {fact.decision}" if fact.decision else swedish.sentence(fact.reason).rstrip(".")
    if fact.decision and fact.reason:
        why = f"{why}, {fact.reason.rstrip('.')}"
    label = find(fact.item, given.plan).label
    refs = (f"step:{fact.item}", *((f"decision:{fact.decision}",) if fact.decision else ()))
    return Line(kind="step", text=f"{swedish.sentence(label)} Ej aktuellt: {why}.", refs=refs)


def _undone(state: ChecklistState, fact: facts.ItemUndone, given: Given) -> Line:
    mark = state.mark(fact.item)
    why = f": {fact.reason.rstrip('.')}" if fact.reason else ""
    label = find(fact.item, given.plan).label
    return Line(
        kind="step",
        text=f"{swedish.sentence(label)} Ångrat{why}.",
        strikes=mark.number if mark is not None else 0,
        refs=(f"step:{fact.item}",),
    )


WORDINGS: Wordings[ChecklistState] = {
    facts.ItemSigned: _signed,
    facts.ItemDropped: _dropped,
    facts.ItemUndone: _undone,
}
