"""What can have happened to entries of the log."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.base.certainty import Certainty
from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import Fact

EntryKind = Literal["note", "in", "out", "ass", "unc"]


class Paper(Record, kw_only=True):
    """Where an entry from paper stood: form number, who wrote it (krisplan bilaga 1)."""

    form: int
    writer: str = ""


class EntryRecorded(Fact, kw_only=True):
    """An entry. `corrects` is the line it replaces (0: none), with `reason` why."""

    KIND: ClassVar[str] = "log.entry_recorded"
    TEXTS: ClassVar[tuple[str, ...]] = (
        "text",
        "sender",
        "receiver",
        "channel",
        "source",
        "paper.writer",
        "reason",
    )

    kind: EntryKind
    text: str
    sender: str = ""
    receiver: str = ""
    channel: str = ""
    source: str = ""
    reliability: Certainty = ""
    functions: tuple[str, ...] = ()
    secrecy: str = ""
    paper: Paper | None = None
    links: tuple[str, ...] = ()
    corrects: int = 0
    reason: str = ""


class EntryStruck(Fact, kw_only=True):
    """An entry was struck without another in its place."""

    KIND: ClassVar[str] = "log.entry_struck"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    number: int
    reason: str


class ReliabilitySet(Fact, kw_only=True):
    """What is known of an entry changed; `because` is the line that says so (0: none)."""

    KIND: ClassVar[str] = "log.reliability_set"

    number: int
    reliability: Certainty
    because: int = 0


class LatenessExplained(Fact, kw_only=True):
    """Why an entry was written more than five minutes after it happened."""

    KIND: ClassVar[str] = "log.lateness_explained"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    number: int
    reason: str


class SecrecySet(Fact, kw_only=True):
    """A line was marked secret (or opened, with ""). Of earlier versions: now `secrecy.Marked` says it."""

    KIND: ClassVar[str] = "log.secrecy_set"

    number: int
    secrecy: str
    decided_at: datetime | None = None
