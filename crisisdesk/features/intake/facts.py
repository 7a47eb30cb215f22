"""What can have happened to the fact sheet. All are details: form fields make no lines in the log."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class FieldSaved(Fact, kw_only=True):
    """A field got its answer; times are kept as they were written."""

    KIND: ClassVar[str] = "intake.field_saved"
    TEXTS: ClassVar[tuple[str, ...]] = ("value",)

    field: str
    value: str


class RowSaved(Fact, kw_only=True):
    """A row of a table field got its cells; `row` counts from 1."""

    KIND: ClassVar[str] = "intake.row_saved"
    TEXTS: ClassVar[tuple[str, ...]] = ("cells",)

    field: str
    row: int
    cells: tuple[str, ...]
