"""The head of the board: title, what has changed, and buttons that show their words where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Row


class WordButton(Button):
    """An icon with a word where there is room, else the icon alone; `name` is what it does, as its tip."""

    def __init__(self, theme: Theme, icon: str, word: str, name: str) -> None:
        super().__init__(theme, "", icon, variant="quiet", tip=name)
        self._word = word
        self.setAccessibleName(name)

    def set_name(self, name: str) -> None:
        """Change what it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def word_width(self) -> int:
        """Return how much wider the word makes it, in px."""
        shown = self.text()
        self.setText(self._word)
        wide = self.sizeHint().width()
        self.setText("")
        narrow = self.sizeHint().width()
        self.setText(shown)
        return wide - narrow

    def show_word(self, shown: bool) -> None:
        """Show the word, or the icon alone."""
        text = self._word if shown else ""
        if text != self.text():
            self.setText(text)
            self._restyle()


class BoardHead(QWidget):
    """One row: `first` from the left, then `looks` and `acts` at the right.

    The looks show their words where there is room, the last of them first. A click leaves the focus where
    one works: among the cards.
    """

    def __init__(
        self, theme: Theme, first: Sequence[QWidget], looks: Sequence[QWidget], acts: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._parts = (*first, *looks, *acts)
        self._words = [part for part in reversed(looks) if isinstance(part, WordButton)]
        self._row = Row(theme, self, gap=Space.S)
        for part in first:
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (*looks, *acts):
            self._row.addWidget(part)
            if isinstance(part, Button):
                part.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words that there is room for."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when a part comes, goes or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return the size without any word: the head never holds the window wide."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least()), hint.height())

    def _least(self) -> int:
        shown = [part for part in self._parts if not part.isHidden()]
        spare = sum(button.word_width() for button in self._words if button in shown and button.text())
        return sum(part.sizeHint().width() for part in shown) + self._row.spacing() * len(shown) - spare

    def _share(self) -> None:
        room = self.width() - self._least()
        for button in self._words:
            wide = button.word_width()
            fits = not button.isHidden() and wide <= room
            room -= wide if fits else 0
            button.show_word(fits)
