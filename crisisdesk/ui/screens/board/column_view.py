"""A column of the board: its head, and its cards in a stack that scrolls on its own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space
from crisisdesk.ui.kit.widgets import Card, ElideLabel, IconView, Label, Row, Scroller, WrapLabel
from crisisdesk.ui.screens.board.card_view import CardView
from crisisdesk.ui.screens.board.rows import CardRow, ColumnRow

_GAP: Final = 2
_SIDE: Final = 5


class CardStack(QWidget):
    """Cards under each other, with room for a form among them and a mark where a card would land."""

    made = Signal(object)
    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._views: dict[int, CardView] = {}
        self._order: list[int] = []
        self._form: QWidget | None = None
        self._form_at = 0
        self._instead = False
        self._mark: int | None = None
        self._lifted = 0
        self._hint = WrapLabel(theme, "", "quiet")
        self._hint.setParent(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.lay_out)
        theme.changed.connect(self._later.start)

    def set_cards(self, rows: Sequence[CardRow]) -> None:
        """Show the cards in order; views of cards that stay are kept."""
        numbers = [row.card for row in rows]
        for gone in [number for number in self._views if number not in set(numbers)]:
            view = self._views.pop(gone)
            view.hide()
            view.deleteLater()
        for row in rows:
            self._show(row)
        self._order = numbers
        self.lay_out()

    def set_hint(self, hint: str) -> None:
        """Say what belongs here, shown while nothing is."""
        self._hint.setText(hint)
        self.lay_out()

    def views(self) -> list[CardView]:
        """Return the cards in order."""
        return [self._views[number] for number in self._order]

    def view(self, card: int) -> CardView | None:
        """Return the view of the card, None when it is not here."""
        return self._views.get(card)

    def put_form(self, form: QWidget, at: int, *, instead: bool) -> None:
        """Let a form stand after the card, or `instead` of it; 0 is the end of the stack."""
        self._form, self._form_at, self._instead = form, at, instead
        form.setParent(self)
        form.installEventFilter(self)
        form.show()
        self.lay_out()

    def take_form(self) -> None:
        """Take the form away."""
        if self._form is not None:
            self._form.removeEventFilter(self)
            self._form.hide()
            self._form.deleteLater()
        self._form, self._instead = None, False
        self.lay_out()

    def place_at(self, y: int, lifted: int) -> int:
        """Return how many other cards lie above `y`: the place where the lifted card would land."""
        others = [view for view in self.views() if view.row.card != lifted]
        return sum(1 for view in others if view.geometry().center().y() < y)

    def set_mark(self, place: int | None, lifted: int = 0) -> None:
        """Mark where a card would land, None for no mark."""
        if (place, lifted) != (self._mark, self._lifted):
            self._mark, self._lifted = place, lifted
            self.update()

    def lay_out(self) -> None:
        """Put every card where it belongs, and ask for the height of all."""
        self._later.stop()
        width, y = self.width(), self._theme.dp(_GAP)
        for view in self.views():
            hidden = self._instead and view.row.card == self._form_at
            view.setVisible(not hidden)
            if not hidden:
                y = self._put(view, view.height_for(width), y)
            if self._form is not None and view.row.card == self._form_at:
                y = self._put_form(y)
        if self._form is not None and self._form_at == 0:
            y = self._put_form(y)
        y = self._put_hint(y)
        if self.minimumHeight() != y:
            self.setMinimumHeight(y)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room when the form grows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that the column was chosen."""
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark where a card would land."""
        if self._mark is None:
            return
        painter = painter_on(self)
        line = QRectF(self._theme.px(Space.XS), self._mark_y(), 0, self._theme.px(4))
        line.setWidth(self.width() - 2 * line.x())
        fill(painter, line, self._theme.color("accent"), self._theme.px(2))
        painter.end()

    def _show(self, row: CardRow) -> None:
        view = self._views.get(row.card)
        if view is None:
            view = self._views[row.card] = CardView(self._theme, row, self)
            self.made.emit(view)
            view.show()
        else:
            view.show_row(row)

    def _put(self, widget: QWidget, height: int, y: int) -> int:
        widget.setGeometry(QRect(0, y, self.width(), height))
        return y + height + self._theme.dp(_GAP)

    def _put_form(self, y: int) -> int:
        if self._form is None:
            return y
        side, width = self._theme.dp(Space.XS), self.width() - 2 * self._theme.dp(Space.XS)
        height = max(self._form.heightForWidth(width), self._form.minimumSizeHint().height())
        self._form.setGeometry(QRect(side, y, width, height))
        return y + height + self._theme.dp(Space.S)

    def _put_hint(self, y: int) -> int:
        empty = not self._order and self._form is None and bool(self._hint.text())
        self._hint.setVisible(empty)
        if not empty:
            return y
        side = self._theme.dp(Space.S)
        width = max(self.width() - 2 * side, 1)
        height = self._hint.heightForWidth(width)
        self._hint.setGeometry(side, y, width, height)
        return y + height + side

    def _mark_y(self) -> float:
        others = [view.geometry() for view in self.views() if view.row.card != self._lifted]
        half = self._theme.px(2)
        if not others:
            return half
        if self._mark is None or self._mark >= len(others):
            return others[-1].bottom() - half
        return max(others[self._mark].top() - self._theme.px(_GAP) / 2 - half, 0)


class ColumnView(Card):
    """The column. `chosen(id)` when the mouse chooses it outside its cards."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, row: ColumnRow) -> None:
        side = _SIDE
        super().__init__(theme, "sunken", line="", margin=(side, Space.S, side, Space.XS), gap=Space.XS)
        self.row = row
        self.stack = CardStack(theme)
        self._icon = IconView(theme, row.icon, "ink2")
        self._title = ElideLabel(theme, row.title, "strong")
        self._count = Label(theme, "", "digits")
        self.scroller = Scroller(theme, self.stack)
        self._focused = False
        self.body.addLayout(self._head())
        self.add(self.scroller, 1)
        self.stack.pressed.connect(lambda: self.chosen.emit(self.row.id))

    def show_row(self, row: ColumnRow, hint: str) -> None:
        """Show the column as it is."""
        self.row = row
        self._title.setText(row.title)
        self._icon.set_icon(row.icon, "ink2")
        self._count.setText(str(len(row.cards)))
        self.setAccessibleName(f"{row.title}, {len(row.cards)}")
        self.stack.set_hint(hint)
        self.stack.set_cards(row.cards)

    def show_focus(self, focused: bool) -> None:
        """Ring the column: it has the keyboard and no card to ring."""
        if focused != self._focused:
            self._focused = focused
            self.update()

    def reveal(self, widget: QWidget) -> None:
        """Scroll as little as needed to show the card or form, from its top when there is no room."""
        high = self.scroller.viewport().height()
        self.stack.resize(self.stack.width(), max(self.stack.minimumHeight(), high))
        if widget.height() > high:
            self.scroller.verticalScrollBar().setValue(widget.y())
        else:
            self.scroller.ensureWidgetVisible(widget, 0, self._theme.dp(_GAP))

    def stack_y(self, at: QPoint) -> int:
        """Return the height in the stack of a place on the screen."""
        return self.stack.mapFromGlobal(at).y()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the column."""
        self.chosen.emit(self.row.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the ring."""
        super().paintEvent(event)
        if self._focused:
            painter = painter_on(self)
            ring = self._theme.px(Size.RING)
            outline(
                painter,
                QRectF(self.rect()),
                self._theme.color("accent"),
                ring,
                self._theme.px(Radius.CARD),
            )
            painter.end()

    def _head(self) -> Row:
        head = Row(self._theme, margin=(Space.S - 1, 2, Space.S, 2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        return head
