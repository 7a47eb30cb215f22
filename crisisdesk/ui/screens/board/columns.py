"""All columns of the board: one current card and those chosen with it, by keys and by the mouse."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from crisisdesk.incident.board_layout import columns_across
from crisisdesk.incident.board_rows import CardRow, ColumnRow
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.screens.board import keys
from crisisdesk.ui.screens.board.card_stack import Look
from crisisdesk.ui.screens.board.choice import Choice
from crisisdesk.ui.screens.board.column_mouse import ColumnMouse
from crisisdesk.ui.screens.board.column_view import ColumnView


class Columns(QWidget):
    """The columns. It has the keyboard for all cards: its accessible description says the current one.

    `move_wished(cards, column, place)`, the place counted among the cards that are not moved;
    `add_wished(column, place)`, None for the end; `wished(what, cards)` for everything else that a key, the
    mouse or the menu can ask of cards (the words of `keys.WISHES`); `menu_wished(card, at)`;
    `zoom_wished(steps)` on Ctrl and the wheel. Letters are passed on.
    """

    move_wished = Signal(object, str, int)
    add_wished = Signal(str, object)
    wished = Signal(str, object)
    menu_wished = Signal(int, QPoint)
    zoom_wished = Signal(int)
    current_moved = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views: list[ColumnView] = []
        self._column = ""
        self._place = 0
        self._choice = Choice()
        self._found: frozenset[int] | None = None
        self._unfolded: set[int] = set()
        self._zoom = 1.0
        self.read_only = False
        self._mouse = ColumnMouse(theme, self, self)
        self._mouse.carry.put_down.connect(self.move_wished)
        self._mouse.carry.lifted.connect(self._show_looks)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.connect(self._arrange)

    def set_columns(self, rows: Sequence[ColumnRow], hint_key: str, *, read_only: bool) -> None:
        """Show the columns; the current card stays current wherever it went."""
        self.read_only = read_only
        if [view.row.id for view in self._views] != [row.id for row in rows]:
            self._make(rows)
        for view, row in zip(self._views, rows, strict=True):
            if view.row is not row or not view.accessibleName():
                hint = "\n".join(part for part in (row.hint, "" if read_only else hint_key) if part)
                view.show_row(row, hint)
        hanging = frozenset(card for view in self._views for card in view.numbers())
        if not self._mouse.carry.cards <= hanging:
            self._mouse.carry.put_back()
        self._choice.keep(hanging)
        self._find_current()
        self._show_current()

    def column_view(self, column: str) -> ColumnView | None:
        """Return the column's view."""
        return next((view for view in self._views if view.row.id == column), None)

    def column_of(self, card: int) -> ColumnView | None:
        """Return the view of the column that the card hangs in, None when it hangs in none."""
        return next((view for view in self._views if card in view.numbers()), None)

    def current(self) -> CardRow | None:
        """Return the current card, None in an empty column."""
        view = self.column_of(self._choice.current)
        cards = view.row.cards if view is not None else ()
        return next((row for row in cards if row.card == self._choice.current), None)

    def current_column(self) -> str:
        """Return the id of the current column."""
        return self._column

    def chosen(self) -> tuple[int, ...]:
        """Return the chosen cards in board order."""
        return tuple(card for view in self._views for card in view.numbers() if card in self._choice.cards)

    def choose(self, card: int) -> bool:
        """Make the card current and show it; return whether it hangs here."""
        view = self.column_of(card)
        if view is None:
            return False
        self._choice.only(self._choice.current)
        self._go(view.row.id, card)
        return True

    def choose_many(self, cards: Sequence[int]) -> None:
        """Choose the cards together, those that hang here; none leaves the current one alone."""
        self._choice.take(card for card in cards if self.column_of(card) is not None)
        self._follow(scroll=False)

    def pick(self, card: int) -> None:
        """Add the card to what is chosen, or take it away."""
        self._choice.pick(card)
        self._follow()

    def reach(self, card: int) -> None:
        """Choose every card from the one where the reach began to this one, column by column."""
        self._choice.reach(card, [card for view in self._views for card in view.numbers()])
        self._follow()

    def views(self) -> Sequence[ColumnView]:
        """Return the columns."""
        return self._views

    def choose_column(self, column: str) -> None:
        """Make the column current, with its last card if the current one is elsewhere."""
        found = self.column_view(column)
        if found is not None and column != self._column:
            self._go(column, (found.numbers() or [0])[-1], scroll=False)

    def show_found(self, found: frozenset[int] | None) -> None:
        """Mark the cards that are found and dim the others; None when nothing is sought."""
        self._found = found
        self._show_looks()

    def fold(self, card: int, *, open_only: bool = False) -> None:
        """Show the whole of a folded card, or fold it unless it shall be `open_only`."""
        self._unfolded ^= {card} - (self._unfolded if open_only else set())
        view = self.column_of(card)
        if view is not None:
            view.stack.lay_out()
            view.reveal_card(card)

    def set_zoom(self, zoom: float) -> None:
        """Show the cards that much bigger than other text."""
        self._zoom = zoom
        for view in self._views:
            view.stack.set_zoom(zoom)
        self._show_current(scroll=True)

    # ------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Keep the board's keys from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or wish; what is not ours goes on to the parent."""
        step = keys.step(event)
        if event.key() == Qt.Key.Key_Escape and self._ours(event):
            self._let_go()
        elif step is not None:
            self._step(*step, reach=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self._ours(event):
            self._wish(event)
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom on Ctrl and the wheel over a column, which would scroll otherwise."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and the current card unless the mouse has just chosen another."""
        super().focusInEvent(event)
        self._show_current(speak=True, scroll=event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns in one row or two."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------ columns

    def _make(self, rows: Sequence[ColumnRow]) -> None:
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._views = [ColumnView(self._theme, row, self._unfolded) for row in rows]
        for view in self._views:
            self._listen(view)
        self._arrange()

    def _listen(self, view: ColumnView) -> None:
        stack, id = view.stack, view.row.id
        stack.set_zoom(self._zoom)
        self._mouse.listen(view)
        stack.opened.connect(partial(self._wish_of_one, "edit"))
        stack.ground_opened.connect(partial(self._add_at, id))
        stack.asked.connect(self.menu_wished)
        stack.history_wished.connect(partial(self._wish_of_one, "history"))
        stack.fold_wished.connect(self.fold)
        view.scroller.viewport().installEventFilter(self)

    def _arrange(self) -> None:
        """Lay the columns in one row, or in two when one would be too narrow."""
        self._grid.setSpacing(self._theme.dp(Space.S + 2))
        across = columns_across(len(self._views), self.width(), self._theme.scale)
        for place, view in enumerate(self._views):
            self._grid.addWidget(view, place // max(across, 1), place % max(across, 1))
        for column in range(max(self._grid.columnCount(), 1)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    # ------------------------------------------------------------ current card

    def _find_current(self) -> None:
        view = self.column_of(self._choice.current)
        if view is not None:
            self._column = view.row.id
            return
        column = self.column_view(self._column) or (self._views[0] if self._views else None)
        if column is None:
            return
        self._column = column.row.id
        cards = column.numbers()
        # The one that took its place is next after a card that went away.
        self._choice.only(cards[min(self._place, len(cards) - 1)] if cards else 0)

    def _go(self, column: str, card: int, *, scroll: bool = True) -> None:
        moved = (column, card) != (self._column, self._choice.current)
        self._column = column
        self._choice.only(card)
        self._show_current(speak=moved, scroll=scroll)
        if moved:
            self.current_moved.emit(card)

    def _follow(self, *, scroll: bool = True) -> None:
        """Go where the choice went."""
        view = self.column_of(self._choice.current)
        if view is not None:
            self._column = view.row.id
        self._show_current(speak=True, scroll=scroll)
        self.current_moved.emit(self._choice.current)

    def _show_current(self, *, speak: bool = False, scroll: bool = False) -> None:
        card = self._choice.current
        for view in self._views:
            view.show_focus(view.row.id == self._column and self.hasFocus() and not card)
        view = self.column_of(card)
        if view is not None:
            self._place = view.numbers().index(card)
            if scroll:
                view.reveal_card(card)
        self._show_looks()
        if speak:
            self._speak()

    def _show_looks(self) -> None:
        look = Look(
            current=self._choice.current,
            focused=self.hasFocus(),
            chosen=self._choice.cards,
            found=self._found,
            carried=self._mouse.carry.cards,
            past=self.read_only,
        )
        for view in self._views:
            view.stack.show_look(look)

    def _speak(self) -> None:
        row, column = self.current(), self.column_view(self._column)
        said = row.spoken if row is not None else column.accessibleName() if column is not None else ""
        if self._choice.several:
            said = self.tr("{0} kort valda. {1}").format(len(self._choice.cards), said)
        self.setAccessibleDescription(said)
        if said and self.hasFocus():
            announce(self, said)

    def _let_go(self) -> None:
        if self._mouse.carry.cards:
            self._mouse.carry.put_back()
        else:
            self._choice.only(self._choice.current)
            self._show_current(speak=True)

    def _step(self, across: int, down: int, *, reach: bool) -> None:
        """Go to the next card in the direction; between columns to the one nearest in height."""
        column = self.column_view(self._column)
        if column is None:
            return
        if across:
            place = min(max(self._views.index(column) + across, 0), len(self._views) - 1)
            self._enter(self._views[place], reach=reach)
            return
        cards = column.numbers()
        if not cards:
            return
        at = cards.index(self._choice.current) if self._choice.current in cards else 0
        card = cards[min(max(at + down, 0), len(cards) - 1)]
        if reach:
            self.reach(card)
        else:
            self._go(self._column, card)

    def _enter(self, column: ColumnView, *, reach: bool) -> None:
        if column.row.id == self._column:
            return
        before = self.column_of(self._choice.current)
        middle = before.middle_of(self._choice.current) if before is not None else None
        height = middle.y() if middle is not None else 0
        near = [(abs(m.y() - height), card) for card in column.numbers() if (m := column.middle_of(card))]
        card = min(near)[1] if near else 0
        if reach and card:
            kept = self._choice.cards
            self._choice.only(card)
            self._choice.take(kept | {card})
            self._follow()
        else:
            self._go(column.row.id, card)

    # ------------------------------------------------------------ wishes

    def _ours(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return bool(self._mouse.carry.cards) or self._choice.several
        return keys.wish(event) != ""

    def _wish(self, event: QKeyEvent) -> None:
        what = keys.wish(event)
        if what == "menu":
            self._ask_menu()
        elif what == "fold":
            self.fold(self._choice.current)
        elif (self.read_only and what not in keys.HARMLESS) or (event.isAutoRepeat() and what != "move"):
            return
        elif what == "add":
            self._add_at(self._column, self._place + 1)
        elif what == "move":
            self._move(*keys.direction(event))
        else:
            self._wish_of(what, self.chosen() if what in keys.OF_SEVERAL else (self._choice.current,))

    def _wish_of(self, what: str, cards: tuple[int, ...]) -> None:
        if any(cards) and (not self.read_only or what in keys.HARMLESS):
            self.wished.emit(what, cards)

    def _wish_of_one(self, what: str, card: int) -> None:
        self._wish_of(what, (card,))

    def _add_at(self, column: str, place: int) -> None:
        view = self.column_view(column)
        if view is not None and not self.read_only:
            self.choose_column(column)
            self.add_wished.emit(column, place if place < len(view.row.cards) else None)

    def _ask_menu(self) -> None:
        view = self.column_of(self._choice.current)
        at = view.middle_of(self._choice.current) if view is not None else None
        if at is not None:
            self.menu_wished.emit(self._choice.current, at)

    def _move(self, across: int, down: int) -> None:
        """Move the chosen cards of the current column together."""
        column = self.column_view(self._column)
        if column is None or not self._choice.current:
            return
        numbers = column.numbers()
        cards = tuple(card for card in numbers if card in self._choice.cards)
        others = [card for card in numbers if card not in cards]
        above = sum(1 for card in numbers[: numbers.index(cards[0])] if card in others)
        if not across:
            if 0 <= above + down <= len(others):
                self.move_wished.emit(cards, self._column, above + down)
            return
        target = self._views.index(column) + across
        if 0 <= target < len(self._views):
            other = self._views[target].row
            place = numbers.index(cards[0])
            self.move_wished.emit(cards, other.id, min(place, len(other.cards)))
