"""Storbild in the incident window: its key, its panel, its instrument, and the window's news for it."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from crisisdesk.features import board
from crisisdesk.incident.state import State
from crisisdesk.kernel.change import Change
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import keys, wall_rows
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.preferences import Preferences
from crisisdesk.ui.shell.pulse import Pulse
from crisisdesk.ui.shell.wall_control import Read, WallControl


class WallDesk(QObject):
    """Follows the bridge and the pulse, closes the wall with the window; `control` does the rest."""

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        overlays: Overlays,
        preferences: Preferences,
        frame: Frame,
        pulse: Pulse,
        window: QWidget,
        *,
        incident: str,
        read: Read | None = None,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._bridge = bridge
        self._overlays = overlays
        self._status = frame.status
        self.control = WallControl(theme, self._covered, preferences, window, incident=incident, read=read)
        self.control.changed.connect(self._show_instrument)
        frame.deck.made.connect(self._screen_made)
        bridge.changed.connect(self._changed)
        pulse.second.connect(self.control.tick)
        pulse.minute.connect(self.control.refresh)
        # The first rest comes when the window has been painted: what was up then does not delay it.
        self._pulse = pulse
        pulse.rested.connect(self._resume)
        for sequence in keys.sequences("wall"):
            QShortcut(sequence, window).activated.connect(self.open)
        window.installEventFilter(self)
        self._show_instrument()

    def open(self) -> None:
        """Open the panel; a second time closes it."""
        from crisisdesk.ui.shell.wall_panel import WIDTH, WallPanel

        if isinstance(self._overlays.content(), WallPanel):
            self._overlays.dismiss()
            return
        panel = WallPanel(self._theme, self.control, lambda: self._bridge.shown_state)
        panel.closed.connect(self._overlays.dismiss)
        panel.freeze_requested.connect(lambda: panel.tell(self._freeze()))
        self._overlays.show_panel(panel, WIDTH, panel.leave)
        panel.focus_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the wall with the window."""
        if event.type() == QEvent.Type.Close:
            self.control.close()
        return super().eventFilter(watched, event)

    def _covered(self) -> tuple[State, datetime]:
        return self._bridge.covered_state, self._bridge.now

    def _changed(self, _change: Change) -> None:
        self.control.refresh()

    def _screen_made(self, _key: str, screen: Screen) -> None:
        screen.wall_requested.connect(self.control.show_mode)
        screen.at_changed.connect(self.control.point_at)

    def _resume(self) -> None:
        self._pulse.rested.disconnect(self._resume)
        self.control.resume()

    def _freeze(self) -> str:
        """Freeze the board; return why it could not be, "" when it is."""
        return self._bridge.execute(board.commands.Freeze())[1]

    def _show_instrument(self) -> None:
        self._status.show_instrument("wall", wall_rows.instrument(self.control.showing()))
