"""A report is printed by another process from facts of its own; nothing is left lying about."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import WorldFault
from crisisdesk.ui.tasks import ReportJob, own_program

COPIES = "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[4])"
SAYS_ARGUMENTS = "import sys; open(sys.argv[4], 'w').write(' '.join([sys.argv[1], *sys.argv[5:]]))"
FAILS = "import sys; print('Fel: disken är full.', file=sys.stderr); sys.exit(3)"


@pytest.fixture(autouse=True)
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def job(code: str) -> ReportJob:
    return ReportJob((sys.executable, "-c", code))


def write_facts(path: Path, *, pictures: bool = False) -> None:
    path.write_text("fakta med bilder" if pictures else "fakta")


def wait(qtbot: QtBot, signal: SignalInstance, start: Callable[[], None]) -> list[object]:
    got: list[object] = []
    signal.connect(got.append)
    start()
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    return got


def test_the_facts_reach_the_other_process(qtbot: QtBot, tmp_path: Path, own_temp: Path) -> None:
    made, out = job(COPIES), tmp_path / "ut.pdf"
    assert wait(qtbot, made.done, lambda: made.start(write_facts, out, "calls")) == [out]
    assert out.read_text() == "fakta"
    assert list(own_temp.iterdir()) == []
    assert not made.running


@pytest.mark.parametrize("part", ["", "sketches", "attachments"])
def test_what_shows_pictures_is_handed_them(qtbot: QtBot, tmp_path: Path, part: str) -> None:
    made, out = job(COPIES), tmp_path / "ut.pdf"
    wait(qtbot, made.done, lambda: made.start(write_facts, out, part))
    assert out.read_text() == "fakta med bilder"


def test_a_part_is_named_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    made, out = job(SAYS_ARGUMENTS), tmp_path / "ut.pdf"
    wait(qtbot, made.done, lambda: made.start(write_facts, out, "decisions"))
    assert out.read_text() == "report --part decisions"


def test_what_it_says_when_it_fails_is_told(qtbot: QtBot, tmp_path: Path, own_temp: Path) -> None:
    made = job(FAILS)
    told = wait(qtbot, made.failed, lambda: made.start(write_facts, tmp_path / "ut.pdf"))
    assert told == ["Utskriften blev inte gjord: Fel: disken är full."]
    assert list(own_temp.iterdir()) == []


def test_a_program_that_is_not_there_is_told_of(qtbot: QtBot, tmp_path: Path, own_temp: Path) -> None:
    made = ReportJob((str(tmp_path / "finns-inte"),))
    told = wait(qtbot, made.failed, lambda: made.start(write_facts, tmp_path / "ut.pdf"))
    assert told == ["Utskriften blev inte gjord: programmet startade inte."]
    assert list(own_temp.iterdir()) == []


def test_facts_that_cannot_be_written_start_nothing(qapp: object, tmp_path: Path, own_temp: Path) -> None:
    def refuse(_path: Path, *, pictures: bool = False) -> None:
        raise WorldFault("Disken är full.")

    made = job(COPIES)
    with pytest.raises(WorldFault):
        made.start(refuse, tmp_path / "ut.pdf")
    assert not made.running
    assert list(own_temp.iterdir()) == []


def test_it_can_be_ended(qtbot: QtBot, tmp_path: Path) -> None:
    made = job("import time; time.sleep(60)")

    def start_and_stop() -> None:
        made.start(write_facts, tmp_path / "ut.pdf")
        made.stop()

    told = wait(qtbot, made.failed, start_and_stop)
    assert told == ["Utskriften blev inte gjord: den avbröts"]


def test_this_program_starts_itself() -> None:
    assert own_program()[0] == sys.executable
