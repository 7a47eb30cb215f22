"""A window that is killed while somebody types loses no line that was saved, and not the half-typed one."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crisisdesk import compose
from crisisdesk.cli.__main__ import start
from crisisdesk.features import lifecycle
from tests.support.children import environment
from tests.support.window_writer import HALF

ROUNDS = 10
MOST_LINES = 8


def test_a_killed_window_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(2027)
    saved, kept = 0, False
    for kills in range(ROUNDS):
        # Every other window has time to keep the half line; the others are killed while it types.
        in_peace = kills % 2 == 0
        found, said = _killed(tmp_path, chance.randint(1, MOST_LINES), in_peace=in_peace)
        assert not kept or found == HALF
        saved, kept = max([saved, *said]), in_peace
        assert start(["verify", str(_file(tmp_path))]) == 0, capsys.readouterr()
    session = compose.library(tmp_path).open(_file(tmp_path))
    lines = [r for r in session.state.timeline.lines if r.line is not None]
    assert [r.number for r in lines] == list(range(1, len(lines) + 1))
    assert len(lines) >= saved
    # The window after each kill noted it; nobody has noted the last one yet.
    assert len(session.state[lifecycle.FEATURE].interruptions) == ROUNDS - 1
    session.close()


def _file(folder: Path) -> Path:
    return next(folder.rglob("*.crisisdesk"))


def _killed(folder: Path, lines: int, *, in_peace: bool) -> tuple[str, list[int]]:
    """Kill a window that said so many lines are saved (when `in_peace`: that the half one is kept too).

    Return the unsent text that it found when it opened, and the numbers of the lines that it said were saved.
    """
    typed = lines if in_peace else 1000
    command = [sys.executable, "-m", "tests.support.window_writer", str(folder), str(typed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as window:
        assert window.stdout is not None
        said = [window.stdout.readline() for _ in range(lines + (2 if in_peace else 1))]
        window.send_signal(signal.SIGKILL)
        said += window.stdout.readlines()
    # The last word may be cut short by the kill: only a whole one counts.
    told = [words.rstrip("\n").partition(" ") for words in said if words.endswith("\n")]
    numbers = [int(rest) for word, _, rest in told if word == "saved"]
    assert told[0][0] == "open"
    return told[0][2], numbers
