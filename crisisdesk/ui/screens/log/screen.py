"""The log on screen: search and filters, the lines, and a pane with everything about the current one."""

from datetime import datetime
from typing import Final, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from crisisdesk.features import lifecycle, log
from crisisdesk.features.log.state import Entry
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.detail_pane import DetailPane
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.split import Split
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, Column, EmptyState, Panel
from crisisdesk.ui.screens.log import withdrawals
from crisisdesk.ui.screens.log.detail import detail
from crisisdesk.ui.screens.log.head import LogHead
from crisisdesk.ui.screens.log.lines import Choice, Order, OrderedLines, RowBook, Sieve, touched
from crisisdesk.ui.screens.log.rows import parted
from crisisdesk.ui.screens.log.sheets import LineSheets, Made

_PANE: Final = 300  # px at 100 %
_PANE_WITH_SHEET: Final = 380
_LIST: Final = 660  # px at 100 % that the lines need at least
_FOLDED_AT_ONCE: Final = 400  # lines prepared for searching in one go, when nothing else is done


class LogScreen(Screen):
    """Every line of the log. Ctrl+R corrects or takes back the current line, Ctrl+E opens the long form.

    Places: `log`, `line:23`, `log:search`, `log:entry`. Drafts: `log:entry` and `log:correct:23`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._facts = -1
        self._count = 0
        self._order: Order = "number"
        self._book = RowBook()
        self._sieve = Sieve()
        self._lines = OrderedLines(self._book, [])
        self._sheets = LineSheets(theme, self)
        self.head = LogHead(theme)
        self.view = LogView(theme, self.tr("Loggens rader"))
        self.pane = DetailPane(
            theme, self.tr("Raden"), self.tr("Välj en rad för att se allt om den och rätta den.")
        )
        self.host = SheetHost(theme, self, margin=Space.M)
        self._empty = self._card(
            EmptyState(
                theme, self.tr("Här står allt som loggas, i ordning. Skriv den första raden med"), "Ctrl L"
            )
        )
        self._nothing = self._card(
            EmptyState(theme, self.tr("Ingen rad stämmer med sökningen."), icon="search")
        )
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the lines: only new ones are put in, and rows in sight are looked through."""
        other = state is not self._state
        self._state, self._now = state, now
        self._sieve.take(state)
        if other or state.facts != self._facts:
            self._facts = state.facts
            self._book.take(state, self._order)
            self._take_lines(state, other)
        self._show_detail()

    def go_to(self, place: str) -> bool:
        """Go to a line, to the list, or to the search field."""
        kind, _, id = place.partition(":")
        if place == "log:search":
            self.head.search.setFocus()
            self.head.search.selectAll()
            return True
        if kind == "line" and id.isdigit() and 0 < int(id) <= self._count:
            self._go_to_line(int(id))
            return True
        if place == "log:entry":
            self.ask_entry()
        elif place == "log":
            self.focus_first()
        return place in ("log", "log:entry")

    def focus_first(self) -> None:
        """Put the focus on the lines."""
        self.view.setFocus()

    def restore_draft(self, key: str, text: str) -> None:
        """Open the sheet that was being written in, with its text."""
        kind, _, number = key.removeprefix("log:").partition(":")
        if kind == "entry":
            self.ask_entry(text)
        elif kind == "correct" and number.isdigit() and 0 < int(number) <= self._count:
            self._go_to_line(int(number))
            self.ask("correct", text)

    def ask_entry(self, text: str = "") -> None:
        """Open the long form."""
        if self._state is not None and self._now is not None:
            self._open(self._sheets.entry(self._state, self._now), "log:entry", text)

    def ask(self, what: str, text: str = "") -> None:
        """Open the sheet for the current line: correct, board, task, reliability, secrecy or explain."""
        number = self.view.current()
        if self._state is None or self._now is None or not number:
            return
        made = self._sheet_for(what, number, self._state, self._now)
        if made is None:
            self.pane.refuse(withdrawals.refusal(self._state, number))
        else:
            self._open(made, f"log:correct:{number}" if what == "correct" else "", text)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcut where it leads back to the lines."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Escape and plain and self._leads_back():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+R corrects, Ctrl+E opens the long form, Escape goes back to the list from the folded pane."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_R:
            self.ask("correct")
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_E:
            self.ask_entry()
        elif event.key() == Qt.Key.Key_Escape and self._leads_back():
            self._leave_pane()
        else:
            super().keyPressEvent(event)

    def _card(self, empty: EmptyState) -> Card:
        card = Card(self.theme, margin=0)
        card.add(empty)
        card.body.addStretch(1)
        return card

    def _leads_back(self) -> bool:
        inside = QApplication.focusWidget()
        return self.split.side_alone or (
            inside is not None and (self.pane.isAncestorOf(inside) or self.head.isAncestorOf(inside))
        )

    def _take_lines(self, state: State, other: bool) -> None:
        lines = state.timeline.lines
        fresh = range(self._count + 1, len(lines) + 1)
        stale = touched(lines[self._count :]) if not other else set[int]()
        first = other or self._count == 0
        self._count = len(lines)
        if first or any(self._moved_in_or_out(number) for number in stale if number not in fresh):
            self._fill()
        else:
            self._put_in(fresh)
        self.view.refresh()
        if first and self._lines.numbers:
            self.view.set_current(self._lines.numbers[0])
        self.head.set_keepers(list(dict.fromkeys(sign for _at, sign in state[lifecycle.FEATURE].keepers)))
        self._show_counts()

    def _moved_in_or_out(self, number: int) -> bool:
        return self._sieve.passes(self.head.choice, number) != (self._lines.place_of(number) >= 0)

    def _put_in(self, fresh: range) -> None:
        for number in fresh:
            if self._sieve.passes(self.head.choice, number):
                place = self._sieve.place(self._lines.numbers, number, self._order)
                self._lines.numbers.insert(place, number)
                self.view.grown(place)

    def _fill(self) -> None:
        """Show the lines of the choice; the current one and what is in sight stay if they are among them."""
        numbers = self._sieve.numbers(self.head.choice, self._order)
        self._lines = OrderedLines(self._book, numbers)
        self.view.set_source(self._lines)
        self._show_counts()

    def _show_counts(self) -> None:
        self.head.show_count(len(self._lines), self._count)
        self._empty.setVisible(self._count == 0)
        self._nothing.setVisible(self._count > 0 and not len(self._lines))
        self.view.setVisible(len(self._lines) > 0)
        self._idle.start()

    def _show_detail(self) -> None:
        number = self.view.current()
        if self._state is None or self._now is None or not number:
            self.pane.show_look(None)
            return
        self.pane.show_look(detail(self._state, number, self._now))

    def _choose(self, choice: Choice) -> None:
        self._fill()
        self.view.set_hits((choice.text.strip(),))
        if not self.view.current() and self._lines.numbers:
            self.view.set_current(self._lines.numbers[0])

    def _reorder(self, order: str) -> None:
        self._order = cast(Order, order)
        if self._state is not None:
            self._book.take(self._state, self._order)
        self._fill()
        self.view.set_current(self.view.current())

    def _go_to_line(self, number: int) -> None:
        if self._lines.place_of(number) < 0:
            self.head.set_choice(Choice())
        self.view.set_current(number)
        self.view.setFocus()

    def _open_pane(self) -> None:
        self.split.open_side()
        self.pane.focus_first()

    def _leave_pane(self) -> None:
        self.split.close_side()
        self.view.setFocus()

    def _sheet_for(self, what: str, number: int, state: State, now: datetime) -> Made | None:
        entry = state[log.FEATURE].entries.get(number)
        text, _quiet = parted(state.timeline.line(number))
        if what == "correct":
            return self._correction(state, number, entry)
        if what == "board":
            return self._sheets.board(state, number, text, entry)
        if what == "task":
            return self._sheets.task(state, number, text, entry.secrecy if entry else "", now)
        if entry is None or entry.struck_by:
            return None
        said = {
            "reliability": self._sheets.reliability,
            "secrecy": self._sheets.secrecy,
            "explain": self._sheets.explain,
        }
        return said[what](entry)

    def _correction(self, state: State, number: int, entry: Entry | None) -> Made | None:
        if entry is not None and withdrawals.correctable(state, number):
            return self._sheets.correct(entry)
        found = withdrawals.withdrawal(state, number)
        return self._sheets.withdraw(found, state.timeline.says(number).text) if found is not None else None

    def _open(self, made: Made, draft: str, text: str) -> None:
        sheet, wish = made
        if text:
            sheet.form.set_values({"text": text})
        self.host.open(sheet, wish, draft=draft)
        field = sheet.form.focusWidget()
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)

    def _make_room(self) -> None:
        """Give a sheet more width than the pane that it stands in the place of."""
        sheet = self.host.sheet is not None
        self.pane.setVisible(not sheet)
        self.split.set_side_width(_PANE_WITH_SHEET if sheet else _PANE)
        self.split.hold_side(sheet)

    def _lay_out(self) -> None:
        main = QWidget()
        column = Column(self.theme, main, margin=(Space.XL, Space.L, Space.XL, Space.XL), gap=Space.M)
        column.addWidget(self.head)
        for widget in (self._empty, self._nothing, self.view):
            column.addWidget(widget, 1)
        side = Panel(self.theme, "surface", edges=("left",))
        side.add(self.pane, 1)
        side.add(self.host, 1)
        self.split = Split(self.theme, main, side, main_least=_LIST, side_width=_PANE)
        Column(self.theme, self, gap=0).addWidget(self.split)

    def _connect(self) -> None:
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._prepare_search)
        self.head.choice_changed.connect(self._choose)
        self.head.order_changed.connect(self._reorder)
        self.head.entry_asked.connect(self.ask_entry)
        self.head.print_asked.connect(lambda: self.print_requested.emit("log"))
        self.head.left.connect(self.focus_first)
        self.view.current_changed.connect(self._show_detail)
        self.view.activated.connect(self._open_pane)
        self.pane.acted.connect(self.ask)
        self.pane.link_pressed.connect(self._follow)
        self.pane.left.connect(self._leave_pane)
        self.split.folded_changed.connect(self.pane.set_alone)
        self.pane.set_alone(self.split.folded)
        self.host.opened.connect(self._make_room)
        self.host.closed.connect(self._make_room)
        self.host.done.connect(self._show_detail)

    def _follow(self, place: str) -> None:
        """Go to a line here, and wish for every other place."""
        if place.startswith("line:"):
            self.go_to(place)
        else:
            self.go_requested.emit(place)

    def _prepare_search(self) -> None:
        """Prepare some lines for searching while nothing else is done: the first letter shall be fast."""
        if self._sieve.fold_some(_FOLDED_AT_ONCE):
            self._idle.start()
