"""The menu of a card: everything that can be done with it, and with which key."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from crisisdesk.incident.board_rows import CardRow


class CardMenu(QMenu):
    """`wish(what, cards)` for what is asked of the chosen cards, `go(place)` to where the card leads."""

    def __init__(
        self,
        row: CardRow,
        cards: tuple[int, ...],
        wish: Callable[[str, tuple[int, ...]], None],
        go: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._row, self._wish, self._go = row, wish, go
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(self.tr("Ändra\tF2"), "edit", row.card)
        if row.uncertainty:
            self._add(self.tr("Besvara\tCtrl Enter"), "answer", row.card)
        if row.answer:
            self._add(self.tr("Ta tillbaka svaret\tCtrl R"), "withdraw", row.card)
        self._add(self.tr("Visa versioner\tCtrl H"), "history", row.card)
        self._add(self.tr("Skriv i loggen\tCtrl E"), "log", *cards)
        self._add(self.tr("Stryk\tDel"), "strike", *cards)
        self.addSeparator()
        if row.became:
            self.addAction(self.tr("Till kortet som svaret blev"), lambda: go(f"card:{row.became}"))
        self.addAction(self.tr("Till raden i loggen"), lambda: go(f"line:{row.line}"))

    def show_at(self, at: QPoint) -> None:
        """Come up at the place on the screen."""
        self.popup(at)

    def _add(self, words: str, what: str, *cards: int) -> None:
        self.addAction(words, lambda: self._wish(what, cards))
