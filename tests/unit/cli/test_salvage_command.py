"""`crisisdesk salvage`: what is whole in a damaged file gets a file of its own; `verify`, `log`."""

from pathlib import Path

import pytest

from crisisdesk.base.attachable import from_bytes
from crisisdesk.base.clock import SetClock
from crisisdesk.cli.__main__ import start
from crisisdesk.compose import check_file, library, load_plan
from crisisdesk.features import log, secrecy
from crisisdesk.session.attaching import Attaching
from tests.support.incident_files import replace_bytes
from tests.support.incident_play import ALARM

PHOTO = b"\xff\xd8\xff" + b"det som var pa bilden " * 900


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    for text in ("rök ur taket", "matsalen utrymd", "brandkåren framme"):
        session.execute(log.commands.Record(text=text))
    session.execute(secrecy.commands.Mark(ref="line:2", provision="OSL 23:1"))
    queue = Attaching(session, session.execute, lambda: 1 << 40)
    queue.add(2, from_bytes("elevens namn.jpg", PHOTO + b"eftertext"))
    queue.add(3, from_bytes("hus B.jpg", PHOTO))
    while queue.busy:
        queue.step()
    queue.close()
    session.close()
    return path


def test_the_lines_before_the_damage_are_kept(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_bytes(file, b'ren framme"', b'ren hemma."')
    damaged, new = file.read_bytes(), tmp_path / "ny.crisisdesk"
    assert start(["salvage", str(file), "--out", str(new)]) == 0
    said = capsys.readouterr().out
    assert "Räddat: 3 rader" in said
    assert f"Logghuvud: {check_file(new).head.hash}" in said
    assert "Inte räddat: faktum" in said
    assert file.read_bytes() == damaged
    session = library(tmp_path).open(new)
    session.execute(log.commands.Record(text="vi fortsätter här"))
    session.close()
    assert check_file(new).fault is None


def test_a_lost_attachment_is_told_by_number_and_the_next_is_kept(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_bytes(file, b"eftertext", b"eftertxet")
    assert start(["salvage", str(file), "--out", str(tmp_path / "ny.crisisdesk")]) == 0
    said = capsys.readouterr().out
    assert "Alla rader är hela." in said
    assert "Bilagor: 1 hela, 1 förlorade.\nFörlorade bilagor: 2-1." in said
    assert "elevens" not in said


def test_a_whole_file_is_copied_whole(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "ny.crisisdesk"
    assert start(["salvage", str(file), "--out", str(new)]) == 0
    assert "Bilagor: 2 hela, 0 förlorade." in capsys.readouterr().out
    assert check_file(new) == check_file(file)


def test_nothing_is_written_over(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "ny.crisisdesk"
    other.write_bytes(b"annat")
    before = file.read_bytes()
    for out in (other, file):
        assert start(["salvage", str(file), "--out", str(out)]) == 3
        assert "Det finns redan en fil" in capsys.readouterr().err
    assert (other.read_bytes(), file.read_bytes()) == (b"annat", before)


def test_of_a_file_that_says_nothing_nothing_is_made(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:4096] + bytes(len(content) - 4096))
    assert start(["salvage", str(file), "--out", str(tmp_path / "ny.crisisdesk")]) == 3
    assert capsys.readouterr().err.startswith("Fel: ")
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_verify_points_there_and_names_no_secret_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_bytes(file, b"eftertext", b"eftertxet")
    assert start(["verify", str(file)]) == 1
    said = capsys.readouterr().out
    assert "crisisdesk salvage" in said
    assert "Bilaga 2-1 är skadad." in said
    assert "elevens" not in said


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_masked_log_shows_no_secret(
    file: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert start(["log", str(file), "--masked", *more]) == 0
    said = capsys.readouterr().out
    assert "matsalen utrymd" in said
    assert "rök ur taket" not in said
    assert "elevens" not in said
