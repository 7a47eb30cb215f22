"""What is marked secret: a thing keeps its mark, and what quotes it inherits it."""

from collections.abc import Callable, Iterable

from crisisdesk.features import board, decisions, information, lifecycle, log, tasks
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded

_NAMES_ONLY = (log.facts.SecrecySet, log.facts.EntryStruck, lifecycle.facts.IncidentClosed)
"""Facts whose lines say the numbers of other things and nothing of what they hold."""


def of_line(state: State, number: int) -> str:
    """Return the provision that the line is secret by, "" when it is open.

    A line is marked itself, or it quotes: it corrects or builds on a marked line, or is about a marked
    decision, task, card or message. A mark that was taken off an entry no longer counts.
    """
    recorded = state.timeline.line(number)
    return _own(state, recorded) or _first(of_ref(state, ref) for ref in _quoted(recorded))


def of_ref(state: State, ref: str) -> str:
    """Return the provision of what a ref such as `decision:3` names, "" when it is open or unknown."""
    kind, _, number = ref.partition(":")
    find = _FINDERS.get(kind)
    return find(state, int(number)) if find is not None and number.isdigit() else ""


def _own(state: State, recorded: Recorded) -> str:
    entry = state[log.FEATURE].entries.get(recorded.number)
    if entry is not None:
        return entry.secrecy
    return recorded.line.secrecy if recorded.line is not None else ""


def _quoted(recorded: Recorded) -> list[str]:
    """Return the refs of what the line may repeat; only what stands before it in the log."""
    if recorded.line is None or isinstance(recorded.fact, _NAMES_ONLY):
        return []
    if isinstance(recorded.fact, log.facts.ReliabilitySet):
        return [f"line:{recorded.fact.number}"]
    return [ref for ref in recorded.line.refs if not _is_later(ref, recorded.number)]


def _is_later(ref: str, number: int) -> bool:
    kind, _, other = ref.partition(":")
    return kind == "line" and (not other.isdigit() or int(other) >= number)


def _first(marks: Iterable[str]) -> str:
    return next((mark for mark in marks if mark), "")


def _inherited(state: State, ref: str, number: int) -> str:
    """Return the mark of what the thing's first line builds on, itself apart."""
    if not number:
        return ""
    refs = _quoted(state.timeline.line(number))
    return _first(of_ref(state, other) for other in refs if other != ref and _is_source(other))


def _is_source(ref: str) -> bool:
    # What a thing comes from: never another thing of the same act, which could lead round in a circle.
    return ref.partition(":")[0] in ("line", "decision", "task")


def _line(state: State, number: int) -> str:
    return of_line(state, number) if 0 < number <= len(state.timeline.lines) else ""


def _decision(state: State, number: int) -> str:
    found = state[decisions.FEATURE].decisions.get(number)
    if found is None:
        return ""
    return found.secrecy or _inherited(state, f"decision:{number}", found.number)


def _task(state: State, number: int) -> str:
    found = state[tasks.FEATURE].tasks.get(number)
    if found is None:
        return ""
    return found.secrecy or _inherited(state, f"task:{number}", found.number)


def _card(state: State, number: int) -> str:
    """Return the provision of any version, of the line it comes from, or of the one that answers it."""
    found = state[board.FEATURE].cards.get(number)
    if found is None:
        return ""
    lines = (found.origin, found.answer.answer_line if found.answer is not None else 0)
    return _first(version.content.secrecy for version in found.versions) or _first(
        _line(state, line) for line in lines
    )


def _uncertainty(state: State, number: int) -> str:
    found = state[board.FEATURE].uncertainty(number)
    return _card(state, found.card) if found is not None else ""


def _message(state: State, number: int) -> str:
    found = state[information.FEATURE].messages.get(number)
    return _first(version.fact.secrecy for version in found.versions) if found is not None else ""


_FINDERS: dict[str, Callable[[State, int], str]] = {
    "line": _line,
    "decision": _decision,
    "task": _task,
    "card": _card,
    "uncertainty": _uncertainty,
    "message": _message,
}
