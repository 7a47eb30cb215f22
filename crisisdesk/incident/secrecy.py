"""What is marked secret: a thing keeps its mark, and what quotes it inherits it."""

from collections.abc import Callable

from crisisdesk.features import board, decisions, information, log, tasks
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded


def of_line(state: State, number: int) -> str:
    """Return the provision that the line is secret by, "" when it is open.

    A line is marked itself, quotes a marked line, or is about a marked decision, task or card. A mark that
    was taken off a line no longer counts.
    """
    recorded = state.timeline.line(number)
    own = _own(state, recorded)
    return own or next((mark for mark in _inherited(state, recorded) if mark), "")


def _own(state: State, recorded: Recorded) -> str:
    entry = state[log.FEATURE].entries.get(recorded.number)
    if entry is not None:
        return entry.secrecy
    return recorded.line.secrecy if recorded.line is not None else ""


def _inherited(state: State, recorded: Recorded) -> list[str]:
    if isinstance(recorded.fact, log.facts.SecrecySet | log.facts.EntryStruck):
        # These name a line by its number alone.
        return []
    quoted = [recorded.line.strikes] if recorded.line is not None and recorded.line.strikes else []
    if isinstance(recorded.fact, log.facts.ReliabilitySet):
        quoted.append(recorded.fact.number)
    marks = [_own(state, state.timeline.line(number)) for number in quoted]
    refs = recorded.line.refs if recorded.line is not None else ()
    return marks + [of_ref(state, ref) for ref in refs if not ref.startswith("line:")]


def of_ref(state: State, ref: str) -> str:
    """Return the provision of what a ref such as `decision:3` names, "" when it is open or unknown."""
    kind, _, number = ref.partition(":")
    find = _FINDERS.get(kind)
    return find(state, int(number)) if find is not None and number.isdigit() else ""


def _decision(state: State, number: int) -> str:
    found = state[decisions.FEATURE].decisions.get(number)
    return found.secrecy if found is not None else ""


def _task(state: State, number: int) -> str:
    found = state[tasks.FEATURE].tasks.get(number)
    return found.secrecy if found is not None else ""


def _card(state: State, number: int) -> str:
    """Return the provision of any version: what was secret once can still be read in the log."""
    found = state[board.FEATURE].cards.get(number)
    marks = (version.content.secrecy for version in found.versions) if found is not None else ()
    return next((mark for mark in marks if mark), "")


def _uncertainty(state: State, number: int) -> str:
    found = state[board.FEATURE].uncertainty(number)
    return _card(state, found.card) if found is not None else ""


def _message(state: State, number: int) -> str:
    found = state[information.FEATURE].messages.get(number)
    marks = (version.fact.secrecy for version in found.versions) if found is not None else ()
    return next((mark for mark in marks if mark), "")


_FINDERS: dict[str, Callable[[State, int], str]] = {
    "decision": _decision,
    "task": _task,
    "card": _card,
    "uncertainty": _uncertainty,
    "message": _message,
}
