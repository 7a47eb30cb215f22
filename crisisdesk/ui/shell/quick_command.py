"""Turns what the quick line understood into the command that logs it. No Qt here."""

import re

from crisisdesk.base import provisions
from crisisdesk.features import board, decisions, log, tasks
from crisisdesk.incident.quickline import Parsed, QuickKind
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Plan

TO_BE_COMPLETED = provisions.UNNAMED
"""The provision of a line marked `sek:`: that it is secret is said now, by which rule is completed later."""

WRITTEN: dict[QuickKind, str] = {
    "note": "",
    "dec": "b",
    "task": "u",
    "in": "in",
    "out": "ut",
    "unc": "o",
    "ass": "bed",
}
"""The prefix that each kind is written with."""


def command_of(parsed: Parsed, plan: Plan, meeting: int = 0, source: str = "") -> Command:
    """Return the command that logs the parsed line.

    A decision or a task belongs to the meeting, when one is given (0: none), and comes from `source`, a ref
    such as `line:23`.
    """
    links = links_of(meeting, source)
    secrecy = (parsed.provision or TO_BE_COMPLETED) if parsed.secret else ""
    if parsed.kind == "dec":
        return decisions.commands.Record(
            text=parsed.text,
            responsible=_named(parsed, plan),
            links=links,
            secrecy=secrecy,
            happened_at=parsed.happened_at,
        )
    if parsed.kind == "task":
        return tasks.commands.Add(
            text=parsed.text,
            owner=_owner(parsed),
            due_at=parsed.due_at,
            source=next(iter(links[-1:]), ""),
            secrecy=secrecy,
            happened_at=parsed.happened_at,
        )
    if parsed.kind == "unc":
        return board.commands.AddCard(
            text=parsed.text,
            purpose="uncertainty",
            owner=_named(parsed, plan),
            needed_by=parsed.due_at,
            secrecy=secrecy,
            happened_at=parsed.happened_at,
        )
    return log.commands.Record(
        text=parsed.text,
        kind=parsed.kind,
        functions=parsed.functions,
        secrecy=secrecy,
        happened_at=parsed.happened_at,
    )


def links_of(meeting: int, source: str) -> tuple[str, ...]:
    """Return what a line belongs to, the nearest last: a meeting's point belongs to its meeting too."""
    kind, _, id = source.partition(":")
    held = id.partition("/")[0] if kind == "point" else str(meeting or "")
    return tuple(ref for ref in (f"meeting:{held}" if held else "", source) if ref)


def with_kind(typed: str, parsed: Parsed, kind: QuickKind) -> str:
    """Return the typed text with the prefix of `kind` instead of the one it has."""
    rest = typed
    if parsed.kind_word:
        rest = re.sub(rf"{re.escape(parsed.kind_word)}:\s*", "", typed, count=1, flags=re.IGNORECASE)
    prefix = WRITTEN[kind]
    return f"{prefix}: {rest.lstrip()}" if prefix else rest


def prefix_length(typed: str, parsed: Parsed) -> int:
    """Return how many letters at the start were understood as kind, secrecy or time, and are no text."""
    found = typed.rfind(parsed.text) if parsed.text else len(typed)
    understood = parsed.kind_word or parsed.secret or parsed.happened_at is not None
    return max(found, 0) if understood else 0


def _owner(parsed: Parsed) -> str:
    """Return who is named first, a function before a person, as a task's owner: functions by their ref."""
    return f"function:{parsed.functions[0]}" if parsed.functions else _person(parsed)


def _named(parsed: Parsed, plan: Plan) -> str:
    """Return who is named first, a function before a person, in words."""
    return plan.function(parsed.functions[0]).title if parsed.functions else _person(parsed)


def _person(parsed: Parsed) -> str:
    return parsed.persons[0] if parsed.persons else ""
