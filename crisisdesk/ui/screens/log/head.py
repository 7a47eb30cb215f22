"""The head of the log: search, kinds, filters, order."""

from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.widgets import (
    Button,
    Card,
    Chip,
    Column,
    ComboBox,
    IconButton,
    Label,
    LineEdit,
    Row,
    Segmented,
    TickBox,
    flow_box,
)
from crisisdesk.ui.screens.log.lines import Choice, Order, Struck

_QUICK_KINDS: Final = ("dec", "in")
_SEARCH_FROM: Final = 150
_CHIPS_FROM: Final = 790
_WORDS_FROM: Final = 640
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
    `order_changed(order)`, `entry_asked` for the long form, `print_asked`, `left` to go down to the list.
    """

    choice_changed = Signal(object)
    order_changed = Signal(str)
    entry_asked = Signal()
    print_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = Choice()
        self._order: Order = "number"
        self.search = SearchField(theme, self.tr("Sök i loggen"), hint=self.tr("Sök i loggen"), icon="search")
        self.search.setMinimumWidth(theme.dp(_SEARCH_FROM))
        self.quick = {kind: self._kind_chip(kind) for kind in _QUICK_KINDS}
        self.kinds = {kind: self._kind_chip(kind) for kind in KINDS}
        self._make_controls()
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
        self._show_choice()
        self.choice_changed.emit(choice)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of the lines are shown; nothing when all are."""
        self._count.setText(self.tr("{0} av {1} rader").format(shown, total))
        self._found.setVisible(not self._choice.everything)

    def set_keepers(self, signs: list[str]) -> None:
        """Offer these signs in the filter."""
        options = [("", self.tr("Alla som fört loggen")), *((sign, sign) for sign in signs)]
        if [self.keeper.itemData(i) for i in range(self.keeper.count())] != [key for key, _ in options]:
            self.keeper.set_options(options, self._choice.keeper)

    def _kind_chip(self, kind: str) -> Chip:
        look = KINDS[kind]
        chip = Chip(self._theme, look.word, look.icon, token=look.token)
        chip.pressed.connect(lambda chosen=kind: self._turn_kind(chosen))
        return chip

    def _make_controls(self) -> None:
        theme = self._theme
        self.filter = Chip(theme, self.tr("Filter"), "funnel")
        self.order = Button(theme, self.tr("Ordning: nummer"))
        self.entry = Button(theme, self.tr("Utförlig rad"), "plus", tip=self.tr("Utförlig rad, Ctrl+E"))
        self.print = IconButton(theme, "printer", self.tr("Skriv ut loggen"), variant="plain")
        self.keeper = ComboBox(theme, self.tr("Loggförare"), [])
        self.set_keepers([])
        self.keeper.set_value("")
        struck = [
            ("all", self.tr("Alla")),
            ("without", self.tr("Utan strukna")),
            ("only", self.tr("Bara strukna")),
        ]
        self.struck = Segmented(theme, self.tr("Strukna rader"), struck, "all")
        self.paper = TickBox(theme, self.tr("Från papper"))
        self.late = TickBox(theme, self.tr("Sena"))
        self._count = Label(theme, "", "quiet")
        self.show_all = Button(theme, self.tr("Visa alla"), "x", variant="quiet")

    def _lay_out(self) -> None:
        whole = Column(self._theme, self, gap=8)
        top = Row(self._theme)
        top.addWidget(Label(self._theme, self.tr("Logg"), "title"))
        top.addSpacing(self._theme.dp(8))
        top.addWidget(self.search, 1)
        for widget in (*self.quick.values(), self.filter, self.order, self.entry, self.print):
            top.addWidget(widget)
        whole.addLayout(top)
        self._panel = self._filter_panel()
        whole.addWidget(self._panel)
        self._found = QWidget()
        found = Row(self._theme, self._found)
        found.addWidget(self._count)
        found.addWidget(self.show_all)
        found.addStretch(1)
        whole.addWidget(self._found)
        self._panel.hide()
        self._found.hide()

    def _filter_panel(self) -> Card:
        panel = Card(self._theme)
        panel.add(flow_box(self._theme, *self.kinds.values()))
        rest = flow_box(self._theme, self.keeper, self.struck, self.paper, self.late, gap=12)
        panel.add(rest)
        panel.setAccessibleName(self.tr("Filter"))
        return panel

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
        self.filter.pressed.connect(lambda: self._panel.setVisible(not self._panel.isVisible()))
        self.order.clicked.connect(self._turn_order)
        self.entry.clicked.connect(self.entry_asked)
        self.print.clicked.connect(self.print_asked)
        for told in (self.keeper.changed, self.struck.changed, self.paper.toggled, self.late.toggled):
            told.connect(self._filter_by)
        self.show_all.clicked.connect(self._show_everything)
        self._theme.changed.connect(self._restyle)

    def _search(self, text: str) -> None:
        self.set_choice(replace(self._choice, text=text))

    def _filter_by(self) -> None:
        choice = replace(
            self._choice,
            keeper=self.keeper.value(),
            struck=cast(Struck, self.struck.value()),
            paper=self.paper.isChecked(),
            late=self.late.isChecked(),
        )
        self.set_choice(choice)

    def _turn_kind(self, kind: str) -> None:
        self.set_choice(replace(self._choice, kinds=self._choice.kinds ^ {kind}))

    def _turn_order(self) -> None:
        self._order = "happened" if self._order == "number" else "number"
        by_number = self._order == "number"
        self.order.set_text(self.tr("Ordning: nummer") if by_number else self.tr("Ordning: hände"))
        self.order_changed.emit(self._order)

    def _show_everything(self) -> None:
        self.set_choice(Choice())
        self.left.emit()

    def _show_choice(self) -> None:
        """Bring every control in line with the choice, without telling of each."""
        choice = self._choice
        if self.search.text() != choice.text:
            self.search.setText(choice.text)
        for chips in (self.quick, self.kinds):
            for kind, chip in chips.items():
                chip.set_on(kind in choice.kinds)
        self.keeper.set_value(choice.keeper)
        self.struck.set_value(choice.struck)
        self.paper.set_state("on" if choice.paper else "off")
        self.late.set_state("on" if choice.late else "off")
        self.filter.set_text(self.tr("Filter"), str(choice.filters) if choice.filters else "")
        self.filter.set_on(bool(choice.filters))

    def _restyle(self) -> None:
        self.search.setMinimumWidth(self._theme.dp(_SEARCH_FROM))
