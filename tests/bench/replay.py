"""What it costs to fold an incident again, and to do one thing more, as ratios to floors of the same run.

`python -m tests.bench.replay`. Nothing here passes or fails: the goals stand beside the figures.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import CODEC
from crisisdesk.features import log
from crisisdesk.incident.state import State
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.session.session import Session
from tests.bench.journal import at, row, timed
from tests.support.long_incident import START, recorded, write

SIZES = {1_000: "", 10_000: "", 100_000: "≤ 1 s a 100 000"}


def main() -> None:
    """Measure and print one row a figure."""
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for size, goal in SIZES.items():
        replay(size, goal)
    one_more(SIZES)
    with TemporaryDirectory() as folder:
        for size in (1_000, 10_000):
            opening(Path(folder), size)


def replay(size: int, goal: str) -> None:
    """Fold all facts, against walking the same list and doing nothing."""
    facts = recorded(size)
    state = State()

    def fold() -> None:
        for fact in facts:
            state.fold(fact)

    def walk() -> None:
        for fact in facts:
            state.facts = fact.seq

    floor = timed(walk)
    row(f"replay {size} lines", timed(fold), floor, goal)


def one_more(sizes: dict[int, str]) -> None:
    """Decide and fold one more entry, against the same at 1 000 lines."""
    floor = 0.0
    for size in sizes:
        journal = MemoryJournal(CODEC)
        for fact in recorded(size):
            journal.append([fact])
        session = Session(journal, SetClock(START))
        value = at([_one(session, number) for number in range(200)], 0.5)
        floor = floor or value
        row(f"one more line in memory, at {size}", value, floor, "≤ 1.3×")


def _one(session: Session, number: int) -> float:
    return timed(lambda: session.execute(log.commands.Record(text=f"rad {number}")))


def opening(folder: Path, size: int) -> None:
    """Open with all checks, decode and fold, against reading the file's bytes."""
    path = write(folder / f"{size}.crisisdesk", size)

    def opened() -> None:
        journal = SqliteJournal.open(path, CODEC)
        Session(journal, SetClock(START)).close()

    floor = timed(path.read_bytes)
    started = time.perf_counter()
    opened()
    row(f"open to a folded state, {size} lines", time.perf_counter() - started, floor, "")


if __name__ == "__main__":
    main()
