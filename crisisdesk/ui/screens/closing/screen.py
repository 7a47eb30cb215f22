"""Closing on screen: what is open with what can be done, who signs, and what stands afterwards."""

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.features import lifecycle
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.open_list import OpenList, key_cap
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, EmptyState, Label, LineEdit, Scroller, WrapLabel
from crisisdesk.ui.screens.closing import looks as does
from crisisdesk.ui.screens.closing.closed_card import ClosedCard
from crisisdesk.ui.screens.closing.forms import ClosingForms, asked_close
from crisisdesk.ui.screens.closing.looks import ClosingLooks
from crisisdesk.ui.screens.closing.rows import ClosingRows, OpenThing, closing_rows

DRAFT = "closing:carries"
"""The draft of what is to be carried over when both sign."""


class ClosingScreen(Screen):
    """What is left. 1 says what came of the focused thing, 2 carries it over; then both sign. A closed
    incident is opened again with Ctrl+R. Draft: `closing:carries`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: ClosingRows | None = None
        self._carried: set[str] = set()
        self._forms = ClosingForms(theme, self)
        self._looks = ClosingLooks(self)
        self._title = Label(theme, self.tr("Avslut"), "title")
        self._count = Label(theme, "", "digits")
        self._loose = WrapLabel(theme, "", "quiet")
        self._empty = EmptyState(
            theme, self.tr("Inget är öppet. Ordföranden och loggföraren kan signera."), icon="circle-check"
        )
        self.list = OpenList(theme, self, self.tr("Öppet"), numbered=False, marked=False)
        self.sign = self._forms.sign("", "")
        self._all = Button(theme, self.tr("För över alla"), "arrow-right")
        self._end = Button(theme, self.tr("Avsluta krisledningen"), "lock", key_hint="Ctrl Enter")
        self._sign_card = Card(theme, margin=Space.L, gap=Space.M)
        self.closed_card = ClosedCard(theme)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show what is left, or what was signed."""
        rows = closing_rows(state, now)
        if rows != self._rows:
            self._rows = rows
            self._carried &= {thing.key for thing in rows.open}
            self._show_rows()

    def show_head(self, head: str) -> None:
        """Show the head of the log's chain, which the state does not know."""
        self.closed_card.show_head(head)

    def go_to(self, place: str) -> bool:
        """Go to the screen; the things themselves are shown elsewhere."""
        here = place in ("closing", "screen:closing")
        if here:
            self.focus_first()
        return here

    def focus_first(self) -> None:
        """Go to what is open, else to the signs, or to what comes after a closing."""
        rows = self._rows
        if rows is not None and rows.closed is not None:
            self.closed_card.first.setFocus()
        elif rows is not None and rows.open:
            self.list.focus_first()
        else:
            self.sign.focus_field()

    def restore_draft(self, key: str, text: str) -> None:
        """Put back what was to be carried over."""
        if key == DRAFT:
            self._carried = set(text.split())
            self._show_rows()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+R from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _reopens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a closed incident again."""
        closed = self._rows is not None and self._rows.closed is not None
        if closed and _reopens(event) and not event.isAutoRepeat():
            self.ask_reopen()
        else:
            super().keyPressEvent(event)

    def ask_reopen(self) -> None:
        """Open the form for why the incident is opened again."""
        if self.closed_card.form() is None:
            made = self._forms.reopen()
            made.sent.connect(lambda: self._reopen())
            made.cancelled.connect(self._leave_reopening)
            self.closed_card.put_form(made)
            made.form.focus_field()

    def _lay_out(self) -> None:
        head = HeadBar(self.theme, (self._title, self._count), (self._all,))
        foot = Row(self.theme, gap=Space.M)
        foot.addWidget(self._end)
        foot.addWidget(self._loose, 1)
        self._foot = Scroller(self.theme, self._sign_card)
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._sign_card.add(self.sign)
        self._sign_card.body.addLayout(foot)
        column = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        column.addWidget(head)
        for widget in (self._empty, self.closed_card):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        column.addStretch(0)
        self.closed_card.hide()

    def _connect(self) -> None:
        self.list.acted.connect(self._act)
        self.list.activated.connect(self.go_requested)
        self._all.clicked.connect(self._carry_all)
        self.sign.sent.connect(self._close)
        self._end.clicked.connect(self._close)
        self.closed_card.evaluate.connect(lambda: self.go_requested.emit("evaluation"))
        self.closed_card.print_asked.connect(lambda: self.print_requested.emit(""))
        self.closed_card.reopen_asked.connect(self.ask_reopen)

    def _show_rows(self) -> None:
        rows = self._rows
        if rows is None:
            return
        is_open = rows.closed is None
        left = sum(1 for thing in rows.open if thing.key not in self._carried)
        self.list.set_rows(self._looks.looks(rows, self._carried) if is_open else [])
        self.list.setVisible(is_open and bool(rows.open or rows.carried))
        self._empty.setVisible(is_open and not rows.open)
        self._foot.setVisible(is_open)
        self.closed_card.setVisible(not is_open)
        self.closed_card.show_rows(rows)
        self._count.setText(self._said(rows, left) if is_open else "")
        self._loose.setText(" ".join(rows.loose))
        self._end.set_primary(left == 0)
        self._all.setVisible(is_open and left > 1)
        self._show_signers(rows)

    def _said(self, rows: ClosingRows, left: int) -> str:
        if not rows.open:
            return ""
        if left == 0:
            return self.tr("allt har fått en väg vidare")
        return self.tr("{0} kvar att avsluta eller föra över").format(left)

    def _show_signers(self, rows: ClosingRows) -> None:
        for name, who in (("chair", rows.chair), ("keeper", rows.keeper)):
            control = self.sign.field(name).control
            if isinstance(control, LineEdit):
                control.setPlaceholderText(who)

    def _act(self, key: str, action: str) -> None:
        thing = self._rows.thing(key) if self._rows is not None else None
        if thing is None:
            return
        if action == does.DONE:
            self.list.open_form(key, self._forms.done(thing))
        elif action == does.CARRY and thing.kind == "task":
            self.list.open_form(key, self._forms.carry(thing))
        elif action in (does.CARRY, does.KEEP):
            self._carry(thing, action == does.CARRY)
        else:
            self.go_requested.emit(key)

    def _carry(self, thing: OpenThing, carried: bool) -> None:
        """Let it go along as carried over when both sign, or not."""
        self._keep(self._carried | {thing.key} if carried else self._carried - {thing.key})

    def _carry_all(self) -> None:
        """Let everything that is still open go along as carried over."""
        if self._rows is not None:
            self._keep({thing.key for thing in self._rows.open})
            self.list.focus_first()

    def _keep(self, carried: set[str]) -> None:
        self._carried = carried
        self.draft_changed.emit(DRAFT, " ".join(sorted(carried)))
        self._show_rows()

    def _close(self) -> None:
        if self._rows is None or self._rows.closed is not None:
            return
        self.sign.clear_errors()
        carries = tuple(thing.key for thing in self._rows.open if thing.key in self._carried)
        if not self.request(asked_close(self.sign, carries)):
            sentence, field = self.refusal
            self.sign.show_error(field, sentence)
            return
        self.sign.set_values({"chair": "", "keeper": "", "note": ""})
        self._carried.clear()
        self.draft_changed.emit(DRAFT, "")
        self.focus_first()

    def _reopen(self) -> None:
        form = self.closed_card.form()
        if form is None:
            return
        if not self.request(lifecycle.commands.Reopen(reason=form.form.text_of("reason"))):
            form.refuse(*self.refusal)
            return
        self._leave_reopening()

    def _leave_reopening(self) -> None:
        self.closed_card.put_form(None)
        self.focus_first()


def _reopens(event: QKeyEvent) -> bool:
    return key_cap(event) == "Ctrl R"
