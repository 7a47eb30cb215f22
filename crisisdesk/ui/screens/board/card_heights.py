"""Lays out the cards of a column that are in sight at once, and a great many others bit by bit."""

from collections.abc import Callable, Sequence
from typing import Final

from crisisdesk.incident.board_card import CardShapes, card_shapes
from crisisdesk.incident.board_rows import CardRow

AT_ONCE: Final = 40
"""How many cards out of sight are laid out in one go."""

_GUESS: Final = 76.0  # px at 100 %: a card of two lines


class CardHeights:
    """Remembers the inside of each card, and guesses the height of those that nobody has seen yet."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[CardRow, float, float, bool, CardShapes]] = {}
        self._guessed = False
        self._left = 0

    @property
    def guessed(self) -> bool:
        """Return whether some height is a guess."""
        return self._guessed

    def begin(self, rows: Sequence[CardRow], *, whole: bool) -> None:
        """Begin to lay the cards out: all of them when `whole`, else a part of those out of sight."""
        self._guessed, self._left = False, len(rows) if whole else AT_ONCE
        if len(self._known) > 2 * len(rows) + AT_ONCE:
            self._known.clear()

    def inside(
        self, row: CardRow, width: float, scale: float, unfolded: bool, seen: Callable[[float], bool]
    ) -> CardShapes:
        """Return the inside of the card; a guess, without shapes, when it is not `seen` at its height."""
        known = self._known.get(row.card)
        if known is not None and known[1:4] == (width, scale, unfolded) and known[0] == row:
            return known[4]
        guess = known[4].height * scale / known[2] if known is not None else _GUESS * scale
        if not seen(guess):
            if not self._left:
                self._guessed = True
                return CardShapes(width, float(round(guess)), ())
            self._left -= 1
        made = card_shapes(row, width, scale, unfolded, True)
        self._known[row.card] = (row, width, scale, unfolded, made)
        return made
