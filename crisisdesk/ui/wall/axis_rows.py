"""Behind and ahead of now: marks of the time axis, what comes next, the forecast. No Qt here."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board
from crisisdesk.features.board.facts import Content
from crisisdesk.incident import axis
from crisisdesk.incident.axis import AxisMark
from crisisdesk.incident.board_rows import CardRow, ColumnRow
from crisisdesk.incident.state import State

_LATEST = 12


class AxisRows(Record, kw_only=True):
    """The marks within `start` and `end` around `now` (UTC), and the columns under the axis."""

    marks: tuple[AxisMark, ...]
    start: datetime
    end: datetime
    now: datetime
    zone: str
    columns: tuple[ColumnRow, ...]


def axis_rows(state: State, now: datetime) -> AxisRows:
    """Return the axis as of the moment (UTC)."""
    start, end = axis.stretch(state, now)
    marks = axis.marks(state, now)
    ahead = [mark for mark in marks if mark.future]
    behind = [mark for mark in reversed(marks) if not mark.future][:_LATEST]
    return AxisRows(
        marks=tuple(mark for mark in marks if start <= mark.at <= end),
        start=start,
        end=end,
        now=now.replace(second=0, microsecond=0),
        zone=state.zone,
        columns=(
            _column("Närmast", "calendar-clock", [_mark(m, now) for m in ahead], "Inget är planerat."),
            _column("Senast", "history", [_mark(m, now) for m in behind], "Inget har hänt än."),
            _column("Prognos", "target", _forecast(state), "Ingen prognos är skriven."),
        ),
    )


def _column(title: str, icon: str, cards: list[CardRow], empty: str) -> ColumnRow:
    return ColumnRow(id=title, title=title, icon=icon, purpose="plain", hint=empty, cards=tuple(cards))


def _card(text: str, meta: str = "", late: str = "") -> CardRow:
    return CardRow(
        card=0, column="", purpose="plain", text=text, meta=meta, late=late, content=Content(text=text)
    )


def _mark(mark: AxisMark, now: datetime) -> CardRow:
    said = mark.spoken.removesuffix(" Sen.") or mark.label
    time, stop, text = said.partition(". ")
    words = f"{time} {text[:1].upper()}{text[1:]}" if stop else said
    return _card(words, late=swedish.late(mark.at, now) if mark.late else "")


def _forecast(state: State) -> list[CardRow]:
    forecast = state[board.FEATURE].forecast
    named = (("Farligast", forecast.get("worst", "")), ("Troligast", forecast.get("likely", "")))
    return [_card(text, name) for name, text in named if text]
