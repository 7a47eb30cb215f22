"""A form that opens inside a row: its fields and its two buttons, as high as they need."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.buttons import Button
from crisisdesk.ui.kit.form_drafts import FormDrafts
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.labels import Label, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    *_ENTER,
)


class InlineForm(QWidget):
    """A form with its buttons, in a row of a list.

    `sent(values)` on the primary button or Ctrl+Enter, `cancelled` on the other or Escape. `refuse` shows
    what a rule said. What is not sent is kept under the title. Keys that move or tick rows stay inside while
    one fills it in.
    """

    sent = Signal(dict)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        form: Form,
        *,
        primary: str,
        icon: str = "",
        danger: bool = False,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.primary = Button(
            theme, primary, icon, primary=not danger, danger=danger, key_hint=self.tr("Ctrl Enter")
        )
        self.cancel = Button(theme, self.tr("Avbryt"), key_hint=self.tr("Esc"), variant="quiet")
        self.setAccessibleName(title)
        column = Column(theme, self, gap=Space.S)
        column.addWidget(Label(theme, title, "strong"))
        if note:
            column.addWidget(WrapLabel(theme, note, "quiet"))
        column.addWidget(form)
        column.addLayout(self._buttons(theme))
        form.sent.connect(self._send)
        form.cancelled.connect(self.cancelled)
        self._drafts = FormDrafts(form, self, title)

    def refuse(self, sentence: str, field: str = "") -> None:
        """Show why it was refused, at the field, or above all fields."""
        self.form.show_error(field, sentence)

    def add_button(self, button: Button) -> None:
        """Put another way to end the form beside the primary button."""
        self._row.insertWidget(1, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send and cancel while a button has the focus; keep the list's keys from the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif _sends(event):
            self._send()
        elif event.key() in _OURS:
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Escape from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _buttons(self, theme: Theme) -> Row:
        row = self._row = Row(theme)
        row.addWidget(self.primary)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.primary.clicked.connect(self._send)
        self.cancel.clicked.connect(self.cancelled)
        return row

    def _send(self) -> None:
        self.form.clear_errors()
        self.sent.emit(self.form.values())


def _sends(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_ours(event: QKeyEvent) -> bool:
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return _sends(event) or (event.key() == Qt.Key.Key_Escape and plain)
