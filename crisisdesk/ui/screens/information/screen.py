"""Information on screen: messages by version, sent and waiting, and the switchboard's sheet."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import information
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.open_list import OpenList, RowForm
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, EmptyState, Label, WrapLabel
from crisisdesk.ui.screens.information import looks as does
from crisisdesk.ui.screens.information.forms import MessageForms
from crisisdesk.ui.screens.information.looks import MessageLooks
from crisisdesk.ui.screens.information.rows import InformationRows, MessageRow, information_rows

DRAFT = "information:new"
"""The draft of a message that is being written."""


class InformationScreen(Screen):
    """Messages, the newest first. Insert writes one, 1 sends the focused draft, Enter writes a new version,
    Ctrl+R takes it back. Places: `message:1`. Draft: `information:new`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: InformationRows | None = None
        self._now: datetime | None = None
        self._writing: set[str] = set()
        self._forms = MessageForms(theme, self)
        self._looks = MessageLooks(self)
        self._title = Label(theme, self.tr("Information"), "title")
        self._new = Button(theme, self.tr("Nytt budskap"), "plus", key_hint="Ins", primary=True)
        self._brief = Button(theme, self.tr("Underlag till växeln"), "phone")
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._told = WrapLabel(theme, "", "quiet")
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        text = self.tr("Här står budskapen: till vem, hur, av vem. Skriv det första med")
        self._empty = EmptyState(theme, text, "Ins", icon="megaphone")
        self.list = OpenList(theme, self, self.tr("Budskap"))
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the messages as they stand."""
        self._now = now
        rows = information_rows(state, now)
        if rows != self._rows:
            self._rows = rows
            self._show_head(rows)
            self._show_rows()

    def go_to(self, place: str) -> bool:
        """Go to a message."""
        if place in ("information", "screen:information"):
            self.focus_first()
            return True
        return place.startswith("message:") and self.list.focus_key(place, take_focus=True)

    def focus_first(self) -> None:
        """Go to the form that is being written in, else to the messages, or to the button that makes one."""
        if self.list.focused_key():
            self.list.focus_first()
        else:
            self._new.setFocus()

    def chosen_ref(self) -> str:
        """Return the message in the list that is chosen."""
        return self.list.focused_key()

    def restore_draft(self, key: str, text: str) -> None:
        """Open the message that was being written."""
        if key == DRAFT and text:
            self.write(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert writes a new message."""
        if event.key() == Qt.Key.Key_Insert and not event.isAutoRepeat():
            self.write()
        else:
            super().keyPressEvent(event)

    def write(self, text: str = "") -> None:
        """Open the form of a new message."""
        rows = self._rows
        if rows is None or rows.closed:
            return
        made = self._forms.message(None, rows, text)
        made.form.changed.connect(partial(self._keep_draft, made))
        self._open_new(does.NEW, self._message_form(does.NEW, made, None))

    def brief(self, row: MessageRow | None = None) -> None:
        """Open the switchboard's sheet, filled from the message, or from the last that went out."""
        rows = self._rows
        if rows is None or rows.closed:
            return
        made = self._forms.brief(row, rows)
        message = row.message if row is not None else rows.last_message
        ask = RowForm(made, lambda: self._forms.ask_brief(made.form, message))
        self._open_new(does.BRIEF, ask)

    def _lay_out(self) -> None:
        head = HeadBar(self.theme, (self._title,), (self._brief, self._print, self._new))
        column = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        column.addWidget(head)
        column.addWidget(self._said)
        column.addWidget(self._told)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self._said.hide()

    def _connect(self) -> None:
        self._new.clicked.connect(lambda: self.write())
        self._brief.clicked.connect(lambda: self.brief())
        self._print.clicked.connect(lambda: self.print_requested.emit("information"))
        self.list.acted.connect(self._act)
        self.list.activated.connect(self._activate)
        self.list.form_closed.connect(self._closed)

    def _show_head(self, rows: InformationRows) -> None:
        first = self.tr("Första ut {0} efter larm.").format(rows.first) if rows.first else ""
        reached = self.tr("Nådda: {0}.").format(rows.groups) if rows.groups else ""
        self._told.setText(f"{first} {reached}".strip())
        self._told.setVisible(bool(first or reached))
        self._new.set_primary(not rows.messages)
        for button in (self._new, self._brief):
            button.setEnabled(not rows.closed)

    def _show_rows(self) -> None:
        if self._rows is None:
            return
        looks = self._looks.looks(self._rows, self._writing)
        self.list.set_rows(looks)
        self._empty.setVisible(not looks)

    def _activate(self, key: str) -> None:
        self._act(key, does.CHANGE)

    def _act(self, key: str, action: str) -> None:
        rows = self._rows
        row = rows.row(key) if rows is not None else None
        if rows is None or row is None or rows.closed or row.withdrawn:
            return
        if action == does.SEND and row.groups:
            self._send(row)
        elif action in (does.SEND, does.CHANGE):
            made = self._forms.message(row, rows)
            focus = "groups" if action == does.SEND else ""
            self.list.open_form(key, self._message_form(key, made, row), focus=focus)
        elif action == does.BRIEF:
            self.brief(row)
        else:
            self.list.open_form(key, self._row_form(row, action))

    def _row_form(self, row: MessageRow, action: str) -> RowForm:
        if action == does.MORE:
            made = self._forms.more(row)
            return RowForm(made, lambda: self._forms.ask_more(made.form, row))
        made = self._forms.withdraw(row)
        return RowForm(made, lambda: _withdrawn(row, made.form.text_of("reason")))

    def _message_form(self, key: str, made: InlineForm, row: MessageRow | None) -> RowForm:
        keep = Button(self.theme, self.tr("Spara utkast"), "save")
        keep.clicked.connect(lambda: self.list.send(key, lambda: self._saved(made, row)))
        made.add_button(keep)
        return RowForm(made, lambda: self._forms.ask_send(made.form, row))

    def _saved(self, made: InlineForm, row: MessageRow | None) -> Command:
        if self._now is None or self._rows is None:
            raise LookupError("no state has been shown yet")
        return self._forms.ask_save(made.form, row, self._now, self._rows.zone)

    def _send(self, row: MessageRow) -> None:
        done = self.request(information.commands.SendMessage(message=row.message))
        self._said.setText(self.refusal[0])
        self._said.setVisible(not done and bool(self.refusal[0]))

    def _open_new(self, key: str, form: RowForm) -> None:
        self._writing.add(key)
        self._show_rows()
        self.list.open_form(key, form)

    def _closed(self, key: str) -> None:
        """Take the row of something new away with its form."""
        if key not in self._writing:
            return
        self._writing.discard(key)
        if key == does.NEW:
            self.draft_changed.emit(DRAFT, "")
        self._show_rows()

    def _keep_draft(self, made: InlineForm, field: str) -> None:
        if field == "text":
            self.draft_changed.emit(DRAFT, made.form.text_of("text"))


def _withdrawn(row: MessageRow, reason: str) -> Command:
    return information.commands.WithdrawMessage(message=row.message, reason=reason)
