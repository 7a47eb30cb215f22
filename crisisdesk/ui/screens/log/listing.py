"""Which lines are in the list and in what order, while lines arrive and the user asks for others."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.screens.log.asked import Asked
from crisisdesk.ui.screens.log.choice import Choice, Order, Part, parts
from crisisdesk.ui.screens.log.lines import OrderedLines, RowBook, touched
from crisisdesk.ui.screens.log.sieve import Sieve, changes_itself

_FOLDED_AT_ONCE = 100  # lines prepared for searching between two keys: a page down waits less than 1 ms


class Listing:
    """Feeds the view. Newest first; while words are looked for oldest first, so that the first line that knew
    is the first one, and Home goes to it.
    """

    def __init__(self, view: LogView) -> None:
        self._view = view
        self._state: State | None = None
        self._facts = -1
        self._book = RowBook()
        self._lines = OrderedLines(self._book, [])
        self._choice = Choice()
        self.sieve = Sieve()
        self.asked = Asked()
        self.order: Order = "number"
        self.total = 0

    @property
    def numbers(self) -> list[int]:
        """Return the numbers of the lines that are shown, in their order."""
        return self._lines.numbers

    def take(self, state: State, now: datetime) -> bool:
        """Take the state: only new lines are put in. Return whether anything changed."""
        other = state is not self._state
        if other and self._state is not None:
            self._facts = -1
        self._state = state
        self.sieve.take(state, now)
        if state.facts == self._facts:
            return False
        self._facts = state.facts
        self._book.take(state, self.order)
        self._take_lines(state, other=other)
        return True

    def choose(self, choice: Choice) -> None:
        """Show the lines of another choice."""
        self._choice = choice
        self.asked = self.sieve.read(choice.text)
        self.fill()
        self._view.set_hits(self.asked.words)
        if self.numbers and (not self._view.current() or self.asked.words):
            self._view.set_current(self.numbers[0])
        elif self.numbers:
            # What was found stays in sight, now among the lines around it.
            self._view.set_current(self._view.current())

    def turn(self, order: Order) -> None:
        """Show the lines in another order; the current one stays."""
        self.order = order
        if self._state is not None:
            self._book.take(self._state, order)
        self.fill()
        self._view.set_current(self._view.current())

    def fill(self) -> None:
        """Show the lines of the choice; the current one and what is in sight stay if they are among them."""
        numbers = self.sieve.numbers(self._choice, self.order, oldest_first=self._oldest_first)
        self._lines = OrderedLines(self._book, numbers)
        self._view.set_source(self._lines)

    def shows(self, number: int) -> bool:
        """Return whether the line is among those shown."""
        return self._lines.place_of(number) >= 0

    def parts(self) -> tuple[Part, ...]:
        """Return everything that is asked for, as chips."""
        period = self.sieve.period(self._choice)
        return parts(self._choice, self.sieve.known, self.asked.parts, period)

    def first_found(self) -> str:
        """Return the first line that says what is looked for in words, "" when nothing is."""
        if not self._oldest_first or not self.numbers or self._state is None:
            return ""
        recorded = self._state.timeline.line(self.numbers[0])
        at = swedish.near(recorded.happened_at, self._state.zone, self._state.timeline.lines[-1].recorded_at)
        return f"Först {at}, nr {recorded.number}"

    def prepare_search(self) -> bool:
        """Prepare some lines for searching; return whether any are left."""
        return self.sieve.fold_some(_FOLDED_AT_ONCE)

    @property
    def _oldest_first(self) -> bool:
        return bool(self.asked.words)

    def _take_lines(self, state: State, *, other: bool) -> None:
        lines = state.timeline.lines
        fresh = range(self.total + 1, len(lines) + 1)
        first = other or self.total == 0
        stale = touched(lines[self.total :]) if not first else set[int]()
        self.total = len(lines)
        self.asked = self.sieve.read(self._choice.text)
        if first or self._some_moved(stale - set(fresh)):
            self.fill()
        else:
            self._put_in(fresh)
        self._view.refresh()
        if first and self.numbers and not self._view.current():
            self._view.set_current(self.numbers[0])

    def _some_moved(self, stale: set[int]) -> bool:
        return changes_itself(self._choice, self.asked) or any(
            self.sieve.passes(self._choice, number) != self.shows(number) for number in stale
        )

    def _put_in(self, fresh: range) -> None:
        for number in fresh:
            if self.sieve.passes(self._choice, number):
                place = self.sieve.place(self.numbers, number, self.order, oldest_first=self._oldest_first)
                self.numbers.insert(place, number)
                self._view.grown(place)
