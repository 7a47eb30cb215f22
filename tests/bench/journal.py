"""What a durable line and an opening cost, as a ratio to a floor taken in the same run.

`python -m tests.bench.journal [FOLDER]`: the folder says which disk is measured (the temporary one when not
given). Nothing here passes or fails: the goals stand beside the figures.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from crisisdesk.journal.copies import SecondCopy
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, line

LINES = 1000
SIZES = {1_000: 30, 10_000: 250, 100_000: 1_500}
TEXT = "Räddningsledaren meddelar att hus B är utrymt och att en person saknas i räkningen. "


def main() -> None:
    """Measure and print one row a figure."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    with TemporaryDirectory(dir=where) as folder:
        durable_line(Path(folder))
        syncs(Path(folder))
        second_copy(Path(folder))
        for size, goal in SIZES.items():
            opening(Path(folder), size, goal)


def durable_line(folder: Path) -> None:
    """One line through the whole journal, against a raw sync of 200 bytes, turn about."""
    floors: list[float] = []
    appends: list[float] = []
    with (
        SqliteJournal.create(folder / "line.crisisdesk", codec()) as journal,
        (folder / "raw").open("wb", buffering=0) as raw,
    ):
        for number in range(1, LINES + 1):
            floors.append(timed(lambda: (raw.write(bytes(200)), os.fsync(raw.fileno()))))
            act = [line(number, number, TEXT)]
            appends.append(timed(lambda: journal.append(act)))  # noqa: B023 - called at once
            if number % 50 == 0:
                journal.checkpoint_when_idle()
    for name, share, goal in (("median", 0.5, "≤ 3×"), ("p99", 0.99, "≤ 10×")):
        row(f"one durable line, {name}", at(appends, share), at(floors, share), goal)


def syncs(folder: Path) -> None:
    """How many syncs five more lines cost."""
    if not shutil.which("strace"):
        print("syncs a line: needs strace")
        return
    counts = [_syncs_of(folder, number) for number in (3, 8)]
    print(f"{'syncs a line':<44} {(counts[1] - counts[0]) / 5:>10.1f} {1:>10} {'':>6}  1")


def _syncs_of(folder: Path, lines: int) -> int:
    log = folder / f"{lines}.strace"
    writer = [
        sys.executable,
        "-m",
        "tests.support.journal_writer",
        str(folder / f"{lines}.crisisdesk"),
        str(lines),
    ]
    subprocess.run(
        ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=fsync,fdatasync", *writer],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return len(log.read_text().splitlines())


def second_copy(folder: Path) -> None:
    """One line more in the second copy, which is opened and closed for it, against one in the journal."""
    copy = SecondCopy(folder / "copy.crisisdesk")
    firsts: list[float] = []
    seconds: list[float] = []
    with SqliteJournal.create(folder / "first.crisisdesk", codec()) as journal:
        for number in range(1, 101):
            act = [line(number, number, TEXT)]
            firsts.append(timed(lambda: journal.append(act)))  # noqa: B023 - called at once
            seconds.append(timed(lambda: copy.append(journal.stored(number - 1))))  # noqa: B023
    row("one line in the second copy, median", at(seconds, 0.5), at(firsts, 0.5), "beside the first")


def opening(folder: Path, size: int, goal: int) -> None:
    """Open with all checks, against reading every row and doing nothing with it."""
    path = folder / f"{size}.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        journal.append([line(number, number, TEXT) for number in range(1, size + 1)])
    floor = min(timed(lambda: _read_rows(path)) for _ in range(3))
    opened, read = (min(times) for times in zip(*(_open_and_read(path) for _ in range(3)), strict=True))
    row(f"open with all checks, {size} facts", opened, floor, f"≤ {goal} ms")
    row(f"  … then decode every fact, {size} facts", read, floor, "")


def _open_and_read(path: Path) -> tuple[float, float]:
    begun = time.perf_counter()
    with SqliteJournal.open(path, codec()) as journal:
        opened = time.perf_counter()
        for _ in journal.read():
            pass
        return opened - begun, time.perf_counter() - opened


def _read_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for _ in connection.execute("SELECT * FROM fact ORDER BY seq"):
            pass


def timed(do: Callable[[], object]) -> float:
    """Return how long it took, in seconds."""
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def at(times: list[float], share: float) -> float:
    """Return the time below which that share of the times lies."""
    return sorted(times)[int(len(times) * share)]


def row(name: str, value: float, floor: float, goal: str) -> None:
    """Print one figure."""
    print(f"{name:<44} {value * 1000:>7.2f} ms {floor * 1000:>7.2f} ms {value / floor:>5.1f}×  {goal}")


if __name__ == "__main__":
    main()
