"""Which rows of the log are chosen: one, or all from one to another."""


class LogSelection:
    """The current row and, while Shift is held, where the choice began. Places count from 0, -1 is none."""

    def __init__(self) -> None:
        self.current = -1
        self._from = -1

    def move(self, place: int, *, stretch: bool = False) -> None:
        """Make the row at `place` current; with `stretch` all rows from where one began are chosen."""
        if not stretch or place < 0:
            self._from = -1
        elif self._from < 0:
            self._from = self.current if self.current >= 0 else place
        self.current = place

    def take_all(self, count: int) -> None:
        """Choose every row; the current one stays."""
        self._from, self.current = (0, count - 1) if count else (-1, -1)

    def grown(self, place: int, count: int) -> None:
        """Stay at the same rows when `count` others have come before `place`."""
        if 0 <= place <= self.current:
            self.current += count
        if 0 <= place <= self._from:
            self._from += count

    def chosen(self) -> range:
        """Return the places of the chosen rows; the current one when no others are."""
        if self.current < 0:
            return range(0)
        begun = self._from if self._from >= 0 else self.current
        return range(min(begun, self.current), max(begun, self.current) + 1)
