"""What can be asked of the log."""

from typing import ClassVar

from crisisdesk.base.certainty import Certainty
from crisisdesk.features.log.facts import EntryKind, Paper
from crisisdesk.kernel.command import Command


class Record(Command, kw_only=True):
    """Write an entry."""

    NAME: ClassVar[str] = "log.record"

    text: str
    kind: EntryKind = "note"
    sender: str = ""
    receiver: str = ""
    channel: str = ""
    source: str = ""
    reliability: Certainty = ""
    functions: tuple[str, ...] = ()
    secrecy: str = ""
    paper: Paper | None = None
    links: tuple[str, ...] = ()


class Correct(Command, kw_only=True):
    """Strike an entry and write another in its place; what is not given (None) is kept.

    `happened_at` is when it happened as it is known now: give the entry's own to keep it.
    """

    NAME: ClassVar[str] = "log.correct"

    number: int
    text: str
    reason: str
    sender: str | None = None
    receiver: str | None = None
    channel: str | None = None
    source: str | None = None
    reliability: Certainty | None = None
    kind: EntryKind | None = None
    functions: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None


class Strike(Command, kw_only=True):
    """Strike an entry, with the reason."""

    NAME: ClassVar[str] = "log.strike"

    number: int
    reason: str


class SetReliability(Command, kw_only=True):
    """Say that an entry is confirmed, unconfirmed or contradicted, and by which line."""

    NAME: ClassVar[str] = "log.set_reliability"

    number: int
    reliability: Certainty
    because: int = 0


class ExplainLateness(Command, kw_only=True):
    """Say why an entry was written late."""

    NAME: ClassVar[str] = "log.explain_lateness"

    number: int
    reason: str
