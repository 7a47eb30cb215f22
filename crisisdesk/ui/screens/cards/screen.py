"""Role cards, action cards or the room's list: the cards at the left, the chosen one to tick."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import ListKind
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import EmptyState, Label, Scroller
from crisisdesk.ui.screens.cards.card_list import CardEntry
from crisisdesk.ui.screens.cards.open_card import UNDO_MS, CardView
from crisisdesk.ui.screens.cards.rows import CardRow, OpenCard, card_rows, open_card

_LIST: Final = 244


class CardsScreen(Screen):
    """The cards of one kind. Up and Down choose a card, Right goes into it and Left out of it.

    Each card has a view of its own, so that what is half-written in one stays while another is looked at.
    """

    def __init__(
        self, theme: Theme, kind: ListKind, parent: QWidget | None = None, *, undo_ms: int = UNDO_MS
    ) -> None:
        super().__init__(theme, parent)
        self.kind: ListKind = kind
        self._undo_ms = undo_ms
        self._cards: tuple[OpenCard, ...] = ()
        self._now: datetime | None = None
        self._views: dict[str, CardView] = {}
        self._title = Label(theme, self._words(), "title")
        self._list = RowList(theme, self._words(), row_height=Size.STEP_ROW)
        self._left = QWidget()
        self._stack = QStackedLayout()
        self._empty = EmptyState(theme, self.tr("Planen har inga kort av det slaget."), icon="list-checks")
        self._lay_out()
        self._list.installEventFilter(self)
        self._list.focus_moved.connect(self._choose)
        self._list.row_activated.connect(self._into)

    def show_state(self, state: State, now: datetime) -> None:
        """Show the cards as they stand."""
        self._now = now
        rows = card_rows(state, self.kind)
        cards = tuple(open_card(state, row.key, now) for row in rows)
        if cards == self._cards and self._views:
            return
        self._cards = cards
        self._list.set_rows([self._spec(row) for row in rows])
        self._left.setVisible(len(rows) != 1)
        self._empty.setVisible(not rows)
        self._choose(self._list.focused_key())

    def go_to(self, place: str) -> bool:
        """Go to a card (`role_card:6.1`) or to one of its items (`step:6.1.2`)."""
        kind, _, key = place.partition(":")
        if kind == self.kind and self._choose(key):
            self._list.focus_key(key)
            self._into()
            return True
        card = next((card for card in self._cards if card.item(key) is not None), None)
        if kind not in ("step", "item") or card is None:
            return False
        self._list.focus_key(card.key)
        view = self._view()
        return view is not None and view.go_to_item(key)

    def chosen_ref(self) -> str:
        """Return the focused item of the card that is shown."""
        view = self._view()
        key = view.items.focused_key() if view is not None else ""
        return f"step:{key}" if key else ""

    def focus_first(self) -> None:
        """Go to the list of cards, or into the card when there is only one."""
        if len(self._cards) > 1:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._into()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+R and Ctrl+Z from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back or withdraw a sign."""
        view = self._view()
        if view is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif _ours(event):
            (view.undo if event.key() == Qt.Key.Key_Z else view.withdraw)()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go into the card with Right and out of it with Left, before the scroller takes these keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Right and watched is self._list:
            self._into()
            return True
        if event.key() == Qt.Key.Key_Left and watched is not self._list and len(self._cards) > 1:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _words(self) -> str:
        words = {
            "role_card": self.tr("Rollkort"),
            "action_card": self.tr("Åtgärdskort"),
            "room": self.tr("Krisledningsrummet"),
        }
        return words[self.kind]

    def _lay_out(self) -> None:
        left = Column(self.theme, self._left, gap=Space.M)
        hold_size(self.theme, self._title, height=Size.CONTROL)
        left.addWidget(self._title)
        left.addWidget(self._empty)
        left.addWidget(Scroller(self.theme, _held_up(self.theme, self._list)), 1)
        hold_size(self.theme, self._left, width=_LIST)
        row = Row(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.L)
        row.addWidget(self._left)
        row.addLayout(self._stack, 1)
        self._empty.hide()

    def _spec(self, row: CardRow) -> RowSpec:
        name = ", ".join(part for part in (row.title, row.holder, row.count) if part)
        return RowSpec(row.key, partial(CardEntry, self.theme, row), partial(_show_entry, row), name)

    def _choose(self, key: str) -> bool:
        """Show the card with the key; return whether it is here."""
        card, now = next((card for card in self._cards if card.key == key), None), self._now
        if card is None or now is None:
            return False
        view = self._views.get(key) or self._make(key)
        self._stack.setCurrentWidget(view)
        view.show_card(card, now)
        return True

    def _make(self, key: str) -> CardView:
        view = self._views[key] = CardView(self.theme, self._carry_out, undo_ms=self._undo_ms)
        view.go.connect(self.go_requested)
        view.print.clicked.connect(lambda: self.print_requested.emit("cards"))
        view.items.installEventFilter(self)
        self._stack.addWidget(view)
        return view

    def _carry_out(self, command: Command) -> tuple[bool, str, str]:
        done = self.request(command)
        sentence, field = self.refusal
        return done, sentence, field

    def _view(self) -> CardView | None:
        return self._views.get(self._list.focused_key())

    def _into(self) -> None:
        view = self._view()
        if view is not None:
            view.focus_items()


def _held_up(theme: Theme, rows: RowList) -> QWidget:
    """Return a widget in which the list stands at the top, however high the screen is."""
    box = QWidget()
    column = Column(theme, box)
    column.addWidget(rows)
    column.addStretch(1)
    return box


def _show_entry(row: CardRow, widget: QWidget) -> None:
    if isinstance(widget, CardEntry):
        widget.show_row(row)


def _ours(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl and event.key() in (Qt.Key.Key_R, Qt.Key.Key_Z)
