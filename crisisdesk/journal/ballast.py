"""Ballast: a file that only takes up room, to be let go when the disk is full and a line must be saved."""

import os
from pathlib import Path

SIZE = 16 * 1024 * 1024
"""Bytes: room for more than a thousand lines."""

_CHUNK = 1024 * 1024


class Ballast:
    """The reserve of one folder. It may be shared by all incidents in it."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self._path = path
        self._size = size

    def ensure(self) -> bool:
        """Take the room if it is not taken; return whether the reserve is there (never an error)."""
        if self.ready():
            return True
        try:
            self._fill()
        except OSError:
            # No room for a reserve is no fault yet; half a reserve would only be in the way.
            self.release()
            return False
        return True

    def ready(self) -> bool:
        """Return whether the whole reserve is there."""
        try:
            return self._path.stat().st_size == self._size
        except OSError:
            return False

    def release(self) -> bool:
        """Let the room go; return whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _fill(self) -> None:
        # Random bytes: a file system that compresses, or leaves holes for zeros, would reserve nothing.
        with self._path.open("wb") as file:
            left = self._size
            while left > 0:
                left -= file.write(os.urandom(min(_CHUNK, left)))
            file.flush()
            os.fsync(file.fileno())
