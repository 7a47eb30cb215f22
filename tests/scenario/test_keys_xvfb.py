"""The main keys on a real X display, which treats some of them otherwise than a window without a display."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisisdesk import compose
from crisisdesk.features import decisions, log, tasks
from tests.support.children import environment

MOST_SECONDS = 120


@pytest.mark.parametrize("platform", ["xcb", "offscreen"])
def test_the_main_keys_do_what_they_say(tmp_path: Path, platform: str) -> None:
    said = _pressed(tmp_path, platform)
    assert "kept tre elever" in said
    assert [words for words in said if words.startswith("screen ")] == [
        "screen phase:4", "screen phase:1", "screen decisions", "screen phase:1", "screen log",
    ]  # fmt: skip
    assert [words for words in said if words.startswith("side ")] == ["side False", "side True"]
    assert "focus Sök i loggen" in said
    session = compose.library(tmp_path).open(next(tmp_path.rglob("*.crisisdesk")))
    state = session.state
    lines = [(r.line.kind, r.line.text) for r in state.timeline.lines if r.line is not None]
    assert lines[2:8] == [
        ("step", "1.1 Fara för liv, miljö eller egendom: ring 112. Signerat MK."),
        ("note", "åska över hus B"),
        ("dec", "Beslut 1: hus B stängs."),
        ("task", "Uppgift 1: ring växeln. Ingen ansvarig än."),
        ("note", "tre elever"),
        ("note", "två elever"),
    ]
    assert state.timeline.struck_by == {7: 8}
    assert list(state[decisions.FEATURE].decisions) == [1]
    assert list(state[tasks.FEATURE].tasks) == [1]
    session.close()


def test_keys_of_the_display_itself_reach_the_log(tmp_path: Path) -> None:
    if shutil.which("xdotool") is None:
        pytest.skip("needs xdotool")
    said = _pressed(tmp_path, "xcb", "xdotool")
    assert "display phase:3" in said
    session = compose.library(tmp_path).open(next(tmp_path.rglob("*.crisisdesk")))
    entry = list(session.state[log.FEATURE].entries.values())[-1]
    zone = ZoneInfo(session.state.zone)
    assert (entry.fact.kind, entry.fact.text) == ("in", "POSOM")
    assert f"{entry.happened_at.astimezone(zone):%H:%M}" == "14:10"
    assert entry.happened_at <= datetime.now(zone)
    session.close()


def _pressed(folder: Path, platform: str, *how: str) -> list[str]:
    """Run the program with the keys pressed, and return what it said. Its own complaints fail the test."""
    command = [sys.executable, "-m", "tests.support.window_keys", str(folder), *how]
    with _display(platform) as display:
        done = subprocess.run(
            command,
            env=environment(QT_QPA_PLATFORM=platform, DISPLAY=display),
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    complaints = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, complaints) == (0, [])
    said = done.stdout.splitlines()
    assert said[0] == f"platform {platform}"
    return said


@contextmanager
def _display(platform: str) -> Generator[str, None, None]:
    """Start an X server of our own, on a number that it finds free, as long as it is needed."""
    if platform == "offscreen":
        yield ""
        return
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        try:
            yield f":{number}"
        finally:
            server.terminate()
