"""Which board is looked at: the one that hangs, a frozen one, that of any minute, or two side by side."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.features import board
from crisisdesk.features.board.state import Frozen
from crisisdesk.incident.board_rows import BoardRows, frozen_rows, frozen_words
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import ComboBox
from crisisdesk.ui.screens.board.compare import ComparePane
from crisisdesk.ui.screens.board.compare_rows import AT, NOW
from crisisdesk.ui.screens.board.head import WordButton
from crisisdesk.ui.screens.board.past_bar import PastBar
from crisisdesk.ui.screens.board.past_name import NameRow
from crisisdesk.ui.screens.board.past_travel import PastTravel

_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class PastDesk(QObject):
    """`shown(rows)` when a board of the past is to be seen, `left` when it is the one that hangs again.

    `comparing(on)` when two stand beside each other; `print_wished(number)` of a frozen one;
    `moment_changed(at)` for the time axis (None: now). Its widgets are laid out by the
    screen: `bar`, `compare`, `name`, `pictures`, `travel_button`, `compare_button`.
    """

    shown = Signal(object)
    left = Signal()
    comparing = Signal(bool)
    print_wished = Signal(int)
    moment_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._number = 0
        self._frozen: Frozen | None = None
        self.bar = PastBar(theme)
        self.compare = ComparePane(theme)
        self.name = NameRow(theme)
        self.pictures = ComboBox(theme, self.tr("Visa"), [(NOW, self.tr("Tavlan nu"))], NOW)
        self.travel_button = WordButton(
            theme, "history", self.tr("Tillbaka i tiden"), self.tr("Tillbaka i tiden (F6)")
        )
        self.compare_button = WordButton(
            theme, "book-open", self.tr("Jämför"), self.tr("Jämför två tavlor (Ctrl J)")
        )
        self._travel = PastTravel(self.bar, self)
        self.pictures.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pictures.setPlaceholderText(self.tr("En annan tid"))
        for part in (self.bar, self.compare, self.pictures):
            part.hide()
        self._connect()

    @property
    def on(self) -> bool:
        """Return whether a board of the past is looked at."""
        return self._number > 0 or self._travel.moment is not None

    @property
    def busy(self) -> bool:
        """Return whether anything but the board that hangs is looked at."""
        return self.on or not self.compare.isHidden()

    def follow(self, state: State, now: datetime, rows: BoardRows) -> None:
        """Take in the incident as it is, and the rows of the board that hangs."""
        covered = self._state is not None and self._state is not state
        self._state, self._now = state, now
        self._list(rows)
        self._travel.follow(state, now)
        self.compare.show_state(state, now)
        if covered and self._number:
            self.shown.emit(frozen_rows(state, self._number, now))
        if self._number and self._frozen is not state[board.FEATURE].frozen[self._number - 1]:
            self._say_frozen(state, now)

    def go_to(self, place: str) -> bool:
        """Go to `board:2` (frozen), `board:@123` (after a fact), `past`, `past:decision:7`, `past:14:10`."""
        kind, _, number = place.partition(":")
        if kind == "board" and number.isdecimal():
            return self.look_at(int(number))
        if kind not in ("board", "past"):
            return False
        self._end_comparing()
        return self._travel.open(place)

    def look_at(self, number: int) -> bool:
        """Show frozen board `number`, 0 for the board that hangs; return whether there is one."""
        if self._state is None or self._now is None or number > len(self._state[board.FEATURE].frozen):
            return False
        self._end_comparing()
        if number == 0:
            self.leave()
            return True
        self._number = number
        self._travel.leave()
        rows = frozen_rows(self._state, number, self._now)
        self._say_frozen(self._state, self._now)
        self._choose(str(number))
        self.shown.emit(rows)
        self.moment_changed.emit(self._state[board.FEATURE].frozen[number - 1].at)
        return True

    def _say_frozen(self, state: State, now: datetime) -> None:
        self._frozen = state[board.FEATURE].frozen[self._number - 1]
        self.bar.show_past(frozen_words(self._frozen, state.zone, now))

    def _rename(self) -> None:
        if self._frozen is not None:
            self.name.rename(self._number, self._frozen.name)

    def leave(self) -> None:
        """Go back to the board that hangs."""
        self._end_comparing()
        was_on, self._number = self.on, 0
        self._travel.leave()
        self.bar.show_past("")
        self._choose(NOW)
        if was_on:
            self.moment_changed.emit(None)
            self.left.emit()

    def begin_comparing(self) -> None:
        """Put what is looked at, else the last frozen board, beside the board that hangs."""
        if self._state is None:
            return
        last = len(self._state[board.FEATURE].frozen)
        moment = self._travel.moment
        if moment is not None:
            before = f"{AT}:{moment.at.isoformat()}"
        else:
            before = f"frozen:{self._number or last}" if self._number or last else AT
        self.leave()
        self.compare.show()
        self.comparing.emit(True)
        self.compare.open(before)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether the key is one of its own now: F6, Ctrl+J, Escape from the past."""
        if event.modifiers() == _CTRL:
            return event.key() == Qt.Key.Key_J
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        return event.key() == Qt.Key.Key_F6 or (self.busy and event.key() == Qt.Key.Key_Escape)

    def press(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F6:
            self.begin_travel()
        else:
            self.begin_comparing()

    def begin_travel(self) -> None:
        """Show the slider where it is now, with the focus on it."""
        self._end_comparing()
        if self._travel.open("past"):
            self.bar.track.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.bar.left.connect(self.leave)
        self.bar.compare_wished.connect(self.begin_comparing)
        self.bar.rename_wished.connect(self._rename)
        self.bar.print_wished.connect(lambda: self.print_wished.emit(self._number))
        self.compare.left.connect(self._stop_comparing)
        self.pictures.changed.connect(self._picked)
        self.travel_button.clicked.connect(self.begin_travel)
        self.compare_button.clicked.connect(self.begin_comparing)
        self._travel.shown.connect(self._travelled)

    def _travelled(self, rows: BoardRows) -> None:
        self._number = 0
        # A minute is no frozen board: the list shows none.
        self._choose("")
        self.shown.emit(rows)
        if self._travel.moment is not None:
            self.moment_changed.emit(self._travel.moment.at)

    def _end_comparing(self) -> None:
        if not self.compare.isHidden():
            self.compare.hide()
            self.comparing.emit(False)

    def _stop_comparing(self) -> None:
        self._end_comparing()
        self.left.emit()

    def _picked(self, value: str) -> None:
        self.look_at(0 if value == NOW else int(value))

    def _choose(self, value: str) -> None:
        self.pictures.blockSignals(True)
        self.pictures.set_value(value)
        self.pictures.blockSignals(False)

    def _list(self, rows: BoardRows) -> None:
        """List the frozen boards, the newest first; keep what is chosen."""
        words = [(NOW, self.tr("Tavlan nu"))]
        words += [
            (str(one.number), self.tr("Nr {0}, {1}").format(one.title, one.when))
            for one in reversed(rows.frozen)
        ]
        told = [
            (str(self.pictures.itemData(n)), self.pictures.itemText(n)) for n in range(self.pictures.count())
        ]
        if words != told:
            chosen = NOW if not self.on else str(self._number) if self._number else ""
            self.pictures.set_options(words, chosen)
        self.pictures.setVisible(bool(rows.frozen))
