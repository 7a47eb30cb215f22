"""Whether a window can be opened is asked, not guessed: a display that does not answer is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

import display


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(platform: str) -> None:
    assert display.is_named({}, platform)
    assert display.answers({}, platform)


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_linux_has_one_when_the_environment_names_one(env: dict[str, str], named: bool) -> None:
    assert display.is_named(env, "linux") is named


@pytest.fixture
def x_server() -> Iterator[str]:
    """A real X display of its own, by its name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    with server.stdout:
        yield f":{server.stdout.readline().strip()}"
        server.terminate()
        server.wait()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X displays are asked on Linux")
def test_a_display_that_is_served_answers(x_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", x_server)
    assert display.answers({"DISPLAY": os.environ["DISPLAY"]}, "linux")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X displays are asked on Linux")
def test_a_display_that_nobody_serves_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":32767")
    assert not display.answers({"DISPLAY": ":32767"}, "linux")
