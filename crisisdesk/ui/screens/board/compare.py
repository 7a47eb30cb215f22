"""Two boards side by side: what stands left and right is chosen over the list of their cards."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import board
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Column,
    ComboBox,
    Label,
    LineEdit,
    Row,
    Segmented,
    Tag,
    WrapLabel,
)
from crisisdesk.ui.screens.board.compare_list import CompareList
from crisisdesk.ui.screens.board.compare_rows import AT, NOW, Compared, choices, compared, read_minute

_DIFFERING = "differ"
_ALL = "all"


class _Chooser(QWidget):
    """Chooses one side: a board from the list, or a time to be written. `changed` when another is meant."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._key = NOW
        self.list = ComboBox(theme, name, [(NOW, "")], NOW)
        self.list.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.time = LineEdit(theme, self.tr("Tid för {0}").format(name.lower()))
        self.time.setPlaceholderText(self.tr("14:10"))
        row = Row(theme, self, gap=Space.S)
        row.addWidget(self.list, 1)
        row.addWidget(self.time)
        self.time.setMaximumWidth(theme.dp(120))
        self.time.hide()
        self.list.changed.connect(self._picked)
        self.time.returnPressed.connect(self.changed)

    def offer(self, options: list[tuple[str, str]]) -> None:
        """Offer these boards; what is chosen stays."""
        if options != [(str(self.list.itemData(n)), self.list.itemText(n)) for n in range(self.list.count())]:
            self.list.set_options(options, self._listed())

    def key(self) -> str:
        """Return the key of what is chosen; `at` alone while a time is not yet read."""
        return self._key

    def choose(self, key: str) -> None:
        """Choose a board."""
        self._key = key
        self.list.blockSignals(True)
        self.list.set_value(self._listed())
        self.list.blockSignals(False)
        self.time.setVisible(key.startswith(AT))

    def take_time(self, key: str) -> None:
        """Take the minute that the time meant."""
        self._key = key

    def _listed(self) -> str:
        return AT if self._key.startswith(AT) else self._key

    def _picked(self, value: str) -> None:
        self._key = value
        self.time.setVisible(value == AT)
        if value == AT:
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class ComparePane(QWidget):
    """`left` when the user is done, `go(place)` to a card that hangs now."""

    left = Signal()
    go = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._past = BoardPast()
        self._state: State | None = None
        self._now: datetime | None = None
        self._shown: Compared | None = None
        self._counted = Tag(theme, "", tone="accent")
        self._before = _Chooser(theme, self.tr("Till vänster"))
        self._after = _Chooser(theme, self.tr("Till höger"))
        options = [(_DIFFERING, self.tr("Bara skillnader")), (_ALL, self.tr("Alla kort"))]
        self._which = Segmented(theme, self.tr("Visa"), options, _DIFFERING)
        self._said = WrapLabel(theme, "", "body")
        self._said.hide()
        self.list = CompareList(theme, self.tr("Korten sida vid sida"))
        self._lay_out(theme)
        for chooser in (self._before, self._after):
            chooser.changed.connect(self._chosen)
        self._which.changed.connect(self._show)
        self.list.opened.connect(self._open)

    def show_state(self, state: State, now: datetime) -> None:
        """Compare in the incident as it is; frozen boards that came meanwhile can be chosen."""
        self._state, self._now = state, now
        options = [(choice.key, choice.words) for choice in choices(state, now)]
        for chooser in (self._before, self._after):
            chooser.offer(options)
        if self.isVisible():
            self._show()

    def open(self, before: str, after: str = NOW) -> None:
        """Put two boards beside each other: `now`, `frozen:3` or `at:<moment>`."""
        self._before.choose(before)
        self._after.choose(after)
        if self._state is not None and self._now is not None:
            self.show_state(self._state, self._now)
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        head = Row(theme, gap=Space.S)
        head.addWidget(Label(theme, self.tr("Jämför"), "title"))
        head.addWidget(self._counted)
        head.addStretch(1)
        head.addWidget(self._which)
        back = Button(theme, self.tr("Till tavlan nu"), "arrow-left", key_hint=self.tr("Esc"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        sides = Row(theme, gap=Space.XL)
        sides.addWidget(self._before, 1)
        sides.addWidget(self._after, 1)
        whole = Column(theme, self, gap=Space.S)
        whole.addLayout(head)
        whole.addLayout(sides)
        whole.addWidget(self._said)
        whole.addWidget(self.list, 1)

    def _chosen(self) -> None:
        for chooser in (self._before, self._after):
            self._read(chooser)
        self._show()

    def _read(self, chooser: _Chooser) -> None:
        if chooser.list.value() != AT or self._state is None or self._now is None:
            return
        text = chooser.time.text()
        if text:
            self._past.follow(self._state[board.FEATURE])
            chooser.take_time(read_minute(self._state, self._past, text, self._now) or AT)

    def _show(self) -> None:
        if self._state is None or self._now is None:
            return
        self._past.follow(self._state[board.FEATURE])
        keys = (self._before.key(), self._after.key())
        whole = self._which.value() == _ALL
        found = compared(self._state, self._past, *keys, self._now, all_cards=whole)
        if found == self._shown:
            return
        self._shown = found
        self._counted.set_state(found.counted if found is not None else "", "", "accent")
        self._counted.setVisible(found is not None)
        self.list.set_rows(found.rows if found is not None else ())
        self._say(found, keys)

    def _say(self, found: Compared | None, keys: tuple[str, str]) -> None:
        """Say why there are no rows."""
        words = ""
        if found is None:
            words = self.tr("Skriv en tid, till exempel 14:10, och tryck Enter.")
        elif not found.rows:
            words = self.tr("De två tavlorna är lika.")
        if keys[0] == keys[1] and found is not None:
            words = self.tr("Det är samma tavla på båda sidor. Välj en annan.")
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _open(self, card: int) -> None:
        if self._state is not None and card in self._hanging(self._state):
            self.go.emit(f"card:{card}")
        elif self._state is not None:
            self.go.emit(f"line:{self._state[board.FEATURE].cards[card].number}")

    def _hanging(self, state: State) -> set[int]:
        return {number for order in state[board.FEATURE].columns.values() for number in order}
