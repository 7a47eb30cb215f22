"""The log on screen: instant at 100 000 rows, because only rows in sight are ever laid out."""

from collections.abc import Iterable, Sequence
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
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from crisisdesk.ui.kit.log_layout import LINE, columns
from crisisdesk.ui.kit.log_painter import LogPainter
from crisisdesk.ui.kit.log_row import LogRow, LogRows
from crisisdesk.ui.kit.log_sight import LogSight
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Type, Weight

__all__ = ["LogRow", "LogRows", "LogView"]

_HEAD: Final = 36
_SMALL_STEP: Final = (
    3  # pages: further than this the bar was dragged, and the place is taken from the estimate
)


class LogView(QWidget):
    """Log rows in the order given, with a column head and a row where the day changes.

    Up, Down, PgUp, PgDn, Home, End and the mouse move the current row (`current_changed(number)`, 0 for
    none); Enter and double click say `activated(number)`; the context menu is asked for with
    `menu_requested(number, at)`; Ctrl+C copies the row. What arrives moves nothing in sight, unless one is at
    the end where it arrives. `compact` puts time and kind over the text, for a side column; it has no head
    and no frame.
    """

    current_changed = Signal(int)
    activated = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, theme: Theme, name: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = compact
        self._area = _LogArea(theme, compact, self)
        self._head = None if compact else _LogHead(theme, self)
        self._column = QVBoxLayout(self)
        if self._head is not None:
            self._column.addWidget(self._head)
        self._column.addWidget(self._area, 1)
        self.setFocusProxy(self._area)
        self.setAccessibleName(name)
        self._area.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, rows: Iterable[LogRow]) -> None:
        """Show `rows`; the current row and what is in sight stay when they are among them."""
        self._area.set_rows(list(rows))

    def set_source(self, rows: LogRows) -> None:
        """Show rows that are made when they come into sight. Their owner tells with `grown` and `refresh`."""
        self._area.set_rows(rows)

    def grown(self, place: int, count: int = 1) -> None:
        """Take it that the source has `count` more rows before `place`; else as `insert_rows`."""
        self._area.grown(place, count)

    def refresh(self) -> None:
        """Show again what the source says of the rows in sight."""
        self._area.refresh()

    def insert_rows(self, place: int, rows: Sequence[LogRow]) -> None:
        """Put `rows` in before the row at `place`; the length of the log appends."""
        self._area.insert_rows(place, rows)

    def replace_row(self, row: LogRow) -> None:
        """Show `row` instead of the one with its number; an unknown number is a KeyError."""
        self._area.replace_row(row)

    def rows(self) -> tuple[LogRow, ...]:
        """Return the rows in order."""
        rows = self._area.sight.rows
        return tuple(rows[place] for place in range(len(rows)))

    def current(self) -> int:
        """Return the number of the current row, 0 when none is."""
        return self._area.current_number()

    def set_current(self, number: int) -> None:
        """Make the row with `number` current and show it; an unknown number makes none current."""
        self._area.set_current(self._area.sight.place_of(number))

    def set_highlight(self, text: str) -> None:
        """Mark where `text` stands in the rows; `""` marks nothing."""
        self._area.set_highlight(text)

    def rows_in_sight(self) -> list[int]:
        """Return the numbers of the rows that are seen, wholly or in part."""
        return [self._area.sight.rows[place].number for place, _y in self._area.sight.visible()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface with round corners and its hairline."""
        painter = painter_on(self)
        radius = 0.0 if self._compact else self._theme.px(Radius.CARD)
        fill(painter, QRectF(self.rect()), self._theme.color("surface"), radius)
        if not self._compact:
            outline(painter, QRectF(self.rect()), self._theme.color("line"), Size.HAIR, radius)
        painter.end()

    def _restyle(self) -> None:
        edge = 0 if self._compact else Size.HAIR
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self.update()


class _LogHead(QWidget):
    """The titles of the columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles over their columns, and the hairline under them."""
        painter = painter_on(self)
        bar_width = _bar_width(self._theme)
        cols = columns(self._theme, self.width() - bar_width, compact=False)
        painter.setFont(self._theme.font(Type.LABEL, Weight.STRONG))
        painter.setPen(self._theme.color("ink2"))
        titles = (
            (cols.number, self.tr("Nr")),
            (cols.time, self.tr("Hände")),
            (cols.kind, self.tr("Slag")),
            (cols.text, self.tr("Text")),
            (cols.route, self.tr("Från, till, kanal")),
            (cols.sign, self.tr("Sign")),
        )
        for column, title in titles:
            if column is not None:
                side = Qt.AlignmentFlag.AlignRight if column is cols.sign else Qt.AlignmentFlag.AlignLeft
                box = QRectF(column.x(), 0, column.width(), self.height())
                painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, title)
        line = QRectF(0, self.height() - Size.HAIR, self.width(), Size.HAIR)
        painter.fillRect(line, self._theme.color("line"))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.dp(_HEAD))
        self.update()


def _bar_width(theme: Theme) -> int:
    return theme.dp(Size.SCROLL)


class _LogArea(QAbstractScrollArea):
    """Scrolls and paints the rows in sight."""

    def __init__(self, theme: Theme, compact: bool, view: LogView) -> None:
        super().__init__(view)
        self._theme = theme
        self._compact = compact
        self._view = view
        self._current = -1
        self._bar_at = 0
        self.sight = LogSight(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        theme.changed.connect(self._restyle)

    def set_rows(self, rows: list[LogRow] | LogRows) -> None:
        number = self.current_number()
        self.sight.set_rows(rows)
        self._current = self.sight.place_of(number)
        self._settled()
        self._tell(number)

    def insert_rows(self, place: int, rows: Sequence[LogRow]) -> None:
        if 0 <= place <= self._current:
            self._current += len(rows)
        self.sight.insert_rows(place, rows)
        self._settled()

    def grown(self, place: int, count: int) -> None:
        if 0 <= place <= self._current:
            self._current += count
        self.sight.grown(place, count)
        self._settled()

    def refresh(self) -> None:
        self._settled()

    def replace_row(self, row: LogRow) -> None:
        self.sight.replace_row(row)
        self._settled()

    def current_number(self) -> int:
        return self.sight.rows[self._current].number if 0 <= self._current < len(self.sight.rows) else 0

    def set_current(self, place: int) -> None:
        before = self.current_number()
        self._current = place if 0 <= place < len(self.sight.rows) else -1
        if self._current >= 0:
            self.sight.show(self._current)
        self._settled()
        self._tell(before)

    def set_highlight(self, text: str) -> None:
        self.sight.set_highlight(text)
        self._settled()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.dp(260 if self._compact else 640), self._theme.dp(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.dp(200 if self._compact else 440), self._theme.dp(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        cols = columns(self._theme, self.viewport().width(), compact=self._compact)
        seen = any(place == self._current for place, _y in self.sight.visible())
        self.sight.set_size(cols, self.viewport().height())
        self.sight.settle()
        if seen:
            self.sight.show(self._current)
        self._settled()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self.viewport())
        self._clip_corners(painter)
        cols = self.sight.columns
        if cols is not None:
            brush = LogPainter(self._theme, painter, cols, self.devicePixelRatioF())
            for place, y in self.sight.visible():
                self._paint_row(brush, place, y)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._target(event.key()) if event.modifiers() in _PLAIN else None
        if place is not None:
            self.set_current(place)
        elif event.matches(QKeySequence.StandardKey.Copy) and self._current >= 0:
            QGuiApplication.clipboard().setText(self.sight.rows[self._current].spoken())
        elif event.key() in _ENTER and event.modifiers() in _PLAIN and self._current >= 0:
            self._activate(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.sight.row_at(round(event.position().y()))
        if place >= 0:
            self.set_current(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.sight.row_at(round(event.position().y())) >= 0:
            self._view.activated.emit(self.current_number())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.set_current(self.sight.row_at(event.pos().y()))
        if self._current >= 0:
            self._view.menu_requested.emit(self.current_number(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and len(self.sight.rows):
            self.set_current(self.sight.first())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing: the bar's own signal is followed, since a step is counted in measured rows."""

    def _paint_row(self, brush: LogPainter, place: int, y: int) -> None:
        row = self.sight.rows[place]
        laid = self.sight.layout(place)
        width = float(self.viewport().width())
        top = self.sight.day_height(place)
        if top:
            brush.day(QRectF(0, y, width, top), row.day)
        rect = QRectF(0, y + top, width, laid.height)
        brush.row(rect, row, laid, current=place == self._current, focus=self.hasFocus())

    def _clip_corners(self, painter: QPainter) -> None:
        if self._compact:
            return
        radius = self._theme.px(Radius.CARD) - Size.HAIR
        shape = QRectF(self.viewport().rect()).adjusted(0, -radius, self.verticalScrollBar().width(), 0)
        path = QPainterPath()
        path.addRoundedRect(shape, radius, radius)
        painter.setClipPath(path)

    def _target(self, key: int) -> int | None:
        """Return the row that a key leads to, None for other keys."""
        last = len(self.sight.rows) - 1
        if last < 0:
            return None
        if key in _STEPS:
            return min(max(self._current + _STEPS[Qt.Key(key)], 0), last)
        if key == Qt.Key.Key_PageDown:
            return self.sight.page(self._current, 1)
        if key == Qt.Key.Key_PageUp:
            return self.sight.page(self._current, -1)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(key))

    def _activate(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._view.activated.emit(self.current_number())

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
        spoken = self.sight.rows[self._current].spoken() if now else ""
        self.setAccessibleDescription(spoken)
        if now and self.hasFocus():
            announce(self, spoken)
        self._view.current_changed.emit(now)

    def _restyle(self) -> None:
        self.sight.forget()
        cols = columns(self._theme, self.viewport().width(), compact=self._compact)
        self.sight.set_size(cols, self.viewport().height())
        self._settled()


_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
