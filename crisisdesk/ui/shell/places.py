"""Which screen shows a place such as `decision:7` or `step:4.2`. No Qt here."""

from collections.abc import Sequence

from crisisdesk.plan.content import Field, Plan
from crisisdesk.ui.shell.navigation import ScreenSpec


def screen_for(place: str, specs: Sequence[ScreenSpec], plan: Plan) -> str:
    """Return the key of the screen that shows the place, "" when none does."""
    kind, _, id = place.partition(":")
    if kind == "screen":
        return screen_for(id, specs, plan)
    keys = {spec.key for spec in specs}
    if place in keys:
        return place
    if kind in keys:
        return kind
    if kind == "new":
        return _taking(id.partition(":")[0], specs)
    if kind in ("step", "group", "field", "item"):
        return _phase_key(id, plan, keys) or _card_key(id, specs, plan)
    return _taking(kind, specs)


def _taking(kind: str, specs: Sequence[ScreenSpec]) -> str:
    return next((spec.key for spec in specs if kind in spec.takes), "")


def _card_key(id: str, specs: Sequence[ScreenSpec], plan: Plan) -> str:
    """Return the screen of the card that holds the item: cards are signed as steps are."""
    for card in plan.cards:
        if any(item.id == id for item in card.walk()):
            return _taking(card.kind, specs)
    return ""


def _phase_key(id: str, plan: Plan, keys: set[str]) -> str:
    for phase in plan.phases:
        steps = {step.id for step in phase.steps} | {group.id for group in phase.groups}
        if id in steps or id in _fields(phase.fields):
            return key if (key := f"phase:{phase.id}") in keys else ""
    return ""


def _fields(fields: Sequence[Field]) -> set[str]:
    return {part.id for field in fields for part in (field, *field.leaves())}
