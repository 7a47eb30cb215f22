"""Go anywhere by typing: a field, and under it where the words lead."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, ElideLabel, EmptyState, IconView, Label, LineEdit, Row
from crisisdesk.ui.shell.palette_rows import Target, matching

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Choosing(Card):
    """A field and a list to choose from by typing. `chosen(place)` on Enter or a double click.

    `find` returns what the typed words mean, best first; `nothing` is said when that is nothing.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        find: Callable[[str], Sequence[Target]],
        *,
        name: str,
        hint: str,
        nothing: str,
        icon: str = "search",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, line="ink3", margin=Space.M, gap=Space.S, parent=parent)
        self._find = find
        self.field = _Field(theme, name, hint=hint, icon=icon)
        self.list = RowList(theme, self.tr("Ställen"), framed=False)
        self._empty = EmptyState(theme, nothing)
        self.setAccessibleName(name)
        for part in (self.field, self.list, self._empty):
            self.add(part)
        self.body.addStretch(1)
        self.field.textChanged.connect(self._show)
        self.field.moved.connect(self._move)
        self.field.returnPressed.connect(lambda: self._choose(self.list.focused_key()))
        self.list.row_activated.connect(self._choose)
        self._show("")

    def targets(self) -> list[str]:
        """Return the places shown, best first."""
        return self.list.keys()

    def _show(self, typed: str) -> None:
        shown = self._find(typed)
        self.list.set_rows([RowSpec(t.place, lambda t=t: self._row(t), name=t.words) for t in shown])
        if shown:
            self.list.focus_key(shown[0].place)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)

    def _row(self, target: Target) -> QWidget:
        box = QWidget()
        row = Row(self._theme, box, margin=(Space.M, 0, Space.M, 0))
        row.addWidget(IconView(self._theme, target.icon))
        row.addWidget(ElideLabel(self._theme, target.words), 1)
        row.addWidget(Label(self._theme, target.kind, "small"))
        return box

    def _move(self, step: int) -> None:
        keys = self.list.keys()
        if keys:
            place = keys.index(self.list.focused_key()) + step
            self.list.focus_key(keys[min(max(place, 0), len(keys) - 1)])

    def _choose(self, place: str) -> None:
        if place:
            self.chosen.emit(place)


class Palette(Choosing):
    """Go anywhere by typing."""

    def __init__(
        self, theme: Theme, found: Sequence[Target], state: State, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            lambda typed: matching(found, typed, state),
            name=QCoreApplication.translate("Palette", "Gå till"),
            hint=QCoreApplication.translate("Palette", "Skärm, steg, funktion eller radnummer"),
            nothing=QCoreApplication.translate(
                "Palette", "Inget ställe heter så. Skriv ett annat ord, eller ett radnummer."
            ),
            parent=parent,
        )


class _Field(LineEdit):
    """A line in which Up and Down move in the list under it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or type."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in _ENTER and event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)
