"""When an unsent text is kept: at a rest in the typing, and never long after it began."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

LONGEST: Final = 2000
"""Milliseconds after which one who types without a rest is no longer waited for."""


class RestTimer(QTimer):
    """`timeout` a while after the last `wait`: sooner when the first `wait` is `LONGEST` ago.

    A fast typist makes no rest for minutes; a kill may cost no more than what was typed last.
    """

    def __init__(self, rest: int, parent: QObject | None = None) -> None:
        """`rest` is in milliseconds."""
        super().__init__(parent, singleShot=True, interval=rest)
        self._first = QElapsedTimer()

    def wait(self) -> None:
        """Wait for a rest from now on, unless one has been waited for too long."""
        if not self.isActive():
            self._first.start()
        elif self._first.hasExpired(LONGEST):
            return
        self.start()
