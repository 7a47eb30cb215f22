"""A card carried by the mouse: its picture follows, a mark shows where it would land, columns scroll."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.screens.board.card_view import CardView
from crisisdesk.ui.screens.board.column_view import ColumnView

_EDGE: Final = 36  # px from the edge of a column within which a carried card scrolls it
_SCROLL: Final = 12  # px a step
_SCROLL_MS: Final = 30


class Carry(QObject):
    """Carries one card over the columns of `board`.

    `put_down(card, column, place)` where it was let go, unless that is where it was. Places on the screen are
    global.
    """

    put_down = Signal(int, str, int)

    def __init__(self, theme: Theme, board: QWidget) -> None:
        super().__init__(board)
        self._theme = theme
        self._board = board
        self._view: CardView | None = None
        self._columns: Sequence[ColumnView] = ()
        self._picture: QLabel | None = None
        self._last_at = QPoint()
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def card(self) -> int:
        """Return the card that is carried, 0 when none is."""
        return self._view.row.card if self._view is not None else 0

    def lift(self, view: CardView, columns: Sequence[ColumnView]) -> None:
        """Begin to carry the card."""
        self._view, self._columns = view, columns
        self._picture = QLabel(self._board)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setAccessibleName(view.row.spoken)
        self._picture.setPixmap(view.grab())
        self._picture.adjustSize()
        self._picture.show()
        self._scroll.start()

    def drag(self, at: QPoint) -> None:
        """Carry it to the place."""
        if self._picture is None:
            return
        self._last_at = at
        here = self._board.mapFromGlobal(at)
        self._picture.move(here + QPoint(self._theme.dp(Space.M), self._theme.dp(Space.S)))
        over = self._over(at)
        for column in self._columns:
            mark = column.stack.place_at(column.stack_y(at), self.card) if column is over else None
            column.stack.set_mark(mark, self.card)

    def drop(self, at: QPoint) -> None:
        """Put it down at the place."""
        card, over = self.card, self._over(at)
        if not card:
            return
        place = over.stack.place_at(over.stack_y(at), card) if over is not None else 0
        self.put_back()
        if over is not None and not _stays(over, card, place):
            self.put_down.emit(card, over.row.id, place)

    def put_back(self) -> None:
        """Carry nothing any more."""
        self._scroll.stop()
        if self._view is not None:
            self._view.let_go()
        for column in self._columns:
            column.stack.set_mark(None)
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
        self._view, self._picture, self._columns = None, None, ()

    def _over(self, at: QPoint) -> ColumnView | None:
        here = self._board.mapFromGlobal(at)
        return next((column for column in self._columns if column.geometry().contains(here)), None)

    def _scroll_on(self) -> None:
        over = self._over(self._last_at)
        if over is None:
            return
        port, edge = over.scroller.viewport(), self._theme.dp(_EDGE)
        y, bar = port.mapFromGlobal(self._last_at).y(), over.scroller.verticalScrollBar()
        if y < edge:
            bar.setValue(bar.value() - _SCROLL)
        elif y > port.height() - edge:
            bar.setValue(bar.value() + _SCROLL)


def _stays(column: ColumnView, card: int, place: int) -> bool:
    cards = [row.card for row in column.row.cards]
    return card in cards and cards.index(card) == place
