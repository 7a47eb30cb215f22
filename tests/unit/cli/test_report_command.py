"""`crisisdesk report`: the whole, a part, a masked copy, and the head at closing as the file has it."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from crisisdesk.base.errors import BadInput
from crisisdesk.cli.__main__ import start
from crisisdesk.cli.report import numbers
from crisisdesk.compose import head_at
from crisisdesk.features import lifecycle
from crisisdesk.session.library import Library
from crisisdesk.session.session import Session
from tests.support.incident_play import ALARM

CLOSED_AT = 4
"""The fact that closes: after the start, the plan and the keeper."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    from crisisdesk.base.clock import SetClock
    from crisisdesk.compose import library, load_plan

    books: Library = library(tmp_path, SetClock(ALARM))
    path = tmp_path / "2027-003.crisisdesk"
    session: Session = books.start(path, load_plan(None), "2027-003", name="Brand", exercise=True)
    session.execute(lifecycle.commands.ChangeKeeper(sign="MK"))
    session.execute(lifecycle.commands.Close(chair="LS", keeper="MK"))
    session.execute(lifecycle.commands.Reopen(reason="Det brinner igen"))
    session.execute(lifecycle.commands.Close(chair="LS", keeper="MK"))
    session.close()
    return path


def printed(file: Path, *more: str) -> str:
    out = file.with_suffix(".pdf")
    assert start(["report", str(file), "--out", str(out), *more]) == 0
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(out.read_bytes())).pages)


def test_the_report_shows_the_head_at_closing_and_now(file: Path) -> None:
    now = head_at(file, 6)
    text = printed(file, "--part", "log").replace(" ", "").replace("\n", "")
    assert now.hash in text
    assert now.lines == 5


def test_the_head_is_that_of_the_fact(file: Path) -> None:
    before, after = head_at(file, CLOSED_AT - 1), head_at(file, CLOSED_AT)
    assert (before.facts, before.lines) == (3, 2)
    assert (after.facts, after.lines) == (4, 3)
    assert len({before.hash, after.hash}) == 2
    with pytest.raises(LookupError):
        head_at(file, 99)


def test_a_part_prints_without_the_others(file: Path) -> None:
    text = printed(file, "--part", "log")
    assert "Loggen" in text
    assert "Checklistor" not in text
    assert "Checklistor" in printed(file)


def test_a_masked_copy_says_so_on_its_pages(file: Path) -> None:
    assert "MASKERAD KOPIA" in printed(file, "--masked")


def test_an_unknown_part_is_told_with_the_known_ones(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["report", str(file), "--out", str(file.with_suffix(".pdf")), "--part", "kaffe"]) != 0
    told = capsys.readouterr().err
    assert "Rapporten har ingen del kaffe. Välj bland summary" in told


def test_a_report_never_replaces_the_incident_it_is_about(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert start(["report", str(file), "--out", str(file)]) == 3
    assert file.read_bytes() == before
    assert "ingen PDF" in capsys.readouterr().err


def test_a_report_replaces_no_file_that_is_not_a_report(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "brev.txt"
    other.write_text("Hej", encoding="utf-8")
    assert start(["report", str(file), "--out", str(other)]) == 3
    assert other.read_text(encoding="utf-8") == "Hej"


def test_a_report_needs_a_file_name(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["report", str(file), "--out", ""]) == 3
    assert capsys.readouterr().err.startswith("Fel: ")


def test_a_report_of_the_same_name_is_replaced(file: Path) -> None:
    assert "Brand" in printed(file)
    assert "Brand" in printed(file)


@pytest.mark.parametrize("said", ["²", "1-²", "1-99999999999", "9" * 5000, "-3", "x"])
def test_lines_that_are_no_numbers_are_told(said: str) -> None:
    with pytest.raises(BadInput, match="är inga nummer"):
        numbers(said)


def test_lines_are_understood_in_any_order() -> None:
    assert numbers("12, 3-5,4") == (3, 4, 5, 12)
