"""Notices that the computer slept or that its clock was moved, against clocks that only count on."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from crisisdesk.base.record import Record

MOVED_MORE_THAN = 5.0
"""Seconds: smaller steps are the time service at work."""

SLEPT_MORE_THAN = 30.0
SILENT_MORE_THAN = 60.0
"""Seconds without a look, where no clock tells sleep from work: the looks come each second."""


class Moved(Record, kw_only=True):
    """The clock was moved by so many seconds (negative: backwards)."""

    seconds: int


class Slept(Record, kw_only=True):
    """The computer slept (UTC)."""

    since: datetime
    until: datetime


def counting_sleep() -> float:
    """Return seconds from a clock that also counts sleep (CLOCK_BOOTTIME where there is one)."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ClockWatch:
    """Compares the wall clock with `counted`, which also counts sleep, and `awake`, which does not.

    Where the system has no two such clocks, give `awake` as None: a long silence is then taken for sleep.
    """

    def __init__(
        self,
        wall: Callable[[], datetime],
        counted: Callable[[], float] = counting_sleep,
        awake: Callable[[], float] | None = time.monotonic if sys.platform == "linux" else None,
    ) -> None:
        self._wall = wall
        self._counted = counted
        self._awake = awake
        self._last = self._look()

    def look(self) -> tuple[Moved | Slept, ...]:
        """Return what happened since the last look; call it each second."""
        before, now = self._last, self._look()
        self._last = now
        passed = now[1] - before[1]
        asleep = passed - (now[2] - before[2]) if self._awake is not None else 0.0
        limit = SLEPT_MORE_THAN if self._awake is not None else SILENT_MORE_THAN
        slept = asleep if self._awake is not None else passed
        moved = (now[0] - before[0]).total_seconds() - passed
        found: list[Moved | Slept] = []
        if slept > limit:
            found.append(Slept(since=before[0], until=before[0] + timedelta(seconds=passed)))
        if abs(moved) > MOVED_MORE_THAN:
            found.append(Moved(seconds=round(moved)))
        return tuple(found)

    def _look(self) -> tuple[datetime, float, float]:
        return self._wall(), self._counted(), self._awake() if self._awake is not None else 0.0
