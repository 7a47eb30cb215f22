"""Who may be appointed, signed in and relieved."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.people import commands, facts, wording
from crisisdesk.features.people.state import PeopleState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

LONGEST_SIGN = 12
"""Characters of a sign; the log keeper's is shown on every line."""


def _copy_directory(state: PeopleState, command: commands.CopyDirectory, given: Given) -> tuple[Fact, ...]:
    if any(not person.person.strip() for person in command.persons):
        raise RuleBroken(wording.DIRECTORY_PERSON_MISSING, "persons")
    names = [person.person for person in command.persons]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise RuleBroken(wording.DIRECTORY_TWICE.format(person=twice), "persons")
    if command.persons == tuple(state.directory.values()):
        return ()
    return (facts.DirectoryCopied(persons=command.persons),)


def _appoint(state: PeopleState, command: commands.Appoint, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function)
    person = _required(command.person, wording.PERSON_MISSING, "person")
    sign = _short(command.sign, "sign")
    holder = state.holder(function)
    if holder is not None and holder.person == person and sign in ("", holder.sign):
        return ()
    appointed = facts.FunctionAppointed(
        function=function,
        person=person,
        sign=sign,
        before=state.holder_or_post(given.plan, function),
        decision=command.decision,
    )
    return (appointed,)


def _vacate(state: PeopleState, command: commands.Vacate, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function)
    before = state.holder_or_post(given.plan, function)
    if not before:
        return ()
    return (facts.FunctionVacated(function=function, before=before, reason=command.reason.strip()),)


def _sign_in(state: PeopleState, command: commands.SignIn, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function) if command.function.strip() else ""
    held = state.holder_or_post(given.plan, function) if function else ""
    person = _required(command.person.strip() or held, wording.PRESENT_MISSING, "person")
    return _signed_in(state, person, function)


def _signed_in(state: PeopleState, person: str, function: str) -> tuple[Fact, ...]:
    presence = state.find_presence(person)
    if presence is not None and (not function or function in presence.functions):
        return ()
    return (facts.SignedIn(person=person, function=function),)


def _sign_out(state: PeopleState, command: commands.SignOut, given: Given) -> tuple[Fact, ...]:
    person = _required(command.person, wording.PRESENT_MISSING, "person")
    presence = state.find_presence(person)
    return () if presence is None else (facts.SignedOut(person=presence.person),)


def _plan_relief(state: PeopleState, command: commands.PlanRelief, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function)
    person = _required(command.person, wording.RELIEVER_MISSING, "person")
    if command.at <= given.happened_at:
        raise RuleBroken(wording.RELIEF_IN_THE_PAST, "at")
    planned = state.planned.get(function)
    if planned is not None and (planned.person, planned.at) == (person, command.at):
        return ()
    return (facts.ReliefPlanned(function=function, person=person, at=command.at),)


def _cancel_relief(state: PeopleState, command: commands.CancelRelief, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function)
    if function not in state.planned:
        return ()
    return (facts.ReliefCancelled(function=function, reason=command.reason.strip()),)


def _relieve(state: PeopleState, command: commands.Relieve, given: Given) -> tuple[Fact, ...]:
    function = _function(given.plan, command.function)
    sign_from = _short(_required(command.sign_from, wording.SIGN_FROM_MISSING, "sign_from"), "sign_from")
    sign_to = _short(_required(command.sign_to, wording.SIGN_TO_MISSING, "sign_to"), "sign_to")
    if sign_from.casefold() == sign_to.casefold():
        raise RuleBroken(wording.SAME_SIGN, "sign_to")
    person_to = command.person_to.strip() or sign_to
    done = facts.ReliefDone(
        relief=len(state.reliefs) + 1,
        function=function,
        person_from=state.holder_or_post(given.plan, function) or sign_from,
        person_to=person_to,
        sign_from=sign_from,
        sign_to=sign_to,
        handover=command.handover.strip(),
    )
    # Who takes over has just signed and is in place; who leaves may stay for another function.
    return done, *_signed_in(state, person_to, function)


def _required(text: str, sentence: str, field: str) -> str:
    if not text.strip():
        raise RuleBroken(sentence, field)
    return text.strip()


def _short(sign: str, field: str) -> str:
    sign = sign.strip()
    if len(sign) > LONGEST_SIGN:
        raise RuleBroken(wording.SIGN_LONG, field)
    return sign


def _function(plan: Plan, function: str) -> str:
    """Return the function's id, given with or without `function:` before it."""
    id = function.strip().removeprefix("function:")
    if not id:
        raise RuleBroken(wording.FUNCTION_MISSING, "function")
    if all(known.id != id for known in plan.functions):
        raise RuleBroken(wording.NO_FUNCTION.format(function=id), "function")
    return id


RULES: Rules[PeopleState] = {
    commands.CopyDirectory: _copy_directory,
    commands.Appoint: _appoint,
    commands.Vacate: _vacate,
    commands.SignIn: _sign_in,
    commands.SignOut: _sign_out,
    commands.PlanRelief: _plan_relief,
    commands.CancelRelief: _cancel_relief,
    commands.Relieve: _relieve,
}
