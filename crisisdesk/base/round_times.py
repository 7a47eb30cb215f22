"""The round local times that divide a time axis, and how each is written: on screen, wall and paper."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from crisisdesk.base import swedish

_HOUR: Final = 3_600
_DAY: Final = 86_400
_STEPS: Final = (60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, _DAY, 2 * _DAY, 7 * _DAY)


class RoundTime(NamedTuple):
    """A round time (aware, local) with its clock, or its date at midnight."""

    at: datetime
    text: str


def round_times(
    start: datetime, end: datetime, zone: str, least: float, *, weekday: bool = True
) -> list[RoundTime]:
    """Return the round local times from `start` to `end`, at least `least` seconds apart.

    In the hour that the autumn night repeats they say s (summer time) and n (normal time). Dates have their
    day of the week unless there is no room for it.
    """
    # What is longer than the longest step is divided by a whole number of weeks.
    step = next((s for s in _STEPS if s >= least), _STEPS[-1] * (int(least // _STEPS[-1]) + 1))
    moments = (at for at in _moments(start, end, zone, step) if start <= at <= end)
    return [RoundTime(at, _text(at, step, weekday=weekday)) for at in moments]


def _moments(start: datetime, end: datetime, zone: str, step: int) -> Iterator[datetime]:
    first = swedish.local(start, zone)
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    at = midnight + timedelta(seconds=(first - midnight).total_seconds() // step * step)
    while at <= end:
        yield at
        at = _next(at, step)


def _next(at: datetime, step: int) -> datetime:
    later = timedelta(seconds=step)
    # Up to an hour true time passes, so that the repeated autumn hour has its times;
    # longer steps follow the wall clock.
    return (at.astimezone(UTC) + later).astimezone(at.tzinfo) if step <= _HOUR else at + later


def _text(at: datetime, step: int, *, weekday: bool) -> str:
    if step >= _DAY or (at.hour == 0 and at.minute == 0):
        day = f"{at.day} {swedish.MONTHS[at.month - 1][:3]}"
        return f"{swedish.WEEKDAYS[at.weekday()][:3]} {day}" if weekday else day
    return f"{at:%H:%M}{_season(at)}"


def _season(at: datetime) -> str:
    first, second = (at.replace(fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first <= second:
        return ""
    return " n" if at.fold else " s"
