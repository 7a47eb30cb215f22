"""Which log rows are in sight: an anchor row, measured neighbours, estimates for all others."""

from collections.abc import Iterator, Sequence
from typing import Final

from crisisdesk.ui.kit.log_columns import Columns
from crisisdesk.ui.kit.log_layout import RowLayout, RowLayouter
from crisisdesk.ui.kit.log_painter import separator_height
from crisisdesk.ui.kit.log_row import LogRow, LogRows
from crisisdesk.ui.kit.row_heights import RowHeights
from crisisdesk.ui.kit.theme import Theme

_ESTIMATE: Final = 44  # px of a row not yet measured, at 100 %
_READ_ON: Final = 0.8  # of the height: some lines stay, so that the eye finds on
_KEPT: Final = 400  # laid-out rows that are kept


class LogSight:
    """Rows and what is seen of them: the row at the top (the anchor) and how many px of it are above the
    edge.

    Scrolling moves by measured heights, so that nothing jumps; the bar alone lives with estimates.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.rows: list[LogRow] | LogRows = []
        self.columns: Columns | None = None
        self._hits: tuple[str, ...] = ()
        self._height = 0
        self._anchor = 0
        self._above = 0
        self._heights = RowHeights()
        self._layouter: RowLayouter | None = None
        self._layouts: dict[int, tuple[LogRow, RowLayout]] = {}

    def set_size(self, cols: Columns, height: int) -> None:
        """Take the columns and the height in sight; another text width measures anew."""
        changed = self.columns is None or cols != self.columns
        self._height = height
        if changed:
            self.columns = cols
            self.forget()

    def set_hits(self, words: tuple[str, ...]) -> None:
        """Mark the words in rows laid out from now on."""
        if words != self._hits:
            self._hits = words
            self._layouts.clear()
            self._layouter = None

    def forget(self) -> None:
        """Drop all measures: the theme or the width changed."""
        self._layouts.clear()
        self._layouter = None
        self._heights.reset(len(self.rows), self._theme.dp(_ESTIMATE))

    def set_rows(self, rows: list[LogRow] | LogRows) -> None:
        """Take other rows; the anchor stays at its row when that is among them."""
        at_start, at_end = self.at_start(), self.at_end()
        anchor = self.rows[self._anchor].number if len(self.rows) else 0
        self.rows = rows
        self._heights.reset(len(rows), self._theme.dp(_ESTIMATE))
        place = -1 if at_start else self.place_of(anchor)
        self._anchor, self._above = (place, self._above) if place >= 0 else (0, 0)
        if at_end and not at_start:
            self._to_end()

    def insert_rows(self, place: int, rows: Sequence[LogRow]) -> None:
        """Put `rows` in before `place`; what is in sight stays, unless one stands at the edge where they
        arrive.
        """
        self._own_rows()[place:place] = rows
        self.grown(place, len(rows))

    def grown(self, place: int, count: int) -> None:
        """Take it that `count` rows have come before `place`; keep what is in sight as `insert_rows` does."""
        last = len(self.rows) - count
        self._heights.insert(place, count)
        at_start = self.at_start()
        if place == last > 0 and not at_start and self._ends_in_sight(last - 1):
            self._to_end()
        elif place <= self._anchor and place < last and not (at_start and place == 0):
            self._anchor += count

    def replace_row(self, row: LogRow) -> None:
        """Take `row` for the one with its number; an unknown number is a KeyError."""
        place = self.place_of(row.number)
        if place < 0:
            raise KeyError(row.number)
        self._own_rows()[place] = row

    def place_of(self, number: int) -> int:
        """Return where the row with `number` is, -1 when it is not there."""
        if isinstance(self.rows, list):
            return next((place for place, row in enumerate(self.rows) if row.number == number), -1)
        return self.rows.place_of(number)

    def layout(self, place: int) -> RowLayout:
        """Return the laid-out row, from memory when it was in sight before."""
        row = self.rows[place]
        kept = self._layouts.get(row.number)
        if kept is not None and (kept[0] is row or kept[0] == row):
            return kept[1]
        if len(self._layouts) > _KEPT:
            self._layouts.clear()
        laid = self._current_layouter().lay_out(row)
        self._layouts[row.number] = (row, laid)
        return laid

    def day_height(self, place: int) -> int:
        """Return the height of the day's row over the row at `place`, 0 when the day is the same."""
        day = self.rows[place].day
        changes = bool(day) and (place == 0 or self.rows[place - 1].day != day)
        return separator_height(self._theme) if changes else 0

    def settle(self) -> None:
        """Measure the rows in sight and keep the anchor within the log."""
        if self.columns is None or not len(self.rows):
            self._anchor = self._above = 0
            return
        self._anchor = min(self._anchor, len(self.rows) - 1)
        self._above = min(self._above, max(self._measure(self._anchor) - 1, 0))
        missing = self._height - self._fill_down()
        if missing > 0:
            self.scroll_by(-missing)
            self._fill_down()

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yield the rows in sight with their top edge in px."""
        y = -self._above
        for place in range(self._anchor, len(self.rows)):
            if y >= self._height:
                return
            yield place, y
            y += self._heights.height(place)

    def row_at(self, y: int) -> int:
        """Return the row at `y`, -1 when there is none."""
        for place, top in self.visible():
            if top <= y < top + self._heights.height(place):
                return place
        return -1

    def first(self) -> int:
        """Return the first row that is wholly in sight, or the anchor."""
        whole = (place for place, top in self.visible() if top >= 0)
        return next(whole, self._anchor)

    def scroll_by(self, step: int) -> None:
        """Move by `step` px, downwards when positive, measuring each row passed."""
        self._above += step
        while self._above < 0 and self._anchor > 0:
            self._anchor -= 1
            self._above += self._measure(self._anchor)
        self._above = max(self._above, 0)
        while self._anchor < len(self.rows) - 1 and self._above >= self._measure(self._anchor):
            self._above -= self._heights.height(self._anchor)
            self._anchor += 1

    def go_to(self, position: int, *, end: bool) -> None:
        """Move to `position` px from the top by the estimates, or to the very end."""
        if end and len(self.rows):
            self._to_end()
        elif len(self.rows):
            self._anchor, self._above = self._heights.at(position)

    def show(self, place: int) -> None:
        """Move as little as needed to show the whole row at `place`."""
        if self.columns is None or place < self._anchor or (place == self._anchor and self._above > 0):
            self._anchor, self._above = place, 0
        elif not self._ends_in_sight(place):
            self._anchor, self._above = place, 0
            # A row that is higher than the sight is read from its beginning.
            self.scroll_by(min(self._measure(place) - self._height, 0))

    def read_on(self, place: int, way: int) -> bool:
        """Scroll within a row that is higher than the sight, down for `way` 1; return whether it had more."""
        top = next((top for seen, top in self.visible() if seen == place), None)
        if top is None or self._measure(place) <= self._height:
            return False
        left = top + self._measure(place) - self._height if way > 0 else -top
        if left <= 0:
            return False
        self.scroll_by(way * min(left, round(self._height * _READ_ON)))
        return True

    def page(self, place: int, way: int) -> int:
        """Return the row about one height in sight from `place`, down for `way` 1 and up for -1."""
        at = max(place, 0)
        room = self._height - self._measure(at)
        while 0 <= at + way < len(self.rows) and room >= self._measure(at + way):
            at += way
            room -= self._measure(at)
        return at if at != place else min(max(place + way, 0), len(self.rows) - 1)

    def position(self) -> int:
        """Return how many px are above the edge, by measure and estimate."""
        return self._heights.top(self._anchor) + self._above if len(self.rows) else 0

    def hidden(self) -> int:
        """Return how many px of all rows are out of sight."""
        return max(self._heights.total() - self._height, 0)

    def at_start(self) -> bool:
        """Return whether the first row is wholly in sight."""
        return self._anchor == 0 and self._above == 0

    def at_end(self) -> bool:
        """Return whether the last row is wholly in sight."""
        return len(self.rows) > 0 and self._ends_in_sight(len(self.rows) - 1)

    def _ends_in_sight(self, place: int) -> bool:
        for seen, top in self.visible():
            if seen == place:
                return top + self._measure(place) <= self._height
        return False

    def _own_rows(self) -> list[LogRow]:
        if isinstance(self.rows, list):
            return self.rows
        raise TypeError("rows that are made when they are seen are changed by their owner")

    def _to_end(self) -> None:
        self._anchor = len(self.rows) - 1
        self._above = max(self._measure(self._anchor) - 1, 0) if self.columns is not None else 0

    def _fill_down(self) -> int:
        """Measure downwards from the anchor until the sight is full; return the px filled."""
        y = -self._above
        place = self._anchor
        while y < self._height and place < len(self.rows):
            y += self._measure(place)
            place += 1
        return y

    def _measure(self, place: int) -> int:
        height = self.layout(place).height + self.day_height(place)
        if height != self._heights.height(place):
            self._heights.measured(place, height)
        return height

    def _current_layouter(self) -> RowLayouter:
        if self.columns is None:
            raise RuntimeError("a row was measured before the log had a size")
        if self._layouter is None:
            self._layouter = RowLayouter(self._theme, self.columns, self._hits)
        return self._layouter
