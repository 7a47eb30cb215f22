"""What has changed in the log since a moment of the journal, and what in it is open. No Qt here."""

from bisect import bisect_right
from collections.abc import Iterator

from crisisdesk.features import attachments, log, secrecy
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded


def changed(state: State, seq: int) -> frozenset[int]:
    """Return the lines that have come after the fact `seq`, and those before it that since then were struck,
    corrected, called confirmed or not, marked secret or opened.
    """
    lines = state.timeline.lines
    first = bisect_right(lines, seq, key=lambda recorded: recorded.seq)
    found = {recorded.number for recorded in lines[first:]}
    return frozenset(found.union(*(_changes(recorded) for recorded in lines[first:])))


def _changes(recorded: Recorded) -> set[int]:
    """Return the numbers of the lines of which this line says something new."""
    found = {recorded.line.strikes} if recorded.line is not None and recorded.line.strikes else set[int]()
    match recorded.fact:
        case log.facts.ReliabilitySet(number=number) | log.facts.SecrecySet(number=number):
            found.add(number)
        case secrecy.facts.Marked(ref=ref) | secrecy.facts.Lifted(ref=ref):
            kind, _, number = ref.partition(":")
            found |= {int(number)} if kind == "line" and number.isdigit() else set()
        case attachments.facts.FileAttached(line=line):
            found.add(line)
        case _:
            pass
    return found


def open_lines(state: State) -> frozenset[int]:
    """Return the lines about an open decision, task or uncertainty, and the late ones without a reason."""
    return frozenset(_about_open(state)) | state[log.FEATURE].unexplained


def _about_open(state: State) -> Iterator[int]:
    for ref in queries.open_refs(state):
        yield from state.timeline.about.get(ref, ())


def with_files(state: State) -> frozenset[int]:
    """Return the lines that have an attachment which stands."""
    held = state[attachments.FEATURE]
    return frozenset(line for line in held.beside if any(not a.struck_by for a in held.of_line(line)))
