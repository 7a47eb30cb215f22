"""Who is at the meeting: one row a person, marked with Space or the arrows."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, ElideLabel, LineEdit, Segmented, WrapLabel
from crisisdesk.ui.screens.meetings.people_rows import PersonRow, counted

_ORDER: Final = ("here", "later", "absent")


class _Person(QWidget):
    """A person, their functions, and the three marks."""

    def __init__(self, theme: Theme, row: PersonRow, words: tuple[str, str, str]) -> None:
        super().__init__()
        self._who = ElideLabel(theme, row.who, "medium")
        self._functions = ElideLabel(theme, "", "quiet")
        self.choice = Segmented(theme, row.who, list(zip(_ORDER, words, strict=True)))
        for segment in self.choice.findChildren(QAbstractButton):
            segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = Row(theme, self, margin=(Space.M, 3, Space.S, 3), gap=Space.S)
        names = Column(theme, gap=0)
        names.addWidget(self._who)
        names.addWidget(self._functions)
        line.addLayout(names, 1)
        line.addWidget(self.choice)

    def show_row(self, row: PersonRow) -> None:
        """Show the person as marked."""
        self._who.setText(row.who)
        self._functions.setText(", ".join(part for part in (row.functions, row.note) if part))
        self._functions.setVisible(bool(row.functions or row.note))
        self.choice.blockSignals(True)
        self.choice.set_value(row.present)
        self.choice.blockSignals(False)


class _People(RowList):
    """The rows; Left and Right go from mark to mark."""

    turned = Signal(str, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the mark on Left and Right."""
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in turns and self.focused_key():
            self.turned.emit(self.focused_key(), turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class AttendanceView(QWidget):
    """The list of people. `marked(who, present)` for each mark; Space turns to the next, arrows both ways."""

    marked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, PersonRow] = {}
        self._counted = WrapLabel(theme, "", "quiet")
        self._vacant = WrapLabel(theme, "", "quiet")
        self.list = _People(theme, self.tr("Närvaro"))
        self._rest = Button(theme, self.tr("Övriga på plats"), "check")
        self.more = LineEdit(theme, self.tr("Någon mer"), hint=self.tr("Någon mer: namn, Enter"))
        foot = Row(theme, gap=Space.S)
        foot.addWidget(self._rest)
        foot.addWidget(self.more, 1)
        column = Column(theme, self, gap=Space.S)
        column.addWidget(self._counted)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addWidget(self._vacant)
        self.list.row_toggled.connect(partial(self._turn, step=1))
        self.list.row_activated.connect(partial(self._turn, step=1))
        self.list.turned.connect(self._turn)
        self._rest.clicked.connect(self._mark_rest)
        self.more.returnPressed.connect(self._add)

    def show_people(self, rows: tuple[PersonRow, ...], vacant: str) -> None:
        """Show everybody as marked."""
        self._rows = {row.who: row for row in rows}
        self._counted.setText(counted(rows) or self.tr("Markera med Space eller pilarna."))
        self._vacant.setText(vacant)
        self._vacant.setVisible(bool(vacant))
        self._rest.setEnabled(any(not row.present for row in rows))
        self.list.set_rows([self._spec(row) for row in rows])

    def words(self) -> tuple[str, str, str]:
        """Return the words of the three marks."""
        return self.tr("På plats"), self.tr("Kommer senare"), self.tr("Frånvarande")

    def _spec(self, row: PersonRow) -> RowSpec:
        said = self.words()[_ORDER.index(row.present)] if row.present else self.tr("inte markerad")
        name = ", ".join(part for part in (row.who, row.functions, said) if part)
        return RowSpec(row.who, partial(self._make, row), partial(_show, row=row), name=name)

    def _make(self, row: PersonRow) -> QWidget:
        made = _Person(self._theme, row, self.words())
        made.choice.changed.connect(partial(self.marked.emit, row.who))
        return made

    def _turn(self, who: str, step: int) -> None:
        row = self._rows.get(who)
        if row is None:
            return
        at = _ORDER.index(row.present) + step if row.present else 0 if step > 0 else len(_ORDER) - 1
        self.marked.emit(who, _ORDER[at % len(_ORDER)])

    def _mark_rest(self) -> None:
        for who in [row.who for row in self._rows.values() if not row.present]:
            self.marked.emit(who, "here")

    def _add(self) -> None:
        who = self.more.text().strip()
        if who:
            self.marked.emit(who, "here")
            self.more.clear()


def _show(widget: QWidget, row: PersonRow) -> None:
    if isinstance(widget, _Person):
        widget.show_row(row)
