"""The place on a screen where one sheet at a time is open, and how it is sent and closed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.kit.forms import Sheet
from crisisdesk.ui.kit.layouts import Column, Margins
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme

Wish = Callable[[], object]
"""Builds the command from the form; raises RuleBroken with the field that cannot be understood."""


class SheetHost(QWidget):
    """Holds at most one sheet. What it wishes for goes through the screen; a refusal stays at its field.

    `opened` and `closed` tell the screen to make room; `done` comes when the command was carried out, before
    `closed`. The focus goes back to where it was.
    """

    opened = Signal()
    closed = Signal()
    done = Signal()

    def __init__(self, theme: Theme, screen: Screen, *, margin: Margins = 0) -> None:
        super().__init__()
        self._screen = screen
        self._sheet: Sheet | None = None
        self._before: QWidget | None = None
        self._draft = ""
        self._column = Column(theme, self, margin=margin)
        self.hide()

    @property
    def sheet(self) -> Sheet | None:
        """Return the open sheet, None when there is none."""
        return self._sheet

    def open(self, sheet: Sheet, wish: Wish, *, field: str = "", draft: str = "") -> None:
        """Show the sheet instead of another, with the cursor in `field` (the first when not given).

        With a `draft` key, the form's field `text` is handed over as the screen's draft while it is written.
        """
        before = self._before if self._sheet is not None else QApplication.focusWidget()
        self._drop()
        self._sheet, self._before, self._draft = sheet, before, draft
        self._column.addWidget(sheet)
        sheet.sent.connect(lambda: self._send(sheet, wish))
        sheet.form.changed.connect(self._keep_draft)
        sheet.cancelled.connect(self.close_sheet)
        self.show()
        self.opened.emit()
        sheet.form.focus_field(field)

    def close_sheet(self) -> None:
        """Take the sheet away and give the focus back."""
        if self._sheet is None:
            return
        before = self._before
        self._drop()
        self._before = None
        self.hide()
        self.closed.emit()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _send(self, sheet: Sheet, wish: Wish) -> None:
        try:
            command = wish()
        except RuleBroken as refusal:
            sheet.refuse(refusal.sentence, refusal.field)
            return
        if self._screen.request(command, sheet):
            self.done.emit()
            self.close_sheet()

    def _keep_draft(self, name: str) -> None:
        if self._draft and name == "text" and self._sheet is not None:
            self._screen.draft_changed.emit(self._draft, self._sheet.form.text_of("text"))

    def _drop(self) -> None:
        if self._draft:
            self._screen.draft_changed.emit(self._draft, "")
            self._draft = ""
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
