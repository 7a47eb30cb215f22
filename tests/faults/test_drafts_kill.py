"""What stands half-written in several forms when the program is killed stands there when they are opened."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.support.children import environment
from tests.support.draft_writer import WRITTEN


def test_a_kill_takes_no_half_written_form(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.support.draft_writer"]
    with subprocess.Popen(
        [*command, "write", str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment()
    ) as window:
        assert window.stdout is not None
        told = window.stdout.readline()
        window.send_signal(signal.SIGKILL)
    assert told.startswith("kept")
    read = subprocess.run(
        [*command, "read", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    found = dict(line.split(" ", 1) for line in read.stdout.splitlines())
    assert found == WRITTEN
