"""The latest lines of the log as rows of Storbild, newest first. No Qt here."""

from datetime import datetime, timedelta
from typing import Final

from crisisdesk.base import certainty, provisions, swedish
from crisisdesk.base.record import Record
from crisisdesk.features import log
from crisisdesk.incident import secrecy
from crisisdesk.incident.board_rows import TagRow
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS, Recorded
from crisisdesk.ui.wall.rows import LineRow

LATEST: Final = 40
"""More lines than any display has room for."""

FRESH: Final = timedelta(minutes=2)
"""So long a new line is marked, for those who looked away."""


class LogRows(Record, kw_only=True):
    """The latest lines, newest first, of `total` there are."""

    lines: tuple[LineRow, ...]
    total: int


def log_rows(state: State, now: datetime, most: int = LATEST) -> LogRows:
    """Return the latest lines as of the moment (UTC).

    The date of today goes without saying, until a line of another day stands among them.
    """
    found = state.timeline.lines
    latest = found[-most:]
    days = {swedish.long_date(recorded.happened_at, state.zone) for recorded in latest}
    dated = days != {swedish.long_date(now, state.zone)}
    rows = tuple(_line(state, recorded, now, dated=dated) for recorded in reversed(latest))
    return LogRows(lines=rows, total=len(found))


def _line(state: State, recorded: Recorded, now: datetime, *, dated: bool) -> LineRow:
    line = state.timeline.says(recorded.number)
    by = state.timeline.struck_by.get(recorded.number, 0)
    return LineRow(
        number=recorded.number,
        time=swedish.clock(recorded.happened_at, state.zone)[:5],
        kind=line.kind,
        word=LINE_WORDS[line.kind],
        text=line.text,
        note=f"struken, {state.timeline.see(recorded.number)}" if by else "",
        tags=_tags(state, recorded.number, struck=bool(by)),
        struck=bool(by),
        fresh=now - recorded.recorded_at < FRESH,
        day=swedish.long_date(recorded.happened_at, state.zone) if dated else "",
    )


def _tags(state: State, number: int, *, struck: bool) -> tuple[TagRow, ...]:
    entry = state[log.FEATURE].entries.get(number)
    found: list[TagRow] = []
    if entry is not None and entry.reliability and not struck:
        icon, signal = certainty.LOOKS[entry.reliability]
        found.append(TagRow(word=certainty.WORDS[entry.reliability], icon=icon, signal=signal))
    provision = secrecy.of_line(state, number)
    # A covered text says by which provision it is covered.
    if provision and provisions.BAR not in state.timeline.says(number).text:
        found.append(TagRow(word=f"sekretess {provision}", icon="lock", signal="neutral"))
    return tuple(found)
