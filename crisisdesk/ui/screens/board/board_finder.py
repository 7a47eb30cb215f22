"""Finds cards on the board: hits are marked, the others dimmed, Enter goes from one to the next."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from crisisdesk.incident.board_rows import BoardRows
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.columns import Columns
from crisisdesk.ui.screens.board.find_bar import FindBar
from crisisdesk.ui.screens.board.finding import found


class BoardFinder(QObject):
    """The line `bar` and what it finds on the board that is shown."""

    def __init__(self, theme: Theme, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns
        self._rows: BoardRows | None = None
        self._hits: tuple[int, ...] = ()
        self._place = 0
        self.bar = FindBar(theme)
        self.bar.sought.connect(self._seek)
        self.bar.next_wished.connect(self._next)
        self.bar.left.connect(self.close)

    def opens(self, event: QKeyEvent) -> bool:
        """Return whether the key opens the search."""
        held, key = event.modifiers(), event.key()
        ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        plain = held == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_F3
        return plain or (held == ctrl_shift and key == Qt.Key.Key_F)

    def open(self) -> None:
        """Let the user search; pressed again, go to the next hit."""
        self.bar.open()
        self._seek()

    def close(self) -> None:
        """Search no more: every card is as it was, the last hit is current."""
        self.bar.hide()
        self._hits = ()
        self._columns.show_found(None)
        self._columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, rows: BoardRows) -> None:
        """Search this board from now on."""
        self._rows = rows
        if not self.bar.isHidden():
            self._seek()

    def _seek(self) -> None:
        text = self.bar.edit.text()
        self._hits = found(self._rows, text) if self._rows is not None else ()
        self._place = 0
        self._columns.show_found(frozenset(self._hits) if text.strip() else None)
        self.bar.show_count(self._place, len(self._hits))

    def _next(self, step: int) -> None:
        if not self._hits:
            return
        at = self._place - 1 if self._place else (-1 if step > 0 else 0)
        self._place = (at + step) % len(self._hits) + 1
        self._columns.choose(self._hits[self._place - 1])
        self._columns.fold(self._hits[self._place - 1], open_only=True)  # the word may be folded away
        self.bar.show_count(self._place, len(self._hits))
