"""Covers what is secret in the window while others may see the display, and shows it while a key is held."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base.settings import CoverChoice
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.shell import keys
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.preferences import Preferences
from crisisdesk.ui.shell.status_rows import Instrument

_SHOWN_AGAIN: Final = (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationDeactivate)


class CoverKeeper(QObject):
    """Decides whether the window covers: always, never, or where there is one picture only.

    A projector that mirrors the display counts as one with it: both stand at the same place. Holding the key
    shows the true texts; letting go, or leaving the window, covers again.
    """

    def __init__(
        self, window: QWidget, bridge: Bridge, frame: Frame, overlays: Overlays, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._frame = frame
        self._overlays = overlays
        self._preferences = preferences
        self._held = False
        for sequence in keys.sequences("uncover"):
            shortcut = QShortcut(sequence, window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.uncover)
        self._watch_displays()
        bridge.cover(self._must_cover())
        bridge.changed.connect(self._tell)

    @property
    def choice(self) -> CoverChoice:
        """Return when the window covers, as the user has chosen."""
        return self._preferences.settings.cover

    def choose(self, choice: CoverChoice) -> None:
        """Cover always, with one display, or never; remembered on this computer."""
        self._preferences.keep(cover=choice)
        self.look()

    def uncover(self) -> None:
        """Show the true texts until the key is let go."""
        if self._held or not self._must_cover():
            return
        self._held = True
        QCoreApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
        self.look()

    def let_go(self) -> None:
        """Cover again."""
        if not self._held:
            return
        self._held = False
        QCoreApplication.instance().removeEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
        self._overlays.forget_shown()
        self.look()

    def look(self) -> None:
        """Look at the displays, the choice and the key anew, and show what may be seen."""
        covering = self._must_cover() and not self._held
        if covering != self._bridge.covering:
            self._bridge.cover(covering)
            if self._bridge.state.marks.any:
                self._frame.refresh()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the key is held: cover when it is let go, or when the window is left."""
        if event.type() in _SHOWN_AGAIN or (isinstance(event, QKeyEvent) and self._is_let_go(event)):
            self.let_go()
        return False

    def _is_let_go(self, event: QKeyEvent) -> bool:
        released = event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat()
        return released and event.key() == HELD

    def _must_cover(self) -> bool:
        if self.choice == "one":
            return not other_picture([screen.geometry() for screen in QGuiApplication.screens()])
        return self.choice == "always"

    def _watch_displays(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._came)
            app.screenRemoved.connect(self.look)
        for screen in QGuiApplication.screens():
            self._came(screen)

    def _came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.look)
        self.look()

    def _tell(self) -> None:
        secret = self._bridge.state.marks.any
        self._frame.status.show_instrument("secrecy", self._instrument() if secret else Instrument())

    def _instrument(self) -> Instrument:
        if self._bridge.covering:
            return Instrument(words=self.tr("Sekretess täckt, håll F9"), icon="eye-off")
        return Instrument(words=self.tr("Sekretess visas"), icon="triangle-alert", tone="warn")


HELD: Final = Qt.Key.Key_F9
"""The key that shows what is secret while it is held."""


def other_picture(displays: list[QRect]) -> bool:
    """Return whether two displays show different things: mirrored ones stand at the same place."""
    return len({(place.x(), place.y(), place.width(), place.height()) for place in displays}) > 1
