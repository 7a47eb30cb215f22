"""How big the cards of the board are beside all other text: steps, keys, and a button back to 100 %."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.board.columns import Columns

_STEPS: Final = (70, 80, 90, 100, 115, 130, 150, 175, 200)
_WHOLE: Final = 100
_KEYS: Final = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}


class BoardZoom(QObject):
    """Zooms the columns. `button` says how big, when it is not 100 %, and leads back."""

    def __init__(self, theme: Theme, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns
        self._percent = _WHOLE
        self.button = Button(theme, "", variant="quiet", tip=self.tr("Till 100 %, Alt 0"))
        self.button.clicked.connect(lambda: self.go(0))
        self.button.hide()

    def steps(self, event: QKeyEvent) -> int | None:
        """Return how far the key zooms, 0 for back to 100 %, None for another key."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _KEYS.get(Qt.Key(event.key())) if plain == Qt.KeyboardModifier.AltModifier else None

    def go(self, steps: int) -> None:
        """Zoom so many steps in (out when negative), 0 for back to 100 %."""
        place = _STEPS.index(self._percent) + steps
        percent = _STEPS[min(max(place, 0), len(_STEPS) - 1)] if steps else _WHOLE
        if percent == self._percent:
            return
        self._percent = percent
        self._columns.set_zoom(percent / _WHOLE)
        self.button.set_text(self.tr("{0} %").format(percent))
        self.button.setVisible(percent != _WHOLE)
