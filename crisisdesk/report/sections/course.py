"""The course of events: the time axis drawn, and the main events in a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from crisisdesk.features import board, decisions, information, lifecycle, meetings
from crisisdesk.incident import milestones, secrecy
from crisisdesk.incident.axis import run
from crisisdesk.incident.figures import minutes
from crisisdesk.kernel.fact import LINE_WORDS, LineKind, Recorded
from crisisdesk.report.document import Block, Cell, Column, Heading, Mark, Paragraph, Row, Table, Timeline
from crisisdesk.report.source import Source, joined, nr

_LEAST_MARGIN = timedelta(minutes=1)
_HEAVY, _MIDDLE, _LIGHT = 3, 2, 1


@dataclass(frozen=True)
class Event:
    """Something that the axis shows: short for its label ("" for none), at length for the table.

    `thing` is the number of the decision, meeting, message or uncertainty, `line` the log line that says so.
    """

    at: datetime
    kind: LineKind
    label: str
    text: str
    line: int
    weight: int = 0
    thing: int = 0
    icon: str = ""


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the course of events."""
    found = sorted(events(source), key=lambda event: (event.at, event.line))
    return (
        Heading(level=1, text="Händelseförlopp", new_page=True),
        _axis(source, found),
        _table(source, found),
        *_silences(source),
    )


def events(source: Source) -> Iterator[Event]:
    """Yield alarm, decisions, meetings, messages, answered uncertainties, interruptions and closing."""
    state = source.state
    start = milestones.alarm(state)
    if start is not None:
        yield Event(start.at, "sys", "larm", state.timeline.says(1).text, 1, _HEAVY + 1, icon="siren")
    for recorded in state.timeline.lines:
        told = _event(recorded)
        if told is not None:
            yield told


def _event(recorded: Recorded) -> Event | None:
    fact, line, at = recorded.fact, recorded.number, recorded.happened_at
    text = recorded.line.text if recorded.line is not None else ""
    match fact:
        case decisions.facts.DecisionRecorded():
            weight = _LIGHT if fact.appoints else _MIDDLE
            return Event(
                at, "dec", "beslut", f"Beslut {fact.decision}: {fact.text}", line, weight, fact.decision
            )
        case meetings.facts.MeetingBegun():
            return Event(at, "meet", "möte", text, line, _HEAVY, fact.meeting)
        case meetings.facts.MeetingEnded():
            return Event(at, "meet", "", text, line)
        case information.facts.MessageSent():
            return Event(at, "out", "budskap", text, line, _HEAVY, fact.message)
        case board.facts.UncertaintyAnswered():
            return Event(at, "unc", "svar på oklarhet", text, line, _MIDDLE, fact.uncertainty)
        case lifecycle.facts.LogInterrupted():
            return Event(fact.since, "sys", "avbrott", text, line, _HEAVY, icon="unplug")
        case lifecycle.facts.IncidentClosed():
            return Event(at, "sys", "avslut", text, line, _HEAVY, icon="flag")
        case _:
            return None


def _axis(source: Source, found: list[Event]) -> Timeline:
    start = source.life.started_at or source.printed_at
    # The first and the last mark need room for their labels.
    margin = max(_LEAST_MARGIN, (source.end - start) / 30)
    return Timeline(
        start=start - margin,
        end=source.end + margin,
        marks=tuple(_marks(source, [event for event in found if start <= event.at <= source.end])),
        zone=source.state.zone,
        now=None if source.life.closed else source.end,
        caption=_caption(source, start, source.end),
    )


def _marks(source: Source, found: list[Event]) -> Iterator[Mark]:
    """Yield a mark for each minute and label: decisions made together share one."""
    shown = [event for event in found if event.label]
    for (at, label), together in groupby(shown, key=lambda event: (source.hour(event.at), event.label)):
        events = list(together)
        first = events[0]
        numbers = [event.thing for event in events if event.thing]
        text = joined((at, label, run(numbers)))
        weight = max(event.weight for event in events)
        yield Mark(at=first.at, kind=first.kind, label=text, icon=first.icon, weight=weight)


def _caption(source: Source, since: datetime, until: datetime) -> str:
    what = "larm, beslut, möten, budskap, besvarade oklarheter och avbrott"
    return f"{source.day(since)}, kl. {source.hour(since)}–{source.clock(until)}: {what}."


def _table(source: Source, found: list[Event]) -> Table:
    columns = (
        Column(title="Tid", mm=14),
        Column(title="Slag", mm=27),
        Column(title="Händelse"),
        Column(title="Logg", mm=13),
    )
    return Table(columns=columns, rows=tuple(_row(source, event) for event in found))


def _row(source: Source, event: Event) -> Row:
    mark = secrecy.of_line(source.state, event.line)
    return Row(
        cells=(
            Cell(text=source.clock(event.at), tone="strong"),
            Cell(text=LINE_WORDS[event.kind], kind=event.kind),
            source.text(event.text, mark),
            Cell(text=nr(event.line), refs=(event.line,)),
        )
    )


def _silences(source: Source) -> list[Block]:
    gaps = milestones.silences(source.state, source.printed_at)
    if not gaps:
        return []
    said = [
        f"{source.clock(g.since)}–{source.clock(g.until)} ({minutes(g.length)}, nr {g.before}–{g.after})"
        for g in gaps
    ]
    refs = tuple(n for g in gaps for n in (g.before, g.after) if n)
    return [Paragraph(text=f"Tysta luckor över 30 minuter: {', '.join(said)}.", refs=refs)]
