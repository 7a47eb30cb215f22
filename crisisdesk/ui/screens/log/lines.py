"""The lines of the log in an order and a choice: numbers alone, until a row comes into sight."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from crisisdesk.features import log
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.kit.log_row import LogRow
from crisisdesk.ui.screens.log import rows

Order = Literal["number", "happened"]
Struck = Literal["all", "only", "without"]
_KEPT: Final = 2000  # rows; some screens full


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which lines are shown. `text` is looked for anywhere in a line, also inside words; case alone is
    passed over, so that a is not å.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    keeper: str = ""
    struck: Struck = "all"
    paper: bool = False
    late: bool = False

    @property
    def filters(self) -> int:
        """Return how many filters are in use, the text not counted."""
        return len(self.kinds) + sum((bool(self.keeper), self.struck != "all", self.paper, self.late))

    @property
    def everything(self) -> bool:
        """Return whether nothing is left out."""
        return not self.filters and not self.text.strip()


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
    """The rows that the log view shows, newest first: line numbers, and the book that makes their rows."""

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


class Sieve:
    """Finds the lines of a choice. Texts are folded for searching once each, as lines arrive."""

    def __init__(self) -> None:
        self._lines: Sequence[Recorded] = ()
        self._state: State | None = None
        self._folded: list[str] = []

    def take(self, state: State) -> None:
        """Look through the lines of this state from now on."""
        if state is not self._state:
            self._folded.clear()
        self._state, self._lines = state, state.timeline.lines

    def fold_some(self, count: int) -> bool:
        """Prepare the texts of `count` more lines for searching; return whether any are left."""
        start = len(self._folded)
        self._folded += [searched(recorded) for recorded in self._lines[start : start + count]]
        return len(self._folded) < len(self._lines)

    def numbers(self, choice: Choice, order: Order) -> list[int]:
        """Return the numbers of the lines of the choice, newest first."""
        found = self._chosen(choice, range(len(self._lines), 0, -1))
        if order == "happened":
            lines = self._lines
            found = sorted(found, key=lambda number: (lines[number - 1].happened_at, number), reverse=True)
        return list(found)

    def passes(self, choice: Choice, number: int) -> bool:
        """Return whether the line is one of the choice."""
        return bool(self._chosen(choice, [number]))

    def place(self, numbers: Sequence[int], number: int, order: Order) -> int:
        """Return where the line belongs among the numbers, which are in the order."""
        if order == "number":
            return bisect_left(numbers, -number, key=lambda held: -held)
        return bisect_left(numbers, self._age(number), key=self._age)

    def _age(self, number: int) -> tuple[float, int]:
        return -self._lines[number - 1].happened_at.timestamp(), -number

    def _chosen(self, choice: Choice, numbers: Sequence[int]) -> Sequence[int]:
        lines = self._lines
        if choice.kinds:
            numbers = [n for n in numbers if (line := lines[n - 1].line) and line.kind in choice.kinds]
        if choice.keeper:
            numbers = [n for n in numbers if lines[n - 1].recorded_by == choice.keeper]
        if choice.late:
            numbers = [n for n in numbers if rows.is_late(lines[n - 1])]
        if choice.paper:
            numbers = [n for n in numbers if _from_paper(lines[n - 1])]
        numbers = self._by_struck(choice.struck, numbers)
        return self._by_text(choice.text, numbers)

    def _by_struck(self, struck: Struck, numbers: Sequence[int]) -> Sequence[int]:
        if struck == "all" or self._state is None:
            return numbers
        held = self._state.timeline.struck_by
        return [n for n in numbers if (n in held) == (struck == "only")]

    def _by_text(self, text: str, numbers: Sequence[int]) -> Sequence[int]:
        needle = text.strip().casefold()
        if not needle:
            return numbers
        self.fold_some(len(self._lines))
        folded = self._folded
        if isinstance(numbers, range):
            # All lines, newest first: walking both lists is twice as fast as looking each text up.
            return [n for n, text in zip(numbers, reversed(folded), strict=True) if needle in text]
        return [n for n in numbers if needle in folded[n - 1]]


def searched(recorded: Recorded) -> str:
    """Return what a search looks through: the number, the sentence, from, to, channel and source."""
    fact = recorded.fact
    said = [f"nr {recorded.number}", recorded.line.text if recorded.line is not None else ""]
    if isinstance(fact, log.facts.EntryRecorded):
        said += [fact.sender, fact.receiver, fact.channel, fact.source]
    return "\n".join(part for part in said if part).casefold()


def _from_paper(recorded: Recorded) -> bool:
    return isinstance(recorded.fact, log.facts.EntryRecorded) and recorded.fact.paper is not None


def touched(lines: Iterable[Recorded]) -> set[int]:
    """Return the numbers of the earlier lines that these lines strike or name: what they say may change."""
    found: set[int] = set()
    for recorded in lines:
        if recorded.line is not None:
            named = (ref.removeprefix("line:") for ref in recorded.line.refs if ref.startswith("line:"))
            found |= {int(number) for number in named if number.isdigit()}
            found |= {recorded.line.strikes} if recorded.line.strikes else set()
    return found
