"""What the quick line understands of what is typed: kind, secrecy, time, deadline, whom it concerns.

The rest is text, also an impossible time. `2.12` with one digit before the point is a step of a plan.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from crisisdesk.base import swedish, times
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
_SECRET = r"(?i)sek(?:\s+(?:osl\s*)?(?P<provision>[0-9]{1,2}:[0-9]{1,2}[a-z]?))?[ \t]*:(?!//|[0-9])\s*"

_PREFIX = r"(?i)(?P<word>[a-zåäö]{1,12})[ \t]*:(?!//)\s*"
_MENTION = r"(?<!\S)@(?P<word>[\wåäöÅÄÖ-]+)"
_MENTION_LAST = r"(?<!\S)@[\w-]+[.,]?"
_NEEDED_BY = r"(?i)(?<!\w)senast\s[^@\n]*"


class Parsed(Record, kw_only=True):
    """What was understood. `happened_at` is UTC, None for now; `time_note` says what the time was taken as
    when it is another day's. `due_at` (UTC) is a task's deadline, or when an uncertainty's answer is needed;
    `due_note` says which. `provision` is the
    one that was named (`sek 18:13:`), "" while only that the line is secret is said.

    `functions` are ids of the plan's functions, `persons` mentions that are none. `dropped` lists the chips
    that the user removed.
    """

    text: str
    kind: QuickKind = "note"
    kind_word: str = ""
    secret: bool = False
    provision: str = ""
    happened_at: datetime | None = None
    time_note: str = ""
    due_at: datetime | None = None
    due_note: str = ""
    functions: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def parse(typed: str, plan: Plan, now: datetime, zone: str, dropped: frozenset[str] = frozenset()) -> Parsed:
    """Return what is understood of the typed text at the moment `now` (UTC).

    `dropped` names the chips that the user took away (`kind`, `secret`, `time`, `due`): those stay text.
    """
    start, rest = _start(typed.strip(), now, zone, dropped)
    functions, persons = _mentions(rest, plan)
    due = _due_of(start.kind, rest, now, zone) if "due" not in dropped else None
    return Parsed(
        text=(due[1] if due else rest).strip(),
        kind=start.kind,
        kind_word=start.kind_word,
        secret=start.secret,
        provision=start.provision,
        happened_at=start.happened_at,
        time_note=_other_day(start.happened_at, now, zone),
        due_at=due[0] if due else None,
        due_note=times.said(due[0], now, zone) if due else "",
        functions=tuple(functions),
        persons=tuple(persons),
    )


def _due_of(kind: QuickKind, rest: str, now: datetime, zone: str) -> tuple[datetime, str] | None:
    """Return until when a task or an uncertainty waits, and the text that is left."""
    if kind == "task":
        return _due(rest, now, zone)
    return _due(rest, now, zone) if kind == "unc" and _needs_answer(rest, now, zone) else None


def _needs_answer(rest: str, now: datetime, zone: str) -> bool:
    """Return whether an uncertainty ends with `senast` and a time to come.

    A clock alone that has been today is when something was: *eleven sågs senast 13.40*.
    """
    said = [found.group().strip(" .,") for found in re.finditer(_NEEDED_BY, rest)]
    was = times.parse_moment(said[-1], now, zone, future=False) if said else None
    return bool(said) and (was is None or was > now or swedish.date(was, zone) != swedish.date(now, zone))


def _due(rest: str, now: datetime, zone: str) -> tuple[datetime, str] | None:
    """Return the deadline at the end of a task, and the text that is left.

    Who is named may come after it: `ring polisen kl 18.30 @stabschef`. Then all of it stays in the text.
    """
    found = times.trailing(rest, now, zone)
    before = re.sub(rf"(?:\s*{_MENTION_LAST})+$", "", rest)
    if found is not None or before == rest:
        return found
    named_last = times.trailing(before, now, zone)
    return (named_last[0], rest) if named_last else None


def _start(rest: str, now: datetime, zone: str, dropped: frozenset[str]) -> tuple[Parsed, str]:
    """Return the kind, secrecy and time at the start, in any order and each once, and what follows."""
    kind: QuickKind = "note"
    kind_word, secret, provision, happened = "", False, "", None
    while True:
        prefix, said = re.match(_PREFIX, rest), re.match(_SECRET, rest)
        word = prefix["word"].lower() if prefix else ""
        if prefix and word in PREFIXES and not kind_word and "kind" not in dropped:
            kind, kind_word, rest = PREFIXES[word], word, rest[prefix.end() :]
        elif said and not secret and "secret" not in dropped:
            secret, provision, rest = True, said["provision"] or "", rest[said.end() :]
        elif happened is None and "time" not in dropped and (found := times.leading(rest, now, zone)):
            happened, rest = found
        else:
            break
    start = Parsed(
        text="",
        kind=kind,
        kind_word=kind_word,
        secret=secret,
        provision=f"OSL {provision}" if provision else "",
        happened_at=happened,
    )
    return start, rest


def _other_day(happened: datetime | None, now: datetime, zone: str) -> str:
    """Return the time with its day in words, "" when it is today's."""
    if happened is None or times.said(happened, now, zone) == swedish.clock(happened, zone):
        return ""
    return times.said(happened, now, zone)


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
    for found in re.finditer(_MENTION, text):
        yield found["word"]


def _function(word: str, plan: Plan) -> str:
    """Return the id of the function whose id or title (spaces written as -) is or starts with the word."""
    wanted = word.casefold().replace("-", " ")
    for function in plan.functions:
        if wanted in (function.id.casefold().replace("-", " "), function.title.casefold()):
            return function.id
    starts = [f.id for f in plan.functions if f.title.casefold().startswith(wanted)]
    return starts[0] if len(starts) == 1 else ""
