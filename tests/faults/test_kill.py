"""A program that is killed at any moment loses no line that it said was saved."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec

ROUNDS = 15


def test_every_acknowledged_line_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    chance = random.Random(2027)
    for _ in range(ROUNDS):
        saved = _killed_after(path, chance.randint(1, 25))
        with SqliteJournal.open(path, codec()) as journal:
            # One more may be there: saved, and killed before it could be said.
            assert saved <= journal.head.lines <= saved + 1
            assert [r.number for r in journal.read() if r.number] == list(range(1, journal.head.lines + 1))


def test_killed_it_leaves_a_note_that_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    _killed_after(path, 3)
    assert (tmp_path / "a.crisisdesk.lock").exists()
    SqliteJournal.open(path, codec()).close()
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


def _killed_after(path: Path, lines: int) -> int:
    """Kill a writer when it has saved so many lines, whatever it is doing; return the last one it saved."""
    command = [sys.executable, "-m", "tests.support.journal_writer", str(path), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines + 1)]  # the first one says it is open
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    # The last word may be cut short by the kill: only a whole one counts.
    whole = [words.split() for words in said if words.endswith("\n")]
    return max(int(words[1]) for words in whole if words[0] == "saved")
