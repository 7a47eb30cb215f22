"""Everything about one line, ready to show: text, marks, fields, links, and what can be done with it."""

from datetime import datetime, timedelta

from crisisdesk.base import certainty, swedish
from crisisdesk.features import log
from crisisdesk.features import secrecy as marks
from crisisdesk.features.log.state import Entry
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.kit.pane_look import Mark, PaneAction, PaneLook
from crisisdesk.ui.screens.log import chain, rows, withdrawals
from crisisdesk.ui.screens.log.links import left_out, links


def detail(state: State, number: int, now: datetime) -> PaneLook:
    """Return the line with the number and all that is known of it; LookupError when there is none."""
    recorded = state.timeline.line(number)
    row = rows.row(state, number)
    return PaneLook(
        key=f"line:{number}",
        kind=row.kind,
        number=f"nr {number}",
        title=row.text,
        struck=row.struck,
        note=_struck(state, number, row.replaced_note),
        marks=tuple(Mark(tag.word, tag.icon, tag.tone) for tag in row.tags),
        values=tuple(fields(state, recorded, now)),
        text=rows.parted(recorded)[1],
        links=links(state, number),
        more=left_out(state, number),
        actions=tuple(_actions(state, number)),
    )


def _struck(state: State, number: int, note: str) -> str:
    """Return what became of a struck line: of an entry, every correction after it, who made it and why."""
    by = state.timeline.struck_by.get(number, 0)
    if not by or not isinstance(state.timeline.line(by).fact, log.facts.EntryRecorded):
        return _capital(note)
    return f"Rättad av {chain.after(state, number)}"


def _actions(state: State, number: int) -> list[PaneAction]:
    refusal = withdrawals.refusal(state, number)
    entry = withdrawals.correctable(state, number)
    only = "" if entry else " (bara för en anteckning som gäller)"
    offered = [
        PaneAction(
            "correct",
            withdrawals.verb(state, number),
            "strikethrough",
            tip=refusal or "Ctrl+R",
            possible=not refusal,
        ),
        PaneAction("board", "Till tavlan", "layout-dashboard", tip="Ins"),
        PaneAction("task", "Uppgift", "square-check-big"),
        PaneAction("reliability", "", "badge-check", tip=f"Tillförlitlighet{only}", possible=entry),
        PaneAction("secrecy", "", "lock", tip="Sekretess (Ctrl+Shift+S)"),
    ]
    late = number in state[log.FEATURE].unexplained
    return [PaneAction("explain", "Förklara sen rad", "history"), *offered] if late else offered


def fields(state: State, recorded: Recorded, now: datetime) -> list[tuple[str, str]]:
    """Return the fields of the line that say something, in the order they are read."""
    entry = state[log.FEATURE].entries.get(recorded.number)
    found = [*_times(state, recorded, now), *_said(recorded), *_known(state, recorded, entry)]
    found += [("Gäller", swedish.listed(rows.function_titles(state, recorded)))]
    found += [("Ersätter", chain.before(state, recorded.number))]
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
    provision = _secrecy(state, recorded.number)
    if entry is None:
        return [("Sekretess", provision)]
    because = f", enligt nr {entry.because}" if entry.because else ""
    reliability = certainty.WORDS.get(entry.reliability, "")
    return [
        ("Uppgiften", f"{reliability}{because}" if reliability else ""),
        ("Sekretess", provision),
        ("Papper", _paper(entry.fact.paper)),
        ("Sen för att", entry.late_reason),
    ]


def _secrecy(state: State, number: int) -> str:
    """Return the provision, with who decided it and when where that was said."""
    mark = state[marks.FEATURE].standing(f"line:{number}")
    provision = secrecy.of_line(state, number)
    if mark is None or not provision:
        return provision
    decided = mark.decided_on.isoformat() if mark.decided_on else ""
    return ", ".join(part for part in (provision, mark.authority, decided) if part)


def _paper(paper: log.facts.Paper | None) -> str:
    if paper is None:
        return ""
    return f"blankett {paper.form}, skriven av {paper.writer}" if paper.writer else f"blankett {paper.form}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
