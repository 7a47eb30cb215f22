"""The course of events: the time axis drawn, and the main events in a table."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from crisisdesk.incident import course, milestones
from crisisdesk.incident.course import Event
from crisisdesk.incident.figures import minutes
from crisisdesk.kernel.fact import LINE_WORDS
from crisisdesk.report.document import Block, Cell, Column, Heading, Mark, Paragraph, Row, Table, Timeline
from crisisdesk.report.source import Source, nr

_LEAST_MARGIN = timedelta(minutes=1)


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the course of events."""
    found = course.events(source.state)
    return (
        Heading(level=1, text="Händelseförlopp", new_page=True),
        _axis(source, found),
        _table(source, found),
        *_silences(source),
    )


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
    """Yield the marks that the board's time axis has, with what they are called at length."""
    for group in course.groups(found, source.state.zone):
        first = group.first
        label = f"{source.hour(first.at)} {group.called()}"
        yield Mark(at=first.at, kind=first.kind, label=label, icon=first.icon, weight=group.weight)


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
    mark = course.hidden(source.state, event)
    return Row(
        cells=(
            Cell(text=source.clock(event.at), tone="strong"),
            Cell(text=LINE_WORDS[event.kind], kind=event.kind),
            source.text(event.text, mark),
            Cell(text=nr(event.line), refs=(event.line,)) if event.line else "",
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
