"""The fields of the sheet: each saves itself when it is left, or when one pauses in it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.controls import LineEdit, TextEdit
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, ElideLabel, TickBox, WrapLabel, hold_size
from crisisdesk.ui.screens.sheet.rows import TICKED, LeafRow

PAUSE_MS: Final = 1500
"""A pause this long saves what is written (product: phase 2 saves field by field)."""

_SAVED: Final = 104  # px for *sparat fre 13:06*
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pause(QObject):
    """Says `over` when one has stopped writing for a while."""

    over = Signal()

    def __init__(self, parent: QObject, pause_ms: int) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(self.over)

    def begin(self) -> None:
        """Count from now."""
        self._timer.start()

    def end(self) -> None:
        """Stop counting."""
        self._timer.stop()


class Editor(QWidget):
    """What the fields share: a label, the control, and when it was saved.

    `save_asked(cells)` wishes for the value to be saved. A value that was not saved yet, or is being written,
    is never overwritten by `show_leaf`.
    """

    save_asked = Signal(tuple)

    def __init__(self, theme: Theme, leaf: LeafRow, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._theme = theme
        self.key = leaf.key
        self._saved_value = ""
        self._pause = Pause(self, pause_ms)
        self._pause.over.connect(self.save)
        self._saved = ElideLabel(theme, "", "small", token="ink3")
        self._error = WrapLabel(theme, "", "quiet", token="alarm")
        self._line = Row(theme, gap=Space.S)
        self._build(theme, leaf)

    def control(self) -> QWidget:
        """Return what takes the focus."""
        raise NotImplementedError

    def last_control(self) -> QWidget:
        """Return what Tab leaves the field from."""
        return self.control()

    def value(self) -> str:
        """Return what is written, without blanks around it."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Write the value."""
        raise NotImplementedError

    def is_unsaved(self) -> bool:
        """Return whether something is written that was not saved."""
        return self.value() != self._saved_value

    def show_leaf(self, leaf: LeafRow) -> None:
        """Show what was saved, unless something else is being written."""
        free = not self.is_unsaved() and not self.control().hasFocus()
        self._saved_value = leaf.value
        if free and self.value() != leaf.value:
            self.set_value(leaf.value)
        if not self.is_unsaved():
            self._say(leaf.saved)

    def save(self) -> None:
        """Ask for what is written to be saved, when it is not."""
        self._pause.end()
        if self.is_unsaved():
            self.save_asked.emit((self.value(),))

    def show_error(self, sentence: str) -> None:
        """Say why it was not saved; "" when it was."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if sentence:
            self._say(self.tr("inte sparat"), "alarm")

    def _build(self, theme: Theme, leaf: LeafRow) -> None:
        column = Column(theme, self, gap=Space.XS)
        if leaf.label:
            column.addWidget(WrapLabel(theme, leaf.label, "field"))
        self._line.addWidget(self.control(), 1)
        self._line.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hold_size(theme, self._saved, width=_SAVED)
        column.addLayout(self._line)
        column.addWidget(self._error)
        if leaf.note:
            column.addWidget(WrapLabel(theme, leaf.note, "small"))
        self._error.hide()
        self.control().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def _written(self) -> None:
        if self.is_unsaved():
            self._say("")
            self._pause.begin()

    def _say(self, words: str, token: str = "ink3") -> None:
        self._saved.setText(words)
        self._saved.set_token(token)


class LineEditor(Editor):
    """A line; `offer` is what one press of the button beside it writes (now, or the keeper's sign)."""

    def __init__(self, theme: Theme, leaf: LeafRow, pause_ms: int = PAUSE_MS) -> None:
        self.edit = LineEdit(theme, leaf.name, hint=leaf.hint)
        self._offer = ""
        super().__init__(theme, leaf, pause_ms)
        self._take: Button | None = None
        self.edit.textEdited.connect(self._written)

    def control(self) -> LineEdit:
        """Return the line."""
        return self.edit

    def value(self) -> str:
        """Return what is written."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Write the value."""
        self.edit.setText(value)

    def set_offer(self, words: str, value: str) -> None:
        """Offer to write the value with one press, as long as the line is empty."""
        self._offer = value
        if self._take is None:
            self._take = Button(self._theme, words)
            self._take.clicked.connect(self._take_offer)
            self._line.insertWidget(1, self._take)
        self._take.set_text(words)
        self._show_offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Enter."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _take_offer(self) -> None:
        self.edit.setText(self._offer)
        self._show_offer()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.save()

    def _written(self) -> None:
        self._show_offer()
        super()._written()

    def _show_offer(self) -> None:
        if self._take is not None:
            self._take.setVisible(not self.value())


class TextEditor(Editor):
    """Several lines that grow; Tab goes on."""

    def __init__(self, theme: Theme, leaf: LeafRow, pause_ms: int = PAUSE_MS) -> None:
        self.edit = TextEdit(theme, leaf.name, hint=leaf.hint, lines=1)
        super().__init__(theme, leaf, pause_ms)
        self.edit.textChanged.connect(self._written)

    def control(self) -> TextEdit:
        """Return the text."""
        return self.edit

    def value(self) -> str:
        """Return what is written."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Write the value."""
        self.edit.setPlainText(value)


class TickEditor(Editor):
    """A box to tick; it saves at once."""

    def __init__(self, theme: Theme, leaf: LeafRow, pause_ms: int = PAUSE_MS) -> None:
        self.box = TickBox(theme, QCoreApplication.translate("TickEditor", "Gjort"), name=leaf.name)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        super().__init__(theme, leaf, pause_ms)
        self.box.toggled.connect(self.save)

    def control(self) -> TickBox:
        """Return the box."""
        return self.box

    def value(self) -> str:
        """Return `ja` or nothing."""
        return TICKED if self.box.isChecked() else ""

    def set_value(self, value: str) -> None:
        """Tick the box, or not."""
        self.box.set_state("on" if value else "off")
