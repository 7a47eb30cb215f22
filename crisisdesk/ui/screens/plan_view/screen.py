"""The plan to read: its sections at the left, the chosen one at the right, a search through all of it."""

from datetime import date, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from crisisdesk.base import swedish
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import EmptyState, Label, LineEdit, Scroller, WrapLabel
from crisisdesk.ui.screens.plan_view.lines import HeadView, LineView, SectionEntry
from crisisdesk.ui.screens.plan_view.rows import Line, Section, search, sections

_LIST: Final = 236
_HITS: Final = "hits"


class Page(QWidget):
    """One section, or what was found, as a list of lines that the keyboard walks through."""

    def __init__(self, theme: Theme, title: str, lines: tuple[Line, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._longest = max((len(line.number) for line in lines), default=0)
        self._sided = any(line.side for line in lines)
        self.list = RowList(theme, title, row_height=Size.LIST_ROW)
        self.list.set_rows([self._spec(line) for line in lines])
        if not lines:
            self.list.hide()
        content = QWidget()
        column = Column(theme, content)
        column.addWidget(self.list)
        column.addStretch(1)
        whole = Column(theme, self, gap=Space.M)
        whole.addWidget(WrapLabel(theme, title, "heading"))
        if not lines:
            whole.addWidget(EmptyState(theme, self.tr("Inget i planen passar."), icon="search"))
        whole.addWidget(Scroller(theme, content), 1)

    def _spec(self, line: Line) -> RowSpec:
        if line.head:
            return RowSpec(line.key, partial(HeadView, self._theme, line), head=True)
        make = partial(LineView, self._theme, line, longest=self._longest, sided=self._sided)
        name = ", ".join(
            part for part in (f"{line.number} {line.text}".strip(), line.note, line.side) if part
        )
        return RowSpec(line.key, make, name=name)


class PlanScreen(Screen):
    """The plan that the incident keeps. Up and Down choose a section, Right reads it, Enter goes where a line
    is worked with.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._plan: Plan | None = None
        self._today: date | None = None
        self._sections: tuple[Section, ...] = ()
        self._pages: dict[str, Page] = {}
        self._title = Label(theme, self.tr("Krisplan"), "title")
        self._search = LineEdit(theme, self.tr("Sök i planen"), hint=self.tr("Sök i planen"), icon="search")
        self._list = RowList(theme, self.tr("Planens delar"), row_height=Size.NAV_ROW)
        self._stack = QStackedLayout()
        self._lay_out()
        self._search.textChanged.connect(self._show_hits)
        self._list.focus_moved.connect(self._choose)
        self._list.row_activated.connect(self._read)
        self._list.installEventFilter(self)
        self._search.installEventFilter(self)

    def show_state(self, state: State, now: datetime) -> None:
        """Show the incident's plan."""
        self.show_plan(state.plan, swedish.local(now, state.zone).date())

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show a plan, also one without an incident; `today` tells what was checked long ago."""
        if plan is self._plan and today == self._today:
            return
        self._plan, self._today = plan, today
        for key in list(self._pages):
            self._drop(key)
        self._sections = sections(plan, today)
        self._list.set_rows([self._spec(section) for section in self._sections])
        self._show_hits()

    def go_to(self, place: str) -> bool:
        """Go to a section or a line of the plan: `plan:missing`, `plan:4.2`."""
        kind, _, key = place.partition(":")
        if kind != "plan":
            return False
        section = next((each for each in self._sections if _holds(each, key)), None)
        if section is None:
            return False
        self._search.clear()
        self._list.focus_key(section.key)
        self._read()
        self._page().list.focus_key(key)
        return True

    def focus_first(self) -> None:
        """Go to the list of sections."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go into the page with Right and out of it with Left, before the scroller takes these keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self._search:
            return self._key_in_search(key) or super().eventFilter(watched, event)
        if key == Qt.Key.Key_Right and watched is self._list:
            self._read()
            return True
        if key == Qt.Key.Key_Left and watched is not self._list:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _key_in_search(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._read()
            return True
        if key == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return True
        return False

    def _lay_out(self) -> None:
        left = QWidget()
        column = Column(self.theme, left, gap=Space.M)
        hold_size(self.theme, self._title, height=Size.CONTROL)
        column.addWidget(self._title)
        column.addWidget(self._search)
        box = QWidget()
        held = Column(self.theme, box)
        held.addWidget(self._list)
        held.addStretch(1)
        column.addWidget(Scroller(self.theme, box), 1)
        hold_size(self.theme, left, width=_LIST)
        row = Row(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.L)
        row.addWidget(left)
        row.addLayout(self._stack, 1)

    def _spec(self, section: Section) -> RowSpec:
        return RowSpec(section.key, partial(SectionEntry, self.theme, section), name=section.short)

    def _choose(self, key: str) -> None:
        """Show the section; a search in progress is over."""
        section = next((each for each in self._sections if each.key == key), None)
        if section is None:
            return
        if self._search.text():
            self._search.clear()
        if key not in self._pages:
            self._put(key, section.title, section.lines)
        self._stack.setCurrentWidget(self._pages[key])

    def _show_hits(self) -> None:
        words = self._search.text().strip()
        self._drop(_HITS)
        if words:
            self._put(_HITS, self.tr("Träffar på {0}").format(words), search(self._sections, words))
            self._stack.setCurrentWidget(self._pages[_HITS])
        else:
            self._choose(self._list.focused_key())

    def _put(self, key: str, title: str, lines: tuple[Line, ...]) -> None:
        page = self._pages[key] = Page(self.theme, title, lines)
        page.list.row_activated.connect(partial(self._go, {line.key: line.place for line in lines}))
        page.list.installEventFilter(self)
        self._stack.addWidget(page)

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _page(self) -> Page:
        return self._pages[_HITS if _HITS in self._pages else self._list.focused_key()]

    def _read(self) -> None:
        self._page().list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, places: dict[str, str], key: str) -> None:
        if places[key]:
            self.go_requested.emit(places[key])


def _holds(section: Section, key: str) -> bool:
    return section.key == key or any(line.key == key for line in section.lines)
