"""The cards of a column, painted from the board's geometry; a form can stand among them as a widget."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.incident.board_card import CardShapes, card_shapes, frame
from crisisdesk.incident.board_layout import PlacedCard
from crisisdesk.incident.board_rows import CardRow
from crisisdesk.incident.board_shapes import Rect
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space
from crisisdesk.ui.kit.widgets import WrapLabel
from crisisdesk.ui.screens.board.card_heights import CardHeights
from crisisdesk.ui.screens.board.shape_painter import ShapePainter, qt_rect

MARGIN: Final = 3
"""Room around a card for its rings (px at 100 %)."""

AT_TOP: Final = -1
"""A form stands over all cards."""

_GAP: Final = 8
_DIM: Final = 0.35


@dataclass(frozen=True)
class Look:
    """How the cards look: which is current and which are chosen, whether the board has the keyboard, which
    are found (None: nothing is sought), which are carried, whether all is past.
    """

    current: int = 0
    focused: bool = False
    chosen: frozenset[int] = frozenset()
    found: frozenset[int] | None = None
    carried: frozenset[int] = frozenset()
    past: bool = False


class CardStack(QWidget):
    """Cards under each other.

    `pressed(card, modifiers)` when the mouse goes down, card 0 on the ground; `clicked(card)` when it comes
    up where it was; `opened(card)` on a double click, `ground_opened(place)` between cards; `asked(card, at)`
    for the menu; `lifted(card)`, then `dragged(at)` and `dropped(at)`; `banded(start, at)` and `band_ended`
    for a band drawn from the ground; `history_wished(card)`, `fold_wished(card)` on what says so;
    `slid(px)` when what is in sight stands so much lower than it did. `at` is on the screen.
    """

    pressed = Signal(int, object)
    clicked = Signal(int)
    opened = Signal(int)
    ground_opened = Signal(int)
    asked = Signal(int, QPoint)
    lifted = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    banded = Signal(QPoint, QPoint)
    band_ended = Signal()
    history_wished = Signal(int)
    fold_wished = Signal(int)
    slid = Signal(int)

    def __init__(self, theme: Theme, unfolded: set[int]) -> None:
        super().__init__()
        self._theme = theme
        self._painter = ShapePainter(theme)
        self._unfolded = unfolded
        self._rows: Sequence[CardRow] = ()
        self._heights = CardHeights()
        self._placed: list[PlacedCard] = []
        self._tops: list[float] = []
        self._look = Look()
        self._zoom = 1.0
        self._form: QWidget | None = None
        self._form_at = 0
        self._instead = False
        self._mark: int | None = None
        self._down_at: QPoint | None = None
        self._down_card = 0
        self._moving = False
        self._hint = WrapLabel(theme, "", "quiet")
        self._hint.setParent(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        theme.changed.connect(self._later.start)

    # ------------------------------------------------------------ what is shown

    def set_cards(self, rows: Sequence[CardRow]) -> None:
        """Show the cards in order."""
        self._rows = rows
        self.lay_out()

    def set_hint(self, hint: str) -> None:
        """Say what belongs here, shown while nothing is."""
        if hint != self._hint.text():
            self._hint.setText(hint)
            self.lay_out()

    def set_zoom(self, zoom: float) -> None:
        """Make everything that much bigger than the text elsewhere."""
        self._zoom = zoom
        self.lay_out()

    def show_look(self, look: Look) -> None:
        """Show which cards are current, chosen, found, carried."""
        if look != self._look:
            self._look = look
            self.update()

    def placed(self) -> list[PlacedCard]:
        """Return the cards in order, with their places in the stack."""
        return self._placed

    def place_of(self, card: int) -> PlacedCard | None:
        """Return the card at its place, None when it is not here."""
        return next((one for one in self._placed if one.row.card == card), None)

    def put_form(self, form: QWidget, at: int, *, instead: bool = False) -> None:
        """Let a form stand after the card, or `instead` of it; 0 is the end of the stack, AT_TOP its top."""
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

    def place_at(self, y: float, carried: Collection[int] = ()) -> int:
        """Return how many cards that are not carried lie above `y`: the place where one would land."""
        others = (one.rect for one in self._placed if one.row.card not in carried)
        return sum(1 for rect in others if rect.y + rect.height / 2 < y)

    def set_mark(self, place: int | None) -> None:
        """Mark where a card would land, None for no mark."""
        if place != self._mark:
            self._mark = place
            self.update()

    def picture(self, card: int) -> QPixmap:
        """Return the card as a picture, to be carried."""
        one = self.place_of(card)
        if one is None:
            return QPixmap()
        ratio = self.devicePixelRatioF()
        size = qt_rect(one.rect).size().toSize()
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-one.rect.x, -one.rect.y)
        self._paint_card(painter, one)
        painter.end()
        return made

    # ------------------------------------------------------------ places

    def settle(self, card: int) -> None:
        """Put the card where it belongs, although nobody has seen those above it yet."""
        for one in self._placed:
            if not one.inside.shapes:
                self.lay_out(whole=True)
                return
            if one.row.card == card:
                return

    def _go_on(self) -> None:
        """Lay out some more; what is in sight stays where it is."""
        first = next((one for one in self._placed if one.rect.bottom > -self.y()), None)
        self.lay_out()
        now = self.place_of(first.row.card) if first is not None else None
        if first is not None and now is not None and now.rect.y != first.rect.y:
            self.slid.emit(round(now.rect.y - first.rect.y))

    def lay_out(self, *, whole: bool = False) -> None:
        """Put the cards where they belong, and ask for the height of all.

        Heights of a great many cards out of sight are guessed at first, unless the `whole` is asked for.
        """
        self._later.stop()
        margin, scale = self._theme.dp(MARGIN), self._scale()
        width, y = max(self.width() - 2 * margin, 1), margin
        placed: list[PlacedCard] = []
        if self._form_at != AT_TOP and all(row.card != self._form_at for row in self._rows):
            self._form_at = 0  # the card that the form stood at hangs here no more
        y = self._put_form(AT_TOP, y)
        self._heights.begin(self._rows, whole=whole)
        top, bottom = self._sight()
        for row in self._rows:
            inside = self._heights.inside(
                row,
                width,
                scale,
                row.card in self._unfolded,
                lambda high: top < y + high and y < bottom,  # noqa: B023
            )
            if not (self._instead and self._form is not None and row.card == self._form_at):
                placed.append(PlacedCard(row, Rect(margin, y, width, inside.height), inside))
                y += round(inside.height) + self._gap()
            y = self._put_form(row.card, y)
        y = self._put_hint(self._put_form(0, y))
        self._placed, self._tops = placed, [one.rect.y for one in placed]
        if self.minimumHeight() != round(y):
            self.setMinimumHeight(round(y))
        if self._heights.guessed:
            self._later.start()
        self.update()

    def _sight(self) -> tuple[int, int]:
        """Return from where to where the stack can be seen."""
        port = self.parentWidget()
        top = -self.y()
        return top, top + (port.height() if port is not None else self.height())

    def _scale(self) -> float:
        return round(self._theme.scale * self._zoom, 3)

    def _gap(self) -> int:
        return self._theme.dp(_GAP)

    def _put_form(self, at: int, y: int) -> int:
        if self._form is None or self._form_at != at:
            return y
        side = self._theme.dp(Space.XS)
        width = self.width() - 2 * side
        height = max(self._form.heightForWidth(width), self._form.minimumSizeHint().height())
        self._form.setGeometry(QRect(side, y, width, height))
        return y + height + self._gap()

    def _put_hint(self, y: int) -> int:
        empty = not self._rows and self._form is None and bool(self._hint.text())
        self._hint.setVisible(empty)
        if not empty:
            return y
        side = self._theme.dp(Space.S)
        width = max(self.width() - 2 * side, 1)
        height = self._hint.heightForWidth(width)
        self._hint.setGeometry(side, y, width, height)
        return y + height + side

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

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are in sight, and the mark where a card would land."""
        painter = painter_on(self)
        reach = self._theme.dp(MARGIN)
        top, bottom = event.rect().top() - reach, event.rect().bottom() + reach
        first = max(bisect_right(self._tops, top) - 1, 0)
        for one in self._placed[first : bisect_left(self._tops, bottom)]:
            dim = one.row.card in self._look.carried or (
                self._look.found is not None and one.row.card not in self._look.found
            )
            painter.setOpacity(_DIM if dim else 1.0)
            self._paint_card(painter, one)
        painter.setOpacity(1.0)
        self._paint_mark(painter)
        painter.end()

    def _paint_card(self, painter: QPainter, one: PlacedCard) -> None:
        look, card = self._look, one.row.card
        self._painter.paint(painter, frame(one.row, one.rect, self._scale(), ground=self._ground(card)), 0, 0)
        self._painter.paint(painter, self._inside(one).shapes, one.rect.x, one.rect.y, quiet=look.past)
        margin, radius = self._theme.px(MARGIN), self._theme.px(Radius.TAG)
        around = qt_rect(one.rect).adjusted(-margin, -margin, margin, margin)
        if look.found is not None and card in look.found:
            outline(painter, around, self._theme.color("warn"), self._theme.px(Size.RING), radius + margin)
        if card == look.current and look.focused:
            outline(painter, around, self._theme.color("accent"), self._theme.px(Size.RING), radius + margin)

    def _inside(self, one: PlacedCard) -> CardShapes:
        """Return what is in the card, also when its height was only guessed and it is seen already."""
        if one.inside.shapes:
            return one.inside
        return card_shapes(one.row, one.rect.width, self._scale(), one.row.card in self._unfolded, True)

    def _ground(self, card: int) -> str:
        if card == self._look.current or card in self._look.chosen:
            return "accentsoft"
        return "bg" if self._look.past else "surface"

    def _paint_mark(self, painter: QPainter) -> None:
        if self._mark is None:
            return
        thick = self._theme.px(4)
        line = QRectF(self._theme.px(Space.XS), self._mark_y(thick), 0, thick)
        line.setWidth(self.width() - 2 * line.x())
        fill(painter, line, self._theme.color("accent"), thick / 2)

    def _mark_y(self, thick: float) -> float:
        others = [one.rect for one in self._placed if one.row.card not in self._look.carried]
        between = (self._gap() - thick) / 2
        if not others:
            return between
        if self._mark is None or self._mark >= len(others):
            return others[-1].bottom + between
        return max(others[self._mark].y - self._gap() + between, 0)

    # ------------------------------------------------------------ the mouse

    def card_at(self, at: QPoint) -> PlacedCard | None:
        """Return the card at the place in the stack, None for the ground."""
        place = bisect_right(self._tops, at.y()) - 1
        one = self._placed[place] if place >= 0 else None
        return one if one is not None and qt_rect(one.rect).contains(at.toPointF()) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a card or of the ground; what folds, and what tells the versions, is a button."""
        at, one = event.position().toPoint(), self.card_at(event.position().toPoint())
        card = one.row.card if one is not None else 0
        if event.button() == Qt.MouseButton.LeftButton:
            self._down_at, self._down_card = event.globalPosition().toPoint(), card
        self.pressed.emit(card, event.modifiers())
        if event.button() == Qt.MouseButton.RightButton and card:
            self.asked.emit(card, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and one is not None:
            self._press_part(one, at)

    def _press_part(self, one: PlacedCard, at: QPoint) -> None:
        inside: CardShapes = one.inside
        for part, wish in ((inside.more, self.fold_wished), (inside.versions, self.history_wished)):
            if part is not None and qt_rect(part.moved(one.rect.x, one.rect.y)).contains(at.toPointF()):
                self._down_at = None
                wish.emit(one.row.card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse once it has moved far enough to mean it."""
        at, start = event.globalPosition().toPoint(), self._down_at
        if start is None:
            return
        if not self._moving and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._moving = True
            if self._down_card:
                self.lifted.emit(self._down_card)
        if self._moving and self._down_card:
            self.dragged.emit(at)
        elif self._moving:
            self.banded.emit(start, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is carried, end a band, or tell that nothing was moved."""
        moving, held = self._moving, self._down_at is not None
        card = self._down_card
        self.let_go()
        if moving and card:
            self.dropped.emit(event.globalPosition().toPoint())
        elif moving:
            self.band_ended.emit()
        elif held and event.button() == Qt.MouseButton.LeftButton and not _picks(event):
            self.clicked.emit(card)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card, or put one up where there is none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        one = self.card_at(at)
        if one is None:
            self.ground_opened.emit(self.place_at(at.y()))
        else:
            self.opened.emit(one.row.card)

    def let_go(self) -> None:
        """Forget that the mouse holds something."""
        self._moving, self._down_at, self._down_card = False, None, 0


def _picks(event: QMouseEvent) -> bool:
    """Return whether the click adds to what is chosen, or takes from it."""
    picking = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(event.modifiers() & picking)
