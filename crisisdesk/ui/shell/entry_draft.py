"""What stands in the entry form, and the command that it becomes. No Qt here."""

from datetime import datetime, timedelta
from typing import Final, cast

from msgspec.structs import replace

from crisisdesk.base import times
from crisisdesk.base.certainty import Certainty
from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, log, tasks
from crisisdesk.features.log.facts import EntryKind
from crisisdesk.features.log.state import LATE_AFTER
from crisisdesk.incident.quickline import Parsed, QuickKind
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Plan
from crisisdesk.ui.shell.quick_command import TO_BE_COMPLETED, WRITTEN

PERSON: Final = "person:"
"""Stands before the name of somebody who is no function of the plan."""

_TIME = "Skriv tiden så: 14.10, igår 23.50 eller för en kvart sedan."
_NOT_YET = "Den tiden har inte varit än."
_DUE = "Skriv tiden så: 16.00, fre 8 eller om 20 min."
_ONE_PLACE = "En uppgift hör till ett ställe. Behåll en länk."
_LINE_ONLY = "En oklarhet kan bara komma ur en rad i loggen. Ta bort den andra länken."
_NUMBER = "Skriv blankettens nummer med siffror."
_NUMBER_FIRST = "Skriv blankettens nummer."


class EntryDraft(Record, kw_only=True):
    """The form's fields as text. `people` are ids of functions and names after `person:`; `links` are refs.

    Which of them a kind has: `fields_of`.
    """

    text: str = ""
    kind: QuickKind = "note"
    time: str = ""
    late_reason: str = ""
    due: str = ""
    sender: str = ""
    receiver: str = ""
    channel: str = ""
    source: str = ""
    reliability: Certainty = ""
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    secrecy: str = ""
    paper: str = ""
    writer: str = ""


_QUICK: Final = ("text", "kind", "time", "due", "people", "secrecy")
_ALL: Final = frozenset(EntryDraft.__struct_fields__)
_OF_ENTRIES: Final = frozenset({"sender", "receiver", "channel", "paper", "writer", "late_reason"})


def fields_of(kind: QuickKind) -> frozenset[str]:
    """Return the names of the fields that such a line has."""
    if kind in ("note", "in", "out", "ass"):
        return _ALL - {"due"}
    if kind == "unc":
        return _ALL - _OF_ENTRIES
    return _ALL - _OF_ENTRIES - {"source", "reliability"} - ({"due"} if kind == "dec" else set[str]())


def carried(
    parsed: Parsed,
    held: EntryDraft,
    now: datetime,
    zone: str,
    *,
    links: tuple[str, ...],
    dropped: frozenset[str],
) -> EntryDraft:
    """Return the form with what the quick line understood, and in the other fields what was `held` there.

    `links` are what the line belongs to by the quick line: a meeting, what it comes from.
    """
    kept = tuple(link for link in held.links if not link.startswith("meeting:") and link not in links)
    if parsed.kind == "task":
        links = links[-1:]
    said = times.said(parsed.happened_at, now, zone) if parsed.happened_at is not None else ""
    people = (*parsed.functions, *(f"{PERSON}{name}" for name in parsed.persons))
    return replace(
        held,
        text=parsed.text,
        kind=parsed.kind,
        time=said,
        due=parsed.due_note,
        people=tuple(p for p in people if p not in dropped),
        links=(*links, *kept),
        secrecy=(parsed.provision or TO_BE_COMPLETED) if parsed.secret else "",
    )


def same_in_quick(one: EntryDraft, other: EntryDraft) -> bool:
    """Return whether both are the same line as far as the quick line can say it."""
    return all(getattr(one, name) == getattr(other, name) for name in _QUICK)


def written(draft: EntryDraft) -> str:
    """Return the draft as it is typed in the quick line; the fields that it does not have stay behind."""
    shown = fields_of(draft.kind)
    prefix = WRITTEN[draft.kind]
    parts = [f"{prefix}:" if prefix else "", _secret(draft.secrecy), draft.time, draft.text]
    if draft.due and "due" in shown:
        parts.append(f"senast {draft.due}")
    return " ".join(part for part in parts if part)


def late_by(draft: EntryDraft, now: datetime, zone: str) -> timedelta:
    """Return how late the entry is by the time that stands there; zero when it is not, or asks no reason."""
    if "late_reason" not in fields_of(draft.kind) or draft.paper or not draft.time:
        return timedelta(0)
    happened = times.parse_moment(draft.time, now, zone, future=False)
    late = now - happened if happened is not None else timedelta(0)
    return late if late > LATE_AFTER else timedelta(0)


def command_of(draft: EntryDraft, plan: Plan, now: datetime, zone: str) -> Command:
    """Return the command that logs it; RuleBroken at the field that cannot be understood."""
    happened = _happened(draft.time, now, zone)
    if draft.kind == "dec":
        return decisions.commands.Record(
            text=draft.text,
            responsible=_named(draft, plan),
            links=draft.links,
            secrecy=draft.secrecy,
            happened_at=happened,
        )
    if draft.kind == "task":
        return _task(draft, happened, now, zone)
    if draft.kind == "unc":
        return _uncertainty(draft, plan, happened, _due(draft.due, now, zone))
    return _entry(draft, draft.kind, happened)


def _task(draft: EntryDraft, happened: datetime | None, now: datetime, zone: str) -> Command:
    if len(draft.links) > 1:
        raise RuleBroken(_ONE_PLACE, "links")
    first = next(iter(draft.people), "")
    return tasks.commands.Add(
        text=draft.text,
        owner=first.removeprefix(PERSON) if first.startswith(PERSON) or not first else f"function:{first}",
        due_at=_due(draft.due, now, zone),
        source=next(iter(draft.links), ""),
        secrecy=draft.secrecy,
        happened_at=happened,
    )


def _uncertainty(
    draft: EntryDraft, plan: Plan, happened: datetime | None, needed_by: datetime | None
) -> Command:
    if len(draft.links) > 1 or any(not link.startswith("line:") for link in draft.links):
        raise RuleBroken(_LINE_ONLY, "links")
    return board.commands.AddCard(
        text=draft.text,
        purpose="uncertainty",
        owner=_named(draft, plan),
        source=draft.source,
        certainty=draft.reliability,
        needed_by=needed_by,
        origin=int(draft.links[0].removeprefix("line:")) if draft.links else 0,
        secrecy=draft.secrecy,
        happened_at=happened,
    )


def _entry(draft: EntryDraft, kind: QuickKind, happened: datetime | None) -> Command:
    return log.commands.Record(
        text=draft.text,
        kind=cast(EntryKind, kind),
        happened_at=happened,
        sender=draft.sender,
        receiver=draft.receiver,
        channel=draft.channel,
        source=draft.source,
        reliability=draft.reliability,
        functions=tuple(p for p in draft.people if not p.startswith(PERSON)),
        links=draft.links,
        secrecy=draft.secrecy,
        paper=_paper(draft),
    )


def _paper(draft: EntryDraft) -> log.facts.Paper | None:
    number = draft.paper.strip().removeprefix("nr").strip()
    if not number and draft.writer:
        raise RuleBroken(_NUMBER_FIRST, "paper")
    if not number:
        return None
    if not (number.isascii() and number.isdecimal()):
        raise RuleBroken(_NUMBER, "paper")
    return log.facts.Paper(form=int(number), writer=draft.writer)


def _happened(typed: str, now: datetime, zone: str) -> datetime | None:
    if not typed:
        return None
    found = times.parse_moment(typed, now, zone, future=False)
    if found is None:
        raise RuleBroken(_TIME, "time")
    if found > now:
        raise RuleBroken(_NOT_YET, "time")
    return found


def _due(typed: str, now: datetime, zone: str) -> datetime | None:
    found = times.parse_moment(typed, now, zone) if typed else None
    if typed and found is None:
        raise RuleBroken(_DUE, "due")
    return found


def _named(draft: EntryDraft, plan: Plan) -> str:
    """Return who is named first, in words."""
    first = next(iter(draft.people), "")
    if not first or first.startswith(PERSON):
        return first.removeprefix(PERSON)
    return plan.function(first).title


def _secret(provision: str) -> str:
    if not provision:
        return ""
    cite = provision.removeprefix("OSL ").strip()
    return f"sek {cite}:" if cite[:1].isdecimal() and " " not in cite else "sek:"
