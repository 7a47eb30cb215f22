"""What can have happened to a decision."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.kernel.fact import Fact

Answer = Literal["", "yes", "no"]
Progress = Literal["open", "ongoing", "done"]


class DecisionRecorded(Fact, kw_only=True):
    """A decision. `waits` is a decision not to act. `step` is the plan's step that it settles, `answer`
    and `grounds` its answer to a judging step (krisplan 3.2), `appoints` who gets the step's function.
    """

    KIND: ClassVar[str] = "decisions.decision_recorded"

    decision: int
    text: str
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


class DecisionCompleted(Fact, kw_only=True):
    """What was missing was filled in; None means untouched."""

    KIND: ClassVar[str] = "decisions.decision_completed"

    decision: int
    decider: str | None = None
    mandate: str | None = None
    reason: str | None = None
    options: str | None = None
    uncertain: str | None = None
    affected: str | None = None
    responsible: str | None = None
    follow_up_at: datetime | None = None


class ProgressSet(Fact, kw_only=True):
    """The decision is open, under way or carried out."""

    KIND: ClassVar[str] = "decisions.progress_set"

    decision: int
    progress: Progress
    note: str = ""


class DecisionRevoked(Fact, kw_only=True):
    """The decision no longer holds (återkallat)."""

    KIND: ClassVar[str] = "decisions.decision_revoked"

    decision: int
    reason: str


class KnownThen(Fact, kw_only=True):
    """What was known when it was made: `seq` is the last fact before it, so the state then can be folded."""

    KIND: ClassVar[str] = "decisions.known_then"

    decision: int
    present: tuple[str, ...] = ()
    open_uncertainties: tuple[int, ...] = ()
