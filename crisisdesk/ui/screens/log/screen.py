"""The log on screen: search and filters, the lines, and a pane with everything about the current one."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base import swedish
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.settings import Settings
from crisisdesk.features import lifecycle, log
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.detail_pane import DetailPane
from crisisdesk.ui.kit.forms import is_letter
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.split import Split
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, Column, EmptyState, Panel
from crisisdesk.ui.screens.log import places
from crisisdesk.ui.screens.log.as_text import as_text
from crisisdesk.ui.screens.log.asking import PANE, Asking
from crisisdesk.ui.screens.log.choice import Choice, named, written
from crisisdesk.ui.screens.log.detail import detail
from crisisdesk.ui.screens.log.files import LineFiles
from crisisdesk.ui.screens.log.head import LogHead
from crisisdesk.ui.screens.log.listing import Listing
from crisisdesk.ui.screens.log.memory import LogMemory

_LIST: Final = 660  # px at 100 % that the lines need at least
_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LogScreen(Screen):
    """Every line of the log. Its keys stand in the key map under *I loggen*.

    Places: `log`, `line:23`, `log:search`, `log:entry`, and `log:at:23:words` for a line in what was searched
    for. Drafts: `log:correct:23`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._memory = LogMemory()
        self.view = LogView(theme, self.tr("Loggens rader"))
        self.view.set_copier(self._copied)
        self.listing = Listing(self.view)
        self.head = LogHead(theme, self.view.column_titles())
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
        self._asking = Asking(theme, self.host, self.pane, self.split, self)
        self.files = LineFiles(theme, self, self.lines, self.pane, self.host)
        self._connect()
        self._keys = self._key_acts()

    # ---------------------------------------------------------------- what every screen does

    def take_settings(self, settings: Settings) -> None:
        """Take the columns, the order, the filters with names and what one has looked at."""
        self._memory = LogMemory(settings)
        self.listing.order = self._memory.order
        self.view.set_columns(self._memory.columns)
        self.head.panels.show_columns(self._memory.columns)
        self.head.show_order(self._memory.order)
        self.head.panels.set_names(self._memory.filters)

    def show_state(self, state: State, now: datetime) -> None:
        """Show the lines: only new ones are put in, and rows in sight are looked through."""
        if self._state is None:
            known = self._memory.looked(state[lifecycle.FEATURE].own_number)
            self.listing.sieve.looked = state.facts if known is None else known
        self._state, self._now = state, now
        if self.listing.take(state, now):
            self._show_counts()
        self._show_detail()

    def place(self) -> str:
        """Return the current line, with what was searched for."""
        number = self.view.current()
        if not number:
            return ""
        asked = written(self.head.choice, self.listing.sieve.known)
        return places.at(number, asked) if asked else f"line:{number}"

    def chosen_ref(self) -> str:
        """Return the current line."""
        return f"line:{self.view.current()}" if self.view.current() else ""

    def go_to(self, place: str) -> bool:
        """Go to a line, to the list, or to the search field."""
        kind, _, id = place.partition(":")
        if place == "log:search":
            self.head.search.setFocus()
            self.head.search.selectAll()
            return True
        if kind == "line" and id.isdigit() and 0 < int(id) <= self.listing.total:
            self._go_to_line(int(id))
            return True
        if found := places.read_at(place):
            self._go_back_to(*found)
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
            self.draft_changed.emit(key, "")
            self.ask_entry(text)
        elif kind == "correct" and number.isdigit() and 0 < int(number) <= self.listing.total:
            self._go_to_line(int(number))
            self.ask("correct", text)

    def take_content(self, id: str, content: bytes) -> None:
        """Show the attachment whose bytes were wished for."""
        self.files.shown.take_content(id, content)

    # ---------------------------------------------------------------- what is asked of it

    def ask_entry(self, text: str = "") -> None:
        """Wish for the entry form, with the text when there is one."""
        self.go_requested.emit(NewPlace("entry", values={"text": text}).place)

    def ask(self, what: str, text: str = "") -> None:
        """Open the sheet for the current line: correct, board, task, reliability, secrecy or explain."""
        number = self.view.current()
        if what == "secrecy" and number:
            self.mark_requested.emit(f"line:{number}")
        elif self._state is not None and self._now is not None and number:
            self._asking.ask(what, number, self._state, self._now, text)

    def print_lines(self) -> None:
        """Wish for the lines that are shown on paper: the log, or what the filter leaves, under its words."""
        if self.head.choice.everything:
            self.print_requested.emit(PrintWish(part="log"))
            return
        title = self.tr("Filter: {0}").format(named(self.listing.parts(), self.listing.asked.words))
        self.print_requested.emit(
            PrintWish(part="log", lines=tuple(sorted(self.listing.numbers)), title=title)
        )

    def turn_order(self) -> None:
        """Show the lines in the other order."""
        self._keep(self._memory.turn_order())
        self.head.show_order(self._memory.order)
        self.listing.turn(self._memory.order)

    def mark_looked(self) -> None:
        """Take it that everything has been seen: what changes from now on is new."""
        if self._state is None:
            return
        self._keep(self._memory.look(self._state[lifecycle.FEATURE].own_number, self._state.facts))
        self.listing.sieve.looked = self._state.facts
        self.listing.fill()
        self._show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panels know how high the screen is."""
        super().resizeEvent(event)
        self.head.panels.set_screen_height(self.height())

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcut where it leads back to the lines."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Escape and plain and (self.pane.refusing or self._leads_back()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key map says; Escape goes back to the list from the head and from the folded pane."""
        act = self._keys.get((event.modifiers(), Qt.Key(event.key())))
        if act is not None:
            act()
        elif self.pane.refusing and is_letter(event):
            # Meant for the sheet that did not open: it must not become a line.
            event.accept()
        elif self.pane.refusing and event.key() == Qt.Key.Key_Escape:
            self.pane.refuse("")
        elif event.key() == Qt.Key.Key_Escape and self._leads_back():
            self._leave_pane()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- inside

    def _key_acts(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]]:
        head = self.head
        return {
            (_CTRL, Qt.Key.Key_R): lambda: self.ask("correct"),
            (_CTRL, Qt.Key.Key_E): self.ask_entry,
            (_NONE, Qt.Key.Key_Insert): lambda: self.ask("board"),
            (_NONE, Qt.Key.Key_F2): lambda: self.ask("explain"),
            (_CTRL, Qt.Key.Key_O): self.turn_order,
            (_CTRL_SHIFT, Qt.Key.Key_K): head.panels.toggle_columns,
            (_CTRL_SHIFT, Qt.Key.Key_P): self.print_lines,
            (_CTRL, Qt.Key.Key_M): self.mark_looked,
            (_CTRL, Qt.Key.Key_V): self.files.paste,
            (_CTRL_SHIFT, Qt.Key.Key_B): self.files.choose,
            (_CTRL_SHIFT, Qt.Key.Key_M): lambda: head.set_choice(head.choice.turned("flags", "changed")),
            (_CTRL_SHIFT, Qt.Key.Key_F): head.panels.toggle_filter,
        }

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

    def _show_counts(self) -> None:
        shown = len(self.listing.numbers)
        self.head.show_parts(self.listing.parts(), self.listing.sieve.known, self._looked_at())
        self.head.show_found(shown, self.listing.total, self.listing.first_found())
        self._empty.setVisible(self.listing.total == 0)
        self._nothing.setVisible(self.listing.total > 0 and not shown)
        self.view.setVisible(shown > 0)
        self._idle.start()

    def _looked_at(self) -> str:
        """Return when the user last looked, as a clock time."""
        if self._state is None or self._now is None:
            return ""
        lines = self._state.timeline.lines
        seen = bisect_right(lines, self.listing.sieve.looked, key=lambda recorded: recorded.seq)
        return swedish.near(lines[seen - 1].recorded_at, self._state.zone, self._now) if seen else ""

    def _show_detail(self) -> None:
        number = self.view.current()
        if self._state is not None:
            self.files.show_line(self._state, number)
        if self._state is None or self._now is None or not number:
            self.pane.show_look(None)
            return
        self.pane.show_look(detail(self._state, number, self._now))

    def _follow_correction(self) -> None:
        """Go on to the line that was just written instead of the current one: it is the one that stands."""
        number = self.view.current()
        state = self._state
        entries = state[log.FEATURE].entries if state is not None else {}
        made = entries.get(entries[number].struck_by) if number in entries else None
        if made is not None and made.number == self.listing.total and self.listing.shows(made.number):
            self.view.set_current(made.number)
        self._show_detail()

    def _choose(self, choice: Choice) -> None:
        self.listing.choose(choice)
        self.pane.set_hits(self.listing.asked.words)
        self._show_counts()

    def _go_to_line(self, number: int) -> None:
        if not self.listing.shows(number):
            self.head.set_choice(Choice())
        self.view.set_current(number)
        self.view.setFocus()

    def _go_back_to(self, number: int, asked: str) -> None:
        """Show the line where one left it: among what was searched for then."""
        if written(self.head.choice, self.listing.sieve.known) != asked:
            self.head.set_choice(Choice(text=asked))
        self._go_to_line(number)

    def _open_pane(self) -> None:
        self.split.open_side()
        self.pane.focus_first()

    def _leave_pane(self) -> None:
        self.head.panels.close_all()
        self.split.close_side()
        self.view.setFocus()

    def _copied(self, numbers: Sequence[int]) -> str:
        return as_text(self._state, numbers) if self._state is not None else ""

    def _keep(self, chosen: tuple[str, object]) -> None:
        self.setting_chosen.emit(*chosen)

    def _choose_columns(self, columns: tuple[str, ...]) -> None:
        self._keep(self._memory.choose_columns(columns))
        self.view.set_columns(columns)

    def _save_filter(self, name: str) -> None:
        asked = written(self.head.choice, self.listing.sieve.known)
        if asked:
            self._keep(self._memory.save_filter(name, asked))
            self.head.panels.set_names(self._memory.filters)

    def _use_filter(self, name: str) -> None:
        self.head.set_choice(Choice(text=self._memory.filters[name]))

    def _drop_filter(self, name: str) -> None:
        self._keep(self._memory.drop_filter(name))
        self.head.panels.set_names(self._memory.filters)

    def _lay_out(self) -> None:
        main = self.lines = QWidget()
        column = Column(self.theme, main, margin=(Space.XL, Space.L, Space.XL, Space.XL), gap=Space.M)
        column.addWidget(self.head)
        for widget in (self._empty, self._nothing, self.view):
            column.addWidget(widget, 1)
        side = Panel(self.theme, "surface", edges=("left",))
        side.add(self.pane, 1)
        side.add(self.host, 1)
        self.split = Split(self.theme, main, side, main_least=_LIST, side_width=PANE)
        Column(self.theme, self, gap=0).addWidget(self.split)

    def _connect(self) -> None:
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._prepare_search)
        head, panels = self.head, self.head.panels
        head.choice_changed.connect(self._choose)
        head.order_turned.connect(self.turn_order)
        head.entry_asked.connect(self.ask_entry)
        head.print_asked.connect(self.print_lines)
        head.first_asked.connect(lambda: self._go_to_line(self.listing.numbers[0]))
        head.left.connect(self.focus_first)
        panels.columns_chosen.connect(self._choose_columns)
        panels.looked_asked.connect(self.mark_looked)
        panels.saved.connect(self._save_filter)
        panels.used.connect(self._use_filter)
        panels.dropped.connect(self._drop_filter)
        self.view.current_changed.connect(self._show_detail)
        self.view.activated.connect(self._open_pane)
        self.pane.acted.connect(self.ask)
        self.pane.link_pressed.connect(self.go_requested)
        self.pane.left.connect(self._leave_pane)
        self.split.folded_changed.connect(self.pane.set_alone)
        self.pane.set_alone(self.split.folded)
        self.host.done.connect(self._follow_correction)

    def _prepare_search(self) -> None:
        """Prepare some lines for searching while nothing else is done: the first letter shall be fast."""
        if self.listing.prepare_search():
            self._idle.start()
