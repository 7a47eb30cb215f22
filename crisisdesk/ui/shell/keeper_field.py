"""The keeper's sign in the header. The first one is typed in its own place; then the log is handed over."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Column, Label, LineEdit, hold_size
from crisisdesk.ui.shell.head_parts import HeadFigure

_WIDTH: Final = 96
_HEIGHT: Final = 26


class KeeperField(QStackedWidget):
    """Shows who keeps the log; `sign_requested(sign)` when the first sign was typed.

    Whoever carries it out calls `accept` or `refuse` before the signal returns. `left` when it is
    done. `change_requested` when somebody keeps the log and another is to take over: both sign that.
    """

    sign_requested = Signal(str)
    change_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.figure = HeadFigure(theme, self.tr("Loggförare"))
        self.edit = _SignEdit(theme, self.tr("Vem för loggen? Signatur"))
        self._question = Label(theme, self.tr("Vem för loggen?"), "small")
        self._page = QWidget()
        column = Column(theme, self._page, gap=0)
        column.addWidget(self._question)
        column.addWidget(self.edit)
        hold_size(theme, self.edit, width=_WIDTH, height=_HEIGHT)
        self.addWidget(self.figure)
        self.addWidget(self._page)
        self.figure.clicked.connect(self.ask)
        self.edit.returnPressed.connect(self._send)
        self.edit.gave_up.connect(self._leave)
        self.edit.textEdited.connect(self._ask_again)

    def set_keeper(self, sign: str) -> None:
        """Show the sign; without one, that it is wanted."""
        self._sign = sign
        if sign:
            self.figure.set_value(sign)
        else:
            self.figure.set_value(self.tr("välj sign"), token="warn")
        self.setMaximumWidth(self.figure.sizeHint().width() if self.currentIndex() == 0 else _ANY)

    def ask(self) -> None:
        """Become a field, with the cursor in it; wish for a handover when somebody keeps the log."""
        if self._sign:
            self.change_requested.emit()
            return
        self.setMaximumWidth(_ANY)
        self._say(self.tr("Vem för loggen?"), "ink2")
        self.edit.clear()
        self.setCurrentWidget(self._page)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Show the figure again: the sign was taken."""
        self._leave()

    def refuse(self, sentence: str) -> None:
        """Say why the sign was refused; the text stays."""
        self._say(sentence, "alarm")

    def asking(self) -> bool:
        """Return whether the field is open."""
        return self.currentWidget() is self._page

    def said(self) -> str:
        """Return the words over the field."""
        return self._question.text()

    def _ask_again(self, _text: str) -> None:
        self._say(self.tr("Vem för loggen?"), "ink2")

    def _send(self) -> None:
        self.sign_requested.emit(self.edit.text())

    def _leave(self) -> None:
        self.setCurrentWidget(self.figure)
        self.set_keeper(self._sign)
        self.left.emit()

    def _say(self, words: str, token: str) -> None:
        self._question.setText(words)
        self._question.set_token(token)
        self.edit.setAccessibleDescription(words)


_ANY: Final = 16_777_215


class _SignEdit(LineEdit):
    """The field for the sign; Escape gives up."""

    gave_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _escapes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if _escapes(event):
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


def _escapes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier
