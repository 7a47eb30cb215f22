"""A page of texts to write, one for each item: the material, or the summary."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import WrapLabel
from crisisdesk.ui.screens.evaluation.rows import TextRow
from crisisdesk.ui.screens.evaluation.saved_text import SavedText


class TextPage(QWidget):
    """`to_save(item, text)` when a text should be saved."""

    to_save = Signal(str, str)

    def __init__(self, theme: Theme, note: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = WrapLabel(theme, "", "heading")
        self._note = WrapLabel(theme, note, "quiet")
        self.fields: dict[str, SavedText] = {}
        self._column = Column(theme, self, gap=Space.M)
        for widget in (self._title, self._note):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def show_rows(self, title: str, rows: Sequence[TextRow]) -> None:
        """Show the items; half-written texts stay."""
        self._title.setText(title)
        for row in rows:
            if row.item not in self.fields:
                self._add(row)
            self.fields[row.item].set_saved(row.text)

    def flush(self) -> None:
        """Save now what is not saved."""
        for field in self.fields.values():
            field.flush()

    def focus_first(self) -> None:
        """Put the cursor in the first text."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.edit.setFocus()

    def _add(self, row: TextRow) -> None:
        field = self.fields[row.item] = SavedText(self._theme, row.item, row.label, lines=2)
        field.to_save.connect(partial(self.to_save.emit, row.item))
        self._column.insertWidget(self._column.count() - 1, field)
