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
    provision = provisions.cited(command.provision)
    if not provision:
        raise RuleBroken(wording.PROVISION_MISSING, "provision")
    if len(provision) > provisions.LONGEST:
        raise RuleBroken(wording.PROVISION_LONG, "provision")
    today = given.happened_at.astimezone(ZoneInfo(given.zone)).date()
    if command.decided_on is not None and command.decided_on > today:
        raise RuleBroken(wording.DATE_TO_COME, "decided_on")
    authority = " ".join(command.authority.split()) or given.plan.plan.organisation
    marked = facts.Marked(
        ref=command.ref.strip(),
        provision=provision,
        authority=authority,
        decided_on=command.decided_on or today,
    )
    return () if _says_so(state, marked) else (marked,)


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
    commands.Lift: _lift,
}
