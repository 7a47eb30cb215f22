"""Which things are ticked, folded from their facts."""

from datetime import datetime
from typing import Literal

from msgspec import field

from crisisdesk.base.record import Kept, Value
from crisisdesk.features.checklists import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds

MarkKind = Literal["signed", "dropped"]


class Mark(Value):
    """A mark on an item. `at` is when it was done (UTC); `number` its line in the log (0: of another)."""

    kind: MarkKind
    at: datetime
    done_by: str
    recorded_by: str
    number: int
    text: str = ""
    decision: int = 0


class ChecklistState(Kept):
    """The mark on each item now, and every mark it has had, oldest first."""

    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])
    history: dict[str, list[Mark]] = field(default_factory=dict[str, list[Mark]])

    def mark(self, item: str) -> Mark | None:
        """Return the item's mark, None while it is open."""
        return self.marks.get(item)

    def settled(self, items: list[str]) -> int:
        """Return how many of the items are signed or dropped."""
        return sum(1 for item in items if item in self.marks)


def _put(state: ChecklistState, item: str, mark: Mark) -> None:
    state.marks[item] = mark
    state.history.setdefault(item, []).append(mark)


def _mark(kind: MarkKind, text: str, decision: int, recorded: Recorded) -> Mark:
    return Mark(
        kind=kind,
        at=recorded.happened_at,
        done_by=recorded.done_by,
        recorded_by=recorded.recorded_by,
        number=recorded.number,
        text=text,
        decision=decision,
    )


def _signed(state: ChecklistState, fact: facts.ItemSigned, recorded: Recorded) -> None:
    _put(state, fact.item, _mark("signed", fact.note, fact.decision, recorded))


def _dropped(state: ChecklistState, fact: facts.ItemDropped, recorded: Recorded) -> None:
    _put(state, fact.item, _mark("dropped", fact.reason, fact.decision, recorded))


def _undone(state: ChecklistState, fact: facts.ItemUndone, recorded: Recorded) -> None:
    state.marks.pop(fact.item, None)


FOLDS: Folds[ChecklistState] = {
    facts.ItemSigned: _signed,
    facts.ItemDropped: _dropped,
    facts.ItemUndone: _undone,
}
