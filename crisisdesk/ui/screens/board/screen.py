"""The board (lägesbild): forecast, columns of cards, time axis; frozen boards to look at."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Column, ComboBox, Label, Row, Tag, WrapLabel
from crisisdesk.ui.screens.board.axis import BoardAxis
from crisisdesk.ui.screens.board.card_forms import Asking, CardForms
from crisisdesk.ui.screens.board.column_view import ColumnView
from crisisdesk.ui.screens.board.columns import Columns
from crisisdesk.ui.screens.board.forecast import ForecastStrip
from crisisdesk.ui.screens.board.past_bar import PastBar
from crisisdesk.ui.screens.board.rows import BoardRows, CardRow, board_rows, frozen_rows

LIVE: Final = "now"
_DRAFT_MS: Final = 500
_ROOMY: Final = 560
"""Height of the board (px at 100 %) from which the forecast may take two lines."""


class BoardScreen(Screen):
    """The board: its cards and their forms, frozen boards, the time axis."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._live: BoardRows | None = None
        self._rows: BoardRows | None = None
        self._forms: CardForms | None = None
        self._asking: Asking | None = None
        self._asking_in = ""
        self._past = 0
        self._drafts: dict[str, str] = {}
        self._draft_of = ""
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._draft_timer.timeout.connect(self._keep_draft)
        self._title = Label(theme, self.tr("Lägesbild"), "title")
        self._changed = Tag(theme, "", tone="accent")
        self._add = Button(theme, self.tr("Kort"), "plus", key_hint=self.tr("Ins"))
        self._pictures = ComboBox(theme, self.tr("Visa"), [(LIVE, self.tr("Tavlan nu"))], LIVE)
        self._freeze = Button(theme, "", "snowflake", primary=True)
        self._bar = PastBar(theme)
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self.forecast = ForecastStrip(theme)
        self.columns = Columns(theme, self.tr("Tavlan"))
        self.axis = BoardAxis(theme)
        self._pictures.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the board as it is, or the frozen one that is being looked at."""
        self._state, self._now = state, now
        if self._forms is None:
            self._forms = CardForms(self.theme, state.zone, self)
        live = board_rows(state, now)
        if live != self._live:
            self._live = live
            self._show_pictures(live)
            if not self._past:
                self._show(live)
        self.axis.show_state(state, now)

    def go_to(self, place: str) -> bool:
        """Go to a card, an uncertainty or a frozen board."""
        kind, _, number = place.partition(":")
        if self._live is None or not number.isdecimal():
            return False
        if kind == "board":
            return self._look_at(int(number))
        card = int(number) if kind == "card" else self._card_of(int(number)) if kind == "uncertainty" else 0
        if self._live.card(card) is None:
            return False
        self._look_at(0)
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.columns.choose(card)

    def restore_draft(self, key: str, text: str) -> None:
        """Put back the text of a new card; it stands there when one is put up in its column."""
        self._drafts[key] = text

    def focus_first(self) -> None:
        """Go to the form that is being written in, else to the cards."""
        if self._asking is not None:
            self._asking.form.form.focus_field()
        else:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room when the window is low."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        self.forecast.show_lines(2 if self.height() >= self.theme.px(_ROOMY) else 1)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window while a frozen board is shown."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the board as it is."""
        if self._ours(event):
            self._look_at(0)
        else:
            super().keyPressEvent(event)

    def _ours(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return bool(self._past) and plain and event.key() == Qt.Key.Key_Escape

    def _lay_out(self) -> None:
        head = Row(self.theme, gap=Space.S)
        head.addWidget(self._title)
        head.addSpacing(self.theme.dp(Space.XS))
        head.addWidget(self._changed)
        head.addStretch(1)
        for part in (self._pictures, self._add, self._freeze):
            head.addWidget(part)
        whole = Column(self.theme, self, margin=(Space.L, Space.M, Space.L, Space.M), gap=Space.S + 2)
        whole.addLayout(head)
        whole.addWidget(self._bar)
        whole.addWidget(self._said)
        whole.addWidget(self.forecast)
        whole.addWidget(self.columns, 1)
        whole.addWidget(self.axis)
        for part in (self._bar, self._said, self._changed, self._pictures):
            part.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(lambda: self._add_card(self.columns.current_column()))
        self._freeze.clicked.connect(lambda: self._ask(board.commands.Freeze()))
        self._pictures.changed.connect(self._picked)
        self._bar.left.connect(lambda: self._look_at(0))
        self.forecast.written.connect(self._set_forecast)
        self.axis.go.connect(self._go)
        self.theme.changed.connect(self._share_height)
        wishes = self.columns
        wishes.add_wished.connect(self._add_card)
        wishes.edit_wished.connect(self._edit_card)
        wishes.strike_wished.connect(self._strike_card)
        wishes.answer_wished.connect(self._answer_card)
        wishes.withdraw_wished.connect(self._withdraw)
        wishes.move_wished.connect(self._move_card)
        wishes.menu_wished.connect(self._show_menu)

    # ------------------------------------------------------------ showing

    def _show(self, rows: BoardRows) -> None:
        self._rows = rows
        past = bool(rows.past)
        fixed = past or rows.closed
        self._changed.set_state(rows.changed, "", "accent")
        self._changed.setVisible(bool(rows.changed))
        self._add.setVisible(not fixed)
        self._freeze.setVisible(not fixed)
        self._freeze.set_text(self.tr("Frys nr {0}").format(rows.next_number))
        self._bar.show_past(rows.past)
        self.forecast.show_texts(rows.worst, rows.likely, read_only=fixed)
        self.columns.set_columns(rows.columns, self.tr("Insert sätter upp ett kort."), read_only=fixed)

    def _show_pictures(self, rows: BoardRows) -> None:
        """List the frozen boards, the newest first; keep what is chosen."""
        if self._pictures.count() != len(rows.frozen) + 1:
            self._pictures.blockSignals(True)
            self._pictures.clear()
            self._pictures.addItem(self.tr("Tavlan nu"), LIVE)
            for one in reversed(rows.frozen):
                words = self.tr("Nr {0}, {1}").format(one.title, one.when)
                self._pictures.addItem(words, str(one.number))
            self._pictures.set_value(str(self._past) if self._past else LIVE)
            self._pictures.blockSignals(False)
        self._pictures.setVisible(bool(rows.frozen))

    def _picked(self, value: str) -> None:
        self._look_at(0 if value == LIVE else int(value))

    def _look_at(self, number: int) -> bool:
        """Show frozen board `number`, 0 for the board as it is; return whether there is one."""
        if self._state is None or self._now is None or self._live is None:
            return False
        if number > len(self._live.frozen):
            return False
        if number == self._past:
            return True
        self._close_form()
        self._past = number
        self._pictures.blockSignals(True)
        self._pictures.set_value(str(number) if number else LIVE)
        self._pictures.blockSignals(False)
        self._show(frozen_rows(self._state, number, self._now) if number else self._live)
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _card_of(self, uncertainty: int) -> int:
        cards = (card for column in self._live.columns for card in column.cards) if self._live else ()
        return next((card.card for card in cards if card.uncertainty == uncertainty), 0)

    def _go(self, place: str) -> None:
        if not self.go_to(place):
            self.go_requested.emit(place)

    # ------------------------------------------------------------ wishes

    def _ask(self, command: object) -> bool:
        """Wish for something that has no form; a refusal stands over the board."""
        done = self.request(command)
        sentence = "" if done else self.refusal[0]
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        return done

    def _set_forecast(self, which: str, text: str) -> None:
        self._ask(board.commands.SetForecast(which="worst" if which == "worst" else "likely", text=text))

    def _move_card(self, card: int, column: str, place: int) -> None:
        if self._ask(board.commands.MoveCard(card=card, column=column, position=place)):
            self.columns.choose(card)

    def _add_card(self, column: str) -> None:
        row = next((c for c in self._rows.columns if c.id == column), None) if self._rows else None
        if self._forms is None or row is None:
            return
        asking = self._forms.add(row, self._drafts.get(column, ""))
        self._open(asking, column, 0, instead=False)
        self._draft_of = column
        asking.form.form.changed.connect(self._draft_timer.start)

    def _edit_card(self, card: int) -> None:
        row = self._card(card)
        if self._forms is not None and row is not None and self._now is not None:
            self._open(self._forms.edit(row, self._now), row.column, card, instead=True)

    def _strike_card(self, card: int) -> None:
        row = self._card(card)
        if self._forms is not None and row is not None:
            self._open(self._forms.strike(row), row.column, card, instead=False)

    def _answer_card(self, card: int) -> None:
        row = self._card(card)
        if self._forms is not None and row is not None and row.uncertainty and self._rows is not None:
            self._open(self._forms.answer(row, self._rows.answers_to), row.column, card, instead=False)

    def _withdraw(self, card: int) -> None:
        row = self._card(card)
        if self._forms is None or row is None:
            return
        if row.answer:
            self._open(self._forms.reopen(row), row.column, card, instead=False)
        else:
            self._edit_card(card)

    def _card(self, card: int) -> CardRow | None:
        return self._rows.card(card) if self._rows is not None else None

    def _show_menu(self, card: int, at: QPoint) -> None:
        row = self._card(card)
        if row is None or self._rows is None or self._rows.past or self._rows.closed:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Ändra\tF2"), lambda: self._edit_card(card))
        if row.uncertainty:
            menu.addAction(self.tr("Besvara\tCtrl Enter"), lambda: self._answer_card(card))
        if row.answer:
            menu.addAction(self.tr("Ta tillbaka svaret\tCtrl R"), lambda: self._withdraw(card))
        menu.addAction(self.tr("Stryk\tDel"), lambda: self._strike_card(card))
        menu.addSeparator()
        if row.became:
            menu.addAction(self.tr("Till kortet som svaret blev"), lambda: self.go_to(f"card:{row.became}"))
        menu.addAction(self.tr("Till raden i loggen"), lambda: self.go_requested.emit(f"line:{row.line}"))
        menu.popup(at)

    # ------------------------------------------------------------ forms among the cards

    def _open(self, asking: Asking, column: str, at: int, *, instead: bool) -> None:
        self._close_form()
        view = self.columns.column_view(column)
        if view is None:
            return
        self._asking, self._asking_in = asking, column
        asking.form.sent.connect(self._send)
        asking.form.cancelled.connect(self._leave_form)
        view.stack.put_form(asking.form, at, instead=instead)
        self._freeze.set_primary(False)
        asking.form.form.focus_field()
        view.reveal(asking.form)
        # The scroll bar that the form brings makes the column narrower, once.
        QTimer.singleShot(0, asking.form, lambda: view.reveal(asking.form))

    def _send(self) -> None:
        asking, now = self._asking, self._now
        if asking is None or now is None:
            return
        before = set(self._live.numbers()) if self._live is not None else set[int]()
        try:
            command = asking.ask(now)
        except RuleBroken as refusal:
            asking.form.refuse(refusal.sentence, refusal.field)
            return
        if not self.request(command):
            asking.form.refuse(*self.refusal)
            return
        self._leave_form()
        self._choose_new(before)

    def _choose_new(self, before: set[int]) -> None:
        cards = self._live.numbers() if self._live is not None else []
        new = next((card for card in cards if card not in before), 0)
        if new and self._asking_in == self._column_of(new):
            self.columns.choose(new)

    def _column_of(self, card: int) -> str:
        row = self._card(card)
        return row.column if row is not None else ""

    def _keep_draft(self) -> None:
        """Hand over what is written on the new card, so that it survives a crash."""
        if self._asking is not None and self._draft_of:
            self._draft(self._asking.form.form.text_of("text"))

    def _draft(self, text: str) -> None:
        self._drafts[self._draft_of] = text
        self.draft_changed.emit(self._draft_of, text)

    def _leave_form(self) -> None:
        """Close the form for good: what was sent or given up is no draft."""
        self._draft_timer.stop()
        if self._draft_of and self._drafts.get(self._draft_of):
            self._draft("")
        self._close_form()
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        stack = self._stack_of_form()
        if self._asking is not None and stack is not None:
            stack.stack.take_form()
        self._asking, self._draft_of = None, ""
        self._draft_timer.stop()
        self._freeze.set_primary(True)

    def _stack_of_form(self) -> ColumnView | None:
        return self.columns.column_view(self._asking_in) if self._asking_in else None
