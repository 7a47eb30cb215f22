"""A power cut at any moment, with any part of what was not synced lost: no acknowledged line is missing."""

import random
import sqlite3
from pathlib import Path

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec
from tests.support.power_cut import State, record, states

LINES = 11  # one more than the housekeeping after the tenth
AT_EACH = 3

OURS = ["-m", "tests.support.journal_writer"]
_ONE_SYNC_LESS = """
import sys
from pathlib import Path
from crisisdesk.journal import connection
from tests.support.journal_writer import main
connection.LIVE = {**connection.LIVE, "synchronous": 1}
main(Path(sys.argv[1]), int(sys.argv[2]))
"""
LESS = ["-c", _ONE_SYNC_LESS]
"""The same program with a sync less, as SQLite is often run: it shows that the test can tell."""


def test_no_acknowledged_line_is_lost(tmp_path: Path) -> None:
    tried, lost, unopened = _judge(tmp_path, OURS)
    assert tried > 300
    assert (lost, unopened) == (0, 0)


def test_the_same_cuts_cost_lines_with_a_sync_less(tmp_path: Path) -> None:
    _, lost, _ = _judge(tmp_path, LESS)
    assert lost > 0


def _judge(tmp_path: Path, program: list[str]) -> tuple[int, int, int]:
    """Return how many states were tried, how many of them lost a line, and how many would not open."""
    folder = tmp_path / "written"
    folder.mkdir()
    calls = record(tmp_path / "calls", [*program, str(folder / "a.crisisdesk"), str(LINES)])
    tried = lost = unopened = 0
    for number, state in enumerate(states(calls, folder, random.Random(7), AT_EACH)):
        tried += 1
        there = _lines_after(state, tmp_path / f"cut{number}")
        if there is None:
            unopened += state.acknowledged > 0
        else:
            lost += there < state.acknowledged
            assert there <= state.acknowledged + 1
    return tried, lost, unopened


def _lines_after(state: State, folder: Path) -> int | None:
    """Return how many lines the file has when the program starts again; None when it does not open."""
    folder.mkdir()
    for name, content in state.files.items():
        (folder / name).write_bytes(content)
    try:
        with SqliteJournal.open(folder / "a.crisisdesk", codec()) as journal:
            return journal.head.lines
    except (WorldFault, sqlite3.Error):
        return None
