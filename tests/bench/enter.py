"""What Enter costs in the quick line, until the line is durable and painted, against a field and a sync.

`python -m tests.bench.enter [FOLDER]`: the folder says which disk is measured. In the real window, with keys.
Nothing here passes or fails: the goals stand beside the figures.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from crisisdesk import compose
from crisisdesk.app import garbage
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.bench.journal import at, row, timed
from tests.support.long_incident import TEXTS, write

LINES = 200
SIZES = (100, 10_000)


def main() -> None:
    """Measure and print one row a figure."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    with TemporaryDirectory(dir=where) as folder:
        floor = plain_field(app, Path(folder))
        first: dict[str, float] = {}
        for size in SIZES:
            for screen in ("phase:1", "log"):
                taken = in_window(app, theme, Path(folder), size, screen)
                name = f"Enter, {size} lines, {screen} in sight"
                row(f"{name}, median", at(taken, 0.5), at(floor, 0.5), "")
                row(f"{name}, p95", at(taken, 0.95), at(floor, 0.95), "≤ 50 ms")
                before = first.setdefault(screen, at(taken, 0.5))
                if size != SIZES[0]:
                    row(f"  … against {SIZES[0]} lines, median", at(taken, 0.5), before, "≤ 1.3×")


def plain_field(app: QApplication, folder: Path) -> list[float]:
    """Append a line to a plain field, paint it, and sync 200 bytes."""
    field = QPlainTextEdit()
    field.resize(1366, 768)
    field.show()
    app.processEvents()
    with (folder / "raw").open("wb", buffering=0) as raw:

        def enter() -> None:
            field.appendPlainText(TEXTS[0])
            raw.write(bytes(200))
            os.fsync(raw.fileno())
            field.repaint()
            app.processEvents()

        return _taken(enter)


def in_window(app: QApplication, theme: Theme, folder: Path, size: int, screen: str) -> list[float]:
    """Log lines in the real window, on an incident of so many lines, with a screen in sight."""
    file = write(folder / f"{size}-{screen.partition(':')[0]}.crisisdesk", size)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    desk.begin(file)
    window = desk.window
    assert isinstance(window, IncidentWindow)
    while not window.isActiveWindow():
        window.activateWindow()
        app.processEvents()
    window.travel.go(screen)
    window.frame.quick.take()
    _settle(app)
    field = window.frame.quick.edit

    def enter() -> None:
        QTest.keyClick(field, Qt.Key.Key_Return)
        window.repaint()
        app.processEvents()

    def write_line() -> None:
        field.insertPlainText(TEXTS[0])
        app.processEvents()

    taken = _taken(enter, before=write_line)
    assert len(window.bridge.state.timeline.lines) >= size + LINES
    window.close()
    window.deleteLater()
    _settle(app)
    return taken


def _taken(do: Callable[[], object], before: Callable[[], object] = lambda: None) -> list[float]:
    times: list[float] = []
    garbage.settle()  # as the program does once its window is up
    for _ in range(LINES):
        before()
        times.append(timed(do))
    return times


def _settle(app: QApplication) -> None:
    for _ in range(5):
        app.processEvents()


if __name__ == "__main__":
    main()
