"""The page that one draws on, with mouse, pen, finger or the keyboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.base.drawing import Drawing, Stroke
from crisisdesk.features.sketch.facts import HEIGHT, WIDTH
from crisisdesk.ui.kit.painting import outline, painter_on, ring
from crisisdesk.ui.kit.sketch_painter import (
    Colours,
    page_rect,
    paint_drawing,
    paint_picture,
    paint_stroke,
    paper_colours,
)
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size

_STEP: Final = 25  # units, per press of an arrow key
_LEAP: Final = 200  # with Shift
_CROSS: Final = 60  # units, from the middle of the cross-hair to its end
_EMPTY: Final = Drawing(width=WIDTH, height=HEIGHT)
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

Preview = Callable[[list[tuple[int, int]]], list[Stroke]]
"""Gives what a mark through the points will look like, with the tool in hand."""


class Canvas(QWidget):
    """Shows a page and follows the hand. Everything is told in units of the page.

    `ended(points)` when the pen was lifted, `wiped(x, y)` for each place that is rubbed (when `wiping`).
    With the keyboard, arrows move the cross-hair, Space puts the pen down and lifts it, Enter does both.
    """

    ended = Signal(object)
    wiped = Signal(int, int)

    def __init__(self, theme: Theme, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preview = preview
        self._drawing = _EMPTY
        self._picture = QImage()
        self._points: list[tuple[int, int]] = []
        self._cross = (WIDTH // 2, HEIGHT // 2)
        self._by_keys = False
        self._page: QPixmap | None = None
        self.wiping = False
        self.writable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Skissblad"))
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return half of what a 1366 px window can give."""
        return QSize(self._theme.dp(640), self._theme.dp(360))

    def show_drawing(self, drawing: Drawing, picture: QImage) -> None:
        """Show the page, over the picture when there is one."""
        if drawing == self._drawing and picture.cacheKey() == self._picture.cacheKey():
            return
        self._drawing, self._picture = drawing, picture
        self._restyle()

    def page_area(self) -> QRectF:
        """Return where the page stands in the widget, in its pixels."""
        return page_rect(self._drawing, QRectF(self.rect()).adjusted(3, 3, -3, -3))

    def place_of(self, x: int, y: int) -> QPointF:
        """Return the pixel at the place of the page."""
        area = self.page_area()
        return QPointF(area.x() + x * area.width() / WIDTH, area.y() + y * area.height() / HEIGHT)

    def drop(self) -> bool:
        """Give up what is being drawn; return whether something was."""
        had = bool(self._points)
        self._points = []
        self.update()
        return had

    # ---------------------------------------------------------------- the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_down(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._draw_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Follow a pen as the mouse is followed, with all its points."""
        if event.type() == QTabletEvent.Type.TabletPress:
            self._put_down(event.position())
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._draw_on(event.position())
        else:
            self._lift()
        event.accept()

    def _put_down(self, at: QPointF) -> None:
        self._by_keys = False
        self._begin(self._unit(at))

    def _draw_on(self, at: QPointF) -> None:
        if self._points and not self._by_keys:
            self._go_on(self._unit(at))

    def _unit(self, at: QPointF) -> tuple[int, int]:
        area = self.page_area()
        x = round((at.x() - area.x()) * WIDTH / max(area.width(), 1.0))
        y = round((at.y() - area.y()) * HEIGHT / max(area.height(), 1.0))
        return min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)

    # ---------------------------------------------------------------- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross-hair, put the pen down, lift it."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS and (shift or modifiers == Qt.KeyboardModifier.NoModifier):
            self._move_cross(_ARROWS[Qt.Key(key)], _LEAP if shift else _STEP)
        elif key == Qt.Key.Key_Space and not modifiers:
            self._press_space(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._press_enter(event)
        else:
            super().keyPressEvent(event)

    def _move_cross(self, way: tuple[int, int], step: int) -> None:
        x, y = self._cross[0] + way[0] * step, self._cross[1] + way[1] * step
        self._cross = min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)
        self._by_keys = True
        if self._points:
            self._go_on(self._cross)
        self.update()

    def _press_space(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        self._by_keys = True
        if self._points:
            self._lift()
        else:
            self._begin(self._cross)

    def _press_enter(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        self._by_keys = True
        if not self._points:
            self._begin(self._cross)
        self._lift()

    # ---------------------------------------------------------------- the stroke

    def _begin(self, place: tuple[int, int]) -> None:
        if not self.writable:
            return
        self._cross = place
        self._points = [place]
        if self.wiping:
            self.wiped.emit(*place)
        self.update()

    def _go_on(self, place: tuple[int, int]) -> None:
        if place == self._points[-1]:
            return
        self._points.append(place)
        self._cross = place
        if self.wiping:
            self.wiped.emit(*place)
        self.update()

    def _lift(self) -> None:
        points, self._points = self._points, []
        if points and not self.wiping:
            self.ended.emit(points)
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, what is being drawn, and the cross-hair when the keys draw."""
        painter = painter_on(self)
        area = self.page_area()
        if self._page is None:
            self._page = self._painted(area)
        painter.drawPixmap(area.topLeft(), self._page)
        with_focus = self.hasFocus()
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(area.width() / WIDTH, area.width() / WIDTH)
        if self._points and not self.wiping:
            for stroke in self._preview(self._points):
                paint_stroke(painter, stroke, self._colours())
        if with_focus and self._by_keys:
            self._paint_cross(painter)
        painter.restore()
        outline(painter, area, self._theme.color("line"), Size.HAIR)
        if with_focus:
            ring(painter, self._theme, area, Radius.TAG)

    def _painted(self, area: QRectF) -> QPixmap:
        """Return the page without what changes while one draws: painted once, not with every point."""
        ratio = self.devicePixelRatioF()
        size = (area.size() * ratio).toSize().expandedTo(QSize(1, 1))
        page = QPixmap(size)
        page.setDevicePixelRatio(ratio)
        colours = self._colours()
        page.fill(colours("ground"))
        painter = QPainter(page)
        rect = QRectF(QPointF(0, 0), area.size())
        paint_picture(painter, self._picture, rect)
        paint_drawing(painter, self._drawing, rect, colours, self._theme.font())
        painter.end()
        return page

    def _paint_cross(self, painter: QPainter) -> None:
        x, y = self._cross
        painter.setPen(QPen(self._theme.color("accent"), 6))
        painter.drawLine(x - _CROSS, y, x + _CROSS, y)
        painter.drawLine(x, y - _CROSS, x, y + _CROSS)

    def _colours(self) -> Colours:
        return paper_colours(self._theme, light=not self._picture.isNull())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the page anew in its size."""
        self._restyle()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; the cross-hair when the focus came by the keyboard."""
        self._by_keys = self._by_keys or event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def _restyle(self) -> None:
        self._page = None
        self.update()
