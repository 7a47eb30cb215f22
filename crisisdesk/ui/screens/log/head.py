"""The head of the log: search, what is chosen, filters, columns, order."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.widgets import Button, Chip, Column, IconButton, Label, LineEdit, Row
from crisisdesk.ui.screens.log.active import ActiveParts
from crisisdesk.ui.screens.log.choice import Choice, Known, Order, Part, without
from crisisdesk.ui.screens.log.panels import LogPanels

_QUICK_KINDS: Final = ("dec", "in")
_SEARCH_FROM: Final = 150
_CHIPS_FROM: Final = 790
_WORDS_FROM: Final = 900
_NARROWEST: Final = 540


class SearchField(LineEdit):
    """The search field: Escape empties it, or leaves it when it is empty; Down and Enter go to the log."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty or leave; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LogHead(QWidget):
    """Search and filters over the log. `choice_changed(choice)` when the user chose other lines,
    `order_turned` for the other order, `entry_asked` for the long form, `print_asked`, `first_asked` to go to
    the first line that was found, `left` to go down to the list.
    """

    choice_changed = Signal(object)
    order_turned = Signal()
    entry_asked = Signal()
    print_asked = Signal()
    first_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = Choice()
        self._known = Known()
        self._looked = ""
        self.search = SearchField(theme, self.tr("Sök i loggen"), hint=self.tr("Sök i loggen"), icon="search")
        self.search.setMinimumWidth(theme.dp(_SEARCH_FROM))
        self.search.setToolTip(
            self.tr("Ord, ”fras”, -inte, typ:beslut, kanal:telefon, från:14.00, @stabschef")
        )
        self.quick = {kind: self._kind_chip(kind) for kind in _QUICK_KINDS}
        self.filter = Chip(theme, self.tr("Filter"), "funnel")
        self.filter.setToolTip(self.tr("Filter, Ctrl+Shift+F"))
        self.order = Button(theme, self.tr("Ordning: nummer"), tip=self.tr("Ordning, Ctrl+O"))
        self.columns = IconButton(theme, "settings-2", self.tr("Kolumner, Ctrl+Shift+K"), variant="plain")
        self.entry = Button(theme, self.tr("Utförlig rad"), "plus", tip=self.tr("Utförlig rad, Ctrl+E"))
        self.print = IconButton(theme, "printer", self.tr("Skriv ut raderna, Ctrl+Shift+P"), variant="plain")
        self.panels = LogPanels(theme, titles, self.print)
        self.active = ActiveParts(theme)
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> Choice:
        """Return the choice as it stands."""
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        """Show another choice and tell of it when it differs."""
        if choice == self._choice:
            return
        self._choice = choice
        if self.search.text() != choice.text:
            self.search.setText(choice.text)
        self.choice_changed.emit(choice)
        self._show_choice()

    def show_parts(self, found: tuple[Part, ...], known: Known, looked: str) -> None:
        """Take what is on as chips, what can be named, and when the user last looked."""
        self.active.show_parts(found)
        self._known, self._looked = known, looked
        self._show_choice()

    def show_found(self, shown: int, total: int, first: str) -> None:
        """Say how many of the lines are shown, and the first that was found; nothing when all are."""
        self.active.show_found(self.tr("{0} av {1} rader").format(shown, total), first)
        self.active.setVisible(not self._choice.everything)

    def show_order(self, order: Order) -> None:
        """Say in which order the lines stand."""
        by_number = order == "number"
        self.order.set_text(self.tr("Ordning: nummer") if by_number else self.tr("Ordning: hände"))

    def _kind_chip(self, kind: str) -> Chip:
        look = KINDS[kind]
        chip = Chip(self._theme, look.word, look.icon, token=look.token)
        chip.pressed.connect(lambda: self.set_choice(self._choice.turned("kinds", kind)))
        return chip

    def _lay_out(self) -> None:
        whole = Column(self._theme, self, gap=8)
        top = Row(self._theme)
        top.addWidget(Label(self._theme, self.tr("Logg"), "title"))
        top.addSpacing(self._theme.dp(8))
        top.addWidget(self.search, 1)
        tools = (self.filter, self.order, self.columns, self.entry, self.print)
        for widget in (*self.quick.values(), *tools):
            top.addWidget(widget)
        whole.addLayout(top)
        whole.addWidget(self.panels)
        whole.addWidget(self.active)
        self.active.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the chips, which the filter has too, and words, where there is no room for them."""
        super().resizeEvent(event)
        for chip in self.quick.values():
            chip.setVisible(self.width() >= self._theme.dp(_CHIPS_FROM))
        words = self.entry.accessibleName() if self.width() >= self._theme.dp(_WORDS_FROM) else ""
        if words != self.entry.text():
            self.entry.setText(words)
            self.entry.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for room without the chips."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.dp(_NARROWEST)), hint.height())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.left)
        self.filter.pressed.connect(self.panels.toggle_filter)
        self.columns.clicked.connect(self.panels.toggle_columns)
        self.order.clicked.connect(self.order_turned)
        self.entry.clicked.connect(self.entry_asked)
        self.print.clicked.connect(self.print_asked)
        self.panels.choice_changed.connect(self.set_choice)
        self.panels.left.connect(self.left)
        self.active.removed.connect(self._remove)
        self.active.cleared.connect(self._show_everything)
        self.active.first_asked.connect(self.first_asked)
        self.active.left.connect(self.left)
        self._theme.changed.connect(self._restyle)

    def _search(self, text: str) -> None:
        self.set_choice(replace(self._choice, text=text))

    def _remove(self, part: str, value: str) -> None:
        self.set_choice(without(self._choice, part, value))

    def _show_everything(self) -> None:
        self.set_choice(Choice())
        self.left.emit()

    def _show_choice(self) -> None:
        """Bring every control in line with the choice, without telling of each."""
        choice = self._choice
        for kind, chip in self.quick.items():
            chip.set_on(kind in choice.kinds)
        self.panels.show_choice(choice, self._known, self._looked)
        self.filter.set_text(self.tr("Filter"), str(choice.filters) if choice.filters else "")
        self.filter.set_on(bool(choice.filters))

    def _restyle(self) -> None:
        self.search.setMinimumWidth(self._theme.dp(_SEARCH_FROM))
