"""Attachments on their way out: read part by part, and held against the hash that their fact names."""

from collections.abc import Callable, Iterator
from hashlib import sha256

from crisisdesk.base.errors import WorldFault
from crisisdesk.features import attachments
from crisisdesk.features.attachments.facts import FileAttached
from crisisdesk.incident.state import State

Parts = Callable[[str], Iterator[bytes]]
"""Gives what was kept under a key, part by part; WorldFault when it is damaged."""

_LACKS = "Bilaga {id} ({name}) saknar {count} byte. Öppna den från kopian."
_OTHER = "Bilaga {id} ({name}) är inte den fil som bifogades."
_DAMAGED = "Bilaga {id} ({name}) är skadad."


def parts(of: Parts, fact: FileAttached) -> Iterator[bytes]:
    """Yield the attachment's bytes; WorldFault, at the end at the latest, when they are not what was put in.

    Nothing may be made of the bytes before the last is yielded.
    """
    found, size = sha256(), 0
    try:
        for part in of(fact.key):
            found.update(part)
            size += len(part)
            yield part
    except WorldFault as fault:
        raise WorldFault(_DAMAGED.format(id=fact.id, name=fact.name), remedy=fault.remedy) from fault
    if size < fact.size:
        raise WorldFault(_LACKS.format(id=fact.id, name=fact.name, count=fact.size - size))
    if found.hexdigest() != fact.sha256:
        raise WorldFault(_OTHER.format(id=fact.id, name=fact.name))


def whole(of: Parts, fact: FileAttached) -> bytes:
    """Return all bytes of the attachment; WorldFault when they are not what was put in."""
    return b"".join(parts(of, fact))


def faults(state: State, of: Parts) -> Iterator[tuple[FileAttached, str]]:
    """Yield each attachment that is not whole, with the Swedish sentence why. Reads every byte."""
    for held in state[attachments.FEATURE].attachments.values():
        try:
            for _part in parts(of, held.fact):
                pass
        except WorldFault as fault:
            yield held.fact, fault.sentence
