"""What a card has said: all its versions, among the cards where it hangs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, IconButton, Label, Row, WrapLabel
from crisisdesk.ui.screens.board.history_rows import VersionRow


class CardHistory(Card):
    """The versions, the newest first. `cancelled` on Escape, Ctrl+H, Enter or its cross."""

    cancelled = Signal()

    def __init__(self, theme: Theme, rows: Sequence[VersionRow]) -> None:
        super().__init__(theme, margin=(Space.M, Space.S, Space.S, Space.M), gap=Space.S)
        head = Row(theme)
        close = IconButton(theme, "x", self.tr("Stäng"))
        close.clicked.connect(self.cancelled)
        head.addWidget(Label(theme, self.tr("Versioner"), "strong"), 1)
        head.addWidget(close)
        self.body.addLayout(head)
        for row in rows:
            self._add(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Kortets versioner"))
        self.setAccessibleDescription("\n".join(self._spoken(row) for row in rows))

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _closes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close; keep the board's keys from the board."""
        if _closes(event):
            self.cancelled.emit()
        else:
            event.setAccepted(bool(event.key() == Qt.Key.Key_Delete))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.set_ringed(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.set_ringed(False)

    def _add(self, row: VersionRow) -> None:
        words = self.tr("{0}  {1}  {2}").format(row.version, row.when, row.by)
        self.add(WrapLabel(self._theme, words, "small", token="ink2"))
        self.add(WrapLabel(self._theme, row.text, "body"))
        if row.rest:
            self.add(WrapLabel(self._theme, row.rest, "quiet", token="ink2"))

    def _spoken(self, row: VersionRow) -> str:
        said = self.tr("Version {0}, {1}, {2}: {3}").format(row.version, row.when, row.by, row.text)
        return f"{said}. {row.rest}" if row.rest else said


def _closes(event: QKeyEvent) -> bool:
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return event.key() == Qt.Key.Key_H
    closing = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in closing
