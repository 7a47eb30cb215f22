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
    TEXTS: ClassVar[tuple[str, ...]] = (
        "text",
        "decider",
        "mandate",
        "reason",
        "options",
        "uncertain",
        "affected",
        "responsible",
        "appoints",
        "appointed_sign",
    )

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
    TEXTS: ClassVar[tuple[str, ...]] = (
        "decider",
        "mandate",
        "reason",
        "options",
        "uncertain",
        "affected",
        "responsible",
    )

    decision: int
    decider: str | None = None
    mandate: str | None = None
    reason: str | None = None
    options: str | None = None
    uncertain: str | None = None
    affected: str | None = None
    responsible: str | None = None
    follow_up_at: datetime | None = None


class FollowUpCleared(Fact, kw_only=True):
    """The decision shall not be followed up at the time that was set: there is none any more."""

    KIND: ClassVar[str] = "decisions.follow_up_cleared"

    decision: int


class ProgressSet(Fact, kw_only=True):
    """The decision is open, under way or carried out."""

    KIND: ClassVar[str] = "decisions.progress_set"
    TEXTS: ClassVar[tuple[str, ...]] = ("note",)

    decision: int
    progress: Progress
    note: str = ""


class DecisionRevoked(Fact, kw_only=True):
    """The decision no longer holds (återkallat)."""

    KIND: ClassVar[str] = "decisions.decision_revoked"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    decision: int
    reason: str


class KnownThen(Fact, kw_only=True):
    """What was known when it was made: `seq` is the last fact before it, so the state then can be folded."""

    KIND: ClassVar[str] = "decisions.known_then"
    TEXTS: ClassVar[tuple[str, ...]] = ("present",)

    decision: int
    present: tuple[str, ...] = ()
    open_uncertainties: tuple[int, ...] = ()
