"""The screens, made on the first visit; only the one in sight is brought up to date, the others when seen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.navigation import ScreenSpec

_NARROWEST: Final = 420
_LOWEST: Final = 240

Shown = Callable[[], tuple[State, datetime]]


class Deck(QStackedWidget):
    """`made(key, screen)` when a screen is made, before it shows anything."""

    made = Signal(str, object)

    def __init__(
        self, theme: Theme, specs: Sequence[ScreenSpec], shown: Shown, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs = {spec.key: spec for spec in specs}
        self._shown = shown
        self._screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self.current = ""

    def specs(self) -> tuple[ScreenSpec, ...]:
        """Return every screen that there is."""
        return tuple(self._specs.values())

    def spec(self) -> ScreenSpec | None:
        """Return the spec of the screen in sight."""
        return self._specs.get(self.current)

    def in_sight(self) -> Screen | None:
        """Return the screen in sight."""
        return self._screens.get(self.current)

    def go(self, key: str) -> Screen:
        """Bring the screen up, as the incident is now; an unknown key is a KeyError."""
        screen = self._screens.get(key)
        if screen is None:
            screen = self._make(key)
        self.current = key
        if key in self._stale:
            self._bring_up_to_date(key)
        self.setCurrentWidget(screen)
        return screen

    def refresh(self) -> None:
        """Bring the screen in sight up to date now, the others when they are seen."""
        self._stale = set(self._screens)
        if self.current:
            self._bring_up_to_date(self.current)

    def minimumSizeHint(self) -> QSize:
        """Return a size that every display has: no screen makes the window larger than that."""
        return QSize(self._theme.dp(_NARROWEST), self._theme.dp(_LOWEST))

    def _make(self, key: str) -> Screen:
        screen = self._specs[key].factory(self._theme, self)
        self._screens[key] = screen
        self._stale.add(key)
        self.made.emit(key, screen)
        self.addWidget(screen)
        return screen

    def _bring_up_to_date(self, key: str) -> None:
        self._screens[key].show_state(*self._shown())
        self._stale.discard(key)
