"""Which mode is due when several take turns. No Qt here."""

from collections.abc import Sequence
from typing import Final

SHORTEST: Final = 5
"""Seconds: quicker than that nobody reads a wall."""


class Rotation:
    """Counts seconds and says whose turn it is; one mode alone is fixed."""

    def __init__(self, keys: Sequence[str], seconds: int, at: str = "") -> None:
        self._keys = tuple(keys)
        self._seconds = max(seconds, SHORTEST)
        self._place = self._keys.index(at) if at in self._keys else 0
        self._left = self._seconds

    @property
    def key(self) -> str:
        """Return the mode whose turn it is, "" when there is none."""
        return self._keys[self._place] if self._keys else ""

    @property
    def turns(self) -> bool:
        """Return whether more than one takes turns."""
        return len(self._keys) > 1

    def tick(self) -> bool:
        """Let a second pass; return whether another mode is due."""
        if not self.turns:
            return False
        self._left -= 1
        if self._left > 0:
            return False
        self._left = self._seconds
        self._place = (self._place + 1) % len(self._keys)
        return True
