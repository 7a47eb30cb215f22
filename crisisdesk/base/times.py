"""Times as people write them for deadlines: `16.00`, `fre 08:00`, `i morgon 9`, `om 20 min`."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from crisisdesk.base.swedish import WEEKDAYS

_CLOCK = re.compile(r"(?:kl(?:ockan|\.)?\s*)?(\d{1,2})(?:[.:](\d{2}))?$", re.IGNORECASE)
_COMPACT = re.compile(r"(?:kl(?:ockan|\.)?\s*)?(\d{2})(\d{2})$", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:om\s+)?(\d{1,3})\s*(min|minuter|minut|h|tim|timmar|timme|dagar|dag|dygn)$", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](.+))?$")
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})(?:\s+(.+))?$")
_DAYS = {"idag": 0, "i dag": 0, "ikväll": 0, "imorgon": 1, "i morgon": 1, "i övermorgon": 2, "övermorgon": 2}
_END_OF_DAY = (17, 0)


def parse_moment(text: str, now: datetime, zone: str, *, future: bool = True) -> datetime | None:
    """Return the moment (UTC) that the text means at `now`, None when it means none.

    A bare clock time is the next one to come when `future`, else the last one that was. A day without a
    clock time means 17:00 (the end of the office day).
    """
    said = " ".join(text.split()).lower()
    here = now.astimezone(ZoneInfo(zone))
    return (
        _span(said, now)
        or _dated(said, here)
        or _named_day(said, here)
        or _bare_clock(said, here, future=future)
    )


def _span(said: str, now: datetime) -> datetime | None:
    found = _SPAN.match(said)
    if found is None:
        return None
    size, unit = int(found[1]), found[2]
    if unit.startswith("min"):
        return now + timedelta(minutes=size)
    return now + (timedelta(days=size) if unit.startswith("d") else timedelta(hours=size))


def _clock(said: str) -> tuple[int, int] | None:
    found = _CLOCK.match(said) or _COMPACT.match(said)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _at(day: date, clock: tuple[int, int], here: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, *clock, tzinfo=here.tzinfo).astimezone(UTC)


def _on(day: date, rest: str, here: datetime) -> datetime | None:
    clock = _clock(rest) if rest else _END_OF_DAY
    return _at(day, clock, here) if clock is not None else None


def _dated(said: str, here: datetime) -> datetime | None:
    try:
        if found := _ISO.match(said):
            return _on(date.fromisoformat(found[1]), found[2] or "", here)
        if found := _SHORT.match(said):
            day = date(here.year, int(found[2]), int(found[1]))
            # A date that has passed this year is next year's.
            day = day if day >= here.date() - timedelta(days=31) else day.replace(year=here.year + 1)
            return _on(day, found[3] or "", here)
    except ValueError:
        return None
    return None


def _named_day(said: str, here: datetime) -> datetime | None:
    for name, ahead in _DAYS.items():
        if said == name or said.startswith(f"{name} "):
            return _on(here.date() + timedelta(days=ahead), said[len(name) :].strip(), here)
    word, _, rest = said.removeprefix("på ").partition(" ")
    for index, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and name.startswith(word.rstrip(".")):
            ahead = (index - here.weekday()) % 7
            moment = _on(here.date() + timedelta(days=ahead), rest.strip(), here)
            if moment is not None and moment <= here:
                return moment + timedelta(days=7)
            return moment
    return None


def _bare_clock(said: str, here: datetime, *, future: bool) -> datetime | None:
    clock = _clock(said)
    if clock is None:
        return None
    moment = _at(here.date(), clock, here)
    if future and moment < here:
        return _at(here.date() + timedelta(days=1), clock, here)
    if not future and moment > here:
        return _at(here.date() - timedelta(days=1), clock, here)
    return moment
