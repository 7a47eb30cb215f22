"""The small form that stands among the cards of a column: Enter sends, Shift+Enter breaks the line."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from crisisdesk.ui.kit.form_drafts import FormDrafts
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, flow_box

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardForm(Card):
    """A form with its two buttons, narrow enough for a column; `title` is what it is called when read aloud.

    `sent` on Enter in any field, on Ctrl+Enter, or on the button; `cancelled` on Escape. What is not sent is
    kept under `draft`.
    """

    sent = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        form: Form,
        *,
        primary: str,
        danger: bool = False,
        draft: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, margin=(Space.S, Space.S, Space.S, Space.S), gap=Space.S, parent=parent)
        self.form = form
        self.primary = Button(theme, primary, primary=not danger, danger=danger, key_hint=self.tr("Enter"))
        self.cancel = Button(theme, self.tr("Avbryt"), variant="quiet", tip=self.tr("Esc"))
        self.setAccessibleName(title)
        self.set_ringed(True)
        self.add(form)
        self.add(flow_box(theme, self.primary, self.cancel, gap=Space.XS))
        self.primary.clicked.connect(self._send)
        self.cancel.clicked.connect(self.cancelled)
        form.sent.connect(self._send)
        form.cancelled.connect(self.cancelled)
        # A list would drop down on Enter; Space and the arrows are enough for that.
        for kind in (QLineEdit, QPlainTextEdit, QComboBox):
            for edit in form.findChildren(kind):
                edit.installEventFilter(self)
        self._drafts = FormDrafts(form, self, draft) if draft else None

    def refuse(self, sentence: str, field: str = "") -> None:
        """Show why it was refused, at the field, or above all fields."""
        self.form.show_error(field, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send on Enter while a field of the form has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _sends(event):
            if not event.isAutoRepeat():
                self._send()
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Ctrl+Enter from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send and cancel from whatever has the focus; keep the board's keys from the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif (_is_ours(event) or _sends(event)) and not event.isAutoRepeat():
            self._send()
        else:
            event.accept()

    def _send(self) -> None:
        self.form.clear_errors()
        self.sent.emit()


def _sends(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
