"""`crisisdesk board`: the board as a picture, as it stands or stood, and what is wrong in Swedish."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from crisisdesk.base.clock import SetClock
from crisisdesk.cli.__main__ import start
from crisisdesk.compose import library, load_plan
from crisisdesk.features import board, lifecycle
from tests.support.incident_play import ALARM

add = board.commands.AddCard


@pytest.fixture
def file(tmp_path: Path) -> Path:
    clock = SetClock(ALARM)
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, clock).start(path, load_plan(None), "2027-003", name="Brand", exercise=True)
    session.execute(lifecycle.commands.ChangeKeeper(sign="MK"))
    session.execute(add(purpose="event", text="Brand i hus B"))
    session.execute(board.commands.Freeze())
    clock.advance(timedelta(minutes=10))
    session.execute(add(purpose="event", text="En elev saknas", secrecy="OSL 23:2"))
    session.close()
    return path


def drawn(file: Path, *more: str) -> str:
    out = file.with_suffix(".pdf")
    assert start(["board", str(file), "--out", str(out), *more]) == 0
    (page,) = PdfReader(BytesIO(out.read_bytes())).pages
    return page.extract_text()


def test_the_board_as_it_stands(file: Path) -> None:
    text = drawn(file)
    assert "Brand i hus B" in text
    assert "En elev saknas" in text


def test_the_board_as_it_stood_at_a_time(file: Path) -> None:
    text = drawn(file, "--at", "13:06")
    assert "Brand i hus B" in text
    assert "En elev saknas" not in text
    assert "Tavlan 2027-01-14 13:06" in text


def test_a_frozen_board(file: Path) -> None:
    text = drawn(file, "--number", "1")
    assert "Lägesbild 1" in text
    assert "En elev saknas" not in text


def test_a_masked_copy_has_no_secret_text(file: Path) -> None:
    text = drawn(file, "--masked")
    assert "En elev saknas" not in text
    assert "OSL 23:2" in text
    assert "Maskerad kopia" in text


def test_the_size_is_that_of_the_picture(file: Path) -> None:
    out = file.with_name("tavla.png")
    assert start(["board", str(file), "--out", str(out), "--size", "800x600", "--dark"]) == 0
    with Image.open(out) as image:
        assert image.size == (800, 600)


@pytest.mark.parametrize(
    ("more", "code", "says"),
    [
        (["--number", "7"], 3, "Händelsen har ingen lägesbild 7."),
        (["--at", "krax"], 2, "--at förstås inte"),
        (["--at", "13:10", "--number", "1"], 2, "välj --at eller --number"),
        (["--size", "stor"], 2, "--size skrivs bredd x höjd"),
        (["--size", "10x10"], 2, "--size går från"),
    ],
)
def test_what_is_wrong_is_told(
    file: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: int, says: str
) -> None:
    out = file.with_suffix(".pdf")
    assert start(["board", str(file), "--out", str(out), *more]) == code
    assert says in capsys.readouterr().err
    assert not out.exists()


def test_another_format_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["board", str(file), "--out", str(file.with_name("tavla.gif"))]) == 3
    assert "slutar inte på .pdf, .svg eller .png" in capsys.readouterr().err
