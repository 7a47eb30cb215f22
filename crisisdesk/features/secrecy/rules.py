"""What may be marked secret and opened again. Whether the thing exists is asked by the incident's guards."""

from zoneinfo import ZoneInfo

from crisisdesk.base import provisions
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.secrecy import commands, facts, wording
from crisisdesk.features.secrecy.state import SecrecyState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _mark(state: SecrecyState, command: commands.Mark, given: Given) -> tuple[Fact, ...]:
    return _marked(state, (command.ref,), command, given)


def _mark_several(state: SecrecyState, command: commands.MarkSeveral, given: Given) -> tuple[Fact, ...]:
    if not command.refs:
        raise RuleBroken(wording.NOTHING_CHOSEN, "refs")
    return _marked(state, tuple(dict.fromkeys(command.refs)), command, given)


def _marked(
    state: SecrecyState, refs: tuple[str, ...], command: commands.Mark | commands.MarkSeveral, given: Given
) -> tuple[Fact, ...]:
    """Return a fact for each thing that is not marked so already."""
    provision = provisions.cited(command.provision)
    if not provision:
        raise RuleBroken(wording.PROVISION_MISSING, "provision")
    if len(provision) > provisions.LONGEST:
        raise RuleBroken(wording.PROVISION_LONG, "provision")
    today = given.happened_at.astimezone(ZoneInfo(given.zone)).date()
    if command.decided_on is not None and command.decided_on > today:
        raise RuleBroken(wording.DATE_TO_COME, "decided_on")
    authority = " ".join(command.authority.split()) or given.plan.plan.organisation
    day = command.decided_on or today
    asked = (
        facts.Marked(ref=ref.strip(), provision=provision, authority=authority, decided_on=day)
        for ref in refs
    )
    return tuple(marked for marked in asked if not _says_so(state, marked))


def _says_so(state: SecrecyState, marked: facts.Marked) -> bool:
    old = state.standing(marked.ref)
    said = (marked.provision, marked.authority, marked.decided_on)
    return old is not None and (old.provision, old.authority, old.decided_on) == said


def _lift(state: SecrecyState, command: commands.Lift, given: Given) -> tuple[Fact, ...]:
    reason = command.reason.strip()
    if not reason:
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.Lifted(ref=command.ref.strip(), reason=reason),)


RULES: Rules[SecrecyState] = {
    commands.Mark: _mark,
    commands.MarkSeveral: _mark_several,
    commands.Lift: _lift,
}
