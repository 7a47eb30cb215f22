"""What can be asked of decisions."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.features.decisions.facts import Answer, Progress
from crisisdesk.kernel.command import Command


class Record(Command, kw_only=True):
    """Record a decision; only the text is needed now, the rest can be completed later."""

    NAME: ClassVar[str] = "decisions.record"

    text: str = ""
    decider: str = ""
    mandate: str = ""
    reason: str = ""
    options: str = ""
    uncertain: str = ""
    affected: str = ""
    responsible: str = ""
    follow_up_at: datetime | None = None
    waits: bool = False
    replaces: int = 0
    step: str = ""
    answer: Answer = ""
    grounds: tuple[str, ...] = ()
    appoints: str = ""
    appointed_sign: str = ""
    rests_on: tuple[int, ...] = ()
    secrecy: str = ""
    links: tuple[str, ...] = ()


class Complete(Command, kw_only=True):
    """Fill in what was missing; None leaves a field as it is, `no_follow_up` takes the time away."""

    NAME: ClassVar[str] = "decisions.complete"

    decision: int
    decider: str | None = None
    mandate: str | None = None
    reason: str | None = None
    options: str | None = None
    uncertain: str | None = None
    affected: str | None = None
    responsible: str | None = None
    follow_up_at: datetime | None = None
    no_follow_up: bool = False


class SetProgress(Command, kw_only=True):
    """Say that it is open, under way or carried out."""

    NAME: ClassVar[str] = "decisions.set_progress"

    decision: int
    progress: Progress
    note: str = ""


class Revoke(Command, kw_only=True):
    """Take the decision back, with the reason."""

    NAME: ClassVar[str] = "decisions.revoke"

    decision: int
    reason: str


class NoteKnown(Command, kw_only=True):
    """Keep what was known when the decision was made; follows each decision by policy."""

    NAME: ClassVar[str] = "decisions.note_known"

    decision: int
    present: tuple[str, ...] = ()
    open_uncertainties: tuple[int, ...] = ()
