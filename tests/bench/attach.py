"""What a large attachment costs whoever types meanwhile: the longest the event loop stands still.

`python -m tests.bench.attach [FOLDER] [MB]`: the folder says which disk is measured. In the real window: a
film is put beside a line while lines are logged with Enter all the time. Nothing here passes or fails.
"""

import gc
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.attachable import from_path
from crisisdesk.base.settings import Settings
from crisisdesk.features import attachments
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.bench.journal import at, row
from tests.support.long_incident import write

LINES = 1000
SIZE = 50


def main() -> None:
    """Measure and print one row a figure."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    size = int(sys.argv[2]) if len(sys.argv) > 2 else SIZE
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    with TemporaryDirectory(dir=where) as folder:
        film = Path(folder) / "film.mp4"
        film.write_bytes(os.urandom(size * 1_000_000))
        window = opened(app, theme, Path(folder))
        alone = entered(app, window, 60)
        turns, meanwhile, whole = copied(app, window, film)
        floor = raw_copy(film, Path(folder) / "raw")
        row(f"Enter, nothing else at work, median of {len(alone)}", at(alone, 0.5), at(alone, 0.5), "")
        row(
            f"Enter while {size} MB go in, median of {len(meanwhile)}", at(meanwhile, 0.5), at(alone, 0.5), ""
        )
        row("Enter while they go in, longest", max(meanwhile), at(alone, 0.5), "≤ 50 ms")
        row("event loop while they go in, longest", max(turns), at(alone, 0.5), "≤ 50 ms")
        row("all of it, with the lines between", whole, floor, "")
        reading = read_back(app, window)
        row("event loop while it comes out, longest", max(reading), at(alone, 0.5), "≤ 50 ms")
        window.close()
        window.deleteLater()
        app.processEvents()


def opened(app: QApplication, theme: Theme, folder: Path) -> IncidentWindow:
    """Open the real window on an incident of LINES lines."""
    file = write(folder / "a.crisisdesk", LINES)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    desk.begin(file)
    window = desk.window
    assert isinstance(window, IncidentWindow)
    window.travel.go("log")
    window.frame.quick.take()
    for _ in range(5):
        app.processEvents()
    window.setProperty("desk", desk)
    return window


def entered(app: QApplication, window: IncidentWindow, count: int) -> list[float]:
    """Log lines and return what each took (s)."""
    gc.collect()
    return [_enter(app, window) for _ in range(count)]


def copied(app: QApplication, window: IncidentWindow, film: Path) -> tuple[list[float], list[float], float]:
    """Attach the film and type meanwhile: each turn of the loop, each Enter, and the whole (s)."""
    turns: list[float] = []
    lines: list[float] = []
    gc.collect()
    began = time.perf_counter()
    window.attachments.attach(1, from_path(film))
    while not window.bridge.state[attachments.FEATURE].attachments:
        turns.append(_turn(app))
        if len(turns) % 5 == 0:
            lines.append(_enter(app, window))
    return turns, lines, time.perf_counter() - began


def read_back(app: QApplication, window: IncidentWindow) -> list[float]:
    """Read the film as a preview does and return each turn of the loop (s)."""
    taken: list[int] = []
    window.attachments.read("1-1", lambda content: taken.append(len(content)))
    turns: list[float] = []
    while not taken:
        turns.append(_turn(app))
    assert taken[0]
    return turns


def raw_copy(film: Path, out: Path) -> float:
    """Copy the film as a plain file, synced once (s)."""
    began = time.perf_counter()
    with out.open("wb") as file:
        file.write(film.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began


def _turn(app: QApplication) -> float:
    began = time.perf_counter()
    app.processEvents()
    return time.perf_counter() - began


def _enter(app: QApplication, window: IncidentWindow) -> float:
    field = window.frame.quick.edit
    field.insertPlainText("Räddningstjänsten bekräftar")
    began = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.repaint()
    app.processEvents()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
