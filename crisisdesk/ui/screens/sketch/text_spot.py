"""A field on the page, where a text is typed."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit
from crisisdesk.ui.screens.sketch.canvas import Canvas


class TextSpot(LineEdit):
    """A field on the page, where the text will stand. `typed(place, text)` on Enter."""

    typed = Signal(object, str)

    def __init__(self, theme: Theme, canvas: Canvas) -> None:
        super().__init__(theme, canvas.tr("Text på skissen"), parent=canvas)
        self._canvas = canvas
        self._place = (0, 0)
        self.setFixedWidth(theme.dp(260))
        self.hide()

    def open(self, place: tuple[int, int], at: QPointF) -> None:
        """Come up at the pixel, for a text at the place of the page."""
        self._place = place
        self.clear()
        left = min(int(at.x()), max(0, self._canvas.width() - self.width()))
        self.move(left, max(0, int(at.y()) - self.height() // 2))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter (which a line field passes on to the page under it), give up on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._send()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        text = self.text().strip()
        self._leave()
        if text:
            self.typed.emit(self._place, text)

    def _leave(self) -> None:
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
