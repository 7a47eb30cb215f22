"""The table of the sheet: any number of rows, an empty one always waiting."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.controls import LineEdit
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import IconButton, Label, WrapLabel
from crisisdesk.ui.screens.sheet.editors import Pause
from crisisdesk.ui.screens.sheet.rows import LeafRow

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEdit(LineEdit):
    """A cell of a table; `left` when it loses the focus, `moved_on` on Enter."""

    left = Signal()
    moved_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next cell on Enter."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.moved_on.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the cell is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)


class TableRow(QWidget):
    """A row of a table with a cross that clears it. `save_asked(row)` and `cleared(row)` name its number."""

    save_asked = Signal(int)
    cleared = Signal(int)
    written = Signal()

    def __init__(self, theme: Theme, leaf: LeafRow, number: int, pause_ms: int) -> None:
        super().__init__()
        self.number = number
        self._saved_cells: tuple[str, ...] = ("",) * len(leaf.columns)
        self._pause = Pause(self, pause_ms)
        self._pause.over.connect(self._save)
        name = self.tr("{0}, rad {1}")
        self.cells = [CellEdit(theme, name.format(column, number), hint=column) for column in leaf.columns]
        row = Row(theme, self, gap=Space.S)
        for cell in self.cells:
            row.addWidget(cell, 1)
            cell.textEdited.connect(self._changed)
            cell.left.connect(self._save)
            cell.moved_on.connect(self.focusNextChild)
        self._cross = IconButton(theme, "x", self.tr("Ta bort rad {0}").format(number))
        # With the keyboard a row is cleared by emptying its cells; Enter goes from cell to cell.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(lambda: self.cleared.emit(self.number))
        row.addWidget(self._cross)

    def value(self) -> tuple[str, ...]:
        """Return the cells as written, without blanks around them."""
        return tuple(cell.text().strip() for cell in self.cells)

    def is_unsaved(self) -> bool:
        """Return whether something is written that was not saved."""
        return self.value() != self._saved_cells

    def show_cells(self, cells: tuple[str, ...]) -> None:
        """Show what was saved, unless something else is being written."""
        free = not self.is_unsaved() and not any(cell.hasFocus() for cell in self.cells)
        self._saved_cells = cells
        if free and self.value() != cells:
            for cell, text in zip(self.cells, cells, strict=True):
                cell.setText(text)

    def save(self) -> None:
        """Ask for the row to be saved, when it is not."""
        self._save()

    def _changed(self) -> None:
        self.written.emit()
        self._pause.begin()

    def _save(self) -> None:
        self._pause.end()
        if self.is_unsaved():
            self.save_asked.emit(self.number)


class TableEditor(QWidget):
    """`save_asked(cells, row)` wishes for a row to be saved; cells that are all empty clear it."""

    save_asked = Signal(tuple, int)

    def __init__(self, theme: Theme, leaf: LeafRow, pause_ms: int) -> None:
        super().__init__()
        self._theme = theme
        self._leaf = leaf
        self._pause_ms = pause_ms
        self.key = leaf.key
        self.rows: dict[int, TableRow] = {}
        self._highest = 0
        self._error = WrapLabel(theme, "", "quiet", token="alarm")
        whole = Column(theme, self, gap=Space.XS)
        whole.addLayout(self._heads())
        self._column = Column(theme, gap=Space.XS)
        whole.addLayout(self._column)
        whole.addWidget(self._error)
        self._error.hide()

    def control(self) -> QWidget:
        """Return what takes the focus: the first cell of the empty row."""
        return self.rows[max(self.rows)].cells[0]

    def last_control(self) -> QWidget:
        """Return what Tab leaves the table from: the last cell of the empty row."""
        return self.rows[max(self.rows)].cells[-1]

    def show_leaf(self, leaf: LeafRow) -> None:
        """Show the rows that were saved and keep an empty one under them."""
        saved = dict(leaf.cells)
        for number in saved:
            self._highest = max(self._highest, number)
            self._row(number).show_cells(saved[number])
        for number in [n for n in self.rows if n not in saved and n <= self._highest]:
            self._drop(number)
        self._keep_empty()

    def save(self) -> None:
        """Ask for every row that is not saved."""
        for row in list(self.rows.values()):
            row.save()

    def is_unsaved(self) -> bool:
        """Return whether a row is not saved."""
        return any(row.is_unsaved() for row in self.rows.values())

    def show_error(self, sentence: str) -> None:
        """Say why a row was not saved; "" when it was."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _heads(self) -> Row:
        heads = Row(self._theme, gap=Space.S)
        for column in self._leaf.columns:
            heads.addWidget(Label(self._theme, column, "field"), 1)
        heads.addSpacing(self._theme.dp(34))
        return heads

    def _row(self, number: int) -> TableRow:
        row = self.rows.get(number)
        if row is None:
            row = self.rows[number] = TableRow(self._theme, self._leaf, number, self._pause_ms)
            row.save_asked.connect(self._save)
            row.cleared.connect(self._clear)
            row.written.connect(self._keep_empty)
            self._column.addWidget(row)
            row.show()
            self._order(row)
        return row

    def _order(self, row: TableRow) -> None:
        """Let Tab come to a new row after the one over it, not after everything else."""
        over = self.rows.get(max((n for n in self.rows if n < row.number), default=0))
        before = over.cells[-1] if over is not None else None
        for cell in row.cells:
            if before is not None:
                QWidget.setTabOrder(before, cell)
            before = cell

    def _drop(self, number: int) -> None:
        row = self.rows[number]
        if row.is_unsaved() and any(row.value()):
            return  # what is being written stays, also when the row was cleared elsewhere
        if any(cell.hasFocus() for cell in row.cells):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        del self.rows[number]
        row.hide()
        row.deleteLater()

    def _keep_empty(self) -> None:
        """Keep one empty row at the end."""
        last = max(self.rows, default=0)
        if last == 0 or any(self.rows[last].value()):
            self._row(max(last, self._highest) + 1)

    def _save(self, number: int) -> None:
        self.save_asked.emit(self.rows[number].value(), number)

    def _clear(self, number: int) -> None:
        if number <= self._highest:
            self.save_asked.emit(("",) * len(self._leaf.columns), number)
        else:
            for cell in self.rows[number].cells:
                cell.clear()
