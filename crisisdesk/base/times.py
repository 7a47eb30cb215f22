"""Times as people write them: `14.10`, `igår 23.50`, `halv tre`, `för en kvart sedan`, `fre 8`, `om 20 min`.

A time that no clock shows (25.99, 31 februari, the hour that the spring night leaves out) is none. In the
hour that the autumn night repeats the first one is meant, unless `normaltid` stands beside it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from crisisdesk.base import swedish
from crisisdesk.base.spoken_clock import NUMBERS, Part, SpokenClock, spoken_clock
from crisisdesk.base.spoken_day import SpokenDay, spoken_day

LONGEST: Final = 60
"""A text with more letters than this is no time."""
_WORDS: Final = 9  # in the longest way to say a time
_FARTHEST: Final = 3660  # days: a span that is longer is a slip of the keys
_DEADLINE = r"(?:senast|före|innan|till)\s+"
_NOW = ("nu", "nyss", "just nu", "just", "alldeles nyss", "precis nu")
_END_OF_PART: Final[dict[Part, int]] = {"": 17, "morning": 8, "evening": 21, "night": 0}
_AMOUNT = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?|en och en halv|ett och ett halvt|en halv|[a-zåäö]+"
_UNIT = (
    r"sekunder|sekund|sek|minuter|minut|min|timmar|timme|timma|tim|halvtimme|kvart|h"
    r"|dagar|dag|dygn|veckor|vecka"
)
_PIECE = (rf"(?:(?P<amount>{_AMOUNT})\s*)?\b(?P<unit>{_UNIT})\b(?: och | |$)|"
                    rf"(?P<digits>[0-9]{{1,4}})(?P<tight>{_UNIT})(?: och | |$)")  # fmt: skip
_HALVES = {"en och en halv": 1.5, "ett och ett halvt": 1.5, "en halv": 0.5}
_SECONDS: Final = {"s": 1, "m": 60, "t": 3600, "h": 3600, "halvtimme": 1800, "kvart": 900}
_AGO = r"(?:för )?(?P<span>.+) (?:sedan|sen)$"
_AHEAD = r"(?:om )?(?P<span>.+)$"


def parse_moment(text: str, now: datetime, zone: str, *, future: bool = True) -> datetime | None:
    """Return the moment (UTC) that the text means at `now`, None when it means none.

    A bare clock time is the next one to come when `future`, else the last one that was. A day without a
    clock time means 17:00 (the end of the office day) when `future`, else nothing.
    """
    said = _plain(text)
    if not said:
        return None
    try:
        return _now(said, now) or _span(said, now, zone, future) or _day_and_clock(said, now, zone, future)
    except (ValueError, OverflowError):
        return None


def said(moment: datetime, now: datetime, zone: str) -> str:
    """Return the moment with the day in words: `14:10` today, `i morgon 17:00`, `igår 23:50`, `fre 08:00`,
    `i fredags 08:00`, `2027-01-14 14:10`. `parse_moment` understands it again.
    """
    days = (swedish.local(moment, zone).date() - swedish.local(now, zone).date()).days
    word = {0: "", 1: "i morgon ", -1: "igår ", -2: "i förrgår "}.get(days)
    if word is not None:
        return f"{word}{swedish.clock(moment, zone)}"
    if -7 < days < 0:
        return f"i {swedish.WEEKDAYS[swedish.local(moment, zone).weekday()]}s {swedish.clock(moment, zone)}"
    return swedish.near(moment, zone, now)


def leading(text: str, now: datetime, zone: str) -> tuple[datetime, str] | None:
    """Return the time that was (UTC) at the start of a line of text, and the rest; None when there is none.

    Only what can hardly be anything else counts: figures with minutes, `kl`, or a clock in words. `2.12` is a
    step of a plan, `1410 elever` and `14 elever` are text, and so is a time still to come with its day said.
    """
    for shown, rest in _starts(text):
        found = None if _is_no_time(shown) else parse_moment(shown, now, zone, future=False)
        if found is None:
            continue
        if found <= now and _is_surely_a_time(shown, now, zone):
            return found, rest
        if found > now and (found - now < timedelta(hours=9) or not shown[:1].isdecimal()):
            # It is about what comes: *idag 16.00 samlas staben*. But *14.10 på fredag stängs* began at 14.10.
            return None
    return None


def trailing(text: str, now: datetime, zone: str) -> tuple[datetime, str] | None:
    """Return the deadline (UTC) at the end of a task's text, and the text before it; None when there is none.

    Counts with `senast`, `före` or `innan`, `kl`, `om 20 min`, or a day with its time.
    """
    for before, shown in _ends(text):
        marked = shown.lower().startswith(("senast", "före", "innan"))
        found = parse_moment(shown, now, zone)
        if found is not None and (marked or _is_deadline(_plain(shown), now, zone)):
            return found, before
    return None


def _plain(text: str) -> str:
    """Return lower case with single blanks, "" when it is too long to be a time."""
    if len(text) > LONGEST:
        return ""
    said = " ".join(text.split()).lower()
    found = re.match(_DEADLINE, said)
    return said[found.end() :] if found else said


def _now(said: str, now: datetime) -> datetime | None:
    return now if said in _NOW else None


# ---------------------------------------------------------------- spans


def _span(said: str, now: datetime, zone: str, future: bool) -> datetime | None:
    if found := re.match(_AGO, said):
        return _moved(found["span"], now, zone, -1)
    found = re.match(_AHEAD, said)
    if found is None or (not future and not said.startswith("om ")):
        return None
    return _moved(found["span"], now, zone, 1)


def _moved(span: str, now: datetime, zone: str, way: int) -> datetime | None:
    seconds, days, at = 0.0, 0.0, 0
    while at < len(span):
        piece = re.compile(_PIECE).match(span, at)
        amount = _amount(piece) if piece else None
        if piece is None or amount is None:
            return None
        unit = piece["unit"] or piece["tight"]
        if unit[0] in "dv":
            days += amount * (7 if unit[0] == "v" else 1)
        else:
            seconds += amount * (_SECONDS.get(unit) or _SECONDS[unit[0]])
        at = piece.end()
    # A day is the same time on another day's clock, whatever the night did to the hours between.
    if days + seconds / 86_400 > _FARTHEST:
        return None
    whole = int(days)
    moved = _shifted(now, zone, way * whole) if whole else now
    return moved + way * timedelta(days=days - whole, seconds=seconds)


def _amount(piece: re.Match[str]) -> float | None:
    written = piece["digits"] or piece["amount"]
    if written is None:
        return 1.0 if piece["unit"] in ("halvtimme", "kvart") else None
    if written in _HALVES:
        return _HALVES[written]
    if written[0].isdecimal():
        return float(written.replace(",", "."))
    number = NUMBERS.get(written)
    return float(number) if number is not None else None


def _shifted(now: datetime, zone: str, days: int) -> datetime:
    here = now.astimezone(ZoneInfo(zone))
    return (here + timedelta(days=days)).astimezone(UTC)


# ---------------------------------------------------------------- days and clocks


def _day_and_clock(said: str, now: datetime, zone: str, future: bool) -> datetime | None:
    here = now.astimezone(ZoneInfo(zone))
    for day, clock in _readings(said, here.date(), future):
        if day is None:
            return _nearest(_everyday(clock, here.date()), clock, now, here, future)
        return _on_day(day, clock, now, here, future)
    return None


def _readings(said: str, today: date, future: bool) -> Iterator[tuple[SpokenDay | None, SpokenClock]]:
    """Yield the ways to read the text as day and clock, the likeliest first."""
    if clock := spoken_clock(said):
        yield None, clock
    found = spoken_day(said, today, future=future)
    if found is not None and not found[1] and future:
        yield found[0], SpokenClock(_END_OF_PART[found[0].part])
    elif found is not None and (clock := spoken_clock(found[1])):
        yield found[0], clock
    words = said.split()
    for cut in range(1, len(words)):
        clock = spoken_clock(" ".join(words[:cut]))
        after = spoken_day(" ".join(words[cut:]), today, future=future) if clock else None
        if clock and after is not None and not after[1]:
            yield after[0], clock


Wall = tuple[date, int, int]


def _everyday(clock: SpokenClock, today: date) -> list[Wall]:
    days = [today + timedelta(days=d) for d in (-2, -1, 0, 1, 2)]
    return [(day, hour, clock.minute) for day in days for hour in _hours(clock, clock.part)]


def _on_day(
    day: SpokenDay, clock: SpokenClock, now: datetime, here: datetime, future: bool
) -> datetime | None:
    part = day.part or clock.part
    if part == "night" and day.date == here.date():
        return _nearest(_nights(clock, day.date), clock, now, here, future)
    hours = _hours(clock, part)
    hour = hours[0] if len(hours) == 1 else next(h for h in hours if 7 <= h % 24 < 19)
    moment = _at((day.date, hour, clock.minute), clock, here)
    if moment is not None and day.week and (moment <= now if day.week > 0 else moment > now):
        return _at((day.date + timedelta(days=day.week), hour, clock.minute), clock, here)
    return moment


def _nights(clock: SpokenClock, today: date) -> list[Wall]:
    days = [today + timedelta(days=d) for d in (-1, 0, 1)]
    return [(day, hour, clock.minute) for day in days for hour in _hours(clock, "night")]


def _hours(clock: SpokenClock, part: Part) -> list[int]:
    """Return which hours the clock may mean in that part of the day."""
    hour = clock.hour
    if part == "evening":
        return [hour + 12 if hour < 12 else hour]
    if not clock.twelve:
        return [hour]
    if part == "morning":
        return [hour % 12]
    if part == "night":
        return [hour % 12 + (12 if hour % 12 > 8 else 0)]
    return [hour % 12, hour % 12 + 12]


def _nearest(
    walls: list[Wall], clock: SpokenClock, now: datetime, here: datetime, future: bool
) -> datetime | None:
    """Return the next moment to come, or the last that was; None when that night has no such hour."""
    moments = [(_utc(wall, clock, here), wall) for wall in walls]
    if future:
        # The minute that is now is not tomorrow's, however many seconds of it have gone.
        _moment, wall = min(found for found in moments if found[0] >= now.replace(second=0, microsecond=0))
    else:
        _moment, wall = max(found for found in moments if found[0] <= now)
    return _at(wall, clock, here)


def _at(wall: Wall, clock: SpokenClock, here: datetime) -> datetime | None:
    moment = _utc(wall, clock, here)
    shown = moment.astimezone(here.tzinfo)
    return moment if (shown.hour, shown.minute) == (wall[1] % 24, wall[2]) else None


def _utc(wall: Wall, clock: SpokenClock, here: datetime) -> datetime:
    day, hour, minute = wall
    day += timedelta(days=hour // 24)
    fold = 1 if clock.season == "normal" else 0
    return datetime.combine(day, time(hour % 24, minute), here.tzinfo).replace(fold=fold).astimezone(UTC)


# ---------------------------------------------------------------- in a line of text


def _starts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first words of the text, longest first, and the rest; the mark after a time is no text."""
    words = list(re.finditer(r"\S+", text[: 2 * LONGEST]))[:_WORDS]
    for word in reversed(words):
        yield text[: word.end()].rstrip(",:;"), text[word.end() :].lstrip()


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """Yield the last words of the text, longest first, and what stands before them (never nothing)."""
    words = list(re.finditer(r"\S+", text))[-_WORDS:]
    for word in words:
        before = text[: word.start()].rstrip()
        if before:
            yield before.rstrip(",;").rstrip(), text[word.start() :].rstrip(".")


def _is_no_time(shown: str) -> bool:
    """`2.12` is a step of the plan: a single digit with a point. `innan 14.10` is part of a sentence."""
    said = " ".join(shown.lower().split())
    return re.fullmatch(r"[0-9]\.[0-9]{2}", said) is not None or re.match(_DEADLINE, said) is not None


def _is_surely_a_time(shown: str, now: datetime, zone: str) -> bool:
    said = _plain(shown)
    if said in _NOW:
        return False
    if re.match(_AGO, said):
        return True
    today = now.astimezone(ZoneInfo(zone)).date()
    return any(
        clock.plain and (day is None or _is_first(said, today) or said.endswith(("går", "gårdagen")))
        for day, clock in _readings(said, today, future=False)
    )


def _is_first(said: str, today: date) -> bool:
    """Return whether the day stands first: after the clock it is more often part of the text."""
    return spoken_day(said, today, future=False) is not None


def _is_deadline(said: str, now: datetime, zone: str) -> bool:
    """Return whether it is a deadline without the word: a day alone (*boka möte fredag*) is text."""
    today = now.astimezone(ZoneInfo(zone)).date()
    found = spoken_day(said, today, future=True)
    if said.startswith(("om ", "kl")):
        return True
    return found is not None and bool(found[1])
