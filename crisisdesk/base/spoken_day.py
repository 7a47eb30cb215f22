"""The day as Swedes write it: `igår`, `i morse`, `i morgon bitti`, `fre`, `förra fredagen`, `14/1`."""

import re
from datetime import date, timedelta
from typing import Final

from crisisdesk.base.record import Value
from crisisdesk.base.spoken_clock import Part
from crisisdesk.base.swedish import MONTHS, WEEKDAYS

_PARTS: Final[dict[str, Part]] = {
    "bitti": "morning", "morse": "morning", "morgon": "morning", "morgonen": "morning",
    "förmiddag": "morning", "förmiddags": "morning", "förmiddagen": "morning", "fm": "morning",
    "eftermiddag": "evening", "eftermiddags": "evening", "eftermiddagen": "evening", "em": "evening",
    "kväll": "evening", "kvällen": "evening", "kvälls": "evening",
    "natt": "night", "natten": "night",
}  # fmt: skip
_PART = r"(?: (?:på )?(?P<part>" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r"))?"
# Texts and not compiled here: a start reads no times, and what is used is kept compiled by `re`.
_NAMED = r"(?P<name>i ?dag|i ?förrgår|förrgår|i ?går|i ?övermorgon|övermorgon|i ?morgon|i ?morron)" + _PART
_NAMES: Final = {"idag": 0, "igår": -1, "iförrgår": -2, "förrgår": -2, "imorgon": 1, "imorron": 1,
                 "iövermorgon": 2, "övermorgon": 2}  # fmt: skip
_TODAY = r"i ?(?P<part>morse|natt|kväll|eftermiddags?|förmiddags?)"
_WEEKDAY = (
    r"(?P<how>förra |nu på |på |nästa |i )?"
    r"(?P<name>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mån|tis|ons|tors?|fre|lör|sön)"
    r"(?P<end>en|s)?\.?" + _PART + r"(?P<week> förra veckan| nästa vecka)?"
)
_ISO = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_COMPACT = r"(?P<year>20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_SHORT = r"(?:den )?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:[ -](?P<year>20[0-9]{2}))?"
_MONTH = (
    r"(?:den )?(?P<day>[0-9]{1,2})(?::?e)? (?P<month>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
    r"(?P<rest>[a-z]*)\.?(?: (?P<year>20[0-9]{2}))?"
)
_END = r"(?:t| |$)"
_GRACE: Final = timedelta(days=31)


class SpokenDay(Value):
    """A day. With `week` it is a weekday said alone: one week more or less (in days) when its time does not
    fit. `part` says morning, evening or night. `whole` when no part of it was said.
    """

    date: date
    part: Part = ""
    week: int = 0


def spoken_day(said: str, today: date, *, future: bool) -> tuple[SpokenDay, str] | None:
    """Return the day that the text (lower case, single blanks) begins with, and what comes after it.

    ValueError when a date is named that no calendar has.
    """
    for read in (_named, _part_of_today, _weekday, _dated):
        found = read(said, today, future)
        if found is not None and re.compile(_END).match(said, found[1]):
            return found[0], said[found[1] :].removeprefix("t").strip()
    return None


Found = tuple[SpokenDay, int]


def _named(said: str, today: date, future: bool) -> Found | None:
    found = re.match(_NAMED, said)
    if found is None:
        return None
    day = today + timedelta(days=_NAMES[found["name"].replace(" ", "")])
    return SpokenDay(day, _PARTS.get(found["part"] or "", "")), found.end()


def _part_of_today(said: str, today: date, future: bool) -> Found | None:
    found = re.match(_TODAY, said)
    return (SpokenDay(today, _PARTS[found["part"]]), found.end()) if found else None


def _weekday(said: str, today: date, future: bool) -> Found | None:
    found = re.match(_WEEKDAY, said)
    if found is None:
        return None
    index = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(found["name"]))
    return _day_of_week(found, index, today, future), found.end()


def _day_of_week(found: re.Match[str], index: int, today: date, future: bool) -> SpokenDay:
    part = _PARTS.get(found["part"] or "", "")
    how, week = (found["how"] or "").strip(), (found["week"] or "").strip()
    monday = today - timedelta(days=today.weekday())
    if week or how == "nästa":
        return SpokenDay(monday + timedelta(days=index + (-7 if week == "förra veckan" else 7)), part)
    if how == "förra" or (how == "i" and found["end"] == "s"):
        # Never today: last Friday, said on a Friday, is a week ago.
        return SpokenDay(today - timedelta(days=(today.weekday() - index - 1) % 7 + 1), part)
    if future or how in ("på", "nu på"):
        return SpokenDay(today + timedelta(days=(index - today.weekday()) % 7), part, 7)
    return SpokenDay(today - timedelta(days=(today.weekday() - index) % 7), part, -7)


def _dated(said: str, today: date, future: bool) -> Found | None:
    for form in (_ISO, _COMPACT, _SHORT, _MONTH):
        found = re.match(form, said)
        if found is not None and _is_month(found):
            return SpokenDay(_day_of(found, today, future)), found.end()
    return None


def _is_month(found: re.Match[str]) -> bool:
    if "rest" not in found.re.groupindex:
        return True
    word = found["month"] + found["rest"]
    return any(name == word or (found["rest"] in ("", "t") and name.startswith(word)) for name in MONTHS)


def _day_of(found: re.Match[str], today: date, future: bool) -> date:
    month = found["month"]
    number = int(month) if month.isdecimal() else _month_number(month)
    year, day = found["year"], int(found["day"])
    if year:
        return date(int(year), number, day)
    near = date(today.year, number, day)
    if future:
        # A date that has passed this year is next year's.
        return near if near >= today - _GRACE else near.replace(year=today.year + 1)
    return near if near <= today else near.replace(year=today.year - 1)


def _month_number(word: str) -> int:
    return 1 + next(i for i, name in enumerate(MONTHS) if name.startswith(word))
