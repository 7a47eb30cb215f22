"""Something that lies over the window for a while: never modal, Escape takes it away, the focus goes back."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Column

Side = Literal["left", "middle", "right"]
_MARGIN: Final = Space.S


class Floating(QWidget):
    """Holds one widget over `host`, `top` px (at 100 %) from its upper edge. `closed` when it is gone.

    Clicks beside it reach the window: nothing waits for it.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, host: QWidget, content: QWidget, *, width: float, top: float, side: Side = "left"
    ) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self.content = content
        self._width = width
        self._top = top
        self._side: Side = side
        self._before = QApplication.focusWidget()
        Column(theme, self, gap=0).addWidget(content)
        host.installEventFilter(self)
        theme.changed.connect(self._place)

    def open(self) -> None:
        """Come up over the window."""
        self._place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Go away, and give the focus back to where it was."""
        self._host.removeEventFilter(self)
        focused = QApplication.focusWidget()
        had = focused is None or self.isAncestorOf(focused)
        # Taken away, not only out of sight: what was written in it is no draft any more.
        self.content.hide()
        self.hide()
        if had and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no other key goes on to the window under it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        margin = self._theme.dp(_MARGIN)
        top = self._theme.dp(self._top)
        width = min(self._theme.dp(self._width), self._host.width() - 2 * margin)
        room = self._host.height() - top - margin
        wanted = self.content.heightForWidth(width) if self.content.hasHeightForWidth() else -1
        height = min(max(wanted, self.content.sizeHint().height(), self.content.minimumHeight()), room)
        left = {
            "left": margin,
            "middle": (self._host.width() - width) // 2,
            "right": self._host.width() - width - margin,
        }[self._side]
        self.setGeometry(QRect(left, top, width, height))
