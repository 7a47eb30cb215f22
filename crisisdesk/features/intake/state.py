"""The fact sheet as it stands, folded from its facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept, Value
from crisisdesk.features.intake import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds
from crisisdesk.plan.content import Phase


class Answer(Value):
    """What a field says, since when (UTC), by whom."""

    value: str
    at: datetime
    recorded_by: str


class IntakeState(Kept):
    """Answers by field id; rows of tables by field id and row number."""

    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])
    rows: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict[str, dict[int, tuple[str, ...]]])

    def value(self, field_id: str) -> str:
        """Return what the field says, "" when nothing was saved."""
        answer = self.answers.get(field_id)
        return answer.value if answer is not None else ""

    def table(self, field_id: str) -> list[tuple[int, tuple[str, ...]]]:
        """Return the table's rows that say something, in order."""
        rows = self.rows.get(field_id, {})
        return [(number, cells) for number, cells in sorted(rows.items()) if any(cells)]

    def progress(self, phase: Phase) -> tuple[int, int]:
        """Return how many of the sheet's numbered fields have an answer, and how many there are."""
        done = sum(1 for f in phase.fields if any(self._answered(leaf.id) for leaf in f.leaves()))
        return done, len(phase.fields)

    def _answered(self, field_id: str) -> bool:
        return bool(self.value(field_id)) or bool(self.table(field_id))


def _field_saved(state: IntakeState, fact: facts.FieldSaved, recorded: Recorded) -> None:
    state.answers[fact.field] = Answer(fact.value, recorded.happened_at, recorded.recorded_by)


def _row_saved(state: IntakeState, fact: facts.RowSaved, recorded: Recorded) -> None:
    state.rows.setdefault(fact.field, {})[fact.row] = fact.cells


FOLDS: Folds[IntakeState] = {facts.FieldSaved: _field_saved, facts.RowSaved: _row_saved}
