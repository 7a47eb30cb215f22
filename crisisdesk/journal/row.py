"""A row is a fact as the journal stores it: literal numbers and texts, nothing left to be encoded."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec


class Row(NamedTuple):
    """One stored fact, column by column, in the order in which the chain hashes them.

    Times are UTC in ISO 8601 with milliseconds and Z; offsets are minutes east of UTC in `zone` at that
    moment. `body` is the fact as JSON, `refs` a JSON list. `line_kind` is "" when the fact makes no line.
    `hash` is the link of the chain (64 hex digits).
    """

    seq: int
    kind: str
    version: int
    body: str
    happened_at: str
    happened_offset: int
    recorded_at: str
    recorded_offset: int
    zone: str
    wall_at: str | None
    done_by: str
    recorded_by: str
    cause: int
    number: int
    line_kind: str
    sentence: str
    strikes: int
    refs: str
    secrecy: str
    hash: str


COLUMNS = Row._fields


class Part(NamedTuple):
    """One part of an attachment: `number` counts from 1 within `key`, `seq` over all parts of the file.

    What the whole is (its hash, size and name) stands in a fact, appended after its last part. `hash` is
    that of this part's content (64 hex digits).
    """

    seq: int
    key: str
    number: int
    content: bytes
    hash: str


PART_COLUMNS = Part._fields
PART_SIZE = 1024 * 1024
"""Bytes in a part, at most: a keystroke waits no longer than for one of them."""


class Unreadable(Exception):
    """The next stored row could not be read: damaged pages, or text that is no text."""


def pack_rows(rows: Iterable[Row]) -> bytes:
    """Return the rows as bytes, to be sent to another process."""
    return msgspec.msgpack.encode(list(rows))


def unpack_rows(packed: bytes) -> Iterator[Row]:
    """Yield the rows that `pack_rows` packed."""
    yield from msgspec.msgpack.decode(packed, type=list[Row])
