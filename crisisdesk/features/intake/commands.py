"""What can be asked of the fact sheet."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class SaveField(Command, kw_only=True):
    """Save one field."""

    NAME: ClassVar[str] = "intake.save_field"

    field: str
    value: str


class SaveRow(Command, kw_only=True):
    """Save a row of a table field; `row` 0 adds one. Cells that are all empty clear the row."""

    NAME: ClassVar[str] = "intake.save_row"

    field: str
    cells: tuple[str, ...]
    row: int = 0
