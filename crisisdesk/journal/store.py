"""What a journal promises, whatever it is kept in."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from crisisdesk.base.record import Record
from crisisdesk.journal.row import Part, Row
from crisisdesk.kernel.fact import Recorded


class Head(Record, kw_only=True):
    """Where the chain stands: facts, lines of the log, and the hash of the last fact (hex, "" when empty)."""

    facts: int = 0
    lines: int = 0
    hash: str = ""


class Fault(Record, kw_only=True):
    """The first fact that cannot be trusted: its seq, the line it belongs to (0: none), why (Swedish)."""

    seq: int
    number: int
    sentence: str


class Report(Record, kw_only=True):
    """What a check found: `head` covers what can be trusted, `fault` is None when that is all there is."""

    head: Head
    fault: Fault | None = None


class Journal(Protocol):
    """An append-only list of facts.

    One act is one `append`: all or nothing, durable when it returns. It raises WorldFault when the world
    failed, and then nothing of the act was kept.
    """

    @property
    def head(self) -> Head:
        """Return where the chain stands after the last append."""
        ...

    @property
    def notice(self) -> str:
        """Return what the user must know though the last append went well ("" for nothing; Swedish)."""
        ...

    def append(self, act: Sequence[Recorded]) -> Head:
        """Append one act; seq and number must follow on without gaps (ValueError otherwise: a bug)."""
        ...

    def read(self) -> Iterator[Recorded]:
        """Yield every fact in order, decoded and brought up to today's versions."""
        ...

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the facts after a seq exactly as they are stored: for copies, which keep the same chain."""
        ...

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Keep one part of an attachment, durably; parts are numbered from 1 (ValueError for a gap).

        The fact that names the attachment is appended after its last part. WorldFault as for `append`.
        """
        ...

    def attachment(self, key: str) -> Iterator[bytes]:
        """Yield the content of an attachment, part by part; nothing when there is none of that key."""
        ...

    @property
    def parts(self) -> int:
        """Return how many parts are kept, of all attachments together."""
        ...

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of all attachments after a seq exactly as they are stored: for copies."""
        ...

    def check(self) -> Fault | None:
        """Walk the whole chain and recount; return the first fact that cannot be trusted, if any."""
        ...

    def checkpoint_when_idle(self) -> None:
        """Do the housekeeping that must not fall inside a keystroke: call it when nobody types."""
        ...

    def close(self) -> None:
        """Close; a file is then checkpointed and single."""
        ...
