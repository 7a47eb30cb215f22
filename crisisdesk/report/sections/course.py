"""The course of events: the time axis drawn, and the main events in a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crisisdesk.features import board, decisions, information, lifecycle, log, meetings
from crisisdesk.incident import milestones
from crisisdesk.kernel.fact import LINE_WORDS, LineKind, Recorded
from crisisdesk.report.document import Block, Cell, Column, Heading, Mark, Paragraph, Row, Table, Timeline
from crisisdesk.report.source import Source, nr, span

_HEAVY, _MIDDLE, _LIGHT = 3, 2, 1


@dataclass(frozen=True)
class Event:
    """Something that the axis shows: short for its label, at length for the table; `line` tells of it."""

    at: datetime
    kind: LineKind
    label: str
    text: str
    line: int
    weight: int
    secrecy: str = ""
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
        yield from _event(source, recorded)


def _event(source: Source, recorded: Recorded) -> Iterator[Event]:
    fact, text = recorded.fact, source.state.timeline.says(recorded.number).text
    if recorded.number in source.state.timeline.struck_by and isinstance(fact, log.facts.EntryRecorded):
        return
    at, line = recorded.happened_at, recorded.number
    match fact:
        case decisions.facts.DecisionRecorded():
            weight = _LIGHT if fact.appoints else _MIDDLE
            yield Event(at, "dec", f"beslut {fact.decision}", fact.text, line, weight, fact.secrecy)
        case meetings.facts.MeetingBegun():
            yield Event(
                at, "meet", f"möte {fact.meeting}", f"Möte {fact.meeting} börjar: {fact.title}", line, _HEAVY
            )
        case meetings.facts.MeetingEnded():
            yield Event(at, "meet", "", text, line, _LIGHT)
        case information.facts.MessageSent():
            yield Event(at, "out", f"budskap {fact.message}", text, line, _HEAVY)
        case board.facts.UncertaintyAnswered():
            yield Event(at, "unc", f"oklarhet {fact.uncertainty} besvarad", text, line, _MIDDLE)
        case lifecycle.facts.LogInterrupted():
            yield Event(fact.since, "sys", "avbrott", text, line, _HEAVY, icon="unplug")
        case lifecycle.facts.IncidentClosed():
            yield Event(at, "sys", "avslut", text, line, _HEAVY, icon="flag")
        case _:
            return


def _axis(source: Source, found: list[Event]) -> Timeline:
    start = source.life.started_at or source.printed_at
    return Timeline(
        start=start,
        end=source.end,
        marks=tuple(_mark(source, event) for event in found if start <= event.at <= source.end),
        zone=source.state.zone,
        now=None if source.life.closed else source.end,
        caption=_caption(source, start, source.end),
    )


def _mark(source: Source, event: Event) -> Mark:
    label = f"{source.hour(event.at)} {event.label}" if event.label else ""
    return Mark(at=event.at, kind=event.kind, label=label, icon=event.icon, weight=event.weight)


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
    hidden = source.hidden_line(event.line)
    return Row(
        cells=(
            Cell(text=source.clock(event.at), tone="strong"),
            Cell(text=LINE_WORDS[event.kind], kind=event.kind),
            Cell(masked=hidden) if hidden else Cell(text=event.text),
            Cell(text=nr(event.line), refs=(event.line,)),
        )
    )


def _silences(source: Source) -> list[Block]:
    gaps = milestones.silences(source.state, source.printed_at)
    if not gaps:
        return []
    said = [
        f"{source.clock(g.since)}–{source.clock(g.until)} ({span(g.length)}, nr {g.before}–{g.after})"
        for g in gaps
    ]
    refs = tuple(n for g in gaps for n in (g.before, g.after) if n)
    return [Paragraph(text=f"Tysta luckor över 30 minuter: {', '.join(said)}.", refs=refs)]
