"""All columns of the board, with one current card: keys move between cards and move them, the mouse drags."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.screens.board.card_view import CardView
from crisisdesk.ui.screens.board.carry import Carry
from crisisdesk.ui.screens.board.column_view import ColumnView
from crisisdesk.ui.screens.board.rows import CardRow, ColumnRow

NARROWEST: Final = 168
"""A column narrower than this (px at 100 %) goes to a second row of columns."""

_NO_MODS: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Columns(QWidget):
    """The columns. Arrows move the current card's place, Ctrl+arrows the card itself.

    `move_wished(card, column, place)`; `add_wished(column)` on Insert; of a card: `edit_wished` on F2, Enter
    or a double click, `strike_wished` on Delete, `answer_wished` on Ctrl+Enter, `withdraw_wished` on Ctrl+R,
    `menu_wished(card, at)` on the right button or the menu key. Letters are passed on.
    """

    move_wished = Signal(int, str, int)
    add_wished = Signal(str)
    edit_wished = Signal(int)
    strike_wished = Signal(int)
    answer_wished = Signal(int)
    withdraw_wished = Signal(int)
    menu_wished = Signal(int, QPoint)
    current_moved = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views: list[ColumnView] = []
        self._column = ""
        self._card = 0
        self._place = 0
        self._read_only = False
        self._carry = Carry(theme, self)
        self._carry.put_down.connect(self.move_wished)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.connect(self._arrange)

    def set_columns(self, rows: Sequence[ColumnRow], hint_key: str, *, read_only: bool) -> None:
        """Show the columns; the current card stays current wherever it went."""
        self._read_only = read_only
        if [view.row.id for view in self._views] != [row.id for row in rows]:
            self._make(rows)
        for view, row in zip(self._views, rows, strict=True):
            if view.row is not row or not view.accessibleName():
                hint = "\n".join(part for part in (row.hint, "" if read_only else hint_key) if part)
                view.show_row(row, hint)
        for view in self._cards():
            view.show_past(read_only)
        if self.view_of(self._carry.card) is None:
            self._carry.put_back()
        self._find_current()
        self._show_current()

    def column_view(self, column: str) -> ColumnView | None:
        """Return the column's view."""
        return next((view for view in self._views if view.row.id == column), None)

    def view_of(self, card: int) -> CardView | None:
        """Return the card's view, None when it does not hang here."""
        found = (view.stack.view(card) for view in self._views)
        return next((view for view in found if view is not None), None)

    def current(self) -> CardRow | None:
        """Return the current card, None in an empty column."""
        view = self.view_of(self._card)
        return view.row if view is not None else None

    def current_column(self) -> str:
        """Return the id of the current column."""
        return self._column

    def choose(self, card: int) -> bool:
        """Make the card current and show it; return whether it hangs here."""
        view = self.view_of(card)
        if view is None:
            return False
        self._go(view.row.column, card)
        return True

    def choose_column(self, column: str) -> None:
        """Make the column current, with its last card if the current one is elsewhere."""
        found = self.column_view(column)
        if found is not None and column != self._column:
            self._go(column, found.row.cards[-1].card if found.row.cards else 0, scroll=False)

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
        key = event.key()
        if key == Qt.Key.Key_Escape and self._carry.card:
            self._carry.put_back()
        elif key in _STEPS and event.modifiers() in _NO_MODS:
            self._step(*_STEPS[Qt.Key(key)])
        elif self._ours(event):
            self._wish(event)
        else:
            event.ignore()

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

    def _make(self, rows: Sequence[ColumnRow]) -> None:
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._views = [ColumnView(self._theme, row) for row in rows]
        for view in self._views:
            view.stack.made.connect(self._take_card)
            view.chosen.connect(self._choose_by_mouse)
        self._arrange()

    def _arrange(self) -> None:
        """Lay the columns in one row, or in two when one would be too narrow."""
        self._grid.setSpacing(self._theme.dp(Space.S + 2))
        least = self._theme.px(NARROWEST) + self._grid.spacing()
        count = len(self._views)
        fits = max(int((self.width() + self._grid.spacing()) // least), 1)
        across = count if count <= fits else -(-count // 2)
        for place, view in enumerate(self._views):
            self._grid.addWidget(view, place // max(across, 1), place % max(across, 1))
        for column in range(max(self._grid.columnCount(), 1)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _take_card(self, view: object) -> None:
        if not isinstance(view, CardView):
            return
        view.pressed.connect(self._pressed)
        view.opened.connect(self._opened)
        view.lifted.connect(self._lift)
        view.dragged.connect(self._carry.drag)
        view.dropped.connect(self._carry.drop)
        view.asked.connect(self.menu_wished)

    def _cards(self) -> list[CardView]:
        return [view for column in self._views for view in column.stack.views()]

    def _choose_by_mouse(self, column: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose_column(column)

    def _pressed(self, card: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(card)

    def _opened(self, card: int) -> None:
        if not self._read_only:
            self.edit_wished.emit(card)

    def _lift(self, card: int) -> None:
        view = self.view_of(card)
        if view is not None and not self._read_only:
            self._carry.lift(view, self._views)

    # ------------------------------------------------------------ current card

    def _find_current(self) -> None:
        view = self.view_of(self._card)
        if view is not None:
            self._column = view.row.column
            return
        column = self.column_view(self._column) or (self._views[0] if self._views else None)
        if column is None:
            return
        self._column = column.row.id
        cards = [row.card for row in column.row.cards]
        # The one that took its place is next after a card that went away.
        self._card = cards[min(self._place, len(cards) - 1)] if cards else 0

    def _go(self, column: str, card: int, *, scroll: bool = True) -> None:
        moved = (column, card) != (self._column, self._card)
        self._column, self._card = column, card
        self._show_current(speak=moved, scroll=scroll)
        if moved:
            self.current_moved.emit(card)

    def _show_current(self, *, speak: bool = False, scroll: bool = False) -> None:
        focused = self.hasFocus()
        for column in self._views:
            here = column.row.id == self._column
            column.show_focus(here and focused and not self._card)
            for place, view in enumerate(column.stack.views()):
                view.show_place(current=view.row.card == self._card, focused=focused)
                if view.row.card == self._card:
                    self._place = place
                    if scroll:
                        column.reveal(view)
        if speak:
            self._speak()

    def _speak(self) -> None:
        row, column = self.current(), self.column_view(self._column)
        said = row.spoken if row is not None else column.accessibleName() if column is not None else ""
        self.setAccessibleDescription(said)
        if said and self.hasFocus():
            announce(self, said)

    def _step(self, across: int, down: int) -> None:
        """Go to the next card in the direction; between columns to the one nearest in height."""
        column = self.column_view(self._column)
        if column is None:
            return
        if across:
            place = min(max(self._views.index(column) + across, 0), len(self._views) - 1)
            self._enter(self._views[place])
            return
        cards = [row.card for row in column.row.cards]
        if cards:
            at = cards.index(self._card) if self._card in cards else 0
            self._go(self._column, cards[min(max(at + down, 0), len(cards) - 1)])

    def _enter(self, column: ColumnView) -> None:
        if column.row.id == self._column:
            return
        before = self.view_of(self._card)
        height = before.mapTo(self, before.rect().center()).y() if before is not None else 0
        near = [
            (abs(v.mapTo(self, v.rect().center()).y() - height), v.row.card) for v in column.stack.views()
        ]
        self._go(column.row.id, min(near)[1] if near else 0)

    # ------------------------------------------------------------ wishes

    def _ours(self, event: QKeyEvent) -> bool:
        key, mods = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            return bool(self._carry.card)
        if mods == Qt.KeyboardModifier.ControlModifier:
            return key in (*_ENTER, Qt.Key.Key_R) or key in _MOVES
        return mods in _NO_MODS and key in (*_ENTER, *_PLAIN_KEYS)

    def _wish(self, event: QKeyEvent) -> None:
        key, card = event.key(), self._card
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Menu:
            self._ask_menu()
        elif self._read_only or (event.isAutoRepeat() and key not in _MOVES):
            return
        elif key == Qt.Key.Key_Insert:
            self.add_wished.emit(self._column)
        elif not card:
            return
        elif ctrl and key in _MOVES:
            self._move(*_MOVES[Qt.Key(key)])
        elif ctrl:
            (self.withdraw_wished if key == Qt.Key.Key_R else self.answer_wished).emit(card)
        else:
            (self.strike_wished if key == Qt.Key.Key_Delete else self.edit_wished).emit(card)

    def _ask_menu(self) -> None:
        view = self.view_of(self._card)
        if view is not None:
            self.menu_wished.emit(self._card, view.mapToGlobal(view.rect().center()))

    def _move(self, across: int, down: int) -> None:
        column = self.column_view(self._column)
        if column is None:
            return
        place = [row.card for row in column.row.cards].index(self._card)
        if not across:
            last = len(column.row.cards) - 1
            if 0 <= place + down <= last:
                self.move_wished.emit(self._card, self._column, place + down)
            return
        target = self._views.index(column) + across
        if 0 <= target < len(self._views):
            other = self._views[target].row
            self.move_wished.emit(self._card, other.id, min(place, len(other.cards)))


_FAR: Final = 1_000_000
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN_KEYS: Final = (Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Menu)
_STEPS: Final[dict[Qt.Key, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_PageUp: (0, -5),
    Qt.Key.Key_PageDown: (0, 5),
    Qt.Key.Key_Home: (0, -_FAR),
    Qt.Key.Key_End: (0, _FAR),
}
_MOVES: Final[dict[Qt.Key, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
