"""What the user has chosen on this computer, while the window is up: kept, told, and put into effect."""

from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import LARGEST, SMALLEST, Theme

_STEP: Final = 0.125  # of the text scale, per key press


class Preferences(QObject):
    """The settings as they stand. `changed(Settings)` when the user chose otherwise."""

    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.settings = settings

    def keep(self, **chosen: object) -> None:
        """Take the fields of Settings that were chosen anew, and tell of it."""
        self.settings = msgspec.structs.replace(self.settings, **chosen)
        self.changed.emit(self.settings)

    def scale_text(self, steps: int) -> None:
        """Make the text larger or smaller by so many steps of 12.5 %, from 100 to 200 %."""
        self._dress(dark=self._theme.dark, scale=self._theme.scale + steps * _STEP)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self._dress(dark=not self._theme.dark, scale=self._theme.scale)

    def _dress(self, *, dark: bool, scale: float) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._theme.apply(app, dark=dark, scale=min(max(scale, SMALLEST), LARGEST))
            self.keep(dark=dark, scale=self._theme.scale)
