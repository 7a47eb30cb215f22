"""The main keys of the window, pressed on whatever display there is: `… FOLDER [xdotool]`.

Leaves an incident's file in the folder, closed in order; what came of the keys stands in its log and on
standard output. With `xdotool` the last ones go through the display's own keyboard.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.journal_writer import say
from tests.support.keyboard import focused, press, spoken, tab_to, write


def main(folder: Path, real_keyboard: str = "") -> None:
    """Press them, and say what came of those that leave no line."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    desk.begin(None)
    _have_keyboard(app, desk)
    press("Return")
    _have_keyboard(app, desk)
    window = desk.window
    assert isinstance(window, IncidentWindow)
    say("platform", app.platformName())
    _keep_log()
    press("Space")
    _lines(window)
    _going(window)
    _searching(window)
    if real_keyboard:
        _really_typed(app, window)
    window.close()


def _keep_log() -> None:
    tab_to("Loggförare")
    press("Return")
    write("MK")
    press("Return")


def _lines(window: IncidentWindow) -> None:
    press("Ctrl+L")
    write("åska över hus B")
    press("Return", "Ctrl+B")
    write("hus B stängs")
    press("Return", "Ctrl+T")
    write("ring växeln")
    press("Return", "Ctrl+L")
    # On X11 Ctrl+U empties a line of text: it may not take what somebody has written in the quick line.
    write("tre elever")
    press("Ctrl+U")
    say("kept", window.frame.quick.text())
    press("Return", "Ctrl+R", "Ctrl+A")
    write("två elever")
    press("Tab")
    write("fel antal")
    press("Ctrl+Return", "Escape")


def _going(window: IncidentWindow) -> None:
    for keys in ("Alt+4", "Alt+1"):
        press(keys)
        say("screen", window.frame.deck.current)
    press("Ctrl+G")
    write("beslut")
    press("Return")
    say("screen", window.frame.deck.current)
    press("Ctrl+.")
    say("side", window.frame.side.isVisible())
    press("Ctrl+.", "F1", "Escape", "Escape")
    say("side", window.frame.side.isVisible())
    say("screen", window.frame.deck.current)


def _searching(window: IncidentWindow) -> None:
    press("Ctrl+F")
    say("screen", window.frame.deck.current)
    say("focus", spoken(focused()))


def _really_typed(app: QApplication, window: IncidentWindow) -> None:
    """Let the display itself send the keys: letters, a shortcut from the search field, Enter."""

    def until(seen: Callable[[], bool], *what: str) -> None:
        subprocess.run(["xdotool", *what], check=True)
        while not seen():
            app.processEvents()

    quick, deck = window.frame.quick, window.frame.deck
    until(quick.edit.hasFocus, "key", "ctrl+l")
    until(lambda: quick.text() == "in: 14.10 POSOM", "type", "in: 14.10 POSOM")
    before = len(window.bridge.state.timeline.lines)
    until(lambda: len(window.bridge.state.timeline.lines) > before, "key", "Return")
    until(lambda: deck.current == "phase:3", "key", "alt+3")
    until(lambda: not window.frame.side.isVisible(), "key", "ctrl+period")
    say("display", deck.current)


def _have_keyboard(app: QApplication, desk: Desk) -> None:
    window = desk.window
    assert window is not None
    while not window.isActiveWindow():
        window.activateWindow()
        app.processEvents()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
