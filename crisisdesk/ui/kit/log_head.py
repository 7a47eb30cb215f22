"""The titles over the columns of the log."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.log_columns import STANDARD, columns
from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Type, Weight

_HEAD: Final = 36


class LogHead(QWidget):
    """The titles of the columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen: tuple[str, ...] = STANDARD
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_columns(self, chosen: tuple[str, ...]) -> None:
        """Show the titles of other columns."""
        self._chosen = chosen
        self.update()

    def titles(self) -> dict[str, str]:
        """Return what every column is called."""
        return {
            "number": self.tr("Nr"),
            "time": self.tr("Hände"),
            "recorded": self.tr("Loggat"),
            "kind": self.tr("Slag"),
            "text": self.tr("Text"),
            "sender": self.tr("Från"),
            "receiver": self.tr("Till"),
            "channel": self.tr("Kanal"),
            "route": self.tr("Från, till, kanal"),
            "reliability": self.tr("Uppgiften är"),
            "functions": self.tr("Funktioner"),
            "tags": self.tr("Märken"),
            "sign": self.tr("Sign"),
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles over their columns, and the hairline under them."""
        painter = painter_on(self)
        cols = columns(
            self._theme, self.width() - self._theme.dp(Size.SCROLL), compact=False, chosen=self._chosen
        )
        painter.setFont(self._theme.font(Type.LABEL, Weight.STRONG))
        painter.setPen(self._theme.color("ink2"))
        for name, column in cols.places:
            side = Qt.AlignmentFlag.AlignRight if name == "sign" else Qt.AlignmentFlag.AlignLeft
            box = QRectF(column.x(), 0, column.width(), self.height())
            title = QFontMetricsF(painter.font()).elidedText(
                self.titles()[name], Qt.TextElideMode.ElideRight, box.width() + 1
            )
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, title)
        line = QRectF(0, self.height() - Size.HAIR, self.width(), Size.HAIR)
        painter.fillRect(line, self._theme.color("line"))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.dp(_HEAD))
        self.update()
