"""What the quick line understands of what is typed: kind, secrecy, time, whom it concerns; the rest is text.

An impossible time stays text. `2.12` with one digit before the point is a step of a plan, not a time.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.plan.content import Plan

QuickKind = Literal["note", "dec", "task", "in", "out", "unc", "ass"]

PREFIXES: dict[str, QuickKind] = {
    "b": "dec",
    "beslut": "dec",
    "u": "task",
    "uppgift": "task",
    "in": "in",
    "ut": "out",
    "o": "unc",
    "oklarhet": "unc",
    "bed": "ass",
    "bedömning": "ass",
}
SECRET = "sek"

_PREFIX = re.compile(r"(?P<word>[a-zåäö]+):\s*", re.IGNORECASE)
_TIME = re.compile(
    r"(?:(?P<day>igår|i går|förrgår|i förrgår|idag|i dag)\s+)?(?P<said>kl(?:ockan|\.)?\s*)?"
    r"(?P<hour>\d{1,2})(?P<mark>[.:])(?P<minute>\d{2})(?![\d.:])[,:]?(?:\s+|$)",
    re.IGNORECASE,
)
_MENTION = re.compile(r"(?<!\S)@(?P<word>[\wåäöÅÄÖ-]+)")
_DAYS_BACK = {"igår": 1, "i går": 1, "förrgår": 2, "i förrgår": 2, "idag": 0, "i dag": 0}


class Parsed(Record, kw_only=True):
    """What was understood. `happened_at` is UTC, None for now; `time_note` says what the time was taken as.

    `functions` are ids of the plan's functions, `persons` mentions that are none. `dropped` lists the chips
    that the user removed.
    """

    text: str
    kind: QuickKind = "note"
    kind_word: str = ""
    secret: bool = False
    happened_at: datetime | None = None
    time_note: str = ""
    functions: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def parse(typed: str, plan: Plan, now: datetime, zone: str, dropped: frozenset[str] = frozenset()) -> Parsed:
    """Return what is understood of the typed text at the moment `now` (UTC).

    `dropped` names the chips that the user took away (`kind`, `secret`, `time`): those stay text.
    """
    rest = typed.strip()
    kind: QuickKind = "note"
    kind_word, secret, happened, note = "", False, None, ""
    while True:
        prefix = _PREFIX.match(rest)
        word = prefix["word"].lower() if prefix else ""
        if prefix and word in PREFIXES and not kind_word and "kind" not in dropped:
            kind, kind_word = PREFIXES[word], word
        elif prefix and word == SECRET and not secret and "secret" not in dropped:
            secret = True
        elif happened is None and "time" not in dropped and (found := _time(rest, now, zone)):
            happened, note, rest = found
            continue
        else:
            break
        rest = rest[prefix.end() :]
    functions, persons = _mentions(rest, plan)
    return Parsed(
        text=rest.strip(),
        kind=kind,
        kind_word=kind_word,
        secret=secret,
        happened_at=happened,
        time_note=note,
        functions=tuple(functions),
        persons=tuple(persons),
    )


def _time(text: str, now: datetime, zone: str) -> tuple[datetime, str, str] | None:
    """Return the time at the start (UTC), what it was taken as, and the rest of the text."""
    found = _TIME.match(text)
    if found is None or _is_step(found):
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 23 or minute > 59:
        return None
    day = " ".join((found["day"] or "").lower().split())
    happened, note = _placed(hour, minute, day, now, zone)
    return happened, note, text[found.end() :]


def _is_step(found: re.Match[str]) -> bool:
    """`2.12` is a step of the plan: a single digit with a point and nothing that says time."""
    return len(found["hour"]) == 1 and found["mark"] == "." and not found["said"] and not found["day"]


def _placed(hour: int, minute: int, day: str, now: datetime, zone: str) -> tuple[datetime, str]:
    here = now.astimezone(ZoneInfo(zone))
    said = here.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0)
    back = _DAYS_BACK.get(day, 0)
    if not day and said.astimezone(UTC) > now:
        back, day = 1, "igår"
    happened = _latest(said - timedelta(days=back), now)
    note = "" if back == 0 else swedish.near(happened, zone, now)
    if back == 1:
        note = f"igår {swedish.clock(happened, zone)}"
    return happened, note


def _latest(said: datetime, now: datetime) -> datetime:
    """In the hour that the autumn night repeats, take the last one that is not yet to come."""
    again = said.replace(fold=1).astimezone(UTC)
    return again if again <= now else said.astimezone(UTC)


def _mentions(text: str, plan: Plan) -> tuple[list[str], list[str]]:
    functions: list[str] = []
    persons: list[str] = []
    for word in _mentioned(text):
        id = _function(word, plan)
        if id:
            functions.append(id)
        else:
            persons.append(word)
    return list(dict.fromkeys(functions)), list(dict.fromkeys(persons))


def _mentioned(text: str) -> Iterator[str]:
    for found in _MENTION.finditer(text):
        yield found["word"]


def _function(word: str, plan: Plan) -> str:
    """Return the id of the function whose id or title (spaces written as -) is or starts with the word."""
    wanted = word.casefold().replace("-", " ")
    for function in plan.functions:
        if wanted in (function.id.casefold().replace("-", " "), function.title.casefold()):
            return function.id
    starts = [f.id for f in plan.functions if f.title.casefold().startswith(wanted)]
    return starts[0] if len(starts) == 1 else ""
