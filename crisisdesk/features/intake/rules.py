"""What may be saved in the fact sheet."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.intake import commands, facts, wording
from crisisdesk.features.intake.state import IntakeState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Field, Plan
from crisisdesk.plan.given import Given


def _save_field(state: IntakeState, command: commands.SaveField, given: Given) -> tuple[Fact, ...]:
    field = _find(given.plan, command.field)
    if field.kind == "table" or field.parts:
        raise RuleBroken(wording.NOT_A_FIELD.format(field=command.field), "field")
    value = command.value.strip()
    return (
        () if value == state.value(command.field) else (facts.FieldSaved(field=command.field, value=value),)
    )


def _save_row(state: IntakeState, command: commands.SaveRow, given: Given) -> tuple[Fact, ...]:
    field = _find(given.plan, command.field)
    if field.kind != "table":
        raise RuleBroken(wording.NOT_A_TABLE.format(field=command.field), "field")
    if len(command.cells) != len(field.columns):
        columns = ", ".join(field.columns)
        raise RuleBroken(wording.CELLS.format(field=command.field, columns=columns), "cells")
    rows = state.rows.get(command.field, {})
    row = command.row or max(rows, default=0) + 1
    cells = tuple(cell.strip() for cell in command.cells)
    if cells == rows.get(row) or (row not in rows and not any(cells)):
        return ()
    return (facts.RowSaved(field=command.field, row=row, cells=cells),)


def _find(plan: Plan, field: str) -> Field:
    try:
        return plan.field(field)
    except KeyError:
        raise RuleBroken(wording.NO_FIELD.format(field=field), "field") from None


RULES: Rules[IntakeState] = {commands.SaveField: _save_field, commands.SaveRow: _save_row}
