"""Where the journal's chain stood: what a report prints so that the file can be compared with it."""

from typing import Protocol

from crisisdesk.base.record import Record


class Head(Protocol):
    """Where a chain stands: facts, lines of the log, and the hash of the last fact (hex)."""

    @property
    def facts(self) -> int:
        """Return how many facts there are."""
        ...

    @property
    def lines(self) -> int:
        """Return how many lines the log has."""
        ...

    @property
    def hash(self) -> str:
        """Return the hash of the last fact, as hex."""
        ...


class ReportHead(Record, kw_only=True):
    """A head as plain values."""

    facts: int = 0
    lines: int = 0
    hash: str = ""
