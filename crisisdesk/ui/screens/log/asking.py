"""The sheets that are asked for from the log, in the place of the pane: their line and their draft."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from crisisdesk.features import log
from crisisdesk.features.log.state import Entry
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.detail_pane import DetailPane
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.split import Split
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.log import withdrawals
from crisisdesk.ui.screens.log.rows import parted
from crisisdesk.ui.screens.log.sheets import LineSheets, Made

PANE: Final = 300  # px at 100 %
_PANE_WITH_SHEET: Final = 380


class Asking(QObject):
    """Opens sheets in the host. Drafts: `log:correct:23`."""

    def __init__(
        self, theme: Theme, host: SheetHost, pane: DetailPane, split: Split, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sheets = LineSheets(theme, self)
        self._host = host
        self._pane = pane
        self._split = split
        host.opened.connect(self._make_room)
        host.closed.connect(self._make_room)

    def ask(self, what: str, number: int, state: State, now: datetime, text: str = "") -> None:
        """Open the sheet for the line: correct, board, task, reliability or explain."""
        made = self._sheet_for(what, number, state, now)
        if made is None:
            not_late = self.tr("Rad {0} är inte sen.").format(number)
            self._pane.refuse(withdrawals.refusal(state, number) or not_late)
        else:
            self._open(made, f"log:correct:{number}" if what == "correct" else "", text)

    def _sheet_for(self, what: str, number: int, state: State, now: datetime) -> Made | None:
        entry = state[log.FEATURE].entries.get(number)
        text, _quiet = parted(state.timeline.line(number))
        if what == "correct":
            return self._correction(state, number, entry, now)
        if what == "board":
            return self._sheets.board(state, number, text, entry)
        if what == "task":
            return self._sheets.task(state, number, text, entry.secrecy if entry else "", now)
        if entry is None or entry.struck_by or (what == "explain" and not entry.late):
            return None
        said = {
            "reliability": self._sheets.reliability,
            "explain": self._sheets.explain,
        }
        return said[what](entry)

    def _correction(self, state: State, number: int, entry: Entry | None, now: datetime) -> Made | None:
        if entry is not None and withdrawals.correctable(state, number):
            return self._sheets.correct(state, entry, now)
        found = withdrawals.withdrawal(state, number)
        return self._sheets.withdraw(found, state.timeline.says(number).text) if found is not None else None

    def _open(self, made: Made, draft: str, text: str) -> None:
        sheet, wish = made
        if text:
            sheet.form.set_values({"text": text})
        self._host.open(sheet, wish, draft=draft)
        field = sheet.form.focusWidget()
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)

    def _make_room(self) -> None:
        """Give a sheet more width than the pane that it stands in the place of."""
        sheet = self._host.sheet is not None
        self._pane.setVisible(not sheet)
        self._split.set_side_width(_PANE_WITH_SHEET if sheet else PANE)
        self._split.hold_side(sheet)
