"""The paper forms on screen: print blank ones, see which are missing, type them in one after another."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import forms
from crisisdesk.incident import paper_forms
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.pane_look import PaneLook
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.things_screen import Rows, ThingsScreen
from crisisdesk.ui.kit.widgets import Button, EmptyState
from crisisdesk.ui.screens.forms import rows
from crisisdesk.ui.screens.forms.sheets import FormSheets, Made

_DRAFT: Final = "form"


class FormsScreen(ThingsScreen):
    """Every form. Ins prints new ones, Space types one in and goes on to the next that is missing, Del makes
    one void, Ctrl+R takes that back. Ctrl+PgDown in the sheet leaves a form for later.

    Places: `forms`, `form:4`. Draft: `form:4`, the text that is typed in from form 4.
    """

    keys = {"Ins": "new", "Space": "enter", "Del": "void", "Ctrl+R": "restore"}  # noqa: RUF012 - never changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            theme,
            self.tr("Här står blanketterna att skriva på när datorn inte går. Skriv ut de första med"),
            "Ins",
        )
        super().__init__(
            theme,
            parent,
            title=self.tr("Blanketter"),
            one=self.tr("Blanketten"),
            choose=self.tr("Välj en blankett för att se var den är."),
            empty=empty,
        )
        self._sheets = FormSheets(theme, self)
        self._asked = False
        self._at_work = ""
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._enter_next)
        self.enter = Button(
            theme, self.tr("För in"), "pen-line", tip=self.tr("För in de blanketter som saknas")
        )
        self.new = Button(
            theme,
            self.tr("Nya"),
            "printer",
            tip=self.tr("Skriv ut tomma blanketter"),
            key_hint=self.tr("Ins"),
        )
        for widget in (self.enter, self.new):
            self.head.addWidget(widget)
        self.enter.clicked.connect(self._enter_next)
        self.new.clicked.connect(lambda: self.act("", "new"))
        self.host.done.connect(self._done)
        self.host.closed.connect(self._closed)
        self._sheets.skipped.connect(self._skip)

    def show_state(self, state: Any, now: datetime) -> None:
        """Show the forms, and whether any can be typed in."""
        super().show_state(state, now)
        self.enter.setVisible(bool(paper_forms.missing(state)))

    def rows_of(self, state: Any, now: datetime) -> Rows:
        """Return the forms as rows."""
        return rows.rows(state, now, asked=self._asked)

    def look_of(self, state: Any, key: str, now: datetime) -> PaneLook:
        """Return one form with all that is known of it."""
        return rows.pane(state, _number(key), now)

    def act(self, key: str, action: str) -> None:
        """Print the form again, or open the sheet of the action."""
        if self._state is None or self._now is None:
            return
        if action == "print":
            self.print_requested.emit(PrintWish(part="forms", lines=(_number(key),)))
            return
        self._at_work = action
        draft = f"{_DRAFT}:{_number(key)}" if action == "enter" else ""
        self._ask(asked=action == "enter")
        self.open_sheet(*self._made(_number(key), action, self._now), draft=draft)

    def open_new(self, new: NewPlace) -> None:
        """Open the sheet that prints new forms."""
        self.act("", "new")

    def restore_draft(self, key: str, text: str) -> None:
        """Go on typing in the form that was being typed in."""
        if _number(key) in paper_forms.missing(self._state):
            self.act(key, "enter")
            if self.host.sheet is not None:
                self.host.sheet.form.set_values({"text": text})

    def _made(self, number: int, action: str, now: datetime) -> Made:
        if action == "new":
            return self._sheets.print_new(self._state)
        if action == "enter":
            return self._sheets.enter(self._state, number, now)
        return self._sheets.void(number) if action == "void" else self._sheets.restore(number)

    def _done(self) -> None:
        """Print what was reserved; after a form that was typed in, the next comes by itself."""
        if self._at_work == "new":
            last = self._state[forms.FEATURE].batches[-1]
            numbers = tuple(range(last.first, last.last + 1))
            self.print_requested.emit(PrintWish(part="forms", lines=numbers))
        elif self._at_work == "enter":
            # The sheet that is done closes first, and gives the focus back.
            self._turn.start()

    def _closed(self) -> None:
        if not self._turn.isActive():
            self._ask(asked=False)

    def _ask(self, *, asked: bool) -> None:
        """Count the missing ones in red while they are asked for."""
        self._asked = asked
        if self._state is not None and self._now is not None:
            self.show_state(self._state, self._now)

    def _skip(self) -> None:
        """Leave the form that is being typed in for later, and ask for the next missing one."""
        at = _number(self.list.current())
        others = [form for form in paper_forms.missing(self._state) if form != at]
        if others:
            number = next((form for form in others if form > at), others[0])
            self.list.set_current(f"form:{number}")
            self.act(f"form:{number}", "enter")

    def _enter_next(self) -> None:
        """Ask for the chosen form when it is missing, else for the first one that is."""
        missing = paper_forms.missing(self._state) if self._state is not None else ()
        if not missing:
            self._ask(asked=False)
            return
        chosen = _number(self.list.current())
        number = chosen if chosen in missing else missing[0]
        self.list.set_current(f"form:{number}")
        self.act(f"form:{number}", "enter")


def _number(key: str) -> int:
    return int(key.partition(":")[2] or 0)
