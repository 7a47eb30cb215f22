"""What it costs to start: from nothing to a painted window on an incident, against an empty PySide6 window.

`python -m tests.bench.start [RUNS]`: whole processes, turn about, medians, until they say that their window
is painted; memory is the process's peak. Nothing here passes or fails: the goals stand beside the figures.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.journal import row
from tests.support.children import environment
from tests.support.long_incident import write

RUNS = 11
SIZES = {1_000: ("≤ 2.5×", "≤ 110 MB"), 10_000: ("", "≤ 130 MB")}
PAINTED = "painted\n"

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
    sys.stdout.write({PAINTED!r})
    sys.stdout.flush()
    window.close()
    app.exit(0)
QTimer.singleShot(0, app, leave)
sys.exit(app.exec())
"""
"""A window with nothing in it: what every program of this kind pays."""

PROGRAM = f"""
import sys
from crisisdesk.cli.__main__ import start
from crisisdesk.app import main
leave = main._leave
def told(app, desk):
    desk.window.grab()
    sys.stdout.write({PAINTED!r})
    sys.stdout.flush()
    leave(app, desk)
main._leave = told
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
                taken[name].append(_run(command, Path(folder) / "bytecode"))
    # The first round has warmed the disk, and written the bytecode and what else a first start writes.
    times = {name: _median([seconds for seconds, _ in found[1:]]) for name, found in taken.items()}
    peaks = {name: _median([megabytes for _, megabytes in found[1:]]) for name, found in taken.items()}
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for size, (fast, small) in SIZES.items():
        row(f"start to a painted window, {size} lines", times[f"{size}"], times["empty"], fast)
        _megabytes(f"peak memory, {size} lines", peaks[f"{size}"], peaks["empty"], small)


def _opening(folder: Path, file: Path) -> list[str]:
    return [sys.executable, "-c", PROGRAM, "--data-dir", str(folder), "--smoke", str(file)]


def _run(command: list[str], bytecode: Path) -> tuple[float, float]:
    """Run the process; return how long a painted window took (s), and the memory it held at most (MB)."""
    compiled = environment(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(bytecode))
    begun = time.perf_counter()
    child = subprocess.Popen(
        command, env=compiled, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    taken = time.perf_counter() - begun
    # Only wait4 tells the memory of this one child, so subprocess does not wait for it.
    _, status, used = os.wait4(child.pid, 0)
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if said != PAINTED or child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return taken, used.ru_maxrss / 1024


def _median(found: list[float]) -> float:
    return sorted(found)[len(found) // 2]


def _megabytes(name: str, value: float, floor: float, goal: str) -> None:
    print(f"{name:<44} {value:>7.0f} MB {floor:>7.0f} MB {value / floor:>5.1f}×  {goal}")


if __name__ == "__main__":
    main()
