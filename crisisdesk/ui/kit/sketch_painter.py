"""Paints a drawing of strokes and texts, over a picture when there is one."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF

from crisisdesk.base.drawing import Drawing, SketchText, Stroke
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import LIGHT

Colours = Callable[[str], QColor]
"""Gives the colour of a word such as `red`, and of `ground`, on the ground that is painted on."""

_SOFT: Final = 0.38
_HEAD_TURN: Final = 2.6
_HEAD_LENGTH: Final = 4.0  # of the arrow's width
_HEAD_LEAST: Final = 40  # units

TOKENS: Final = {
    "ink": "ink",
    "red": "alarm",
    "blue": "accent",
    "green": "ok",
    "amber": "warn",
    "ground": "surface",
}
"""The token that is the colour of a word."""


def paper_colours(theme: Theme, *, light: bool) -> Colours:
    """Return what gives a drawing's colours; `light` on paper, which a map or a photo is taken to be."""

    def colour(word: str) -> QColor:
        token = TOKENS.get(word, "ink")
        return QColor(getattr(LIGHT, token)) if light else theme.color(token)

    return colour


def page_rect(drawing: Drawing, area: QRectF) -> QRectF:
    """Return where the whole page stands in the area, as large as it can, in the middle."""
    scale = min(area.width() / drawing.width, area.height() / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    return QRectF(
        area.x() + (area.width() - width) / 2, area.y() + (area.height() - height) / 2, width, height
    )


def paint_picture(painter: QPainter, picture: QImage, rect: QRectF) -> None:
    """Paint the picture as large as it can be in the page, in the middle, nothing cut off."""
    if picture.isNull():
        return
    scale = min(rect.width() / picture.width(), rect.height() / picture.height())
    width, height = picture.width() * scale, picture.height() * scale
    left, top = rect.x() + (rect.width() - width) / 2, rect.y() + (rect.height() - height) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(left, top, width, height), picture)


def paint_drawing(painter: QPainter, drawing: Drawing, rect: QRectF, colours: Colours, font: QFont) -> None:
    """Paint the strokes, then the texts, into the page's rectangle; nothing outside it."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    scale = rect.width() / drawing.width
    painter.scale(scale, scale)
    for stroke in drawing.strokes:
        paint_stroke(painter, stroke, colours)
    for text in drawing.texts:
        _paint_text(painter, text, colours, font)
    painter.restore()


def paint_stroke(painter: QPainter, stroke: Stroke, colours: Colours) -> None:
    """Paint one stroke in the page's units."""
    if not stroke.points:
        return
    colour = QColor(colours("ground" if stroke.ground else stroke.colour))
    if stroke.filled or stroke.ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in stroke.points]))
        return
    if stroke.soft:
        colour.setAlphaF(_SOFT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_path(stroke))


def _path(stroke: Stroke) -> QPainterPath:
    points = [QPointF(*point) for point in stroke.points]
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.01, 0))  # a dot: a line of no length is not painted
    for point in points[1:]:
        path.lineTo(point)
    if stroke.arrow and len(points) > 1:
        _add_head(path, points[-2], points[-1], max(_HEAD_LEAST, _HEAD_LENGTH * stroke.width))
    return path


def _add_head(path: QPainterPath, before: QPointF, tip: QPointF, length: float) -> None:
    ahead = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    for turn in (_HEAD_TURN, -_HEAD_TURN):
        path.moveTo(tip)
        path.lineTo(tip + QPointF(length * math.cos(ahead + turn), length * math.sin(ahead + turn)))


def _paint_text(painter: QPainter, text: SketchText, colours: Colours, font: QFont) -> None:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(text.size)))
    painter.setFont(sized)
    painter.setPen(colours(text.colour))
    for place, line in enumerate(text.text.split("\n")):
        painter.drawText(QPointF(text.x, text.y + 1.3 * text.size * place), line)
