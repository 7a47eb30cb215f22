"""The number of a line of the log, small, in a text: pressed, it leads there."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Type

_HEIGHT: Final = 22
_PAD: Final = 5


class LineLink(QAbstractButton):
    """A number in the accent, underlined under the mouse, ringed with focus."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self.setText(str(number))
        self.setAccessibleName(self.tr("Gå till rad {0}").format(number))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room for the number."""
        words = QFontMetricsF(self._theme.font(Type.LABEL)).horizontalAdvance(self.text())
        return QSize(round(words + 2 * self._theme.px(_PAD)), self._theme.dp(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, once when held."""
        plain = event.modifiers() != Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        font = self._theme.font(Type.LABEL)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.color("accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            ring = self._theme.px(Size.RING)
            outline(painter, rect, self._theme.color("accent"), ring, self._theme.px(Radius.TAG))
        painter.end()
