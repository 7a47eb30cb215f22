"""The main window's side of Storbild: turns it on and off, chooses what it shows, finds its display.

Nothing of the wall is loaded before it is asked for.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base.settings import WallChoice
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import wall_rows
from crisisdesk.ui.shell.preferences import Preferences
from crisisdesk.ui.shell.wall_rows import Showing

if TYPE_CHECKING:
    from crisisdesk.ui.wall.displays import Display, Displays
    from crisisdesk.ui.wall.rotation import Rotation
    from crisisdesk.ui.wall.window import WallWindow

Covered = Callable[[], tuple[State, datetime]]
Read = Callable[[str, Callable[[bytes], None]], None]
"""Hands over the bytes of an attachment."""


class WallControl(QObject):
    """`changed` when Storbild shows something else, came up or stopped.

    `covered` gives the state with its secrets covered, and the time: the wall never sees another. `incident`
    is the file name of the incident, by which a wall that was up is put up again; `read` reads attachments.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        covered: Covered,
        preferences: Preferences,
        window: QWidget,
        *,
        incident: str,
        read: Read | None = None,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._covered = covered
        self._preferences = preferences
        self._window = window
        self._incident = incident
        self._read = read
        self._displays: Displays | None = None
        self._rotation: Rotation | None = None
        self._display: Display | None = None
        self._picture = 0
        self._at = ""
        self.wall: WallWindow | None = None

    # ---------------------------------------------------------------- what is shown

    @property
    def choice(self) -> WallChoice:
        """Return what is chosen, as it is kept."""
        return self._preferences.settings.wall

    @property
    def picture(self) -> int:
        """Return the number of the frozen Lägesbild that was chosen, 0 for the living one."""
        return self._picture

    def showing(self) -> Showing | None:
        """Return what is shown now, None when Storbild is off."""
        if self.wall is None:
            return None
        from crisisdesk.ui.wall import modes

        mode = modes.mode(self.wall.mode)
        return Showing(
            word=mode.word,
            display=self._display.number if self._display is not None else 0,
            picture=self._picture if mode.now else 0,
            frozen=bool(self._picture) and mode.key == "board",
            turns=self._rotation is not None and self._rotation.turns,
            waits=self._display is None and self.choice.display != wall_rows.WINDOW,
        )

    def displays(self) -> "Displays":
        """Return the displays, watched from the first time they are asked for."""
        if self._displays is None:
            from crisisdesk.ui.wall.displays import QtDisplays

            app = QApplication.instance()
            if not isinstance(app, QApplication):
                raise RuntimeError("there is no program to show with")
            return self.watch(QtDisplays(app, self))
        return self._displays

    def watch(self, displays: "Displays") -> "Displays":
        """Look for displays here from now on."""
        self._displays = displays
        displays.changed.connect(self.place)
        return displays

    # ---------------------------------------------------------------- what the user wants

    def turn_on(self) -> None:
        """Put Storbild up as it was chosen; nothing when it is up."""
        if self.wall is not None:
            return
        from crisisdesk.ui.wall.window import WallWindow

        self.wall = WallWindow(self._theme)
        self.wall.turned_off.connect(self.turn_off)
        self.wall.left.connect(self._window.activateWindow)
        self.wall.content_requested.connect(self._fetch)
        self.wall.set_dark(self.choice.dark)
        self.wall.point_at(self._at)
        self._begin_turns()
        self.refresh()
        self.place()
        self._keep(up_for=self._incident)

    def turn_off(self) -> None:
        """Take Storbild down; it stays off until it is asked for."""
        self.close()
        self._keep(up_for="")

    def close(self) -> None:
        """Take Storbild down because the window closes; the incident goes on with it next time."""
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.end()
            wall.deleteLater()
        self._rotation = self._display = None
        self.changed.emit()

    def resume(self) -> None:
        """Put Storbild up again when it was up as this incident was left, also by a crash."""
        if self.choice.up_for == self._incident:
            self.turn_on()

    def show_mode(self, key: str, picture: int = 0) -> None:
        """Show one mode, and turn Storbild on for it; `picture` is a frozen Lägesbild's number."""
        self._picture = picture
        self._keep(mode=key, rotating=False)
        self._begin_turns()
        self.turn_on()

    def take_turns(self, *, rotating: bool, keys: tuple[str, ...], every: int) -> None:
        """Let the modes take turns every so many seconds, or stay with the chosen one."""
        self._picture = 0
        self._keep(rotating=rotating, rotation=keys, every=every)
        self._begin_turns()

    def choose_display(self, key: str) -> None:
        """Show on the display, "" for any other than the main window's, `WINDOW` for a window."""
        self._keep(display=key)
        self.place()

    def set_dark(self, dark: bool) -> None:
        """Show dark or light, whatever the main window does."""
        self._keep(dark=dark)
        if self.wall is not None:
            self.wall.set_dark(dark)

    # ---------------------------------------------------------------- what time and the incident bring

    def refresh(self) -> None:
        """Show the incident as it is now."""
        if self.wall is not None:
            self.wall.show_state(*self._covered())

    def point_at(self, place: str) -> None:
        """Follow the keeper to a place of a screen, such as a point of the running meeting."""
        self._at = place
        if self.wall is not None:
            self.wall.point_at(place)

    def tick(self) -> None:
        """Let a second pass: another mode may be due."""
        if self._rotation is not None and self._rotation.tick():
            self._show_turn()

    def place(self) -> None:
        """Put Storbild where it belongs, as the displays are now.

        Without a display it waits out of sight: the only screen is the main window's.
        """
        if self.wall is None:
            return
        self.refresh()
        if self.choice.display == wall_rows.WINDOW:
            self._display = None
            self.wall.stand_free(self._window)
        else:
            self._fill_display(self.wall)
        self.changed.emit()

    def _fill_display(self, wall: "WallWindow") -> None:
        from crisisdesk.ui.wall.displays import choose

        displays = self.displays()
        self._display = choose(displays.listed(), self.choice.display, displays.of(self._window))
        if self._display is None:
            wall.hide()
        else:
            wall.stand_on(self._display, displays)

    # ---------------------------------------------------------------- inside

    def _fetch(self, id: str) -> None:
        def take(content: bytes) -> None:
            if self.wall is not None:
                self.wall.pictures.take(id, content)

        if self._read is not None:
            self._read(id, take)

    def _begin_turns(self) -> None:
        if self.wall is None:
            return
        from crisisdesk.ui.wall import modes
        from crisisdesk.ui.wall.rotation import Rotation

        known = tuple(mode.key for mode in modes.MODES)
        self._rotation = Rotation(wall_rows.turns(self.choice, known), self.choice.every, self.choice.mode)
        self._show_turn()

    def _show_turn(self) -> None:
        if self.wall is not None and self._rotation is not None:
            # The state that the wall has may have got a secret since: another mode reads it anew.
            self.refresh()
            self.wall.show_mode(self._rotation.key, self._picture)
            self.changed.emit()

    def _keep(self, **chosen: object) -> None:
        wall = msgspec.structs.replace(self.choice, **chosen)
        if wall != self.choice:
            self._preferences.keep(wall=wall)
        self.changed.emit()
