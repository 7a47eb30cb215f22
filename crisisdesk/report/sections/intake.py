"""The fact sheets as they were filled in, with their tables."""

from crisisdesk.features import intake
from crisisdesk.features.intake import IntakeState
from crisisdesk.plan.content import Field, Phase
from crisisdesk.report.document import Block, Cell, Column, Heading, Row, Table
from crisisdesk.report.source import Source, joined


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the plan's sheets, nothing when it has none."""
    found: list[Block] = []
    for phase in source.plan.phases:
        if phase.kind == "sheet" and phase.fields:
            found += _sheet(source, phase)
    return tuple(found)


def _sheet(source: Source, phase: Phase) -> list[Block]:
    found: list[Block] = [Heading(level=1, text=phase.title, number=phase.number)]
    columns = (
        Column(title="Nr", mm=12),
        Column(title="Fråga", share=1.0),
        Column(title="Svar", share=1.5),
        Column(title="Tid", mm=14),
        Column(title="Sign", mm=14),
    )
    asked = [field for field in phase.fields if field.kind != "table"]
    rows = tuple(row for field in asked for row in _rows(source, field))
    found.append(Table(columns=columns, rows=rows))
    found += [block for field in phase.fields if field.kind == "table" for block in _table(source, field)]
    return found


def _rows(source: Source, field: Field) -> list[Row]:
    if not field.parts:
        return [_row(source, field)]
    title = Row(cells=(joined((field.number, field.text)),), group=True)
    return [title, *(_row(source, leaf) for leaf in field.leaves())]


def _row(source: Source, field: Field) -> Row:
    answer = source.state[intake.FEATURE].answers.get(field.id)
    if answer is None or not answer.value:
        return Row(
            cells=(field.number, Cell(text=field.text, tone="quiet"), Cell(text="–", tone="quiet"), "", "")
        )
    return Row(
        cells=(
            field.number,
            Cell(text=field.text, tone="quiet"),
            answer.value,
            source.clock(answer.at),
            answer.recorded_by,
        )
    )


def _table(source: Source, field: Field) -> list[Block]:
    state: IntakeState = source.state[intake.FEATURE]
    columns = tuple(Column(title=title) for title in field.columns)
    rows = tuple(Row(cells=_filled(cells, len(columns))) for _, cells in state.table(field.id))
    title = Heading(level=2, text=field.text, number=field.number)
    return [title, Table(columns=columns, rows=rows, empty="Inget ifyllt.")]


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return as many cells as there are columns: a row saved early can be short."""
    return (*cells, *([""] * width))[:width]
