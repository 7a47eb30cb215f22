"""Scrolls and paints the rows of the log that are in sight, and moves what is chosen among them."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from crisisdesk.ui.kit.log_columns import STANDARD, Columns, columns
from crisisdesk.ui.kit.log_layout import LINE
from crisisdesk.ui.kit.log_painter import LogPainter, RowState
from crisisdesk.ui.kit.log_row import LogRow, LogRows
from crisisdesk.ui.kit.log_selection import LogSelection
from crisisdesk.ui.kit.log_sight import LogSight
from crisisdesk.ui.kit.painting import ground_of, painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size

_SMALL_STEP: Final = (
    3  # pages: further than this the bar was dragged, and the place is taken from the estimate
)

Copier = Callable[[Sequence[int]], str]
"""Makes the text that is copied for the lines with these numbers."""


class LogArea(QAbstractScrollArea):
    """The rows in sight. `moved(number)` when another is current; `activated` and `menu_requested` are said
    again by the view.
    """

    moved = Signal(int)
    activated = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, theme: Theme, compact: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = compact
        self._chosen_columns: tuple[str, ...] = STANDARD
        self._selection = LogSelection()
        self.copier: Copier = self._spoken
        self._bar_at = 0
        self.sight = LogSight(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground_of(self).setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        theme.changed.connect(self._restyle)

    def set_rows(self, rows: list[LogRow] | LogRows) -> None:
        number = self.current_number()
        self.sight.set_rows(rows)
        self._selection.move(self.sight.place_of(number))
        self._settled()
        self._tell(number)

    def insert_rows(self, place: int, rows: Sequence[LogRow]) -> None:
        self._selection.grown(place, len(rows))
        self.sight.insert_rows(place, rows)
        self._settled()

    def grown(self, place: int, count: int) -> None:
        self._selection.grown(place, count)
        self.sight.grown(place, count)
        self._settled()

    def refresh(self) -> None:
        self._settled()

    def replace_row(self, row: LogRow) -> None:
        self.sight.replace_row(row)
        self._settled()

    def current_number(self) -> int:
        place = self._selection.current
        return self.sight.rows[place].number if 0 <= place < len(self.sight.rows) else 0

    def chosen_numbers(self) -> list[int]:
        return [self.sight.rows[place].number for place in self._selection.chosen()]

    def set_current(self, place: int, *, stretch: bool = False) -> None:
        before = self.current_number()
        self._selection.move(place if 0 <= place < len(self.sight.rows) else -1, stretch=stretch)
        if self._selection.current >= 0:
            self.sight.show(self._selection.current)
        self._settled()
        self._tell(before)

    def set_hits(self, words: tuple[str, ...]) -> None:
        self.sight.set_hits(words)
        self._settled()

    def set_columns(self, chosen: tuple[str, ...]) -> None:
        self._chosen_columns = chosen
        self._restyle()

    def copy(self) -> None:
        if numbers := self.chosen_numbers():
            QGuiApplication.clipboard().setText(self.copier(numbers))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.dp(260 if self._compact else 640), self._theme.dp(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.dp(200 if self._compact else 440), self._theme.dp(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        cols = self._columns()
        seen = any(place == self._selection.current for place, _y in self.sight.visible())
        self.sight.set_size(cols, self.viewport().height())
        self.sight.settle()
        if seen:
            self.sight.show(self._selection.current)
        self._settled()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self.viewport())
        self._clip_corners(painter)
        cols = self.sight.columns
        if cols is not None:
            brush = LogPainter(self._theme, painter, cols, self.devicePixelRatioF())
            chosen = self._selection.chosen()
            for place, y in self.sight.visible():
                self._paint_row(brush, place, y, chosen)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        stretch = held == Qt.KeyboardModifier.ShiftModifier
        place = self._target(event.key()) if not held or stretch else None
        if not held and self._read_on(event.key()):
            self._settled()
        elif place is not None:
            self.set_current(place, stretch=stretch)
        elif event.matches(QKeySequence.StandardKey.Copy) and self._selection.current >= 0:
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._choose_all()
        elif event.key() in _ENTER and not held and self._selection.current >= 0:
            self._activate(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.sight.row_at(round(event.position().y()))
        if place >= 0:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.set_current(place, stretch=shift)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.sight.row_at(round(event.position().y())) >= 0:
            self.activated.emit(self.current_number())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.set_current(self.sight.row_at(event.pos().y()))
        if self._selection.current >= 0:
            self.menu_requested.emit(self.current_number(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._selection.current < 0 and len(self.sight.rows):
            self.set_current(self.sight.first())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing: the bar's own signal is followed, since a step is counted in measured rows."""

    def _paint_row(self, brush: LogPainter, place: int, y: int, chosen: range) -> None:
        row = self.sight.rows[place]
        laid = self.sight.layout(place)
        width = float(self.viewport().width())
        top = self.sight.day_height(place)
        if top:
            brush.day(QRectF(0, y, width, top), row.day)
        rect = QRectF(0, y + top, width, laid.height)
        look = RowState(place == self._selection.current, place in chosen, self.hasFocus())
        brush.row(rect, row, laid, look)

    def _clip_corners(self, painter: QPainter) -> None:
        if self._compact:
            return
        radius = self._theme.px(Radius.CARD) - Size.HAIR
        shape = QRectF(self.viewport().rect()).adjusted(0, -radius, self.verticalScrollBar().width(), 0)
        path = QPainterPath()
        path.addRoundedRect(shape, radius, radius)
        painter.setClipPath(path)

    def _read_on(self, key: int) -> bool:
        way = _STEPS.get(Qt.Key(key)) if self._selection.current >= 0 else None
        return way is not None and self.sight.read_on(self._selection.current, way)

    def _target(self, key: int) -> int | None:
        """Return the row that a key leads to, None for other keys."""
        last = len(self.sight.rows) - 1
        if last < 0:
            return None
        current = self._selection.current
        if key in _STEPS:
            return min(max(current + _STEPS[Qt.Key(key)], 0), last)
        if key == Qt.Key.Key_PageDown:
            return self.sight.page(current, 1)
        if key == Qt.Key.Key_PageUp:
            return self.sight.page(current, -1)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(key))

    def _choose_all(self) -> None:
        before = self.current_number()
        self._selection.take_all(len(self.sight.rows))
        self._settled()
        self._tell(before)

    def _spoken(self, numbers: Sequence[int]) -> str:
        rows = (self.sight.rows[self.sight.place_of(number)] for number in numbers)
        return "\n".join(row.spoken() for row in rows)

    def _columns(self) -> Columns:
        width = self.viewport().width()
        return columns(self._theme, width, compact=self._compact, chosen=self._chosen_columns)

    def _activate(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.activated.emit(self.current_number())

    def _bar_moved(self, value: int) -> None:
        step = value - self._bar_at
        far = abs(step) > _SMALL_STEP * max(self.viewport().height(), 1)
        if far or value in (0, self.verticalScrollBar().maximum()):
            self.sight.go_to(value, end=value == self.verticalScrollBar().maximum())
        else:
            self.sight.scroll_by(step)
        self._settled()

    def _settled(self) -> None:
        """Measure what came into sight, and tell the bar."""
        self.sight.settle()
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, self.sight.hidden())
        bar.setPageStep(max(self.viewport().height() - self._theme.dp(LINE), 1))
        bar.setSingleStep(self._theme.dp(LINE))
        bar.setValue(self.sight.position())
        bar.blockSignals(False)
        self._bar_at = bar.value()
        self.viewport().update()

    def _tell(self, before: int) -> None:
        now = self.current_number()
        if now == before:
            return
        spoken = self.sight.rows[self._selection.current].spoken() if now else ""
        self.setAccessibleDescription(spoken)
        if now and self.hasFocus():
            announce(self, spoken)
        self.moved.emit(now)

    def _restyle(self) -> None:
        self.sight.forget()
        self.sight.set_size(self._columns(), self.viewport().height())
        self._settled()


_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
