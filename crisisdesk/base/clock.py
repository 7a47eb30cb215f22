"""Clocks: the computer's own, and the simulated one of an exercise."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

ZONE = "Europe/Stockholm"
"""The zone of a Swedish municipality, whatever the laptop is set to."""


class Clock(Protocol):
    """Tells the time. `zone` is the name of the local zone that people read it in."""

    @property
    def zone(self) -> str:
        """Return the local zone's name, such as `Europe/Stockholm`."""
        ...

    def now(self) -> datetime:
        """Return the time in UTC, whole milliseconds."""
        ...


def whole_milliseconds(moment: datetime) -> datetime:
    """Return the moment without what is finer than a millisecond: that is how facts keep it."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class SystemClock:
    """The computer's clock."""

    def __init__(self, zone: str = ZONE) -> None:
        self.zone = zone

    def now(self) -> datetime:
        """Return the time in UTC, whole milliseconds."""
        return whole_milliseconds(datetime.now(UTC))


class SetClock:
    """A clock that stands where it is put: headless play and tests."""

    def __init__(self, at: datetime, zone: str = ZONE) -> None:
        self._at = at.astimezone(UTC)
        self.zone = zone

    def now(self) -> datetime:
        """Return the time that was set (UTC)."""
        return self._at

    def set(self, at: datetime) -> None:
        """Put the clock to a time; it may go backwards, as real ones do."""
        self._at = at.astimezone(UTC)

    def advance(self, span: timedelta) -> None:
        """Move the clock forward by the span."""
        self._at += span


class SimulatedClock:
    """The clock of an exercise in the window: starts at a time, runs at a speed, can pause and jump.

    `speed` is simulated seconds a real second; `tick` gives real seconds from a clock that never jumps.
    """

    def __init__(
        self, at: datetime, zone: str = ZONE, speed: float = 1.0, tick: Callable[[], float] = time.monotonic
    ) -> None:
        self.zone = zone
        self._tick = tick
        self._base = at.astimezone(UTC)
        self._since = tick()
        self._speed = speed

    @property
    def speed(self) -> float:
        """Return simulated seconds a real second; 0 is paused."""
        return self._speed

    def now(self) -> datetime:
        """Return the simulated time in UTC, whole milliseconds."""
        return whole_milliseconds(self._base + timedelta(seconds=(self._tick() - self._since) * self._speed))

    def set_speed(self, speed: float) -> None:
        """Run faster or slower from now on; 0 pauses."""
        self._base, self._since, self._speed = self.now(), self._tick(), speed

    def jump(self, at: datetime) -> None:
        """Go to a simulated time at once."""
        self._base, self._since = at.astimezone(UTC), self._tick()
