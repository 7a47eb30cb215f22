"""The field of the quick line: Enter sends once, Shift+Enter breaks, what was understood is quieter."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from crisisdesk.ui.kit.attachment_source import can_attach, from_mime
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Type

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST: Final = 5  # lines before the field scrolls


class QuickEdit(QPlainTextEdit):
    """`send_pressed` on Enter, never for a held one; `widen_pressed` on Ctrl+Enter; `correct_pressed` on
    Ctrl+R in an empty field; `left` on Escape; `focus_changed` when the cursor comes or goes;
    `given(sources)` when files or pictures are pasted or dropped (a list of Attachable).
    """

    send_pressed = Signal()
    widen_pressed = Signal()
    correct_pressed = Signal()
    left = Signal()
    focus_changed = Signal()
    given = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("bare", True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Skriv i loggen"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._quieter = _Quieter(theme, self)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._grow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_understood(self, letters: int, token: str) -> None:
        """Show so many letters at the start in the colour of the token: they are no text of the line."""
        self._quieter.set_range(letters, token)

    def put(self, text: str) -> None:
        """Replace the text, as one step of undo, with the cursor at its end."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files and pictures, too."""
        return can_attach(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Give files and pictures that are pasted or dropped to who attaches them."""
        if can_attach(source):
            self.given.emit(from_mime(source))
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Keep this field's own keys from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, break, correct, leave; the rest is typing."""
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            if not event.isAutoRepeat():
                self.send_pressed.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif self._is_ours(event):
            self._own_key(event)
        elif event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor is here."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor went."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field breaks the text into more lines."""
        super().resizeEvent(event)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a few words still show."""
        return QSize(self._theme.dp(160), self.minimumHeight())

    def sizeHint(self) -> QSize:
        """Return the height that the text needs."""
        return QSize(self._theme.dp(320), self.minimumHeight())

    def _own_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() in _ENTER:
            self.widen_pressed.emit()
        else:
            self.correct_pressed.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            return held == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            return event.modifiers() == Qt.KeyboardModifier.NoModifier
        corrects = event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return corrects and self.document().isEmpty()

    def _grow(self) -> None:
        line, written = self.fontMetrics().lineSpacing(), self._written_height()
        most = line * _MOST
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if written > most + 1 else policy.ScrollBarAlwaysOff
        )
        height = round(min(max(written, line), most)) + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _written_height(self) -> float:
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height < self._theme.px(1000):
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Type.QUICK))
        self._quieter.rehighlight()
        self._grow()


_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class _Quieter(QSyntaxHighlighter):
    """Colours what was understood at the start of the text."""

    def __init__(self, theme: Theme, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self._theme = theme
        self._letters = 0
        self._token = "ink3"

    def set_range(self, letters: int, token: str) -> None:
        if (letters, token) != (self._letters, self._token):
            self._letters, self._token = letters, token
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._letters and self.currentBlock().position() == 0:
            look = QTextCharFormat()
            look.setForeground(self._theme.color(self._token))
            self.setFormat(0, min(self._letters, len(text)), look)
