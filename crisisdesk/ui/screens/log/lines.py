"""The rows of the log that is shown: line numbers alone, until a row comes into sight."""

from collections.abc import Iterable
from typing import Final

from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.kit.log_row import LogRow
from crisisdesk.ui.screens.log import rows
from crisisdesk.ui.screens.log.choice import Order

_KEPT: Final = 2000  # rows; some screens full


class RowBook:
    """Makes the rows of a State, and keeps those that were looked at until they say something else."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._by_number = True
        self._age = 0
        self._kept: dict[int, tuple[int, LogRow]] = {}

    def take(self, state: State, order: Order) -> None:
        """Make rows of this state from now on: those kept are looked through when they are asked for."""
        self._state = state
        self._by_number = order == "number"
        self._age += 1
        if len(self._kept) > _KEPT:
            self._kept.clear()

    def row(self, number: int) -> LogRow:
        """Return the row of the line; the same object as before when it says the same."""
        age, before = self._kept.get(number, (-1, None))
        if before is not None and age == self._age:
            return before
        if self._state is None:
            raise LookupError(number)
        made = rows.row(self._state, number, by_number=self._by_number)
        kept = before if before is not None and before == made else made
        self._kept[number] = (self._age, kept)
        return kept


class OrderedLines:
    """The rows that the log view shows, in order: line numbers, and the book that makes their rows."""

    def __init__(self, book: RowBook, numbers: list[int]) -> None:
        self._book = book
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int, /) -> LogRow:
        return self._book.row(self.numbers[place])

    def place_of(self, number: int) -> int:
        """Return where the line is, -1 when it is not shown."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return -1


def touched(lines: Iterable[Recorded]) -> set[int]:
    """Return the numbers of the earlier lines that these lines strike or name: what they say may change."""
    found: set[int] = set()
    for recorded in lines:
        if recorded.line is not None:
            named = (ref.removeprefix("line:") for ref in recorded.line.refs if ref.startswith("line:"))
            found |= {int(number) for number in named if number.isdigit()}
            found |= {recorded.line.strikes} if recorded.line.strikes else set()
    return found
