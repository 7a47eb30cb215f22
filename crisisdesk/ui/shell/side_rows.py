"""What the side column says: the latest lines, and what is open with where it leads. No Qt here."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, lifecycle
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS, Recorded
from crisisdesk.ui.kit.log_row import LogRow

LATEST = 40
"""How many lines the side column holds."""


class OpenRow(Record, kw_only=True):
    """Something open: how many, in words, the place where it is handled; `late` counts in red."""

    key: str
    count: int
    words: str
    place: str
    late: bool = False


def latest_rows(state: State, now: datetime) -> tuple[LogRow, ...]:
    """Return the latest lines, newest first.

    The date of today goes without saying, until a line of another day stands among them.
    """
    latest = state.timeline.lines[-LATEST:]
    days = {swedish.long_date(recorded.happened_at, state.zone) for recorded in latest}
    dated = days != {swedish.long_date(now, state.zone)}
    return tuple(_line(state, recorded, dated=dated) for recorded in reversed(latest))


def _line(state: State, recorded: Recorded, *, dated: bool) -> LogRow:
    line = state.timeline.says(recorded.number)
    struck = state.timeline.struck_by.get(recorded.number, 0)
    return LogRow(
        number=recorded.number,
        time=swedish.clock(recorded.happened_at, state.zone)[:5],
        day=swedish.long_date(recorded.happened_at, state.zone) if dated else "",
        kind=line.kind,
        word=LINE_WORDS[line.kind],
        text=line.text,
        struck=bool(struck),
        replaced_note=state.timeline.see(recorded.number) if struck else "",
    )


def open_rows(state: State, now: datetime) -> tuple[OpenRow, ...]:
    """Return what is open at the moment (UTC), what is late first; nothing of a kind is no row.

    A closed incident has nothing open: what was left is carried over by those who signed.
    """
    if state[lifecycle.FEATURE].closed:
        return ()
    things = queries.open_things(state, now)
    rows = (
        _row("tasks", things.tasks_late, "uppgift sen", "uppgifter sena", "tasks", late=True),
        _row("reminders", things.reminders, "påminnelse", "påminnelser", "tasks", late=True),
        _row("messages", things.information_late, "budskap sent", "budskap sena", "information", late=True),
        _late_uncertainties(state, things, now),
        _row(
            "decisions",
            things.decisions_incomplete,
            "beslut ofullständigt",
            "beslut ofullständiga",
            "decisions",
        ),
        _row(
            "uncertainties",
            things.uncertainties - things.uncertainties_late,
            "oklarhet",
            "oklarheter",
            "board",
        ),
        _row("late", things.lines_unexplained, "sen rad utan skäl", "sena rader utan skäl", "log"),
        _row("forms", things.forms_missing, "blankett saknas", "blanketter saknas", "forms"),
        _row("vacant", things.functions_vacant, "funktion vakant", "funktioner vakanta", "functions"),
    )
    return tuple(row for row in rows if row.count)


def _row(key: str, count: int, one: str, many: str, place: str, *, late: bool = False) -> OpenRow:
    return OpenRow(key=key, count=count, words=one if count == 1 else many, place=place, late=late)


def _late_uncertainties(state: State, things: queries.OpenThings, now: datetime) -> OpenRow:
    """Return the row of answers that are overdue; it leads to the one that is most so."""
    late = state[board.FEATURE].late_uncertainties(now)
    first = min(late, key=lambda card: card.needed_by or now, default=None)
    place = f"uncertainty:{first.uncertainty}" if first is not None else "board"
    count = things.uncertainties_late
    return _row("uncertainties_late", count, "oklarhet sen", "oklarheter sena", place, late=True)
