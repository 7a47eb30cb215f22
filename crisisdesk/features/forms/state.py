"""The numbers that are printed, and those that are void."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.forms import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Batch(Kept):
    """Forms printed at once. `at` is when (UTC), `number` the line that says so."""

    first: int
    last: int
    at: datetime
    number: int


class Voided(Kept):
    """A void form: why, since when (UTC), the line that says so."""

    reason: str
    at: datetime
    number: int


class Entered(Kept):
    """A form that became a decision, a task or a card: its line, and who wrote it."""

    line: int
    writer: str


class FormsState(Kept):
    """Batches in the order of their numbers; `voided` and `entered` by form. `last` is the highest number
    taken. Forms that became entries of the log stand there.
    """

    batches: list[Batch] = field(default_factory=list[Batch])
    voided: dict[int, Voided] = field(default_factory=dict[int, Voided])
    entered: dict[int, Entered] = field(default_factory=dict[int, Entered])
    last: int = 0

    def reserved(self) -> list[int]:
        """Return every number that is printed, in order."""
        return [form for batch in self.batches for form in range(batch.first, batch.last + 1)]

    def batch_of(self, form: int) -> Batch | None:
        """Return the batch that the form was printed in, None when it was not printed here."""
        return next((batch for batch in self.batches if batch.first <= form <= batch.last), None)


def _reserved(state: FormsState, fact: facts.FormsReserved, recorded: Recorded) -> None:
    state.batches.append(Batch(fact.first, fact.last, recorded.happened_at, recorded.number))
    state.last = fact.last


def _voided(state: FormsState, fact: facts.FormVoided, recorded: Recorded) -> None:
    state.voided[fact.form] = Voided(fact.reason, recorded.happened_at, recorded.number)


def _restored(state: FormsState, fact: facts.FormRestored, recorded: Recorded) -> None:
    state.voided.pop(fact.form, None)


def _entered(state: FormsState, fact: facts.FormEntered, recorded: Recorded) -> None:
    state.entered[fact.form] = Entered(fact.line, fact.writer)


FOLDS: Folds[FormsState] = {
    facts.FormsReserved: _reserved,
    facts.FormVoided: _voided,
    facts.FormRestored: _restored,
    facts.FormEntered: _entered,
}
