"""Paints a scene: every kind of item has one stroke of the brush."""

from collections.abc import Iterable
from functools import singledispatchmethod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from crisisdesk.incident.board_shapes import Box, Icon, Run
from crisisdesk.ui.wall.look import WallLook
from crisisdesk.ui.wall.scene import Item, Rect, Stroke

_DASHES = [2.0, 2.0]


class ScenePainter:
    """Paints items with the look; the caller owns the painter. `ratio` is device pixels per px."""

    def __init__(self, painter: QPainter, look: WallLook, ratio: float) -> None:
        self._painter = painter
        self._look = look
        self._ratio = ratio
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    def paint(self, items: Iterable[Item]) -> None:
        """Paint the items in order."""
        for item in items:
            self._paint(item)

    @singledispatchmethod
    def _paint(self, item: object) -> None:
        raise TypeError(f"no brush for {type(item).__name__}")

    @_paint.register
    def _box(self, item: Box) -> None:
        inset = item.stroke / 2 if item.line else 0.0
        rect = _rect(item.rect).adjusted(inset, inset, -inset, -inset)
        color = self._look.color
        self._painter.setPen(QPen(color(item.line), item.stroke) if item.line else Qt.PenStyle.NoPen)
        self._painter.setBrush(color(item.ground) if item.ground else Qt.BrushStyle.NoBrush)
        radius = max(item.radius - inset, 0.0)
        self._painter.drawRoundedRect(rect, radius, radius)

    @_paint.register
    def _run(self, item: Run) -> None:
        self._painter.setFont(self._look.font(item.size, item.weight, struck=item.struck))
        self._painter.setPen(self._look.color(item.token))
        self._painter.drawText(QPointF(item.x, item.baseline), item.text)

    @_paint.register
    def _icon(self, item: Icon) -> None:
        pixmap = self._look.icons.pixmap(item.name, item.token, item.rect.width, ratio=self._ratio)
        self._painter.drawPixmap(QPointF(round(item.rect.x), round(item.rect.y)), pixmap)

    @_paint.register
    def _stroke(self, item: Stroke) -> None:
        pen = QPen(self._look.color(item.token), item.width)
        if item.dashed:
            pen.setDashPattern(_DASHES)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
