"""A band that is drawn over the board with the mouse, and the cards that it reaches."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius
from crisisdesk.ui.screens.board.column_view import ColumnView


class Band(QWidget):
    """The band, over everything on the board; the mouse goes through it."""

    def __init__(self, theme: Theme, board: QWidget) -> None:
        super().__init__(board)
        self._theme, self._board = theme, board
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def draw(self, start: QPoint, at: QPoint, columns: Sequence[ColumnView]) -> list[int]:
        """Draw it between two places on the screen; return the cards that it reaches, in board order."""
        whole = QRect(self._board.mapFromGlobal(start), self._board.mapFromGlobal(at)).normalized()
        self.setGeometry(whole.adjusted(0, 0, 1, 1))
        self.raise_()
        self.show()
        reached = QRect(start, at).normalized()
        return [card for column in columns for card in _reached(column, reached)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint its line."""
        painter = painter_on(self)
        rect, radius = QRectF(self.rect()), self._theme.px(Radius.TAG)
        outline(painter, rect, self._theme.color("accent"), 1.5, radius)
        painter.end()


def _reached(column: ColumnView, reached: QRect) -> Iterator[int]:
    port = column.scroller.viewport()
    seen = reached.intersected(QRect(port.mapToGlobal(QPoint()), port.size()))
    if seen.isEmpty():
        return
    here = QRectF(QRect(column.stack.mapFromGlobal(seen.topLeft()), seen.size()))
    for one in column.stack.placed():
        if here.intersects(QRectF(*one.rect)):
            yield one.row.card
