"""Which cards are chosen together: one and many, by reach and by pick. No Qt here."""

from collections.abc import Iterable, Sequence


class Choice:
    """The chosen cards; the last one gone to is `current` (0: none). `anchor` is where a reach began."""

    def __init__(self) -> None:
        self.current = 0
        self._anchor = 0
        self._many: frozenset[int] = frozenset()

    @property
    def cards(self) -> frozenset[int]:
        """Return every chosen card; the current one alone when no others are."""
        return self._many or (frozenset({self.current}) if self.current else frozenset())

    @property
    def several(self) -> bool:
        """Return whether more than one is chosen."""
        return len(self._many) > 1

    def only(self, card: int) -> None:
        """Choose the card alone."""
        self.current = self._anchor = card
        self._many = frozenset()

    def reach(self, card: int, order: Sequence[int]) -> None:
        """Choose every card in the order from where the reach began to this one."""
        if card not in order:
            return
        start = order.index(self._anchor) if self._anchor in order else order.index(card)
        ends = sorted((start, order.index(card)))
        self._many = frozenset(order[ends[0] : ends[1] + 1])
        self.current = card

    def pick(self, card: int) -> None:
        """Add the card to what is chosen, or take it away."""
        left = self.cards ^ {card}
        self._many = left
        self.current = self._anchor = card if card in left else min(left, default=card)

    def take(self, cards: Iterable[int]) -> None:
        """Choose these cards; the current one stays current if it is among them."""
        self._many = frozenset(cards)
        if self._many and self.current not in self._many:
            self.current = self._anchor = min(self._many)

    def keep(self, hanging: frozenset[int]) -> None:
        """Forget cards that hang no more, except the current one: others say what takes its place."""
        left = self._many & hanging
        self._many = left if len(left) > 1 else frozenset()
