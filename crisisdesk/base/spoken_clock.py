"""The time of day as Swedes write it: `14.10`, `1410`, `kl 8`, `halv tre`, `kvart i fem`, `8 em`."""

import re
from typing import Final, Literal

from msgspec.structs import replace

from crisisdesk.base.record import Value

Part = Literal["", "morning", "evening", "night"]
Season = Literal["", "summer", "normal"]

NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            "noll", "en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
            "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
        )
    )
    for word in words.split()
} | {"tjugofem": 25, "trettio": 30, "fyrtiofem": 45}  # fmt: skip
"""The number words that people use in times."""

_LEAD = r"(?:(?P<kl>kl(?:ockan|\.|(?=[ 0-9])))|vid |prick |ca\.? |c:a |cirka |omkring |runt )\s*"
_SEASON = r"\s*\(?(sommartid|normaltid|vintertid)\)?$"
_PART = r"(?:\s+|(?<=[0-9]))(fm|f\.m\.|em|e\.m\.|på (?:morgonen|förmiddagen|eftermiddagen|kvällen|natten))$"
_FIGURES = r"([0-9]{1,2})[.:,]([0-9]{2})$"
_COMPACT = r"([0-9]{2})([0-9]{2})$"
_SHORT = r"([0-9])([0-9]{2})$"
_HOUR = r"([0-9]{1,2})$"
_WORDED = r"(?:(?P<minutes>[a-zåäö]+|[0-9]{1,2})(?P<unit> min(?:uter)?)? (?P<side>över|i) )?(?P<hour>.+)"
_NOON = {"midnatt": 24, "mitt på dagen": 12}


class SpokenClock(Value):
    """A time of day. `twelve`: said in words, so that three may be 03 or 15. `plain`: with `kl`, minutes in
    figures, or in words, so that it is a time whatever stands around it. 24:00 is the end of a day.
    """

    hour: int
    minute: int = 0
    twelve: bool = False
    plain: bool = True
    part: Part = ""
    season: Season = ""


def spoken_clock(said: str) -> SpokenClock | None:
    """Return what the whole text (lower case, single blanks) says, None when it is no time of day."""
    said, season = _without_season(said)
    said, part = _without_part(said)
    bare, marked = said, False
    while lead := re.match(_LEAD, bare):
        bare, marked = bare[lead.end() :], marked or lead["kl"] is not None
    found = _figures(bare, marked) or _in_words(bare, marked)
    return replace(found, season=season, part=part) if found is not None else None


def _without_season(said: str) -> tuple[str, Season]:
    found = re.search(_SEASON, said)
    if found is None:
        return said, ""
    return said[: found.start()], "summer" if found[1] == "sommartid" else "normal"


def _without_part(said: str) -> tuple[str, Part]:
    found = re.search(_PART, said)
    if found is None:
        return said, ""
    word = found[1]
    if word.endswith("natten"):
        part: Part = "night"
    else:
        part = "morning" if word[0] == "f" or "morgon" in word or "förm" in word else "evening"
    return said[: found.start()], part


def _figures(bare: str, marked: bool) -> SpokenClock | None:
    if found := re.match(_FIGURES, bare):
        return _valid(int(found[1]), int(found[2]), plain=marked or "," not in bare)
    if found := re.match(_COMPACT, bare) or (re.match(_SHORT, bare) if marked else None):
        return _valid(int(found[1]), int(found[2]), plain=marked)
    if found := re.match(_HOUR, bare):
        return _valid(int(found[1]), 0, plain=marked)
    return None


def _valid(hour: int, minute: int, *, plain: bool) -> SpokenClock | None:
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    return SpokenClock(hour, minute, plain=plain)


def _in_words(bare: str, marked: bool) -> SpokenClock | None:
    if bare in _NOON:
        return SpokenClock(_NOON[bare])
    found = re.fullmatch(_WORDED, bare)
    if found is None:
        return None
    target = _target(found["hour"], marked or found["side"] is not None)
    shift = _minutes(found["minutes"], exact=found["unit"] is not None)
    if target is None or shift is None:
        return None
    hour, minute, twelve = target
    total = (hour * 60 + minute + (shift if found["side"] == "över" else -shift)) % (24 * 60)
    return SpokenClock(total // 60, total % 60, twelve=twelve)


def _minutes(said: str | None, *, exact: bool) -> int | None:
    """Return the minutes over or to the hour: *tre i fem* is no time, *tre minuter i fem* is."""
    if said is None:
        return 0
    minutes = 15 if said == "kvart" else _number(said)
    usual = minutes in (5, 10, 15, 20, 25) or (exact and minutes is not None and 0 < minutes < 30)
    return minutes if usual else None


def _target(said: str, marked: bool) -> tuple[int, int, bool] | None:
    """Return hour, minute and whether it may be morning or evening: of `tre`, `halv tre`, `halv 15`."""
    half = said.startswith("halv ")
    hour = _number(said.removeprefix("halv "))
    # A number word alone is no time: *tre* may be anything.
    if hour is None or not (half or marked) or not 0 < hour <= 24:
        return None
    return (hour - 1, 30, hour <= 12) if half else (hour, 0, hour <= 12)


def _number(said: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,2}", said):
        return int(said)
    return NUMBERS.get(said)
