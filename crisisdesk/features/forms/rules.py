"""Which numbers may be taken, and what may be void. What is entered in the log is guarded in incident."""

from typing import Final

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.forms import commands, facts, wording
from crisisdesk.features.forms.state import FormsState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given

MOST_AT_ONCE: Final = 200


def _reserve(state: FormsState, command: commands.Reserve, given: Given) -> tuple[Fact, ...]:
    if not 1 <= command.count <= MOST_AT_ONCE:
        raise RuleBroken(wording.COUNT.format(most=MOST_AT_ONCE), "count")
    first = command.first or state.last + 1
    if first <= state.last:
        raise RuleBroken(wording.TAKEN.format(last=state.last), "first")
    return (facts.FormsReserved(first=first, last=first + command.count - 1),)


def _void(state: FormsState, command: commands.Void, given: Given) -> tuple[Fact, ...]:
    reason = command.reason.strip()
    if not reason:
        raise RuleBroken(wording.REASON_MISSING, "reason")
    if state.batch_of(command.form) is None:
        raise RuleBroken(wording.NOT_PRINTED.format(form=command.form), "form")
    if command.form in state.voided:
        raise RuleBroken(wording.ALREADY_VOID.format(form=command.form), "form")
    return (facts.FormVoided(form=command.form, reason=reason),)


def _restore(state: FormsState, command: commands.Restore, given: Given) -> tuple[Fact, ...]:
    if command.form not in state.voided:
        raise RuleBroken(wording.NOT_VOID.format(form=command.form), "form")
    return (facts.FormRestored(form=command.form, reason=command.reason.strip()),)


def _note_entered(state: FormsState, command: commands.NoteEntered, given: Given) -> tuple[Fact, ...]:
    if command.form < 1:
        raise RuleBroken(wording.FORM_NUMBER, "form")
    writer = command.writer.strip()
    return (facts.FormEntered(form=command.form, line=given.last_line + 1, writer=writer),)


RULES: Rules[FormsState] = {
    commands.Reserve: _reserve,
    commands.Void: _void,
    commands.Restore: _restore,
    commands.NoteEntered: _note_entered,
}
