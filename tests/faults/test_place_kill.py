"""A window that is killed opens where it was; so does one that was closed."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.support.children import environment

COMMAND = [sys.executable, "-m", "tests.support.window_stander"]


def test_a_killed_window_opens_where_it_was(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "stand", str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment()
    ) as window:
        assert window.stdout is not None
        told = window.stdout.readline()
        window.send_signal(signal.SIGKILL)
    assert told.startswith("stands")
    # The first look closes its window in order: the second finds the same place.
    assert _opened_on(tmp_path) == ["log", "line:2"]
    assert _opened_on(tmp_path) == ["log", "line:2"]


def _opened_on(folder: Path) -> list[str]:
    look = subprocess.run(
        [*COMMAND, "look", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    return look.stdout.split()
