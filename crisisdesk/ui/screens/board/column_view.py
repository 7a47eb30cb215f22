"""A column of the board: its head, and its cards in a stack that scrolls on its own."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.incident.board_rows import ColumnRow
from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space
from crisisdesk.ui.kit.widgets import Card, ElideLabel, IconView, Label, Row, Scroller
from crisisdesk.ui.screens.board.card_stack import CardStack

_SIDE: Final = 5
_GAP: Final = 5


class ColumnView(Card):
    """The column. `chosen(id)` when the mouse chooses it at its head."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, row: ColumnRow, unfolded: set[int]) -> None:
        side = _SIDE
        super().__init__(theme, "sunken", line="", margin=(side, Space.S, side, Space.XS), gap=Space.XS)
        self.row = row
        self.stack = CardStack(theme, unfolded)
        self._icon = IconView(theme, row.icon, "ink2")
        self._title = ElideLabel(theme, row.title, "strong")
        self._count = Label(theme, "", "digits")
        self.scroller = Scroller(theme, self.stack)
        self._focused = False
        self.stack.slid.connect(self._slide)
        self.body.addLayout(self._head())
        self.add(self.scroller, 1)

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

    def numbers(self) -> list[int]:
        """Return the numbers of its cards in order."""
        return [card.card for card in self.row.cards]

    def rect_of(self, card: int) -> QRect | None:
        """Return where the card is in the stack, None when it is not here."""
        one = self.stack.place_of(card)
        return QRectF(*one.rect).toAlignedRect() if one is not None else None

    def middle_of(self, card: int) -> QPoint | None:
        """Return the middle of the card on the screen, None when it is not here."""
        rect = self.rect_of(card)
        return self.stack.mapToGlobal(rect.center()) if rect is not None else None

    def reveal_card(self, card: int) -> None:
        """Scroll as little as needed to show the card."""
        self.stack.settle(card)
        rect = self.rect_of(card)
        if rect is not None:
            self._reveal(rect)

    def reveal(self, widget: QWidget) -> None:
        """Scroll as little as needed to show the form."""
        self._reveal(widget.geometry())

    def _reveal(self, rect: QRect) -> None:
        """Scroll as little as needed, to the top of what has no room."""
        bar, high = self.scroller.verticalScrollBar(), self.scroller.viewport().height()
        self.stack.resize(self.stack.width(), max(self.stack.minimumHeight(), high))
        gap = self._theme.dp(_GAP)
        top, bottom = rect.top() - gap, rect.bottom() + gap
        if top < bar.value() or rect.height() + 2 * gap > high:
            bar.setValue(top)
        elif bottom > bar.value() + high:
            bar.setValue(bottom - high)

    def _slide(self, by: int) -> None:
        """Keep in sight what was."""
        bar = self.scroller.verticalScrollBar()
        self.stack.resize(self.stack.width(), max(self.stack.minimumHeight(), self.stack.height()))
        bar.setValue(bar.value() + by)

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
            ring, radius = self._theme.px(Size.RING), self._theme.px(Radius.CARD)
            outline(painter, QRectF(self.rect()), self._theme.color("accent"), ring, radius)
            painter.end()

    def _head(self) -> Row:
        head = Row(self._theme, margin=(Space.S - 1, 2, Space.S, 2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        return head
