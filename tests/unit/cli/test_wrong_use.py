"""Wrong calls and strange screens: one Swedish sentence, the right exit code, the log as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crisisdesk.base.clock import SetClock
from crisisdesk.cli.__main__ import start
from crisisdesk.compose import library, load_plan
from crisisdesk.features import log
from tests.support.incident_play import ALARM


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    session.execute(log.commands.Record(text="Dörr\x1b[2J \u202elåst – nu", kind="note"))
    session.close()
    return path


def _run(file: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "crisisdesk", "log", str(file)],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_the_log_obeys_no_control_character(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["log", str(file)]) == 0
    assert "Dörr\\x1b[2J \\u202elåst – nu" in capsys.readouterr().out


def test_a_screen_of_few_characters_shows_the_whole_log(file: Path) -> None:
    shown = _run(file, PYTHONIOENCODING="latin-1")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "låst \\u2013 nu" in shown.stdout.decode("latin-1")


@pytest.mark.parametrize("command", ["verify", "log"])
def test_a_folder_or_a_device_is_no_file(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (tmp_path, Path(os.devnull)):
        assert start([command, str(path)]) == 3
        assert "är ingen fil" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["log", "--json=1", "x"], "valet --json tar inget värde."),
        (["report", "x", "--out", "."], "out: det är en mapp, men en fil väntades."),
        (["exercise", "brand", "--out", __file__], "out: det är en fil, men en mapp väntades."),
    ],
)
def test_wrong_use_is_told_in_swedish(
    call: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(call) == 2
    assert sentence in capsys.readouterr().err
