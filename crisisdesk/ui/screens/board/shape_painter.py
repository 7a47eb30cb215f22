"""Paints the shapes of the board's geometry with the theme's colours and the bundled fonts."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Shape
from crisisdesk.ui.kit.painting import fill, outline
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import FAMILY


class ShapePainter:
    """One for a board: it keeps the fonts that it has met."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[float, int, bool], QFont] = {}

    def paint(
        self, painter: QPainter, shapes: Iterable[Shape], x: float, y: float, *, quiet: bool = False
    ) -> None:
        """Paint the shapes from the place on; `quiet` makes the ink of texts lighter, for what is past."""
        for shape in shapes:
            match shape:
                case Run():
                    self._run(painter, shape, x, y, quiet)
                case Box():
                    self._box(painter, shape, x, y)
                case Icon():
                    self._icon(painter, shape, x, y)

    def _run(self, painter: QPainter, run: Run, x: float, y: float, quiet: bool) -> None:
        painter.setFont(self._font(run.size, run.weight, run.struck))
        painter.setPen(self._theme.color("ink2" if quiet and run.token == "ink" else run.token))
        painter.drawText(QPointF(x + run.x, y + run.baseline), run.text)

    def _box(self, painter: QPainter, box: Box, x: float, y: float) -> None:
        rect = qt_rect(box.rect).translated(x, y)
        if box.ground:
            fill(painter, rect, self._theme.color(box.ground), box.radius)
        if box.line:
            outline(painter, rect, self._theme.color(box.line), box.stroke, box.radius)

    def _icon(self, painter: QPainter, icon: Icon, x: float, y: float) -> None:
        ratio = painter.device().devicePixelRatio()
        side = icon.rect.width / self._theme.scale
        pixmap = self._theme.icons.pixmap(icon.name, icon.token, side, ratio=ratio)
        painter.drawPixmap(qt_rect(icon.rect).translated(x, y).toAlignedRect(), pixmap)

    def _font(self, size: float, weight: int, struck: bool) -> QFont:
        found = self._fonts.get((size, weight, struck))
        if found is None:
            found = self._fonts[(size, weight, struck)] = board_font(size, weight)
            found.setStrikeOut(struck)
        return found


def board_font(size: float, weight: int) -> QFont:
    """Return the font whose widths are those that the geometry counts with."""
    font = QFont(FAMILY)
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight(weight))
    font.setKerning(False)  # the geometry counts advance widths alone
    return font


def qt_rect(rect: Rect) -> QRectF:
    """Return the rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
