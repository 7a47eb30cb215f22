"""The panels that open over the lines, filters and columns: each is made when it is first asked for."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.log_columns import STANDARD
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, Chip, Column, ComboBox, LineEdit
from crisisdesk.ui.screens.log.choice import Choice, Known
from crisisdesk.ui.screens.log.columns_panel import ColumnsPanel
from crisisdesk.ui.screens.log.filter_panel import FilterPanel
from crisisdesk.ui.screens.log.panel_room import PanelRoom


class LogPanels(QWidget):
    """At most one panel is open. Signals as those of the panels; `left` also when its key closes one."""

    choice_changed = Signal(object)
    looked_asked = Signal()
    saved = Signal(str)
    used = Signal(str)
    dropped = Signal(str)
    columns_chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, titles: Mapping[str, str], after: QWidget) -> None:
        """Make no panel yet; Tab leads to one from the widget `after`."""
        super().__init__()
        self._after = after
        self._theme = theme
        self._titles = titles
        self._filter: FilterPanel | None = None
        self._columns: ColumnsPanel | None = None
        self._rooms: list[PanelRoom] = []
        self._names: Mapping[str, str] = {}
        self._known = Known()
        self._choice = Choice()
        self._looked = ""
        self._chosen: tuple[str, ...] = STANDARD
        self._screen_height = 0
        self._column = Column(theme, self, gap=0)
        self.hide()

    @property
    def filter(self) -> FilterPanel:
        """Return the panel of filters."""
        if self._filter is None:
            self._filter = self._made_filter()
        return self._filter

    @property
    def columns(self) -> ColumnsPanel:
        """Return the panel of columns."""
        if self._columns is None:
            self._columns = ColumnsPanel(self._theme, self._titles)
            self._columns.show_columns(self._chosen)
            self._columns.chosen.connect(self.columns_chosen)
            self._columns.left.connect(self._leave)
            self._take_in(self._columns)
        return self._columns

    def toggle_filter(self) -> None:
        """Open the filters with the focus in them, or close them."""
        self._toggle(self.filter)

    def toggle_columns(self) -> None:
        """Open the columns with the focus in them, or close them."""
        self._toggle(self.columns)

    def close_all(self) -> None:
        """Close what is open."""
        for room in self._rooms:
            room.hide()
        self.hide()

    def set_screen_height(self, height: int) -> None:
        """Take the height of the screen (px): a panel leaves room for the lines."""
        self._screen_height = height
        for room in self._rooms:
            room.set_screen_height(height)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Offer these filters by name."""
        self._names = names
        if self._filter is not None:
            self._filter.set_names(names)

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Show which columns are chosen."""
        self._chosen = columns
        if self._columns is not None:
            self._columns.show_columns(columns)

    def show_choice(self, choice: Choice, known: Known, looked: str) -> None:
        """Show what is ticked, what can be named, and when the user last looked."""
        self._choice, self._known, self._looked = choice, known, looked
        if self._filter is not None:
            self._filter.set_known(known)
            self._filter.show_choice(choice, looked)

    def _made_filter(self) -> FilterPanel:
        made = FilterPanel(self._theme)
        made.set_known(self._known)
        made.set_names(self._names)
        made.show_choice(self._choice, self._looked)
        made.choice_changed.connect(self.choice_changed)
        made.looked_asked.connect(self.looked_asked)
        made.saved.connect(self.saved)
        made.used.connect(self.used)
        made.dropped.connect(self.dropped)
        made.left.connect(self._leave)
        self._take_in(made)
        return made

    def _take_in(self, panel: FilterPanel | ColumnsPanel) -> None:
        room = PanelRoom(self._theme, panel)
        room.set_screen_height(self._screen_height)
        room.hide()
        self._rooms.append(room)
        self._column.addWidget(room)
        before = self._after
        for part in panel.findChildren(QWidget):
            if isinstance(part, (Chip, ComboBox, LineEdit, Button)):
                self.setTabOrder(before, part)
                before = part

    def _toggle(self, panel: FilterPanel | ColumnsPanel) -> None:
        opens = not panel.isVisible()
        self.close_all()
        if not opens:
            self.left.emit()
            return
        next(room for room in self._rooms if room.widget() is panel).show()
        self.show()
        panel.focus_first()

    def _leave(self) -> None:
        self.close_all()
        self.left.emit()
