"""Strokes of the time axis."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from crisisdesk.ui.kit.axis_layout import Cluster, Now, Placed, Span, Tick
from crisisdesk.ui.kit.painting import fill, outline, ring
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS, Radius, Size, Type, Weight

# heights in px from the top of the strip, at 100 %
_ABOVE: Final = 22
_ICON: Final = 43
_LINE: Final = 63
_TICK_TEXT: Final = 78
_BELOW: Final = 102
_TICK: Final = 5
NOW_LEAD: Final = 6


class AxisPainter:
    """Paints one time axis within `rect`; the caller owns the painter."""

    def __init__(self, theme: Theme, painter: QPainter, rect: QRect, ratio: float) -> None:
        self._theme = theme
        self._painter = painter
        self._rect = QRectF(rect)
        self._ratio = ratio

    def frame(self, *, focus: bool) -> None:
        """Paint the surface with its hairline, or the ring."""
        radius = self._theme.px(Radius.CARD)
        fill(self._painter, self._rect, self._theme.color("surface"), radius)
        if focus:
            ring(self._painter, self._theme, self._rect, Radius.CARD)
        else:
            outline(self._painter, self._rect, self._theme.color("line"), Size.HAIR, radius)

    def line(self, ticks: Sequence[Tick], span: Span) -> None:
        """Paint the line across, the ticks and their times."""
        y = self._y(_LINE)
        self._painter.setPen(QPen(self._theme.color("line"), self._theme.px(2)))
        self._painter.drawLine(QPointF(self._rect.left() + 1, y), QPointF(self._rect.right() - 1, y))
        self._painter.setFont(self._theme.font(Type.LABEL))
        for tick in ticks:
            self._painter.setPen(QPen(self._theme.color("ink2"), self._theme.px(1)))
            x = round(tick.x) + 0.5
            self._painter.drawLine(
                QPointF(x, y - self._theme.px(_TICK)), QPointF(x, y + self._theme.px(_TICK))
            )
            self._centred(tick.text, tick.x, _TICK_TEXT)

    def marks(self, placed: Sequence[Placed], chosen: str) -> None:
        """Paint icons and labels; what is planned stands on a dashed stroke."""
        for spot in placed:
            if spot.mark.key == chosen:
                self._chosen(spot)
            self._icon(spot)
        self._painter.setFont(self._theme.font(Type.QUIET))
        for spot in placed:
            if spot.label_x is not None:
                self._painter.setPen(self._theme.color("ink"))
                self._left(spot.mark.label, spot.label_x, _ABOVE if spot.above else _BELOW)

    def counts(self, placed: Sequence[Placed], clusters: Mapping[str, Cluster]) -> None:
        """Paint how many marks stand together, at the upper right of the icon that stands for them; red when
        one of them is late.
        """
        self._painter.setFont(self._theme.font(Type.SMALL, Weight.STRONG))
        for spot in placed:
            cluster = clusters.get(spot.mark.key)
            if cluster is not None and len(cluster.members) > 1:
                self._count(spot, len(cluster.members), "alarm" if cluster.late else "ink2")

    def _count(self, spot: Placed, count: int, token: str) -> None:
        text = f"{count}" if count < 100 else "99+"
        height = self._theme.px(13)
        width = max(self._painter.fontMetrics().horizontalAdvance(text) + self._theme.px(6), height)
        box = QRectF(spot.x + self._theme.px(3), self._y(_ICON) - self._theme.px(15), width, height)
        fill(self._painter, box, self._theme.color(token), height / 2)
        self._painter.setPen(self._theme.color("surface"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def now(self, now: Now, span: Span, text: str, token: str = "accent") -> None:
        """Paint the now line, or another, from edge to edge with its time, at the left of it when there is no
        room at the right.
        """
        self._painter.setPen(QPen(self._theme.color(token), self._theme.px(2)))
        self._painter.drawLine(QPointF(now.x, self._rect.top() + 1), QPointF(now.x, self._rect.bottom() - 1))
        self._painter.setFont(self._theme.font(Type.QUIET, Weight.STRONG))
        fits = now.x + now.lead + now.width <= span.right
        self._left(text, now.x + now.lead if fits else now.x - now.lead - now.width, _BELOW)

    def _icon(self, spot: Placed) -> None:
        look = KINDS[spot.mark.kind]
        token = spot.mark.token or look.token
        if spot.mark.future:
            self._stem(spot, token)
        if not spot.icon:
            radius = self._theme.px(2.5)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._theme.color(token))
            self._painter.drawEllipse(QPointF(spot.x, self._y(_LINE) - self._theme.px(9)), radius, radius)
            return
        pixmap = self._theme.icons.pixmap(spot.mark.icon or look.icon, token, 18, ratio=self._ratio)
        side = pixmap.deviceIndependentSize().height()
        corner = QRectF(spot.x - side / 2, self._y(_ICON) - side / 2, side, side)
        self._painter.drawPixmap(corner.toRect(), pixmap)

    def _stem(self, spot: Placed, token: str) -> None:
        pen = QPen(self._theme.color(token), self._theme.px(1.5), Qt.PenStyle.DashLine)
        pen.setDashPattern([2, 2])
        self._painter.setPen(pen)
        top = self._y(_ICON) + self._theme.px(10)
        self._painter.drawLine(QPointF(spot.x, top), QPointF(spot.x, self._y(_LINE)))

    def _chosen(self, spot: Placed) -> None:
        side = self._theme.px(26)
        box = QRectF(spot.x - side / 2, self._y(_ICON) - side / 2, side, side)
        fill(self._painter, box, self._theme.color("accentsoft"), self._theme.px(Radius.FIELD))
        ring(self._painter, self._theme, box)

    def _y(self, at: float) -> float:
        return self._rect.top() + self._theme.px(at)

    def _centred(self, text: str, x: float, y: float) -> None:
        width = self._painter.fontMetrics().horizontalAdvance(text) + self._theme.px(2)
        left = min(max(x - width / 2, self._rect.left() + self._theme.px(3)), self._rect.right() - width)
        box = QRectF(left, self._y(y) - self._theme.px(10), width, self._theme.px(20))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _left(self, text: str, x: float, y: float) -> None:
        box = QRectF(x, self._y(y) - self._theme.px(10), self._theme.px(2000), self._theme.px(20))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
