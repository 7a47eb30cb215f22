"""A table model over frozen rows that reports exactly what changed, so that selection and scroll survive."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt


class Keyed(Protocol):
    """A row that is told from others by its key."""

    @property
    def key(self) -> object:
        """Hashable, and unique among the rows."""
        ...


R = TypeVar("R", bound=Keyed)
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ROW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Column(Generic[R]):
    """Its title and how a row gives its text; `spoken` says it in words where the text is a sign.

    `width` is in px at 100 %; columns without one share the room that is left.
    """

    title: str
    text: Callable[[R], str]
    right: bool = False
    width: float = 0
    spoken: Callable[[R], str] | None = None


class RecordModel(QAbstractTableModel, Generic[R]):
    """Rows by key. `set_rows` finds the removed, inserted and changed ranges by itself."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[R] = []
        self._places: dict[object, int] | None = {}

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows; a cell has none."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns; a cell has none."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the text of a cell; other roles are answered at once."""
        if role == _DISPLAY:
            return self._columns[index.column()].text(self._rows[index.row()]) if index.isValid() else None
        if role not in (_SPOKEN, _ALIGN, _ROW) or not index.isValid():
            return None
        return self._extra(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column, aligned as its cells."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].title
        return _alignment(self._columns[section].right) if role == _ALIGN else None

    def rows(self) -> tuple[R, ...]:
        """Return all rows in order."""
        return tuple(self._rows)

    def columns(self) -> tuple[Column[R], ...]:
        """Return the columns."""
        return self._columns

    def row(self, place: int) -> R:
        """Return the row at `place`."""
        return self._rows[place]

    def place_of(self, key: object) -> int:
        """Return where the row with `key` is, -1 when it is not there."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def set_rows(self, rows: Iterable[R]) -> None:
        """Become `rows`, told as few removed, inserted and changed ranges; two rows with one key is a
        ValueError.
        """
        new = list(rows)
        if len({row.key for row in new}) != len(new):
            raise ValueError("two rows have the same key")
        kept = self._kept_keys(new)
        self._remove_others(kept)
        self._insert_missing(new, kept)
        self._report_changed(new)

    def append_rows(self, rows: Iterable[R]) -> None:
        """Add `rows` at the end; a key already there is a ValueError."""
        new = list(rows)
        known = [row for row in new if self.place_of(row.key) >= 0]
        if known or len({row.key for row in new}) != len(new):
            raise ValueError("a row with that key is there already")
        self._insert(len(self._rows), new)

    def replace_row(self, row: R) -> None:
        """Put `row` in the place of the one with its key; an unknown key is a KeyError."""
        place = self.place_of(row.key)
        if place < 0:
            raise KeyError(row.key)
        self._rows[place] = row
        self._tell_changed(place, place)

    def _extra(self, index: Index, role: int) -> object:
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == _ROW:
            return row
        if role == _ALIGN:
            return _alignment(column.right)
        return (column.spoken or column.text)(row)

    def _kept_keys(self, new: Sequence[R]) -> set[object]:
        """Return the keys that stay: the longest series of common rows with the same order in both."""
        places = {row.key: place for place, row in enumerate(new)}
        common = [row.key for row in self._rows if row.key in places]
        order = [places[key] for key in common]
        return {new[place].key for place in longest_rising(order)}

    def _remove_others(self, kept: set[object]) -> None:
        stale = [place for place, row in enumerate(self._rows) if row.key not in kept]
        for first, last in reversed(ranges(stale)):
            self.beginRemoveRows(_NO_INDEX, first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _insert_missing(self, new: Sequence[R], kept: set[object]) -> None:
        fresh = [place for place, row in enumerate(new) if row.key not in kept]
        for first, last in ranges(fresh):
            self._insert(first, new[first : last + 1])

    def _insert(self, place: int, rows: Sequence[R]) -> None:
        if not rows:
            return
        self.beginInsertRows(_NO_INDEX, place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self._places = None
        self.endInsertRows()

    def _report_changed(self, new: Sequence[R]) -> None:
        changed = [
            place
            for place, row in enumerate(new)
            if row is not self._rows[place] and row != self._rows[place]
        ]
        for place in changed:
            self._rows[place] = new[place]
        for first, last in ranges(changed):
            self._tell_changed(first, last)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def ranges(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the unbroken runs in rising `places` as (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return a longest rising subsequence of different `numbers`, in n log n."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    return _walk_back(numbers, before, ends[-1] if ends else -1)


def _walk_back(numbers: Sequence[int], before: Sequence[int], at: int) -> list[int]:
    found: list[int] = []
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return found[::-1]


def _alignment(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
