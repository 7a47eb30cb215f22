"""Cards carried by the mouse: a picture follows, a mark shows where they would land, columns scroll."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from crisisdesk.ui.kit.painting import fill, outline
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight
from crisisdesk.ui.screens.board.column_view import ColumnView

_EDGE: Final = 36  # px from the edge of a column within which what is carried scrolls it
_SCROLL: Final = 12  # px a step
_SCROLL_MS: Final = 30


class Carry(QObject):
    """Carries cards over the columns of `board`.

    `put_down(cards, column, place)` where they were let go, unless that is where the only one was; the place
    counts the cards that are not carried. `lifted` when something begins or ceases to be carried. Places on
    the screen are global.
    """

    put_down = Signal(object, str, int)
    lifted = Signal()

    def __init__(self, theme: Theme, board: QWidget) -> None:
        super().__init__(board)
        self._theme = theme
        self._board = board
        self._cards: tuple[int, ...] = ()
        self._columns: Sequence[ColumnView] = ()
        self._picture: QLabel | None = None
        self._last_at = QPoint()
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def cards(self) -> frozenset[int]:
        """Return the cards that are carried."""
        return frozenset(self._cards)

    def lift(self, card: int, cards: Sequence[int], columns: Sequence[ColumnView]) -> None:
        """Begin to carry the cards, taken hold of by one of them."""
        self._cards, self._columns = tuple(cards), columns
        self._picture = QLabel(self._board)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setAccessibleName(self.tr("Kort som flyttas"))
        self._picture.setPixmap(self._pictured(card))
        self._picture.adjustSize()
        self._picture.show()
        self._scroll.start()
        self.lifted.emit()

    def drag(self, at: QPoint) -> None:
        """Carry them to the place."""
        if self._picture is None:
            return
        self._last_at = at
        here = self._board.mapFromGlobal(at)
        self._picture.move(here + QPoint(self._theme.dp(Space.M), self._theme.dp(Space.S)))
        over = self._over(at)
        for column in self._columns:
            place = column.stack.place_at(column.stack_y(at), self._cards) if column is over else None
            column.stack.set_mark(place)

    def drop(self, at: QPoint) -> None:
        """Put them down at the place."""
        cards, over = self._cards, self._over(at)
        if not cards:
            return
        place = over.stack.place_at(over.stack_y(at), cards) if over is not None else 0
        self.put_back()
        if over is not None and not _stays(over, cards, place):
            self.put_down.emit(cards, over.row.id, place)

    def put_back(self) -> None:
        """Carry nothing any more."""
        self._scroll.stop()
        for column in self._columns:
            column.stack.let_go()
            column.stack.set_mark(None)
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
        carried = bool(self._cards)
        self._cards, self._picture, self._columns = (), None, ()
        if carried:
            self.lifted.emit()

    def _pictured(self, card: int) -> QPixmap:
        """Return the card as it looks, with how many there are when they are several."""
        found = (column.stack.picture(card) for column in self._columns)
        made = next((picture for picture in found if not picture.isNull()), QPixmap())
        if not made.isNull():
            self._frame(made)
        return made

    def _frame(self, picture: QPixmap) -> None:
        """Put the accent around what is carried."""
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(QPointF(), picture.deviceIndependentSize())
        ring, radius = self._theme.px(Size.RING), self._theme.px(Radius.TAG)
        outline(painter, rect, self._theme.color("accent"), ring, radius)
        if len(self._cards) > 1:
            self._count(painter, rect)
        painter.end()

    def _count(self, painter: QPainter, whole: QRectF) -> None:
        words = self.tr("{0} kort").format(len(self._cards))
        painter.setFont(self._theme.font(Type.TAG, Weight.STRONG))
        wide = painter.fontMetrics().horizontalAdvance(words) + self._theme.dp(Space.M)
        high = self._theme.px(Size.TAG)
        rect = QRectF(whole.right() - wide, whole.bottom() - high, wide, high)
        fill(painter, rect, self._theme.color("accent"), self._theme.px(Radius.TAG))
        painter.setPen(self._theme.color("onaccent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _over(self, at: QPoint) -> ColumnView | None:
        here = self._board.mapFromGlobal(at)
        return next((column for column in self._columns if column.geometry().contains(here)), None)

    def _scroll_on(self) -> None:
        over = self._over(self._last_at)
        if over is None:
            return
        port, edge = over.scroller.viewport(), self._theme.dp(_EDGE)
        y, bar = port.mapFromGlobal(self._last_at).y(), over.scroller.verticalScrollBar()
        before = bar.value()
        if y < edge:
            bar.setValue(before - _SCROLL)
        elif y > port.height() - edge:
            bar.setValue(before + _SCROLL)
        if bar.value() != before:
            self.drag(self._last_at)


def _stays(column: ColumnView, cards: Sequence[int], place: int) -> bool:
    numbers = column.numbers()
    return len(cards) == 1 and cards[0] in numbers and numbers.index(cards[0]) == place
