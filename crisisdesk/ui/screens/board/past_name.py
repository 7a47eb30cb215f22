"""The name of a frozen board, asked for right after it is frozen, or changed later; it can be left empty."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, IconView, Label, LineEdit


class NameRow(Card):
    """`named(number, name)` on Enter; `left` when it is done with or given up."""

    named = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "accentsoft", horizontal=True, margin=(Space.M, Space.XS, Space.XS, Space.XS), gap=Space.S
        )
        self._number = 0
        self._words = Label(theme, "", "strong")
        self.field = LineEdit(theme, self.tr("Lägesbildens namn"))
        self.field.setPlaceholderText(self.tr("namn, till exempel efter utrymningen"))
        self.field.returnPressed.connect(self._send)
        save = Button(theme, self.tr("Spara namnet"), key_hint=self.tr("Enter"))
        save.clicked.connect(self._send)
        self._skip = Button(theme, self.tr("Utan namn"), key_hint=self.tr("Esc"))
        self._skip.clicked.connect(self.leave)
        self.add(IconView(theme, "snowflake", "accent"))
        self.add(self._words)
        self.add(self.field, 1)
        self.add(save)
        self.add(self._skip)
        self.hide()

    def ask(self, number: int) -> None:
        """Ask what Lägesbild `number`, just frozen, is called."""
        self._skip.set_text(self.tr("Utan namn"))
        self._open(number, self.tr("Lägesbild {0} är fryst.").format(number), "")

    def rename(self, number: int, name: str) -> None:
        """Ask what Lägesbild `number` shall be called instead of `name`."""
        self._skip.set_text(self.tr("Avbryt"))
        self._open(number, self.tr("Lägesbild {0} heter").format(number), name)

    def _open(self, number: int, words: str, name: str) -> None:
        self._number = number
        self._words.setText(words)
        self.field.setText(name)
        self.field.selectAll()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask no more."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it without a name on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        name = self.field.text().strip()
        if name:
            self.named.emit(self._number, name)
        self.leave()
