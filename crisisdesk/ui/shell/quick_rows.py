"""What the quick line shows of what it understood, as ready strings. No Qt here."""

from datetime import datetime

from msgspec.structs import replace

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features.log.state import LATE_AFTER
from crisisdesk.incident import quickline, wording
from crisisdesk.incident.quickline import Parsed, QuickKind
from crisisdesk.plan.content import Plan

KINDS: tuple[QuickKind, ...] = ("note", "in", "out", "dec", "task", "unc", "ass")
"""The kinds that can be chosen, in the order of the menu."""


MEETING = "meeting"
"""The key of the chip that says which meeting a line belongs to."""

SOURCE = "source"
"""The key of the chip that says what a decision or a task comes from."""


class QuickChip(Record, kw_only=True):
    """Something understood beside kind and time. `key` names it when it is taken away."""

    key: str
    text: str
    icon: str
    token: str = "ink"


class QuickRow(Record, kw_only=True):
    """What stands beside the text. What was typed (`kind_said`, `time_said`) can be taken away."""

    kind: QuickKind
    kind_said: bool
    time: str
    time_said: bool
    late: str
    chips: tuple[QuickChip, ...]


def understood(typed: str, plan: Plan, now: datetime, zone: str, dropped: frozenset[str]) -> Parsed:
    """Return what is understood of the typed text; `dropped` names what the user took away."""
    parsed = quickline.parse(typed, plan, now, zone, dropped & {"kind", "secret", "time", "due"})
    return replace(
        parsed,
        functions=tuple(f for f in parsed.functions if f"function:{f}" not in dropped),
        persons=tuple(p for p in parsed.persons if f"person:{p}" not in dropped),
    )


def quick_row(
    parsed: Parsed, plan: Plan, now: datetime, zone: str, meeting: int = 0, source: str = ""
) -> QuickRow:
    """Return what stands beside the text at the moment (UTC); `meeting` is what the line belongs to, `source`
    the ref of what it comes from.
    """
    return QuickRow(
        kind=parsed.kind,
        kind_said=bool(parsed.kind_word),
        time=parsed.time_note or swedish.clock(parsed.happened_at or now, zone),
        time_said=parsed.happened_at is not None,
        late=_late(parsed, now),
        chips=tuple(_chips(parsed, plan, meeting, source)),
    )


def _late(parsed: Parsed, now: datetime) -> str:
    if parsed.happened_at is None:
        return ""
    late = now - parsed.happened_at
    return f"{swedish.duration(late)} sen" if late > LATE_AFTER else ""


def meeting_of(parsed: Parsed, running: int, dropped: frozenset[str], source: str = "") -> int:
    """Return the meeting that the line belongs to: a decision or task made while one is on (0: none).

    A point of the meeting says it already, and a task comes from one thing alone.
    """
    if source.startswith("point:") or (source and parsed.kind == "task"):
        return 0
    return running if parsed.kind in ("dec", "task") and MEETING not in dropped else 0


def source_of(parsed: Parsed, source: str, dropped: frozenset[str]) -> str:
    """Return the ref of what the line comes from: only decisions and tasks come from something."""
    return source if parsed.kind in ("dec", "task") and SOURCE not in dropped else ""


def _chips(parsed: Parsed, plan: Plan, meeting: int, source: str) -> list[QuickChip]:
    said = f"Sekretess {parsed.provision}".strip()
    found = [QuickChip(key="secret", text=said, icon="lock", token="alarm")] if parsed.secret else []
    if parsed.due_at is not None:
        found.append(_due(parsed))
    if source:
        found.append(QuickChip(key=SOURCE, text=_from(source, plan), icon="link"))
    if meeting:
        found.append(QuickChip(key=MEETING, text=f"Möte {meeting}", icon="users", token="k_meet"))
    found += [
        QuickChip(key=f"function:{f}", text=plan.function(f).title, icon="id-card") for f in parsed.functions
    ]
    found += [QuickChip(key=f"person:{p}", text=p, icon="user") for p in parsed.persons]
    return found


def _due(parsed: Parsed) -> QuickChip:
    """Return until when it waits: a task to be done, an uncertainty to be answered."""
    asked = parsed.kind == "unc"
    said = f"Behövs senast {parsed.due_note}" if asked else f"Senast {parsed.due_note}"
    return QuickChip(key="due", text=said, icon="calendar-clock", token="k_unc" if asked else "k_task")


def _from(source: str, plan: Plan) -> str:
    kind, _, id = source.partition(":")
    if kind == "line":
        return f"Från nr {id}"
    if kind == "point":
        return f"Från punkt {id.partition('/')[2]}"
    if kind == "step":
        return f"Från steg {_step_number(plan, id)}"
    return f"Från {wording.ref(source)}"


def _step_number(plan: Plan, id: str) -> str:
    try:
        return plan.step(id).number
    except KeyError:
        return id
