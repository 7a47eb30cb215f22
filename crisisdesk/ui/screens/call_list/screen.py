"""The call list on screen: one key for each outcome, what there is to say inside the row, numbers beside."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import calls
from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.open_list import OpenList, RowForm
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, EmptyState, Label, ProgressBar, WrapLabel
from crisisdesk.ui.screens.call_list import looks as does
from crisisdesk.ui.screens.call_list.forms import CallForms
from crisisdesk.ui.screens.call_list.looks import CallLooks
from crisisdesk.ui.screens.call_list.number_pane import NumberPane
from crisisdesk.ui.screens.call_list.rows import CallListRows, CallRow, call_list_rows

_PANE: Final = 268


class CallListScreen(Screen):
    """Whom to alarm, in order. 1-4 say how it went with the focused one, Enter says more, Ctrl+R takes it
    back, Insert is somebody else. Places: `call:3`, and `call:function:chair` for a row.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: CallListRows | None = None
        self._now: datetime | None = None
        self._revealed: set[str] = set()
        self._forms = CallForms(theme, self)
        self._looks = CallLooks(self)
        self._title = Label(theme, "", "title")
        self._count = Label(theme, "", "digits")
        self._bar = ProgressBar(theme, name=self.tr("Nådda på larmlistan:"))
        self._numbers = Button(theme, self.tr("Nummer"), "phone")
        self._message = Button(theme, self.tr("Sms"), "message-square")
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self._empty = EmptyState(
            theme, self.tr("Planen har ingen larmlista. Ring och logga vem som helst med"), "Ins"
        )
        self.list = OpenList(theme, self, self.tr("Larmlista"))
        self.pane = NumberPane(theme)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the list as it stands."""
        self._now = now
        rows = call_list_rows(state, now)
        if rows == self._rows:
            return
        first = self._rows is None
        self._rows = rows
        self._show_head(rows)
        self._show_rows()
        self.pane.set_contacts(rows.contacts)
        if first:
            self.list.focus_key(rows.next_after(""))

    def go_to(self, place: str) -> bool:
        """Go to a row by its target, or to the one of a call by number."""
        kind, _, id = place.partition(":")
        if place in ("call_list", "screen:call_list"):
            self.focus_first()
            return True
        rows = self._rows
        if kind != "call" or rows is None:
            return False
        every = (*rows.rows, *rows.others)
        named = (row.key for row in every if any(str(made.call) == id for made in row.attempts))
        return self.list.focus_key(next(named, id), take_focus=True)

    def focus_first(self) -> None:
        """Go to the row that is being worked on."""
        self.list.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert calls somebody else; Escape closes the numbers."""
        if event.key() == Qt.Key.Key_Insert and not event.isAutoRepeat():
            self._act(does.NEW, does.NEW)
        elif event.key() == Qt.Key.Key_Escape and self.pane.isVisible():
            self._close_pane()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        right = (self._count, self._bar, self._numbers, self._message, self._print)
        head = HeadBar(self.theme, (self._title,), right)
        hold_size(self.theme, self._bar, width=110)
        main = QWidget()
        column = Column(self.theme, main, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        column.addWidget(head)
        column.addWidget(self._said)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        whole = Row(self.theme, self, gap=0)
        whole.addWidget(main, 1)
        whole.addWidget(self.pane)
        hold_size(self.theme, self.pane, width=_PANE)
        self._said.hide()
        self._empty.hide()
        self.pane.hide()

    def _connect(self) -> None:
        self._print.clicked.connect(lambda: self.print_requested.emit("calls"))
        self._numbers.clicked.connect(self._open_numbers)
        self._message.clicked.connect(self._open_message)
        self.pane.closed.connect(self._close_pane)
        self.list.acted.connect(self._act)
        self.list.activated.connect(self._activate)

    def _show_head(self, rows: CallListRows) -> None:
        self._title.setText(rows.title)
        self._count.setText(self.tr("{0} av {1} nådda").format(rows.done, rows.total))
        self._bar.set_progress(rows.done, rows.total)
        self._numbers.setVisible(bool(rows.contacts))
        self._message.setVisible(bool(rows.texts))
        self._empty.setVisible(not rows.rows)

    def _show_rows(self) -> None:
        if self._rows is not None:
            self.list.set_rows(self._looks.looks(self._rows, self._revealed))

    def _act(self, key: str, action: str) -> None:
        row = self._rows.row(key) if self._rows is not None else None
        if action == does.NEW:
            self._open_other()
        elif row is None or self._rows is None:
            return
        elif action.startswith("number:") or action == does.QR:
            self._show_number(row, action)
        elif action.startswith("deputy:"):
            self._step_in(row, action.removeprefix("deputy:"))
        elif action == does.REVEAL:
            self._revealed.add(key)
            self._show_rows()
        elif not self._rows.closed:
            self._note(row, action)

    def _activate(self, key: str) -> None:
        self._act(key, does.NEW if key == does.NEW else does.MORE)

    def _note(self, row: CallRow, action: str) -> None:
        if action == does.WITHDRAW:
            self._open_withdraw(row)
        elif action == does.MORE or action == "coming" or not row.called:
            self._open_call(row, does.OUTCOMES.get(action, "reached"))
        elif action in does.OUTCOMES:
            self._log(row, does.OUTCOMES[action])

    def _log(self, row: CallRow, outcome: CallOutcome) -> None:
        done = self.request(calls.commands.Call(target=row.key, outcome=outcome, person=row.person))
        self._said.setText(self.refusal[0])
        self._said.setVisible(not done and bool(self.refusal[0]))
        # Who does not answer stays in front: it is now that somebody decides who steps in.
        if done and outcome != "no_answer":
            self._move_on(row.key)

    def _move_on(self, key: str) -> None:
        following = self._rows.next_after(key) if self._rows is not None else ""
        self.list.focus_key(following or key, take_focus=True)

    def _open_call(self, row: CallRow, outcome: CallOutcome, deputy: str = "") -> None:
        made = self._forms.call(row, outcome, deputy)
        focus = "coming_at" if outcome == "coming" else "note"
        form = RowForm(
            made, lambda: self._forms.ask_call(made.form, row, *self._when()), lambda: self._move_on(row.key)
        )
        self.list.open_form(row.key, form, focus=focus if row.called else "person")

    def _open_other(self) -> None:
        rows = self._rows
        if rows is None or rows.closed:
            return
        made = self._forms.other()
        called = made.form.text_of

        def go_there() -> None:
            # A slip is taken back, and more is said, on the row of the one who was called.
            self.list.focus_key(called("target"), take_focus=True)

        ask = RowForm(made, lambda: self._forms.ask_other(made.form, rows, self._when()[0]), go_there)
        self.list.open_form(does.NEW, ask)

    def _open_withdraw(self, row: CallRow) -> None:
        if row.attempts:
            made = self._forms.withdraw(row)
            ask = RowForm(made, lambda: self._forms.ask_withdraw(made.form, row))
            self.list.open_form(row.key, ask, focus="reason")

    def _step_in(self, row: CallRow, value: str) -> None:
        """Go to the deputy's own row; a deputy who has none is written into the call that failed."""
        if not self.list.focus_key(value, take_focus=True) and not (self._rows is None or self._rows.closed):
            self._open_call(row, "no_answer", value)

    def _when(self) -> tuple[datetime, str]:
        if self._now is None or self._rows is None:
            raise LookupError("no state has been shown yet")
        return self._now, self._rows.zone

    def _show_number(self, row: CallRow, action: str) -> None:
        place = int(action.removeprefix("number:")) if action != does.QR else self._first_number(row)
        if 0 <= place < len(row.numbers):
            number = row.numbers[place]
            self._open_pane()
            self.pane.show_number(f"{number.owner}, {row.title.lower()}", number.number)

    def _first_number(self, row: CallRow) -> int:
        """Return the first number that may be shown without being asked for, -1 when there is none."""
        shown = [n.kind != "private" or row.key in self._revealed for n in row.numbers]
        return shown.index(True) if True in shown else -1

    def _open_numbers(self) -> None:
        self._open_pane()
        self.pane.focus_search()

    def _open_message(self) -> None:
        if self._rows is not None:
            self._open_pane()
            self.pane.show_message(self._rows.texts)

    def _open_pane(self) -> None:
        self.pane.show()
        self._bar.hide()

    def _close_pane(self) -> None:
        self.pane.hide()
        self._bar.show()
        self.list.focus_first()
