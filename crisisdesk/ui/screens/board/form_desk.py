"""The forms that stand among the cards: opened, sent, refused at a field."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.incident.board_rows import BoardRows, CardRow, ColumnRow
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.card_forms import Asking, CardForms, CertaintyOf
from crisisdesk.ui.screens.board.card_history import CardHistory
from crisisdesk.ui.screens.board.card_stack import AT_TOP
from crisisdesk.ui.screens.board.columns import Columns
from crisisdesk.ui.screens.board.history_rows import VersionRow

CarryOut = Callable[[object], tuple[bool, str, str]]
"""Carries a command out; returns whether it was, else the refusal: its sentence and its field."""


class FormDesk(QObject):
    """One form at a time. `busy_changed(busy)` when one opens or closes.

    What is written on a new card stands there again when the form had to make room and is opened once more.
    """

    busy_changed = Signal(bool)

    def __init__(self, theme: Theme, columns: Columns, carry_out: CarryOut) -> None:
        super().__init__(columns)
        self._theme = theme
        self._columns = columns
        self._carry_out = carry_out
        self._rows: BoardRows | None = None
        self._now: datetime | None = None
        self._certainty_of: CertaintyOf | None = None
        self._forms: CardForms | None = None
        self._asking: Asking | None = None
        self._form: QWidget | None = None
        self._column = ""
        self._unsent: dict[str, str] = {}
        self._new_in = ""

    def show(self, rows: BoardRows, now: datetime, certainty_of: CertaintyOf) -> None:
        """Work on this board at the moment (UTC); `certainty_of` tells how reliable a line is."""
        self._rows, self._now, self._certainty_of = rows, now, certainty_of
        if self._forms is None:
            self._forms = CardForms(self._theme, rows.zone, self)

    def focus(self) -> bool:
        """Go to the form that is being written in; return whether there is one."""
        if self._asking is not None:
            self._asking.form.form.focus_field()
        elif self._form is not None:
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._form is not None

    # ------------------------------------------------------------ what is asked

    def add(self, column: str, place: int | None = None) -> None:
        """Ask for a new card at the place, None for the end of the column."""
        row = self._column_row(column)
        if self._forms is None or row is None:
            return
        asking = self._forms.add(row, self._unsent.get(column, ""), place=place)
        self._open(asking, column, _after(row, place))
        self._new_in = column

    def edit(self, card: int) -> None:
        """Ask for a new version of the card."""
        row = self._card(card)
        if self._forms is not None and row is not None and self._now is not None:
            others = [o for column in self._rows.columns for o in column.cards] if self._rows else []
            self._open(self._forms.edit(row, self._now, others), row.column, card, instead=True)

    def strike(self, cards: Sequence[int]) -> None:
        """Ask why the cards are struck."""
        rows = [row for card in cards if (row := self._card(card)) is not None]
        if self._forms is not None and rows:
            shown = self._columns.current() or rows[-1]
            at = shown if shown.card in cards else rows[-1]
            self._open(self._forms.strike(rows), at.column, at.card)

    def answer(self, card: int) -> None:
        """Ask for the answer to an uncertainty."""
        row, certainty_of = self._card(card), self._certainty_of
        if self._forms is None or row is None or self._rows is None or certainty_of is None:
            return
        if row.uncertainty:
            self._open(self._forms.answer(row, self._rows.answers_to, certainty_of), row.column, card)

    def withdraw(self, card: int) -> None:
        """Ask why an answer does not hold; of another card, ask for a new version."""
        row = self._card(card)
        if self._forms is None or row is None:
            return
        if row.answer:
            self._open(self._forms.reopen(row), row.column, card)
        else:
            self.edit(card)

    def history(self, card: int, versions: Sequence[VersionRow]) -> None:
        """Show all versions of the card."""
        row = self._card(card)
        if row is None or not versions:
            return
        self.close()
        shown = CardHistory(self._theme, versions)
        shown.cancelled.connect(self.leave)
        self._stand(shown, row.column, card)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ open and closed

    def close(self) -> None:
        """Take the form away; what is written on a new card waits for the next."""
        if self._new_in and self._asking is not None:
            self._unsent[self._new_in] = self._asking.form.form.text_of("text")
        view = self._columns.column_view(self._column)
        if self._form is not None and view is not None:
            view.stack.take_form()
        busy = self._form is not None
        self._asking, self._form, self._new_in = None, None, ""
        if busy:
            self.busy_changed.emit(False)

    def leave(self) -> None:
        """Close the form for good: what was sent or given up does not come back."""
        column = self._new_in
        self.close()
        self._unsent.pop(column, None)
        self._columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, asking: Asking, column: str, at: int, *, instead: bool = False) -> None:
        self.close()
        self._asking = asking
        asking.form.sent.connect(self._send)
        asking.form.cancelled.connect(self.leave)
        self._stand(asking.form, column, at, instead=instead)
        asking.form.form.focus_field()

    def _stand(self, form: QWidget, column: str, at: int, *, instead: bool = False) -> None:
        view = self._columns.column_view(column)
        if view is None:
            return
        self._form, self._column = form, column
        view.stack.put_form(form, at, instead=instead)
        view.reveal(form)
        # The scroll bar that the form brings makes the column narrower, once.
        QTimer.singleShot(0, form, lambda: view.reveal(form))
        self.busy_changed.emit(True)

    def _send(self) -> None:
        asking, now = self._asking, self._now
        if asking is None or now is None:
            return
        before = set(self._rows.numbers()) if self._rows is not None else set[int]()
        try:
            command = asking.ask(now)
        except RuleBroken as refusal:
            asking.form.refuse(refusal.sentence, refusal.field)
            return
        done, sentence, field = self._carry_out(command)
        if not done:
            asking.form.refuse(sentence, field)
            return
        self.leave()
        self._choose_new(before)

    def _choose_new(self, before: set[int]) -> None:
        cards = self._rows.numbers() if self._rows is not None else []
        new = self._card(next((card for card in cards if card not in before), 0))
        if new is not None and self._column == new.column:
            self._columns.choose(new.card)

    def _card(self, card: int) -> CardRow | None:
        return self._rows.card(card) if self._rows is not None else None

    def _column_row(self, column: str) -> ColumnRow | None:
        columns = self._rows.columns if self._rows is not None else ()
        return next((row for row in columns if row.id == column), None)


def _after(row: ColumnRow, place: int | None) -> int:
    """Return the card that the form of a new card stands after: 0 is the end."""
    if place is None or place >= len(row.cards):
        return 0
    return row.cards[place - 1].card if place else AT_TOP
