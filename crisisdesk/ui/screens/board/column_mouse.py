"""What the mouse does on the columns: it chooses one card or several, carries them, draws a band."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.band import Band
from crisisdesk.ui.screens.board.carry import Carry
from crisisdesk.ui.screens.board.column_view import ColumnView


class Chooser(Protocol):
    """What the mouse asks of the columns."""

    @property
    def read_only(self) -> bool:
        """Return whether the board is only read."""
        ...

    def views(self) -> Sequence[ColumnView]:
        """Return the columns."""
        ...

    def chosen(self) -> tuple[int, ...]:
        """Return the chosen cards in board order."""
        ...

    def choose(self, card: int) -> bool:
        """Make the card current, alone."""
        ...

    def choose_many(self, cards: Sequence[int]) -> None:
        """Choose the cards together; none leaves the current one."""
        ...

    def choose_column(self, column: str) -> None:
        """Make the column current."""
        ...

    def pick(self, card: int) -> None:
        """Add the card to what is chosen, or take it away."""
        ...

    def reach(self, card: int) -> None:
        """Choose every card up to this one."""
        ...


class ColumnMouse(QObject):
    """Listens to the stacks of cards; `carry` is what it carries."""

    def __init__(self, theme: Theme, board: QWidget, chooser: Chooser) -> None:
        super().__init__(board)
        self._board, self._chooser = board, chooser
        self._band = Band(theme, board)
        self.carry = Carry(theme, board)

    def listen(self, view: ColumnView) -> None:
        """Follow the mouse on this column too."""
        stack = view.stack
        view.chosen.connect(self._choose_column)
        stack.pressed.connect(partial(self._pressed, view.row.id))
        stack.clicked.connect(self._clicked)
        stack.lifted.connect(self._lift)
        stack.dragged.connect(self.carry.drag)
        stack.dropped.connect(self.carry.drop)
        stack.banded.connect(self._draw_band)
        stack.band_ended.connect(self._band.hide)

    def _choose_column(self, column: str) -> None:
        self._board.setFocus(Qt.FocusReason.MouseFocusReason)
        self._chooser.choose_column(column)

    def _pressed(self, column: str, card: int, held: Qt.KeyboardModifier) -> None:
        self._board.setFocus(Qt.FocusReason.MouseFocusReason)
        if not card:
            self._chooser.choose_many(())
            self._chooser.choose_column(column)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._chooser.pick(card)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._chooser.reach(card)
        elif card not in self._chooser.chosen() or len(self._chooser.chosen()) == 1:
            self._chooser.choose(card)

    def _clicked(self, card: int) -> None:
        """Choose the card alone after all: it was one of several, and they were not carried anywhere."""
        if card and len(self._chooser.chosen()) > 1:
            self._chooser.choose(card)

    def _lift(self, card: int) -> None:
        if not self._chooser.read_only:
            chosen = self._chooser.chosen()
            self.carry.lift(card, chosen if card in chosen else (card,), self._chooser.views())

    def _draw_band(self, start: QPoint, at: QPoint) -> None:
        self._chooser.choose_many(self._band.draw(start, at, self._chooser.views()))
