"""What it costs to start: from nothing to a painted window on an incident, against an empty PySide6 window.

`python -m tests.bench.start [RUNS]`: whole processes, turn about, medians, until they say that their window
is painted; memory is the process's peak. Nothing here passes or fails: the goals stand beside the figures.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.journal import row
from tests.bench.process import megabytes, run
from tests.support.long_incident import write

RUNS = 11
SIZES = {1_000: ("≤ 2.5×", "≤ 110 MB"), 10_000: ("", "≤ 130 MB")}
PAINTED = "painted"

EMPTY = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1366, 768)
window.show()
def leave():
    window.grab()
    print({PAINTED!r})
    sys.stdout.flush()
    window.close()
    app.exit(0)
QTimer.singleShot(0, app, leave)
sys.exit(app.exec())
"""
"""A window with nothing in it: what every program of this kind pays."""

PROGRAM = f"""
import sys
from crisisdesk.cli import show
from crisisdesk.cli.__main__ import start
bring = show.import_module
def watch(name):
    bring(name)
    if name == show.BEFORE_QT[-1]:
        from crisisdesk.app import main
        leave = main._leave
        def told(app, desk):
            desk.window.grab()
            print({PAINTED!r})
            sys.stdout.flush()
            leave(app, desk)
        main._leave = told
show.import_module = watch
sys.exit(start(sys.argv[1:]))
"""
"""The program, which paints its window and leaves, and says so between the two."""


def main() -> None:
    """Measure and print one row a figure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with TemporaryDirectory() as folder:
        programs = {"empty": [sys.executable, "-c", EMPTY]}
        for size in SIZES:
            file = write(Path(folder) / f"{size}.crisisdesk", size)
            programs[f"{size}"] = _opening(Path(folder), file)
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
        for _ in range(runs + 1):
            for name, command in programs.items():
                taken[name].append(run(command, Path(folder) / "bytecode", PAINTED))
    # The first round has warmed the disk, and written the bytecode and what else a first start writes.
    times = {name: _median([seconds for seconds, _ in found[1:]]) for name, found in taken.items()}
    peaks = {name: _median([megabytes for _, megabytes in found[1:]]) for name, found in taken.items()}
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for size, (fast, small) in SIZES.items():
        row(f"start to a painted window, {size} lines", times[f"{size}"], times["empty"], fast)
        megabytes(f"peak memory, {size} lines", peaks[f"{size}"], peaks["empty"], small)


def _opening(folder: Path, file: Path) -> list[str]:
    return [sys.executable, "-c", PROGRAM, "--data-dir", str(folder), "--smoke", str(file)]


def _median(found: list[float]) -> float:
    return sorted(found)[len(found) // 2]


if __name__ == "__main__":
    main()
