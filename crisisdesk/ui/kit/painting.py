"""Strokes that painted widgets share: grounds with a hairline, the focus ring, the accent bar."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size


def painter_on(widget: QWidget) -> QPainter:
    """Return a smooth painter; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def ground_of(area: QAbstractScrollArea) -> QWidget:
    """Give the area a bare ground to scroll on, and return it.

    It has one from Qt. But when that one is asked for, PySide defines every class of widget there is to learn
    which it may be: a twentieth of a start.
    """
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    area.setViewport(ground)
    return ground


def fill(painter: QPainter, rect: QRectF, ground: QColor, radius: float = 0.0) -> None:
    """Fill `rect` with rounded corners, without a line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, radius, radius)


def outline(painter: QPainter, rect: QRectF, color: QColor, width: float, radius: float = 0.0) -> None:
    """Draw a line of `width` px wholly inside `rect`."""
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width))
    inner = max(radius - half, 0.0)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float = Radius.FIELD) -> None:
    """Draw the keyboard focus: a ring in the accent, inside the edge of `rect`."""
    outline(painter, rect, theme.color("accent"), theme.px(Size.RING), theme.px(radius))


def bar(painter: QPainter, theme: Theme, rect: QRectF, token: str = "accent") -> None:
    """Draw the bar of a chosen row at the left edge of `rect`."""
    painter.fillRect(QRectF(rect.x(), rect.y(), theme.px(Size.BAR), rect.height()), theme.color(token))
