"""What may be ticked, and when a reason is needed."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.checklists import commands, facts, wording
from crisisdesk.features.checklists.state import ChecklistState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _sign(state: ChecklistState, command: commands.Sign, given: Given) -> tuple[Fact, ...]:
    found = wording.find(command.item, given.plan)
    mark = state.mark(command.item)
    if mark is not None and mark.kind == "signed" and not found.repeats:
        return ()
    signed = facts.ItemSigned(item=command.item, note=command.note.strip(), decision=command.decision)
    return (signed,)


def _drop(state: ChecklistState, command: commands.Drop, given: Given) -> tuple[Fact, ...]:
    wording.find(command.item, given.plan)
    if not command.reason.strip() and not command.decision:
        raise RuleBroken(wording.REASON_MISSING, "reason")
    mark = state.mark(command.item)
    if mark is not None and mark.kind == "dropped":
        return ()
    dropped = facts.ItemDropped(item=command.item, reason=command.reason.strip(), decision=command.decision)
    return (dropped,)


def _undo(state: ChecklistState, command: commands.Undo, given: Given) -> tuple[Fact, ...]:
    wording.find(command.item, given.plan)
    if state.mark(command.item) is None:
        raise RuleBroken(wording.NOT_MARKED)
    return (facts.ItemUndone(item=command.item, reason=command.reason.strip()),)


RULES: Rules[ChecklistState] = {commands.Sign: _sign, commands.Drop: _drop, commands.Undo: _undo}
