"""Functions on screen: who holds which, who is in the room, and the handover when one relieves another."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import people
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.open_list import OpenList, RowForm
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Label, Tag, WrapLabel
from crisisdesk.ui.screens.functions import looks as does
from crisisdesk.ui.screens.functions.forms import FunctionForms
from crisisdesk.ui.screens.functions.handover import handover, signs
from crisisdesk.ui.screens.functions.looks import FunctionLooks
from crisisdesk.ui.screens.functions.relief_sheet import ReliefSheets, SituationCard, asked
from crisisdesk.ui.screens.functions.rows import FunctionRow, FunctionsRows, functions_rows


class FunctionsScreen(Screen):
    """Who holds what. Space notes that they came or left, 1 opens the handover, Enter appoints, Insert notes
    who else is here. Places: `function:chair`, `person:…`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._rows: FunctionsRows | None = None
        self._now: datetime | None = None
        self._forms = FunctionForms(theme, self)
        self._sheets = ReliefSheets(theme, self)
        self._looks = FunctionLooks(self)
        self._title = Label(theme, self.tr("Funktioner"), "title")
        self._vacant = Tag(theme, "", "user-x", "alarm")
        self._present = Label(theme, "", "digits")
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self.list = OpenList(theme, self, self.tr("Funktioner"), numbered=False)
        self.situation = SituationCard(theme)
        self.host = SheetHost(theme, self)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show who holds what."""
        self._state, self._now = state, now
        rows = functions_rows(state, now)
        if self.host.sheet is not None:
            self.situation.show_handover(handover(state, now))
        if rows == self._rows:
            return
        first = self._rows is None
        self._rows = rows
        self._show_head(rows)
        self.list.set_rows(self._looks.looks(rows))
        if first:
            self.list.focus_key(next((row.key for row in rows.rows if row.vacant), ""))

    def go_to(self, place: str) -> bool:
        """Go to a function or to somebody in the room."""
        if place in ("functions", "screen:functions"):
            self.focus_first()
            return True
        if self.list.look(place) is None:
            return False
        self.host.close_sheet()
        return self.list.focus_key(place, take_focus=True)

    def focus_first(self) -> None:
        """Go to the sheet that is open, else to the focused row."""
        if self.host.sheet is not None:
            self.host.sheet.form.focus_field()
        else:
            self.list.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert notes who came."""
        if event.key() == Qt.Key.Key_Insert and not event.isAutoRepeat() and self.host.sheet is None:
            self._act(does.NEW, does.ARRIVE)
        else:
            super().keyPressEvent(event)

    def relieve(self, key: str) -> None:
        """Open the handover of the function in the place of the list."""
        row = self._rows.row(key) if self._rows is not None else None
        if row is None or self._rows is None or self._state is None or self._now is None or row.vacant:
            return
        told = handover(self._state, self._now)
        self.situation.show_handover(told)
        sheet, form = self._sheets.relief(row, self._rows, told, signs(self._state, row.id))
        self.host.open(
            sheet, lambda: asked(form, row), field="" if not form.text_of("person_to") else "sign_from"
        )

    def _lay_out(self) -> None:
        head = HeadBar(self.theme, (self._title, self._vacant, self._present), (self._print,))
        self._relief = QWidget()
        beside = Row(self.theme, self._relief, gap=Space.M)
        beside.addWidget(self.situation, 1)
        beside.addWidget(self.host, 1)
        column = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        column.addWidget(head)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addWidget(self._relief, 1)
        self._said.hide()
        self._relief.hide()

    def _connect(self) -> None:
        self._print.clicked.connect(lambda: self.print_requested.emit("people"))
        self.list.acted.connect(self._act)
        self.list.activated.connect(self._activate)
        self.list.toggled.connect(self._toggle)
        self.host.opened.connect(self._fit)
        self.host.closed.connect(self._fit)

    def _fit(self) -> None:
        open_sheet = self.host.sheet is not None
        self._relief.setVisible(open_sheet)
        self.list.setVisible(not open_sheet)

    def _show_head(self, rows: FunctionsRows) -> None:
        self._vacant.setVisible(rows.vacant > 0)
        words = self.tr("1 vakant") if rows.vacant == 1 else self.tr("{0} vakanta").format(rows.vacant)
        self._vacant.set_state(words, "user-x", "alarm")
        self._present.setText(self.tr("{0} på plats").format(len(rows.present)))

    def _activate(self, key: str) -> None:
        row = self.list.row(key)
        if key == does.NEW:
            self._act(key, does.ARRIVE)
        elif self._rows is not None and (found := self._rows.row(key)) is not None and found.vacant:
            self._act(key, does.APPOINT)
        elif row is not None:
            row.press_first()

    def _toggle(self, key: str) -> None:
        """Note that the focused one came or left."""
        look = self.list.look(key)
        space = [action.key for action in look.actions if action.hint == "Space"] if look is not None else []
        if space:
            self._act(key, space[0])

    def _act(self, key: str, action: str) -> None:
        rows = self._rows
        if rows is None or rows.closed:
            return
        row, person = rows.row(key), rows.person(key)
        if action == does.ARRIVE:
            self.list.open_form(does.NEW, self._forms.arrive(rows))
        elif person is not None:
            self._do(people.commands.SignOut(person=person.person))
        elif row is not None:
            self._act_on(row, action, rows)

    def _act_on(self, row: FunctionRow, action: str, rows: FunctionsRows) -> None:
        if action == does.RELIEVE:
            self.relieve(row.key)
        elif action == does.SIGN_IN:
            self._do(people.commands.SignIn(person=row.person, function=row.id))
        elif action == does.SIGN_OUT:
            self._do(people.commands.SignOut(person=row.person))
        else:
            form = self._form(row, action, rows)
            if form is not None:
                self.list.open_form(row.key, form)

    def _form(self, row: FunctionRow, action: str, rows: FunctionsRows) -> RowForm | None:
        if action == does.PLAN and self._now is not None:
            return self._forms.plan(row, rows, self._now)
        makers = {
            does.APPOINT: lambda: self._forms.appoint(row, rows),
            does.VACATE: lambda: self._forms.vacate(row),
            does.CANCEL: lambda: self._forms.cancel(row),
        }
        return makers[action]() if action in makers else None

    def _do(self, command: Command) -> None:
        done = self.request(command)
        self._said.setText(self.refusal[0])
        self._said.setVisible(not done and bool(self.refusal[0]))
