"""What a screen remembers on this computer: handed to it when it is made, kept when it is chosen there."""

from PySide6.QtCore import QObject

from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.shell.deck import Deck
from crisisdesk.ui.shell.preferences import Preferences


class ScreenSettings(QObject):
    """Between the screens and the preferences."""

    def __init__(self, deck: Deck, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        deck.made.connect(self._made)

    def _made(self, _key: str, screen: Screen) -> None:
        screen.take_settings(self._preferences.settings)
        screen.setting_chosen.connect(self._keep)

    def _keep(self, field: str, value: object) -> None:
        self._preferences.keep(**{field: value})
