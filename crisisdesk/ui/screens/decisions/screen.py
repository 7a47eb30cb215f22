"""The decisions on screen: a list with what each lacks, and the chosen one with all its fields."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from crisisdesk.features import decisions
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.pane_look import PaneLook
from crisisdesk.ui.kit.screen import PrintWish
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.things_screen import Rows, ThingsScreen
from crisisdesk.ui.kit.widgets import Button, EmptyState
from crisisdesk.ui.screens.decisions import rows
from crisisdesk.ui.screens.decisions.sheets import DecisionSheets, Made

_DRAFT: Final = "decision:new"


class DecisionsScreen(ThingsScreen):
    """Every decision, the incomplete ones first. Ins writes a new one, F2 completes, Ctrl+R takes back.

    Places: `decisions`, `decision:7`, `new:decision:…` (see NewPlace). Draft: `decision:new`.
    """

    keys = {"Ins": "new", "F2": "complete", "Ctrl+R": "revoke"}  # noqa: RUF012 - never changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            theme, self.tr("Här står besluten, också de som ska kompletteras. Skriv det första med"), "Ins"
        )
        super().__init__(
            theme,
            parent,
            title=self.tr("Beslut"),
            one=self.tr("Beslutet"),
            choose=self.tr("Välj ett beslut för att se allt om det."),
            empty=empty,
        )
        self._sheets = DecisionSheets(theme, self)
        self.new = Button(theme, self.tr("Nytt beslut"), "plus", key_hint=self.tr("Ins"))
        self.print = Button(theme, self.tr("Skriv ut"), "printer")
        self.head.addWidget(self.new)
        self.head.addWidget(self.print)
        self.new.clicked.connect(lambda: self.act("", "new"))
        self.print.clicked.connect(lambda: self.print_requested.emit("decisions"))

    def rows_of(self, state: Any, now: datetime) -> Rows:
        """Return the decisions as rows."""
        return rows.rows(state, now)

    def look_of(self, state: Any, key: str, now: datetime) -> PaneLook:
        """Return one decision with all its fields."""
        return rows.pane(state, _number(key), now)

    def act(self, key: str, action: str) -> None:
        """Open the sheet of the action."""
        if self._state is None or self._now is None:
            return
        if action == "print":
            self.print_requested.emit(PrintWish(part="decision", number=_number(key)))
            return
        made = self._made(key, action, self._state, self._now)
        self.open_sheet(*made, draft=_DRAFT if action == "new" else "")

    def open_new(self, new: NewPlace) -> None:
        """Open the sheet of a new decision, with what was typed elsewhere and where it belongs."""
        if self._state is None or self._now is None:
            return
        sheet, wish = self._sheets.new(self._state, self._now, links=new.links)
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
        decision = state[decisions.FEATURE].decisions[_number(key)]
        if action == "progress":
            return self._sheets.progress(decision)
        if action == "revoke":
            return self._sheets.revoke(decision)
        if action == "task":
            return self._sheets.task(state, decision, now)
        if action == "replace":
            return self._sheets.new(state, now, replaces=decision)
        return self._sheets.complete(state, decision, now)


def _number(key: str) -> int:
    return int(key.partition(":")[2])
