"""The tasks on screen: the late first, by deadline or by owner, and the chosen one with all its fields."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from crisisdesk.features import tasks
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.pane_look import PaneLook
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.things_screen import Rows, ThingsScreen
from crisisdesk.ui.kit.widgets import Button, EmptyState, IconButton
from crisisdesk.ui.screens.tasks import rows
from crisisdesk.ui.screens.tasks.rows import Order
from crisisdesk.ui.screens.tasks.sheets import Made, TaskSheets

_DRAFT: Final = "task:new"


class TasksScreen(ThingsScreen):
    """Every task. Ins gives a new one, Space answers, Ctrl+R takes back.

    Places: `tasks`, `task:2`, `new:task:…` (see NewPlace). Draft: `task:new`.
    """

    keys = {"Ins": "new", "Space": "answer", "Ctrl+R": "withdraw"}  # noqa: RUF012 - never changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            theme, self.tr("Här står vem som gör vad till när. Ge den första uppgiften med"), "Ins"
        )
        super().__init__(
            theme,
            parent,
            title=self.tr("Uppgifter"),
            one=self.tr("Uppgiften"),
            choose=self.tr("Välj en uppgift för att se allt om den."),
            empty=empty,
        )
        self._order: Order = "deadline"
        self._sheets = TaskSheets(theme, self)
        self.order = Button(theme, self.tr("Efter tid"), tip=self.tr("Ordna efter tid eller ansvarig"))
        self.new = Button(theme, self.tr("Ny"), "plus", key_hint=self.tr("Ins"))
        self.print = IconButton(theme, "printer", self.tr("Skriv ut uppgifterna"), variant="plain")
        for widget in (self.order, self.new, self.print):
            self.head.addWidget(widget)
        self.order.clicked.connect(self._turn_order)
        self.new.clicked.connect(lambda: self.act("", "new"))
        self.print.clicked.connect(lambda: self.print_requested.emit("tasks"))

    def rows_of(self, state: Any, now: datetime) -> Rows:
        """Return the tasks as rows."""
        return rows.rows(state, now, self._order)

    def look_of(self, state: Any, key: str, now: datetime) -> PaneLook:
        """Return one task with all that is known of it."""
        return rows.pane(state, _number(key), now)

    def act(self, key: str, action: str) -> None:
        """Open the sheet of the action."""
        if self._state is None or self._now is None:
            return
        if action == "seen":
            self.request(tasks.commands.SeeReminder(task=_number(key)))
            return
        made = self._made(key, action, self._state, self._now)
        self.open_sheet(*made, draft=_DRAFT if action == "new" else "")

    def open_new(self, new: NewPlace) -> None:
        """Open the sheet of a new task, with what was typed elsewhere and where it belongs."""
        if self._state is None or self._now is None:
            return
        sheet, wish = self._sheets.new(self._state, self._now, source=next(iter(new.links), ""))
        self.open_sheet(sheet, wish, draft=_DRAFT)
        self.fill(sheet, new, _DRAFT)

    def restore_draft(self, key: str, text: str) -> None:
        """Open the sheet that was being written in, with its text."""
        if key == _DRAFT:
            self.act("", "new")
            if self.host.sheet is not None:
                self.host.sheet.form.set_values({"text": text})

    def _made(self, key: str, action: str, state: State, now: datetime) -> Made:
        if action == "new":
            return self._sheets.new(state, now)
        task = state[tasks.FEATURE].tasks[_number(key)]
        if action == "hand_over":
            return self._sheets.hand_over(state, task)
        if action == "due":
            return self._sheets.due(state, task, now)
        simple = {
            "answer": self._sheets.answer,
            "remind": self._sheets.remind,
            "carry": self._sheets.carry,
            "reopen": self._sheets.reopen,
            "withdraw": self._sheets.withdraw,
        }
        return simple[action](task)

    def _turn_order(self) -> None:
        self._order = "owner" if self._order == "deadline" else "deadline"
        by_time = self._order == "deadline"
        self.order.set_text(self.tr("Efter tid") if by_time else self.tr("Efter ansvarig"))
        if self._state is not None and self._now is not None:
            self.show_state(self._state, self._now)


def _number(key: str) -> int:
    return int(key.partition(":")[2])
