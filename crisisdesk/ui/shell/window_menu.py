"""What the verbs of the incident's menu do in this window, and the menu put up under the name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from crisisdesk.base.record import Value
from crisisdesk.features import lifecycle
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import incident_menu, sheets
from crisisdesk.ui.shell.copying import Copying
from crisisdesk.ui.shell.cover_keeper import CoverKeeper
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.preferences import Preferences
from crisisdesk.ui.shell.travel import Travel


class WindowMenu(Value, weakref=True):
    """`report` prints the whole of it (None where nothing can be printed); `wall` opens Storbild's panel.

    `writes` is False for an incident that is only read; `copying` is None where nothing is copied.
    """

    window: QWidget
    theme: Theme
    bridge: Bridge
    frame: Frame
    travel: Travel
    overlays: Overlays
    preferences: Preferences
    cover: CoverKeeper
    copying: Copying | None
    wall: Callable[[], None]
    report: Callable[[], None] | None
    leave: Callable[[], None]
    writes: bool

    def open(self) -> None:
        """Open the menu under the incident's name."""
        closed = self.bridge.state[lifecycle.FEATURE].closed
        found = incident_menu.entries(
            self._acts(), dark=self.theme.dark, closed=closed, cover=self.cover.choice
        )
        menu = incident_menu.build(self.theme, self.window, found)
        name = self.frame.header.name
        menu.popup(name.mapToGlobal(QPoint(0, name.height())))

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the head of the window does when it is gone to by typing, without the mouse."""
        keeper = self.frame.header.keeper.ask if self.writes else self.open
        return {"do:keeper": keeper, "do:menu": self.open}

    def _acts(self) -> incident_menu.MenuActs:
        copying = self.copying
        return incident_menu.MenuActs(
            rename=self._asks(sheets.rename),
            registry_number=self._asks(sheets.registry_number),
            keeper=self.frame.header.keeper.ask if self.writes else None,
            wall=self.wall,
            report=self.report,
            copy=copying.choose if copying else None,
            no_copy=partial(copying.take, "") if copying and copying.folder else None,
            close=self._closing(),
            cover=self.cover.choose,
            theme=self.preferences.toggle_theme,
            bigger=partial(self.preferences.scale_text, 1),
            smaller=partial(self.preferences.scale_text, -1),
            keys=self.overlays.show_keys,
            leave=self.leave,
        )

    def _asks(self, sheet: sheets.Sheets) -> Callable[[], None] | None:
        if not self.writes:
            return None
        return lambda: self.overlays.ask(sheet(self.theme, self.bridge.shown_state), self.bridge)

    def _closing(self) -> Callable[[], None] | None:
        there = any(spec.key == "closing" for spec in self.frame.deck.specs())
        return partial(self.travel.go, "closing") if self.writes and there else None
