"""An icon that stands alone in a layout."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size


class IconView(QWidget):
    """One icon in a token's colour; `name` is read aloud when the icon alone carries the meaning."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        token: str = "ink2",
        size: float = Size.ICON,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)

    def set_icon(self, icon: str, token: str) -> None:
        """Show another icon or colour."""
        self._icon = icon
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        side = self._theme.dp(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = painter_on(self)
        pixmap = self._theme.icons.pixmap(self._icon, self._token, self._size, ratio=self.devicePixelRatioF())
        side = round(pixmap.deviceIndependentSize().height())
        painter.drawPixmap(QPoint((self.width() - side) // 2, (self.height() - side) // 2), pixmap)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
