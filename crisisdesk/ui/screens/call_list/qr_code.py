"""A QR code that a mobile phone reads from the screen: drawn as squares, sharp at any size."""

from typing import Final

import segno
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.painting import fill, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius

_SIDE: Final = 232
_QUIET: Final = 4  # modules of white around (ISO/IEC 18004)


class QrCode(QWidget):
    """Shows a text such as `tel:112` as a QR code, dark on white in both themes: phones expect that."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._matrix: tuple[bytearray, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show the text; "" shows nothing."""
        self._matrix = segno.make_qr(text, error="l").matrix if text else ()
        self.setAccessibleDescription(text)
        self.update()

    def modules(self) -> int:
        """Return how many squares a side has, 0 when nothing is shown."""
        return len(self._matrix)

    def sizeHint(self) -> QSize:
        """Return a square that a phone reads at arm's length."""
        return QSize(self._theme.dp(_SIDE), self._theme.dp(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark squares; whole pixels, so that no seam shows between them."""
        painter = painter_on(self)
        fill(painter, QRectF(self.rect()), self._theme.color("onfill"), self._theme.px(Radius.CARD))
        painter.setRenderHint(painter.RenderHint.Antialiasing, False)
        if self._matrix:
            self._paint_squares(painter)
        painter.end()

    def _paint_squares(self, painter: QPainter) -> None:
        side = self.width() // (len(self._matrix) + 2 * _QUIET)
        start = (self.width() - side * len(self._matrix)) // 2
        ink = self._theme.color("nav")
        for y, line in enumerate(self._matrix):
            for x, dark in enumerate(line):
                if dark:
                    painter.fillRect(start + x * side, start + y * side, side, side, ink)
