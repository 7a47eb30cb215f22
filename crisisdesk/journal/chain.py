"""The chain: each fact's link is a hash over the link before it and over every stored byte of the fact.

link = sha256(previous link as 64 hex digits, "0" * 64 before the first
              + seven whole numbers, 8 bytes each: seq, version, happened_offset, recorded_offset, cause,
                number, strikes
              + twelve lengths in bytes, 4 bytes each (-1 for none), of the texts that follow
              + the texts in UTF-8: kind, body, happened_at, recorded_at, zone, wall_at, done_by,
                recorded_by, line_kind, sentence, refs, secrecy)

Numbers are little-endian and signed. Nothing is decoded and encoded again on the way.
"""

import hashlib
import struct
from collections.abc import Sequence

from crisisdesk.journal.codec import Codec
from crisisdesk.journal.row import Row
from crisisdesk.journal.store import Head
from crisisdesk.kernel.fact import Recorded

BEFORE_THE_FIRST = "0" * 64
"""What stands for the previous link at the first fact."""

_numbers_and_lengths = struct.Struct("<7q12i").pack
_sha256 = hashlib.sha256


def link(previous: str, row: Row) -> str:
    """Return the link of the row after the link `previous` ("" before the first), as 64 hex digits."""
    # One expression and no loop: 100 000 of these stand between the user and the open file.
    (seq, kind, version, body, happened_at, happened_offset, recorded_at, recorded_offset, zone, wall_at,
     done_by, recorded_by, cause, number, line_kind, sentence, strikes, refs, secrecy, _) = row  # fmt: skip
    texts = (
        kind.encode(), body.encode(), happened_at.encode(), recorded_at.encode(), zone.encode(),
        b"" if wall_at is None else wall_at.encode(), done_by.encode(), recorded_by.encode(),
        line_kind.encode(), sentence.encode(), refs.encode(), secrecy.encode(),
    )  # fmt: skip
    lengths = list(map(len, texts))
    if wall_at is None:
        lengths[5] = -1
    numbers = _numbers_and_lengths(
        seq, version, happened_offset, recorded_offset, cause, number, strikes, *lengths
    )
    return _sha256(b"".join(((previous or BEFORE_THE_FIRST).encode(), numbers, *texts))).hexdigest()


def admit(head: Head, act: Sequence[Recorded], codec: Codec) -> tuple[list[Row], Head]:
    """Return the linked rows of the act and the head after it; ValueError when it does not follow on."""
    rows: list[Row] = []
    for recorded in act:
        _check_order(head, recorded)
        row = codec.encode(recorded)
        row = row._replace(hash=link(head.hash, row))
        rows.append(row)
        head = after(head, row)
    return rows, head


def admit_rows(head: Head, rows: Sequence[Row]) -> Head:
    """Return the head after rows that were stored elsewhere; ValueError unless they continue this chain."""
    for row in rows:
        follows = row.seq == head.facts + 1 and row.number in (0, head.lines + 1)
        if not follows or row.hash != link(head.hash, row):
            raise ValueError(f"row {row.seq} does not continue the chain at {head.facts}")
        head = after(head, row)
    return head


def after(head: Head, row: Row) -> Head:
    """Return the head once the row has been appended."""
    return Head(facts=row.seq, lines=max(head.lines, row.number), hash=row.hash)


def _check_order(head: Head, recorded: Recorded) -> None:
    seq, number, line = recorded.seq, recorded.number, recorded.line
    if seq != head.facts + 1:
        raise ValueError(f"fact {seq} does not follow {head.facts}")
    if number not in (0, head.lines + 1):
        raise ValueError(f"line {number} does not follow {head.lines}")
    if (number == 0) != (line is None):
        raise ValueError(f"fact {seq}: a line has a number, and a number has a line")
    if not 0 <= recorded.cause < seq:
        raise ValueError(f"fact {seq} cannot be caused by {recorded.cause}")
    if line is not None and not 0 <= line.strikes < number:
        raise ValueError(f"line {number} cannot strike {line.strikes}")
