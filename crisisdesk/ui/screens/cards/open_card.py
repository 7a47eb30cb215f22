"""The chosen card: who holds it, its items to tick in any order, its contacts."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import checklists
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.refusal_line import RefusalLine
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import IconButton, Label, ProgressBar, Scroller, WrapLabel
from crisisdesk.ui.screens.cards import item_view as does
from crisisdesk.ui.screens.cards.contacts import Contacts
from crisisdesk.ui.screens.cards.item_forms import ItemForm, ItemForms
from crisisdesk.ui.screens.cards.item_view import ItemLook, ItemView
from crisisdesk.ui.screens.cards.rows import ItemRow, OpenCard

UNDO_MS: Final = 10_000
"""How long *ångra* is offered after a sign (product: guided checklists)."""

_BAR: Final = 110  # px of the bar beside the title of a card
_LAYOUT: Final = QEvent.Type.LayoutRequest.value
_LAYOUT_ROUNDS: Final = 4  # row, list, content, scroller: each asks the one above for room

Carry = Callable[[Command], tuple[bool, str, str]]
"""Carries a command out; returns whether it was done, else the refusal's sentence and field."""


class CardView(QWidget):
    """One card. `go(place)` when a link or an agenda is chosen."""

    go = Signal(str)

    def __init__(self, theme: Theme, carry: Carry, *, undo_ms: int = UNDO_MS) -> None:
        super().__init__()
        self._theme = theme
        self._carry = carry
        self._card: OpenCard | None = None
        self._now: datetime | None = None
        self._forms: dict[str, ItemForm] = {}
        self._makers = ItemForms(theme, self)
        self._undoable = ""
        self._undo_timer = QTimer(self, singleShot=True, interval=undo_ms)
        self._undo_timer.timeout.connect(self._forget_undo)
        self._title = WrapLabel(theme, "", "heading")
        self._holder = WrapLabel(theme, "", "quiet")
        self._count = Label(theme, "", "digits")
        self._bar = ProgressBar(theme, name=self.tr("Klara punkter:"))
        self.print = IconButton(theme, "printer", self.tr("Skriv ut"), variant="plain")
        self._intro = WrapLabel(theme, "", "quiet")
        self._sketch = WrapLabel(theme, "", "quiet")
        self.items = RowList(theme, self.tr("Punkter"), row_height=Size.STEP_ROW)
        self._refused = RefusalLine(theme)
        self._contacts = Contacts(theme)
        self._lay_out()
        self.items.focus_moved.connect(self._move_focus)
        self.items.row_toggled.connect(self._toggle)
        self.items.row_activated.connect(self._activate)

    def show_card(self, card: OpenCard, now: datetime) -> None:
        """Show the card as it stands; the first time it starts at its first open item."""
        self._now = now
        if card == self._card:
            return
        first = self._card is None
        self._card = card
        self._show_head(card)
        self.items.setAccessibleName(card.title)
        self.items.set_rows([self._spec(row) for row in card.items])
        if first:
            self.items.focus_key(card.next_after(""))
        self._contacts.setVisible(bool(card.contacts))
        self._contacts.show_contacts(card.contacts, card.warning)
        self._show_looks()

    def focus_items(self) -> None:
        """Go to the form that is being filled in, else to the items."""
        key = self.items.focused_key()
        if key in self._forms:
            self._forms[key].form.form.focus_field()
        else:
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_item(self, key: str) -> bool:
        """Go to the item; return whether it is on this card."""
        if self._row(key) is None:
            return False
        self.items.focus_key(key, take_focus=True)
        return True

    def undo(self) -> None:
        """Take the last sign back, while that is offered."""
        key = self._undoable
        if key and self._ask(checklists.commands.Undo(item=key)):
            self._forget_undo()
            self.items.focus_key(key, take_focus=True)

    def withdraw(self) -> None:
        """Ask why the sign of the focused item is taken back."""
        self._act(self.items.focused_key(), does.WITHDRAW)

    def _lay_out(self) -> None:
        head = Row(self._theme, gap=Space.M)
        words = Column(self._theme, gap=0)
        words.addWidget(self._title)
        words.addWidget(self._holder)
        head.addLayout(words, 1)
        head.addWidget(self._count)
        head.addWidget(self._bar)
        head.addWidget(self.print)
        hold_size(self._theme, self._bar, width=_BAR)
        content = QWidget()
        column = Column(self._theme, content, gap=Space.M)
        for widget in (self._intro, self.items, self._sketch, self._contacts):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroller = Scroller(self._theme, content)
        whole = Column(self._theme, self, gap=Space.M)
        whole.addLayout(head)
        whole.addWidget(self._refused)
        whole.addWidget(self._scroller, 1)
        for label in (self._holder, self._intro, self._sketch):
            label.hide()

    def _show_head(self, card: OpenCard) -> None:
        self._title.setText(card.title)
        self._count.setText(self.tr("{0} av {1}").format(card.done, card.total))
        self._bar.set_progress(card.done, card.total)
        self._holder.set_token("alarm" if card.vacant else "ink2")
        sketch = self.tr("Skissen visar: {0}").format(card.sketch) if card.sketch else ""
        for label, text in ((self._holder, card.holder), (self._intro, card.intro), (self._sketch, sketch)):
            label.setText(text)
            label.setVisible(bool(text))

    def _spec(self, row: ItemRow) -> RowSpec:
        name = ", ".join(part for part in (row.text, row.mark) if part)
        return RowSpec(row.key, partial(self._view, row), name=name)

    def _view(self, row: ItemRow) -> ItemView:
        view = ItemView(self._theme, row.depth)
        view.acted.connect(partial(self._act, row.key))
        view.go.connect(self.go)
        return view

    def _show_looks(self) -> None:
        card, focused = self._card, self.items.focused_key()
        for row in card.items if card is not None else ():
            view = self.items.widget_of(row.key)
            if card is not None and isinstance(view, ItemView):
                is_open = row.key == focused or row.key in self._forms
                undoable = row.key == self._undoable and bool(row.mark)
                sign = card.sign or card.keeper
                view.show_look(ItemLook(row, sign, is_open, not self._forms, undoable))

    def _move_focus(self) -> None:
        self._show_looks()
        # The row that opens is higher than it was: it is brought into sight once it is laid out.
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        key = self.items.focused_key()
        view = self.items.widget_of(key)
        if view is None:
            return
        for _ in range(_LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents(None, _LAYOUT)
        if key in self._forms:
            self._scroller.show_widget(self._forms[key].form)
        self._scroller.show_widget(view)

    def _toggle(self, key: str) -> None:
        row = self._row(key)
        if row is not None and row.state == "off":
            self._act(key, does.SIGN)

    def _activate(self, key: str) -> None:
        row, view = self._row(key), self.items.widget_of(key)
        if row is not None and row.agenda:
            self._act(key, does.MEET)
        elif isinstance(view, ItemView):
            view.press_first()

    def _act(self, key: str, name: str) -> None:
        row = self._row(key)
        if row is None:
            return
        if name == does.SIGN:
            self._sign(key)
        elif name == does.UNDO:
            self.undo()
        elif name == does.MEET:
            self.go.emit("meetings")
        elif name != does.WITHDRAW or row.mark:
            self._open_form(row, name)

    def _sign(self, key: str) -> None:
        card = self._card
        if card is None or key in self._forms:
            return
        if self._ask(checklists.commands.Sign(item=key, done_by=card.sign)):
            self._settled(key)

    def _ask(self, command: Command) -> bool:
        """Wish for something that has no form; a refusal stands over the items."""
        done, sentence, _field = self._carry(command)
        self._refused.say("" if done else sentence)
        return done

    def _settled(self, key: str) -> None:
        """Offer to undo, and move on to the next open item; a repeating one keeps the focus."""
        self._undoable = key
        self._undo_timer.start()
        row = self._row(key)
        following = self._card.next_after(key) if self._card is not None else ""
        stays = row is None or row.repeats or not following
        self.items.focus_key(key if stays else following, take_focus=True)
        self._show_looks()

    def _forget_undo(self) -> None:
        self._undo_timer.stop()
        self._undoable = ""
        self._show_looks()

    def _open_form(self, row: ItemRow, name: str) -> None:
        view, card = self.items.widget_of(row.key), self._card
        if not isinstance(view, ItemView) or card is None:
            return
        if row.key not in self._forms:
            made = self._forms[row.key] = self._makers.make(name, row, card)
            made.form.sent.connect(partial(self._send, row.key))
            made.form.cancelled.connect(partial(self._close_form, row.key))
            view.put_form(made.form)
        self.items.focus_key(row.key)
        self._show_looks()
        self._forms[row.key].form.form.focus_field()
        QTimer.singleShot(0, self, self._reveal)

    def _send(self, key: str, _values: object) -> None:
        made, now = self._forms[key], self._now
        if now is None:
            return
        try:
            command = made.ask(now)
        except RuleBroken as refusal:
            made.refuse(refusal.sentence, refusal.field)
            return
        done, sentence, field = self._carry(command)
        if done:
            self._close_form(key)
            if made.settles:
                self._settled(key)
        elif sentence:
            made.refuse(sentence, field)

    def _close_form(self, key: str) -> None:
        self.items.focus_key(key, take_focus=True)
        self._drop_form(key)
        self._show_looks()

    def _drop_form(self, key: str) -> None:
        del self._forms[key]
        view = self.items.widget_of(key)
        if isinstance(view, ItemView):
            view.put_form(None)

    def _row(self, key: str) -> ItemRow | None:
        return self._card.item(key) if self._card is not None else None
