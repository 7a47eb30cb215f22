"""The program's own window, left standing on a line of the log: `… stand|look FOLDER`.

`stand` begins an incident, goes to line 2, says `stands` when that is on disk, and never ends by itself.
`look` opens the incident again and says the screen and the thing that it opened on.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.features import log
from crisisdesk.session.last_place import LastPlace, Place
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.journal_writer import say
from tests.support.window_writer import opened


def main(mode: str, folder: Path) -> None:
    """Stand on the line, or say where the window opened."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    window = opened(app, desk)
    if mode == "stand":
        _stand(app, window, folder)
        app.exec()
    else:
        say(*window.travel.where())
        window.close()


def _stand(app: QApplication, window: IncidentWindow, folder: Path) -> None:
    for text in ("rök", "brandkåren larmad", "matsalen utrymd"):
        window.bridge.execute(log.commands.Record(text=text))
    window.travel.go("line:2")
    last = LastPlace(next(folder.rglob("*.crisisdesk")))
    while last.left(datetime.now(UTC)) != Place(screen="log", thing="line:2"):
        app.processEvents()
    say("stands", "")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
