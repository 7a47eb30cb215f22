"""The parts of the attachments whose picture goes on paper: what a print is handed with the facts."""

from collections.abc import Iterator

from crisisdesk.base.errors import WorldFault
from crisisdesk.incident.pictures import to_print
from crisisdesk.incident.state import State
from crisisdesk.journal.attachments import made
from crisisdesk.journal.row import Part
from crisisdesk.session.attached import Parts


def of(state: State, read: Parts) -> Iterator[Part]:
    """Yield the parts, numbered anew. Of a damaged one those up to the fault: the paper says that it is."""
    seq = 0
    for key in dict.fromkeys(fact.key for fact in to_print(state)):
        for number, content in _readable(read, key):
            seq += 1
            yield made(seq, key, number, content)


def _readable(read: Parts, key: str) -> Iterator[tuple[int, bytes]]:
    try:
        yield from enumerate(read(key), 1)
    except WorldFault:
        return
