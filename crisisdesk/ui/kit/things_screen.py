"""A screen of things in a list with the chosen one beside it: decisions, tasks."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.ui.kit.brief_list import BriefList
from crisisdesk.ui.kit.detail_pane import DetailPane
from crisisdesk.ui.kit.forms import Sheet
from crisisdesk.ui.kit.labels import Label
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.pane_look import BriefHead, BriefLook, PaneLook
from crisisdesk.ui.kit.panels import Card, EmptyState, Panel
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost, Wish
from crisisdesk.ui.kit.split import Split
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

_LIST: Final = 380  # px at 100 % that the list needs at least
_SIDE: Final = 430
_NAMES: Final = 96

Rows = Sequence[BriefLook | BriefHead]


class ThingsScreen(Screen):
    """The base. A screen says what its rows are, how one thing looks, and what each action opens.

    Enter goes into the detail, Escape comes back. `keys` gives the keys of actions, in Qt's portable text:
    they work in the list and in the detail; `new` is the action that needs no thing.
    """

    keys: Mapping[str, str] = {}

    def __init__(
        self, theme: Theme, parent: QWidget | None, *, title: str, one: str, choose: str, empty: EmptyState
    ) -> None:
        super().__init__(theme, parent)
        self._state: Any = None
        self._now: datetime | None = None
        self._shown: Rows = ()
        self._waiting: list[NewPlace] = []
        # A sheet that closes gives the focus back last of all.
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._begin_waiting)
        self.list = BriefList(theme, title)
        self.pane = DetailPane(theme, one, choose, name_width=_NAMES)
        self.host = SheetHost(theme, self, margin=Space.M)
        self.head = Row(theme)
        self.head.addWidget(Label(theme, title, "title"))
        self.head.addStretch(1)
        self._empty = Card(theme, margin=0)
        self._empty.add(empty)
        self._empty.body.addStretch(1)
        self._lay_out()
        self._connect()

    def rows_of(self, state: Any, now: datetime) -> Rows:
        """Return the rows as they are at the moment."""
        raise NotImplementedError

    def look_of(self, state: Any, key: str, now: datetime) -> PaneLook:
        """Return the thing with the key and all that is known of it."""
        raise NotImplementedError

    def act(self, key: str, action: str) -> None:
        """Do an action to the thing with the key ("" for `new`): usually open a sheet."""
        raise NotImplementedError

    def open_new(self, new: NewPlace) -> None:
        """Open the sheet of a new thing with what is known of it."""
        raise NotImplementedError

    def show_state(self, state: Any, now: datetime) -> None:
        """Show the things; what did not change is left alone."""
        self._state, self._now = state, now
        looks = list(self.rows_of(state, now))
        if looks != self._shown:
            self._shown = looks
            self.list.set_rows(looks)
            self._empty.setVisible(not looks)
            self.list.setVisible(bool(looks))
        self._show_pane()

    def go_to(self, place: str) -> bool:
        """Put the focus on the thing, such as `decision:7`, or open the sheet of a new one."""
        new = NewPlace.read(place)
        if new is not None:
            self._begin(new)
            return True
        return self.list.set_current(place, take_focus=True)

    def chosen_ref(self) -> str:
        """Return the thing in the list that is chosen."""
        return self.list.current()

    def place(self) -> str:
        """Return the thing that is chosen."""
        return self.list.current()

    def focus_first(self) -> None:
        """Put the focus on the list, on the screen itself while there is nothing in it."""
        (self.list if self._shown else self).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the list: the sheet of the first thing gives it back to the screen."""
        super().focusInEvent(event)
        if self._shown:
            self.list.setFocus()

    def open_sheet(self, sheet: Sheet, wish: Wish, *, field: str = "", draft: str = "") -> None:
        """Open a sheet in the place of the detail."""
        self.host.open(sheet, wish, field=field, draft=draft)

    def fill(self, sheet: Sheet, new: NewPlace, draft: str) -> None:
        """Fill a new thing's sheet with what was typed elsewhere: now a draft of this screen."""
        names = sheet.form.values()
        sheet.form.set_values({name: value for name, value in new.values.items() if name in names})
        self.draft_changed.emit(draft, sheet.form.text_of("text"))

    def event(self, event: QEvent) -> bool:
        """Keep our keys, and Escape where it leads back to the list, from the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the action whose key is pressed; what is not ours goes on to the parent."""
        action = self._action(event)
        if action and not event.isAutoRepeat():
            self._act(action)
        elif event.key() == Qt.Key.Key_Escape and self._leads_back():
            self._leave_pane()
        elif not action:
            super().keyPressEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return bool(self._action(event)) or (event.key() == Qt.Key.Key_Escape and self._leads_back())

    def _action(self, event: QKeyEvent) -> str:
        if self.host.sheet is not None:
            return ""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.keys.get(QKeySequence(modifiers.value | event.key()).toString(), "")

    def _act(self, action: str) -> None:
        """Do the action, if the thing chosen offers it."""
        key = self.list.current()
        offered = self.pane.button(action)
        if action == "new" or (key and offered is not None and offered.isEnabled()):
            self.act("" if action == "new" else key, action)

    def _begin(self, new: NewPlace) -> None:
        """Open the new thing's sheet; when another is being written, once that one is out of the way."""
        open_sheet = self.host.sheet
        if open_sheet is None:
            self.open_new(new)
            return
        self._waiting.append(new)
        open_sheet.refuse(self.tr("Spara eller avbryt det här först. Sedan öppnas det nya, med din text."))
        open_sheet.form.focus_field()

    def _begin_waiting(self) -> None:
        if self._waiting and self.host.sheet is None:
            self.open_new(self._waiting.pop(0))

    def _toggle(self) -> None:
        if action := self.keys.get("Space", ""):
            self._act(action)

    def _show_pane(self) -> None:
        key = self.list.current()
        if self._state is None or self._now is None or not key:
            self.pane.show_look(None)
            return
        self.pane.show_look(self.look_of(self._state, key, self._now))

    def _open_pane(self) -> None:
        self.split.open_side()
        self.pane.focus_first()

    def _leave_pane(self) -> None:
        self.split.close_side()
        self.list.setFocus()

    def _leads_back(self) -> bool:
        inside = QApplication.focusWidget()
        return self.split.side_alone or (inside is not None and self.pane.isAncestorOf(inside))

    def _follow(self, place: str) -> None:
        """Go to a thing of this screen here, and wish for every other place."""
        if not self.go_to(place):
            self.go_requested.emit(place)

    def _make_room(self) -> None:
        sheet = self.host.sheet is not None
        self.pane.setVisible(not sheet)
        self.split.hold_side(sheet)

    def _lay_out(self) -> None:
        main = QWidget()
        column = Column(self.theme, main, margin=(Space.XL, Space.L, Space.XL, Space.XL), gap=Space.M)
        column.addLayout(self.head)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        side = Panel(self.theme, "surface", edges=("left",))
        side.add(self.pane, 1)
        side.add(self.host, 1)
        self.split = Split(self.theme, main, side, main_least=_LIST, side_width=_SIDE)
        Column(self.theme, self, gap=0).addWidget(self.split)
        self.list.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_pane)
        self.list.opened.connect(self._open_pane)
        self.list.toggled.connect(self._toggle)
        self.pane.acted.connect(self._act)
        self.pane.link_pressed.connect(self._follow)
        self.pane.left.connect(self._leave_pane)
        self.split.folded_changed.connect(self.pane.set_alone)
        self.pane.set_alone(self.split.folded)
        self.host.opened.connect(self._make_room)
        self.host.closed.connect(self._make_room)
        self.host.closed.connect(self._next.start)
        self.host.done.connect(self._show_pane)
