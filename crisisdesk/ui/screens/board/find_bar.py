"""The line over the board that finds cards: it says how many, Enter goes to the next."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, IconButton, IconView, Label, LineEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(Card):
    """`sought(text)` while one types; `next_wished(1)` on Enter, `next_wished(-1)` on Shift+Enter; `left` on
    Escape.
    """

    sought = Signal(str)
    next_wished = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=(Space.M, 0, Space.XS, 0), gap=Space.S, horizontal=True)
        self.edit = LineEdit(theme, self.tr("Sök på tavlan"), hint=self.tr("Ord på ett kort"))
        self._count = Label(theme, "", "digits")
        close = IconButton(theme, "x", self.tr("Sluta söka"))
        self.add(IconView(theme, "search", "ink2"))
        self.add(self.edit, 1)
        self.add(self._count)
        self.add(close)
        self.edit.textChanged.connect(self.sought)
        self.edit.installEventFilter(self)
        close.clicked.connect(self.left)
        self.hide()

    def open(self) -> None:
        """Come up with the keyboard in the line; what stands there is chosen, to be typed over."""
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def show_count(self, place: int, count: int) -> None:
        """Say which hit of how many is shown (place from 1, 0 for none of them)."""
        if not self.edit.text().strip():
            words = ""
        elif not count:
            words = self.tr("inget kort")
        else:
            words = self.tr("{0} av {1}").format(place, count) if place else self.tr("{0} kort").format(count)
        self._count.setText(words)
        self.edit.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Escape of the line."""
        if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Escape, *_ENTER):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._answer(event)
            return True
        return super().eventFilter(watched, event)

    def _answer(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.next_wished.emit(-1 if back else 1)
