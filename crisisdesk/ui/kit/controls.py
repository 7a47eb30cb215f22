"""The controls that take text: a line, and several lines that grow."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size


class LineEdit(QLineEdit):
    """One line of text, at least 34 px high. Leaves Ctrl+U, which erases on X11, to the program."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        *,
        hint: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self._icon = icon
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and its icon before the text."""
        super().paintEvent(event)
        if not self._icon:
            return
        painter = painter_on(self)
        pixmap = self._theme.icons.pixmap(self._icon, "ink2", ratio=self.devicePixelRatioF())
        side = round(pixmap.deviceIndependentSize().height())
        painter.drawPixmap(self._theme.dp(_ICON_AT), (self.height() - side) // 2, pixmap)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Let a shortcut on Ctrl+U win over the built-in erasing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_erase(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what belongs to the program."""
        if _is_erase(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setMinimumHeight(self._theme.dp(Size.CONTROL))
        self.setTextMargins(self._theme.dp(_ICON_ROOM) if self._icon else 0, 0, 0, 0)
        self.update()


_ICON_AT: Final = 10  # px from the left edge
_ICON_ROOM: Final = 24  # px before the text


def _is_erase(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_U and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; grows with them from `lines` to `most` lines. Tab moves on."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        *,
        hint: str = "",
        lines: int = 2,
        most: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        # Who opens a text to change it goes on where it ends, as in a line.
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text only when it is longer than the field; else the page."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field breaks the text into more lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        written = round(self.document().size().height())
        lines = min(max(written, self._lines), self._most)
        margins = self.contentsMargins()
        # The style sheet's line and padding are in the margins; without them the text needs as much.
        pad = max(margins.top() + margins.bottom(), 2 * self._theme.dp(7))
        height = max(round(lines * self.fontMetrics().lineSpacing()) + pad, self._theme.dp(Size.CONTROL))
        more = written > self._most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
