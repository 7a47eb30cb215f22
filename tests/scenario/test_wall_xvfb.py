"""Storbild on a real X server with two displays; the projector is pulled out and put back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import x_monitors
from tests.support.children import environment

MOST_SECONDS = 120


@pytest.fixture
def display() -> Generator[str, None, None]:
    """Start an X server of our own, large enough for both displays; it keeps them between its clients."""
    if shutil.which("Xvfb") is None or not x_monitors.there():
        pytest.skip("needs Xvfb and libXrandr")
    with _server() as number:
        found = f":{number}"
        _run("tests.support.x_monitors", "both", display=found)
        yield found


def test_the_wall_leaves_the_laptop_alone_and_comes_back(tmp_path: Path, display: str) -> None:
    said = _run("tests.support.wall_displays", str(tmp_path), display=display)
    place = "(1366, 0, 1920, 1080)"
    assert said == [
        f"shown {place} True Storbild: Lägesbild, skärm 2",
        "typed x",
        "pulled out () True Storbild väntar på skärm",
        f"put back {place} True Storbild: Lägesbild, skärm 2",
        "turned off () True Storbild av",
    ]


def _run(*command: str, display: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env=environment(QT_QPA_PLATFORM="xcb", DISPLAY=display),
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@contextmanager
def _server() -> Generator[str, None, None]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", x_monitors.SCREEN, "-noreset"]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        try:
            yield number
        finally:
            server.terminate()
