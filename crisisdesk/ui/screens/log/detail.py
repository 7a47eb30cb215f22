"""Everything about one line, ready to show: text, marks, fields, links, and what can be done with it."""

from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import log
from crisisdesk.features.log.state import Entry
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.kit.log_row import LogRow
from crisisdesk.ui.screens.log import rows, withdrawals
from crisisdesk.ui.screens.log.links import Link, left_out, links


class Detail(Record, kw_only=True):
    """A line with all that is known of it. `fields` are name and value; `more` counts links not named.

    `verb` is what the correcting button says, `refusal` why it cannot ("" when it can); `entry` whether the
    line is an entry that stands, `unexplained` whether it is late without a reason.
    """

    row: LogRow
    fields: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    more: int
    verb: str
    refusal: str
    entry: bool
    unexplained: bool


def detail(state: State, number: int, now: datetime) -> Detail:
    """Return the line with the number; LookupError when there is none."""
    recorded = state.timeline.line(number)
    return Detail(
        row=rows.row(state, number),
        fields=tuple(fields(state, recorded, now)),
        links=links(state, number),
        more=left_out(state, number),
        verb=withdrawals.verb(state, number),
        refusal=withdrawals.refusal(state, number),
        entry=withdrawals.correctable(state, number),
        unexplained=number in state[log.FEATURE].unexplained,
    )


def fields(state: State, recorded: Recorded, now: datetime) -> list[tuple[str, str]]:
    """Return the fields of the line that say something, in the order they are read."""
    entry = state[log.FEATURE].entries.get(recorded.number)
    found = [*_times(state, recorded, now), *_said(recorded), *_known(state, recorded, entry)]
    return [(name, value) for name, value in found if value]


def _times(state: State, recorded: Recorded, now: datetime) -> list[tuple[str, str]]:
    logged = f"{_at(recorded.recorded_at, state.zone, now)} {recorded.recorded_by}"
    late = rows.lateness(recorded) if rows.is_late(recorded) else timedelta(0)
    return [
        ("Hände", swedish.near(recorded.happened_at, state.zone, now)),
        ("Loggat", f"{logged}, {swedish.duration(late)} efter" if late else logged),
        ("Gjort av", recorded.done_by if recorded.done_by != recorded.recorded_by else ""),
    ]


def _at(moment: datetime, zone: str, now: datetime) -> str:
    day = swedish.near(moment, zone, now).removesuffix(swedish.clock(moment, zone))
    return f"{day}{swedish.clock(moment, zone, seconds=True)}"


def _said(recorded: Recorded) -> list[tuple[str, str]]:
    fact = recorded.fact
    if not isinstance(fact, log.facts.EntryRecorded):
        return [("Av", rows.route(recorded))]
    return [
        ("Från", fact.sender),
        ("Till", fact.receiver),
        ("Kanal", _capital(fact.channel)),
        ("Källa", fact.source),
    ]


def _known(state: State, recorded: Recorded, entry: Entry | None) -> list[tuple[str, str]]:
    provision = secrecy.of_line(state, recorded.number)
    if entry is None:
        return [("Sekretess", provision)]
    because = f", enligt nr {entry.because}" if entry.because else ""
    reliability = rows.RELIABILITY_WORDS.get(entry.reliability, "")
    return [
        ("Uppgiften", f"{reliability}{because}" if reliability else ""),
        ("Sekretess", provision),
        ("Papper", _paper(entry.fact.paper)),
        ("Sen för att", entry.late_reason),
        ("Rättar", f"nr {entry.fact.corrects}: {entry.fact.reason}" if entry.fact.corrects else ""),
    ]


def _paper(paper: log.facts.Paper | None) -> str:
    if paper is None:
        return ""
    return f"blankett {paper.form}, skriven av {paper.writer}" if paper.writer else f"blankett {paper.form}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
