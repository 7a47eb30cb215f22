"""What may be noted of calls."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.calls import commands, facts, wording
from crisisdesk.features.calls.state import CallState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Function, Plan
from crisisdesk.plan.given import Given


def _call(state: CallState, command: commands.Call, given: Given) -> tuple[Fact, ...]:
    target = _target(given.plan, command.target)
    _check_coming(command)
    made = facts.CallMade(
        call=len(state.calls) + 1,
        target=target,
        person=command.person.strip() or _person(given.plan, target),
        outcome=command.outcome,
        coming_at=command.coming_at,
        deputy=_deputy(given.plan, command.deputy),
        number_used=command.number_used.strip(),
        note=command.note.strip(),
    )
    return (made,)


def _call_list(state: CallState, command: commands.CallList, given: Given) -> tuple[Fact, ...]:
    first = len(state.calls) + 1
    attempts = [
        _attempt(number, outcome, given.plan) for number, outcome in enumerate(command.outcomes, first)
    ]
    return (facts.CallListCalled(attempts=tuple(attempts)),) if attempts else ()


def _attempt(number: int, outcome: commands.Outcome, plan: Plan) -> facts.Attempt:
    target = _target(plan, outcome.target)
    _check_coming(outcome)
    return facts.Attempt(
        call=number,
        target=target,
        person=outcome.person.strip() or _person(plan, target),
        outcome=outcome.outcome,
        coming_at=outcome.coming_at,
        deputy=_deputy(plan, outcome.deputy),
        number_used=outcome.number_used.strip(),
        note=outcome.note.strip(),
    )


def _withdraw(state: CallState, command: commands.Withdraw, given: Given) -> tuple[Fact, ...]:
    call = state.calls.get(command.call)
    if call is None:
        raise RuleBroken(wording.NO_CALL.format(number=command.call), "call")
    if not call.stands:
        raise RuleBroken(wording.WITHDRAWN.format(number=command.call), "call")
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.CallWithdrawn(call=command.call, reason=command.reason.strip()),)


def _check_coming(outcome: commands.Call | commands.Outcome) -> None:
    if outcome.coming_at is not None and outcome.outcome != "coming":
        raise RuleBroken(wording.NOT_COMING, "coming_at")


def _target(plan: Plan, text: str) -> str:
    """Return `function:<id>` for a function named by ref, title or post; any other name as it is written."""
    text = text.strip()
    if not text:
        raise RuleBroken(wording.TARGET_MISSING, "target")
    if text.startswith("function:"):
        return _known_function(plan, text, "target")
    wanted = text.casefold()
    found = next((f for f in plan.functions if wanted in (f.title.casefold(), f.post.casefold())), None)
    return text if found is None else f"function:{found.id}"


def _deputy(plan: Plan, text: str) -> str:
    text = text.strip()
    return _known_function(plan, text, "deputy") if text.startswith("function:") else text


def _known_function(plan: Plan, ref: str, field: str) -> str:
    id = ref.removeprefix("function:")
    if all(function.id != id for function in plan.functions):
        raise RuleBroken(wording.NO_FUNCTION.format(function=id), field)
    return ref


def _person(plan: Plan, target: str) -> str:
    """Return the plan's post of the function (its title when it has none), or the name that was called."""
    if not target.startswith("function:"):
        return target
    function: Function = plan.function(target.removeprefix("function:"))
    return function.post or function.title


RULES: Rules[CallState] = {
    commands.Call: _call,
    commands.CallList: _call_list,
    commands.Withdraw: _withdraw,
}
