"""A text that is saved by itself: when one pauses, and when one leaves it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from crisisdesk.ui.kit.fields import TextField
from crisisdesk.ui.kit.theme import Theme

_PAUSE: Final = 900  # ms without a key


class SavedText(TextField):
    """Several lines of text. `to_save(text)` when it should be saved; `set_saved` tells what is saved now."""

    to_save = Signal(str)

    def __init__(self, theme: Theme, name: str, label: str, *, lines: int = 3, hint: str = "") -> None:
        super().__init__(theme, name, label, lines=lines, hint=hint)
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.changed.connect(self._timer.start)
        self.edit.installEventFilter(self)

    def set_saved(self, text: str) -> None:
        """Show what is saved, unless something else is being written."""
        untouched = self.value() == self._saved
        self._saved = text
        if untouched and self.value() != text:
            self.set_value(text)

    def become(self, text: str) -> None:
        """Show another text from now on; what was written before must have been flushed."""
        self._timer.stop()
        self._saved = text
        self.set_value(text)

    def flush(self) -> None:
        """Save now what is not saved."""
        self._timer.stop()
        if self.value() != self._saved:
            self.to_save.emit(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the cursor leaves."""
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
