"""Attachments in an incident's file: kept in parts, so that no keystroke waits for a whole film."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.row import PART_COLUMNS, PART_SIZE, Part, Unreadable
from crisisdesk.journal.store import Fault

_FROM_COPY = "Öppna bilagan från kopian."

_LOST_AT_MOST = 10_000
"""How many parts in a row may be lost before the rest is given up."""

_ALL = ", ".join(PART_COLUMNS)
_INSERT = f"INSERT INTO part ({_ALL}) VALUES (?, ?, ?, ?, ?)"
_NEXT = f"SELECT {_ALL} FROM part WHERE seq > ? ORDER BY seq LIMIT 1"
_ONE = f"SELECT {_ALL} FROM part WHERE key = ? AND number = ?"
_LAST = "SELECT coalesce(max(seq), 0) FROM part"
_LAST_OF = "SELECT coalesce(max(number), 0) FROM part WHERE key = ?"
_NAMED_BY = "SELECT seq, number FROM fact WHERE instr(body, ?) ORDER BY seq LIMIT 1"


def made(seq: int, key: str, number: int, content: bytes) -> Part:
    """Return the part with its hash; ValueError when it is larger than PART_SIZE."""
    if len(content) > PART_SIZE:
        raise ValueError(f"part {number} of {key} is larger than {PART_SIZE} bytes")
    return Part(seq, key, number, content, sha256(content).hexdigest())


def whole(part: Part) -> bool:
    """Return whether the part's content is what was once stored."""
    return sha256(part.content).hexdigest() == part.hash


def insert(connection: sqlite3.Connection, part: Part) -> None:
    """Insert one part, inside a transaction of the caller's."""
    connection.execute(_INSERT, part)


def count(connection: sqlite3.Connection) -> int:
    """Return how many parts the file has."""
    (parts,) = connection.execute(_LAST).fetchone()
    return int(parts)


def count_of(connection: sqlite3.Connection, key: str) -> int:
    """Return how many parts the attachment has."""
    (parts,) = connection.execute(_LAST_OF, (key,)).fetchone()
    return int(parts)


def stored(connection: sqlite3.Connection, after: int = 0) -> Iterator[Part]:
    """Yield the parts of all attachments after seq `after`; Unreadable when the next one cannot be read."""
    while part := _part(connection, _NEXT, (after,)):
        yield part
        after = part.seq


def readable(connection: sqlite3.Connection) -> Iterator[Part]:
    """Yield every part that can be read, also those after one that cannot."""
    after = lost = 0
    while lost < _LOST_AT_MOST:
        try:
            part = _part(connection, _NEXT, (after,))
        except Unreadable:
            after, lost = after + 1, lost + 1
            continue
        if part is None:
            return
        yield part
        after, lost = part.seq, 0


def parts_of(connection: sqlite3.Connection, key: str) -> Iterator[Part]:
    """Yield the parts of one attachment in order; Unreadable when the next one cannot be read."""
    number = 1
    while part := _part(connection, _ONE, (key, number)):
        yield part
        number += 1


def contents(parts: Iterator[Part]) -> Iterator[bytes]:
    """Yield the content of the parts; WorldFault when one is damaged."""
    try:
        for part in parts:
            if not whole(part):
                raise WorldFault("Bilagan är skadad.", remedy=_FROM_COPY)
            yield part.content
    except Unreadable as error:
        raise WorldFault("Bilagan går inte att läsa.", remedy=_FROM_COPY) from error


def damaged(connection: sqlite3.Connection) -> Fault | None:
    """Return the first attachment that is damaged, as the fault of the fact that names it."""
    try:
        broken = next((part for part in stored(connection) if not whole(part)), None)
    except Unreadable:
        return Fault(seq=0, number=0, sentence="En bilaga går inte att läsa. Alla rader är hela.")
    if broken is None:
        return None
    seq, number = connection.execute(_NAMED_BY, (broken.key,)).fetchone() or (0, 0)
    at = f" till rad {number}" if number else ""
    return Fault(seq=seq, number=number, sentence=f"En bilaga{at} är skadad. Alla rader är hela.")


def _part(connection: sqlite3.Connection, select: str, values: tuple[object, ...]) -> Part | None:
    try:
        row = connection.execute(select, values).fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise Unreadable from error
    return Part._make(row) if row else None
