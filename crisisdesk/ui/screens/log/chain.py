"""What a line stands for and what stands for it: the corrections before and after it, with who and why."""

from collections.abc import Iterator

from crisisdesk.base import swedish
from crisisdesk.features import decisions, log
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded


def before(state: State, number: int) -> str:
    """Return which lines this one replaces and why, the nearest first, "" when it replaces none."""
    return "; ".join(_replaced(state, number))


def after(state: State, number: int) -> str:
    """Return which line struck this one, who did it when and why, and what then became of that one."""
    steps = [_step(state, by) for by in _strikers(state, number)]
    return "; ".join(steps)


def _replaced(state: State, number: int) -> Iterator[str]:
    fact = state.timeline.line(number).fact
    while isinstance(fact, log.facts.EntryRecorded) and fact.corrects:
        yield f"nr {fact.corrects}{_because(fact.reason)}"
        fact = state.timeline.line(fact.corrects).fact


def _strikers(state: State, number: int) -> Iterator[int]:
    while number in state.timeline.struck_by:
        number = state.timeline.struck_by[number]
        yield number


def _step(state: State, by: int) -> str:
    recorded = state.timeline.line(by)
    at = swedish.clock(recorded.recorded_at, state.zone)
    signed = f", {recorded.recorded_by} {at}" if recorded.recorded_by else f", {at}"
    return f"nr {by}{signed}{_because(_reason(recorded))}"


def _reason(recorded: Recorded) -> str:
    return str(getattr(recorded.fact, "reason", "")) if _corrects(recorded) else ""


def _corrects(recorded: Recorded) -> bool:
    # The reason of a decision that replaces another is its own, not why the other was wrong.
    return not isinstance(recorded.fact, decisions.facts.DecisionRecorded)


def _because(reason: str) -> str:
    said = reason.strip().rstrip(".")
    return f", därför att {said[:1].lower()}{said[1:]}" if said else ""
