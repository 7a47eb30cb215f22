"""The decisions as they stand, folded from their facts."""

from datetime import datetime
from typing import Literal

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.decisions import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds

Standing = Literal["open", "ongoing", "done", "revoked", "replaced"]

MUST_HAVE = ("decider", "reason", "responsible", "follow_up_at")
"""Without these a decision is incomplete (product: what is incomplete stays visible)."""


class Decision(Kept):
    """A decision with all its fields. `number` is its line in the log, `seq` its fact."""

    decision: int
    number: int
    seq: int
    at: datetime
    recorded_by: str
    text: str
    decider: str
    mandate: str
    reason: str
    options: str
    uncertain: str
    affected: str
    responsible: str
    follow_up_at: datetime | None
    waits: bool
    step: str
    answer: facts.Answer
    grounds: tuple[str, ...]
    appoints: str
    rests_on: tuple[int, ...]
    secrecy: str
    standing: Standing = "open"
    replaced_by: int = 0
    revoked_because: str = ""
    progress_note: str = ""
    known: facts.KnownThen | None = None
    trail: list[tuple[datetime, str, str]] = field(default_factory=list[tuple[datetime, str, str]])

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the fields that a complete decision has and this one lacks."""
        if self.standing in ("revoked", "replaced"):
            return ()
        return tuple(name for name in MUST_HAVE if not self._has(name))

    def _has(self, name: str) -> bool:
        # Appointing and judging need no follow-up of their own: they are done when they are made.
        if name in ("follow_up_at", "responsible") and (self.appoints or self.answer):
            return True
        return bool(getattr(self, name))


class DecisionState(Kept):
    """Decisions by number."""

    decisions: dict[int, Decision] = field(default_factory=dict[int, Decision])

    def standing(self) -> list[Decision]:
        """Return the decisions that hold, in order."""
        return [d for d in self.decisions.values() if d.standing not in ("revoked", "replaced")]

    def open(self) -> list[Decision]:
        """Return the decisions that hold and are not carried out."""
        return [d for d in self.decisions.values() if d.standing in ("open", "ongoing")]

    def incomplete(self) -> list[Decision]:
        """Return the decisions that lack something."""
        return [d for d in self.decisions.values() if d.missing]

    def latest_answer(self, step: str) -> Decision | None:
        """Return the last standing decision that answers the judging step."""
        found = [d for d in self.standing() if d.step == step and d.answer]
        return found[-1] if found else None


def _recorded(state: DecisionState, fact: facts.DecisionRecorded, recorded: Recorded) -> None:
    state.decisions[fact.decision] = Decision(
        decision=fact.decision,
        number=recorded.number,
        seq=recorded.seq,
        at=recorded.happened_at,
        recorded_by=recorded.recorded_by,
        text=fact.text,
        decider=fact.decider,
        mandate=fact.mandate,
        reason=fact.reason,
        options=fact.options,
        uncertain=fact.uncertain,
        affected=fact.affected,
        responsible=fact.responsible,
        follow_up_at=fact.follow_up_at,
        waits=fact.waits,
        step=fact.step,
        answer=fact.answer,
        grounds=fact.grounds,
        appoints=fact.appoints,
        rests_on=fact.rests_on,
        secrecy=fact.secrecy,
        standing="done" if fact.answer or fact.appoints else "open",
    )
    if fact.replaces:
        old = state.decisions[fact.replaces]
        old.standing = "replaced"
        old.replaced_by = fact.decision


def _completed(state: DecisionState, fact: facts.DecisionCompleted, recorded: Recorded) -> None:
    decision = state.decisions[fact.decision]
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        if name != "decision" and value is not None:
            setattr(decision, name, value)
    decision.trail.append((recorded.happened_at, recorded.recorded_by, "completed"))


def _follow_up_cleared(state: DecisionState, fact: facts.FollowUpCleared, recorded: Recorded) -> None:
    state.decisions[fact.decision].follow_up_at = None


def _progress(state: DecisionState, fact: facts.ProgressSet, recorded: Recorded) -> None:
    decision = state.decisions[fact.decision]
    decision.standing = fact.progress
    decision.progress_note = fact.note
    decision.trail.append((recorded.happened_at, recorded.recorded_by, fact.progress))


def _revoked(state: DecisionState, fact: facts.DecisionRevoked, recorded: Recorded) -> None:
    decision = state.decisions[fact.decision]
    decision.standing = "revoked"
    decision.revoked_because = fact.reason
    decision.trail.append((recorded.happened_at, recorded.recorded_by, "revoked"))


def _known(state: DecisionState, fact: facts.KnownThen, recorded: Recorded) -> None:
    state.decisions[fact.decision].known = fact


FOLDS: Folds[DecisionState] = {
    facts.DecisionRecorded: _recorded,
    facts.DecisionCompleted: _completed,
    facts.FollowUpCleared: _follow_up_cleared,
    facts.ProgressSet: _progress,
    facts.DecisionRevoked: _revoked,
    facts.KnownThen: _known,
}
