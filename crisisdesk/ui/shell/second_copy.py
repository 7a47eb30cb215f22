"""The second copy in the window: which place, how fresh it is; it is never in the way of the first."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from crisisdesk.base import swedish
from crisisdesk.ui.shell.status_rows import NO_COPY, Instrument

if TYPE_CHECKING:
    from crisisdesk.session.mirror import Mirror

MirrorFor = Callable[[Path], "Mirror"]
"""Makes the mirror of the open incident at a path."""

LOOK_AGAIN: Final = 1000
"""Milliseconds after which a copy is asked how it went."""

LOOKS: Final = 4
"""How often a place that fails is asked in a row before it is left alone for a while."""

_EXERCISE: Final = "ovning-"
"""Before the name of an exercise's copy: its number may be that of a real incident."""


def copy_path(folder: Path, incident: Path, *, exercise: bool) -> Path:
    """Return where the copy of the incident's file lies in the folder."""
    return folder / f"{_EXERCISE if exercise else ''}{incident.name}"


def place_words(folder: Path) -> str:
    """Return the place as people call it: the drive `E:`, else the folder's own name."""
    return folder.drive if folder.drive and folder == Path(folder.anchor) else folder.name or str(folder)


def instrument(words: str, copied_at: datetime | None, fault: str, zone: str, now: datetime) -> Instrument:
    """Return what the status line says of the copy at `now` (wall time, UTC)."""
    at = swedish.clock(copied_at, zone) if copied_at is not None else ""
    if not fault:
        return Instrument(words=f"Kopia {words}: {at}" if at else f"Kopia {words} görs", icon="usb")
    if copied_at is None:
        return Instrument(words=f"Ingen kopia på {words}", icon="unplug", tone="warn")
    age = swedish.duration(max(now - copied_at, timedelta(0)))
    return Instrument(words=f"Kopia {words}: {age} gammal", icon="unplug", tone="warn")


class SecondCopy(QObject):
    """Follows the incident into the chosen folder. `changed` when there is news for the status line."""

    changed = Signal()

    def __init__(
        self,
        mirror_for: MirrorFor,
        wall: Callable[[], datetime],
        zone: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror_for = mirror_for
        self._wall = wall
        self._zone = zone
        self._mirror: Mirror | None = None
        self._words = ""
        self._asked_at = wall()
        self._looks = 0
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._again.timeout.connect(self._look)

    def keep_in(self, path: Path | None) -> None:
        """Keep the copy at the path from now on; None keeps none."""
        self._end()
        if path is not None:
            self._words = place_words(path.parent)
            self._mirror = self._mirror_for(path)
            self.follow()
        self.changed.emit()

    def follow(self) -> None:
        """Let the copy catch up; returns at once. Call it after each change and each half minute."""
        if self._mirror is not None:
            self._asked_at = self._wall()
            self._looks = LOOKS
            self._mirror.follow()
            self._again.start()
            self.changed.emit()

    def settle(self) -> None:
        """Wait until the copy has all there is, or its place fails: the incident is left."""
        if self._mirror is not None:
            self._mirror.settle()
        self._end()

    def instrument(self) -> Instrument:
        """Return what the status line says."""
        if self._mirror is None:
            return NO_COPY
        return instrument(self._words, self._mirror.copied_at, self._mirror.fault, self._zone, self._wall())

    def fault(self) -> str:
        """Return why the copy has not everything now, "" when it has or none is kept."""
        return self._mirror.fault if self._mirror is not None else ""

    def _look(self) -> None:
        """Take in how it went and hand over what is left; a place that fails is asked again later."""
        if self._mirror is None:
            return
        self._mirror.follow()
        self._looks -= 1
        fresh = self._mirror.copied_at is not None and self._mirror.copied_at >= self._asked_at
        if not fresh and (self._looks > 0 or not self._mirror.fault):
            self._again.start()
        self.changed.emit()

    def _end(self) -> None:
        self._again.stop()
        mirror, self._mirror = self._mirror, None
        if mirror is not None:
            mirror.close()
