"""The panel in which the columns of the log are chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.log_columns import ALWAYS, ORDER, STANDARD
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, Card, Chip, Label, flow_box


class ColumnsPanel(Card):
    """A chip for each column that can be shown or not. `chosen(columns)` in their order, `left` on Escape."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, titles: Mapping[str, str]) -> None:
        super().__init__(theme)
        self._columns: tuple[str, ...] = STANDARD
        self.chips = {key: self._chip(key, titles[key]) for key in ORDER if key not in ALWAYS}
        self.standard = Button(theme, self.tr("Som från början"), "rotate-ccw", variant="quiet")
        self.standard.clicked.connect(lambda: self._tell(STANDARD))
        note = Label(theme, self.tr("Kolumner. Det som inte får plats står efter texten."), "quiet")
        self.add(note)
        self.add(flow_box(theme, *self.chips.values(), self.standard))
        self.setAccessibleName(self.tr("Kolumner"))
        self.show_columns(STANDARD)

    def focus_first(self) -> None:
        """Put the focus on the first column."""
        next(iter(self.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def show_columns(self, columns: Sequence[str]) -> None:
        """Show which columns are chosen, telling nobody."""
        self._columns = tuple(columns)
        for key, chip in self.chips.items():
            chip.set_on(key in columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right and Left walk from chip to chip; Escape goes back to the lines."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _chip(self, key: str, title: str) -> Chip:
        chip = Chip(self._theme, title)
        chip.pressed.connect(lambda: self._turn(key))
        return chip

    def _turn(self, key: str) -> None:
        turned = frozenset(self._columns) ^ {key}
        self._tell(tuple(column for column in ORDER if column in turned))

    def _tell(self, columns: tuple[str, ...]) -> None:
        self.show_columns(columns)
        self.chosen.emit(columns)
