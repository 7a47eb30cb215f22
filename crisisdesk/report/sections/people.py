"""Who held which function from when to when, vacancies, and the reliefs with their handover."""

from crisisdesk.features import people
from crisisdesk.features.people.state import Relief
from crisisdesk.incident import tenures
from crisisdesk.incident.figures import minutes
from crisisdesk.incident.tenures import Tenure
from crisisdesk.plan.content import Function
from crisisdesk.report.document import Block, Cell, Column, Heading, KeyValues, Pair, Row, Table, Tag
from crisisdesk.report.source import Source, in_brackets, nr


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the functions, nothing when the plan has none."""
    if not source.plan.functions:
        return ()
    title = Heading(level=1, text="Funktioner")
    return (title, _held(source), *_reliefs(source), *_planned(source))


def _held(source: Source) -> Table:
    columns = (
        Column(title="Funktion", share=1.2),
        Column(title="Innehavare", share=1.2),
        Column(title="Sign", mm=13),
        Column(title="Från", mm=14),
        Column(title="Till", mm=14),
        Column(title="Längd", mm=20),
        Column(title="Logg", mm=13),
    )
    rows = tuple(row for function in source.plan.functions for row in _function(source, function))
    return Table(columns=columns, rows=rows)


def _function(source: Source, function: Function) -> list[Row]:
    held = tenures.of(source.state, function, source.printed_at)
    return [_row(source, function.title if i == 0 else "", tenure) for i, tenure in enumerate(held)]


def _row(source: Source, title: str, tenure: Tenure) -> Row:
    vacant = Tag(text="Vakant", icon="user-x", signal="alarm")
    until = source.clock(tenure.until) if tenure.ended else ""
    return Row(
        cells=(
            Cell(text=title, tone="strong"),
            Cell(text=tenure.person) if tenure.person else Cell(tag=vacant),
            tenure.sign,
            source.clock(tenure.since),
            until,
            minutes(tenure.length),
            Cell(text=nr(tenure.line), refs=(tenure.line,))
            if tenure.line
            else Cell(text="planen", tone="quiet"),
        )
    )


def _reliefs(source: Source) -> list[Block]:
    found: list[Block] = []
    for relief in source.state[people.FEATURE].reliefs:
        title = f"Avlösning {relief.relief}: {source.plan.function(relief.function).title}"
        found += [Heading(level=2, text=title), _relief(source, relief)]
    return found


def _relief(source: Source, relief: Relief) -> KeyValues:
    sides = f"{relief.person_from} ({relief.sign_from}) till {relief.person_to} ({relief.sign_to})"
    when = f"{source.clock(relief.at)}{in_brackets(relief.number)}"
    return KeyValues(
        pairs=(
            Pair(label="Tid", value=when, refs=(relief.number,) if relief.number else ()),
            Pair(label="Från och till", value=f"{sides}. Båda har signerat."),
            Pair(label="Överlämnat", value=relief.handover),
        )
    )


def _planned(source: Source) -> list[Block]:
    due = source.state[people.FEATURE].due_reliefs()
    if not due:
        return []
    columns = (Column(title="Tid", mm=30), Column(title="Funktion"), Column(title="Tar över"))
    rows = tuple(
        Row(cells=(source.clock(plan.at), source.plan.function(plan.function).title, plan.person))
        for plan in due
    )
    return [
        Heading(level=2, text="Planerade avlösningar som inte blev gjorda"),
        Table(columns=columns, rows=rows),
    ]
