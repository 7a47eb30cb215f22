"""The marks that were set and lifted by themselves, folded from their facts."""

from datetime import date

from msgspec import field

from crisisdesk.base.record import Kept, Value
from crisisdesk.features.secrecy import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Mark(Value):
    """What the last word on a thing is. `provision` "" means lifted, `reason` why; `number` is its line."""

    ref: str
    provision: str
    authority: str = ""
    decided_on: date | None = None
    reason: str = ""
    number: int = 0


class SecrecyState(Kept):
    """The last word on each thing that was marked or lifted after it was written, by ref."""

    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])

    def standing(self, ref: str) -> Mark | None:
        """Return the mark that the thing has by itself, None when it has none or it was lifted."""
        found = self.marks.get(ref)
        return found if found is not None and found.provision else None


def _marked(state: SecrecyState, fact: facts.Marked, recorded: Recorded) -> None:
    state.marks[fact.ref] = Mark(
        fact.ref, fact.provision, fact.authority, fact.decided_on, number=recorded.number
    )


def _lifted(state: SecrecyState, fact: facts.Lifted, recorded: Recorded) -> None:
    state.marks[fact.ref] = Mark(fact.ref, "", reason=fact.reason, number=recorded.number)


FOLDS: Folds[SecrecyState] = {
    facts.Marked: _marked,
    facts.Lifted: _lifted,
}
