"""Storbild on a real X display whose projector is pulled out and put back: `… FOLDER`.

Says on standard output where the wall stands after each thing that happens.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.journal_writer import say

MOST = 20  # seconds that the display may take


def main(folder: Path) -> None:
    """Show the wall, pull the projector out, put it back, turn the wall off."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    desk.alarm()
    window = desk.window
    assert isinstance(window, IncidentWindow)
    window.setGeometry(0, 0, 1366, 768)
    window.activateWindow()
    _until(app, window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(_focused(), Qt.Key.Key_1)
    _until(app, lambda: window.wall.control.wall is not None and window.wall.control.wall.isVisible())
    _tell(app, window, "shown")
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    QTest.keyClicks(_focused(), "x")
    say("typed", window.frame.quick.text())
    _monitors(app, "remove", 1)
    _tell(app, window, "pulled out")
    _monitors(app, "add", 2)
    _tell(app, window, "put back")
    wall = window.wall.control.wall
    assert wall is not None
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    _tell(app, window, "turned off")
    window.close()


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _monitors(app: QApplication, what: str, count: int) -> None:
    subprocess.run([sys.executable, "-m", "tests.support.x_monitors", what], check=True)
    _until(app, lambda: len(app.screens()) == count)


def _tell(app: QApplication, window: IncidentWindow, when: str) -> None:
    for _ in range(5):
        app.processEvents()
    wall = window.wall.control.wall
    shown = wall is not None and wall.isVisible()
    place = wall.geometry().getRect() if wall is not None and shown else ()
    say(when, f"{place} {window.isActiveWindow()} {window.frame.status.instrument('wall').words}")


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + MOST
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError("the display did not answer")
        app.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
