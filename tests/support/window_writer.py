"""The program's own window, typed in until it is killed: `… FOLDER LINES`.

It opens what is open in the folder (or starts an incident), says `open DRAFT` with the unsent text it found,
types LINES lines, and says `saved N` when line N is on disk. Then it types half a line, and says `draft TEXT`
when that is kept too. It never ends by itself.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.journal_writer import say
from tests.support.keyboard import press, write

HALF = "halv rad om åska"


def main(folder: Path, lines: int) -> None:
    """Type so many lines and a half one."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    window = opened(app, desk)
    quick = window.frame.quick
    say("open", quick.text())
    quick.draft_changed.connect(_say_draft)
    press("Ctrl+L", "Ctrl+A", "Del")
    for _ in range(lines):
        write("räddningsledaren på plats")
        press("Return")
        say("saved", len(window.bridge.state.timeline.lines))
    write(HALF)
    app.exec()


def opened(app: QApplication, desk: Desk) -> IncidentWindow:
    """Open what is open in the folder, or begin an incident, and have the keyboard."""
    desk.begin(None)
    _have_keyboard(app, desk)
    if not isinstance(desk.window, IncidentWindow):
        press("Return")
        _have_keyboard(app, desk)
    assert isinstance(desk.window, IncidentWindow)
    return desk.window


def _say_draft(text: str) -> None:
    if text:
        say("draft", text)


def _have_keyboard(app: QApplication, desk: Desk) -> None:
    window = desk.window
    assert window is not None
    while not window.isActiveWindow():
        window.activateWindow()
        app.processEvents()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
