"""A card on the board: painted, focused by the board, taken hold of by the mouse."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size
from crisisdesk.ui.screens.board.card_layout import CardLayout
from crisisdesk.ui.screens.board.rows import CardRow

MARGIN: Final = 3
"""Room around the card for its ring (px at 100 %)."""


class CardView(QWidget):
    """One card. `pressed(card)` when the mouse goes down on it, `opened(card)` on a double click.

    `lifted(card)` when it is taken hold of and moved, then `dragged(at)` and `dropped(at)` with places on the
    screen. `asked(card, at)` for its menu.
    """

    pressed = Signal(int)
    opened = Signal(int)
    lifted = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, row: CardRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = row
        self._layout: CardLayout | None = None
        self._width = -1
        self._current = self._focused = self._past = False
        self._down_at: QPoint | None = None
        self._held = False
        self.setAccessibleName(row.spoken)
        theme.changed.connect(self._forget_layout)

    def show_row(self, row: CardRow) -> None:
        """Show what the card says now."""
        if row != self.row:
            self.row = row
            self.setAccessibleName(row.spoken)
            self._forget_layout()

    def show_place(self, *, current: bool, focused: bool) -> None:
        """Show whether it is the board's current card, and whether the board has the keyboard."""
        if (current, focused) != (self._current, self._focused):
            self._current, self._focused = current, focused
            self.update()

    def show_past(self, past: bool) -> None:
        """Show it as part of a picture of the past."""
        self._past = past
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height that it needs at the width, its margin included."""
        return self._laid_out(width).height + 2 * self._theme.dp(MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, kind, text and rings."""
        painter = painter_on(self)
        margin = self._theme.dp(MARGIN)
        rect = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        radius = self._theme.px(Radius.TAG)
        fill(painter, rect, self._theme.color(self._ground()), radius)
        outline(painter, rect, self._theme.color("line"), Size.HAIR, radius)
        strip = QRectF(rect.x(), rect.y(), self._theme.px(Size.BAR), rect.height())
        fill(painter, strip, self._theme.color(_KINDS.get(self.row.purpose, "k_note")), 2)
        self._paint_rings(painter, rect, radius)
        painter.translate(margin, margin)
        self._laid_out(self.width()).paint(painter, self.devicePixelRatioF(), quiet=self._past)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become the current card, and perhaps be taken hold of."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._down_at = event.globalPosition().toPoint()
        self.pressed.emit(self.row.card)
        if event.button() == Qt.MouseButton.RightButton:
            self.asked.emit(self.row.card, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse once it has moved far enough to mean it."""
        at = event.globalPosition().toPoint()
        if self._down_at is None:
            return
        if not self._held and (at - self._down_at).manhattanLength() >= QApplication.startDragDistance():
            self._held = True
            self.lifted.emit(self.row.card)
        if self._held:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be put down."""
        held, self._held, self._down_at = self._held, False, None
        if held:
            self.dropped.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Be opened for writing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.row.card)

    def let_go(self) -> None:
        """Forget that the mouse holds it."""
        self._held, self._down_at = False, None

    def _ground(self) -> str:
        if self._current:
            return "accentsoft"
        return "bg" if self._past else "surface"

    def _paint_rings(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        ring = self._theme.px(Size.RING)
        if self.row.change in ("new", "changed"):
            around = rect.adjusted(-1, -1, 1, 1)
            outline(painter, around, self._theme.color("accent"), ring, radius + 1)
        if self._current and self._focused:
            whole = QRectF(self.rect())
            outline(painter, whole, self._theme.color("accent"), ring, radius + self._theme.px(MARGIN))

    def _laid_out(self, width: int) -> CardLayout:
        inner = width - 2 * self._theme.dp(MARGIN)
        if self._layout is None or self._width != inner:
            self._width = inner
            self._layout = CardLayout(self._theme, self.row, inner)
        return self._layout

    def _forget_layout(self) -> None:
        self._layout = None
        self.update()


_KINDS: Final = {"uncertainty": "k_unc"}
