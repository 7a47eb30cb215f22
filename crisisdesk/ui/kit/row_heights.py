"""Heights of very many rows: measured ones and an estimate for the rest; no Qt."""

from array import array
from typing import Final

_BLOCK: Final = 256


class RowHeights:
    """Row heights in px, summed by block: to find a row at a height, or the reverse, never walks all rows."""

    def __init__(self, count: int = 0, estimate: int = 1) -> None:
        self._heights = array("l")
        self._blocks: list[int] = []
        self._estimate = estimate
        self.reset(count, estimate)

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, count: int, estimate: int) -> None:
        """Forget all: `count` rows of the estimated height."""
        self._estimate = estimate
        self._heights = array("l", [estimate]) * count
        self._sum_up()

    def insert(self, place: int, count: int) -> None:
        """Make room for `count` unmeasured rows at `place`."""
        self._heights[place:place] = array("l", [self._estimate]) * count
        self._sum_up()

    def height(self, row: int) -> int:
        """Return the height of the row, estimated when it was not measured."""
        return self._heights[row]

    def measured(self, row: int, height: int) -> None:
        """Take in the measured height of a row."""
        self._blocks[row // _BLOCK] += height - self._heights[row]
        self._heights[row] = height

    def total(self) -> int:
        """Return the height of all rows."""
        return sum(self._blocks)

    def top(self, row: int) -> int:
        """Return the height of all rows above `row`."""
        block = row // _BLOCK
        return sum(self._blocks[:block]) + sum(self._heights[block * _BLOCK : row])

    def at(self, y: int) -> tuple[int, int]:
        """Return the row at height `y` and how far into it `y` is; the last row when below all."""
        row = 0
        for total in self._blocks:
            if y < total or row + _BLOCK >= len(self._heights):
                break
            y -= total
            row += _BLOCK
        while row < len(self._heights) - 1 and y >= self._heights[row]:
            y -= self._heights[row]
            row += 1
        return row, max(y, 0)

    def _sum_up(self) -> None:
        heights = self._heights
        self._blocks = [sum(heights[first : first + _BLOCK]) for first in range(0, len(heights), _BLOCK)]
