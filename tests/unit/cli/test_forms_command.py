"""`crisisdesk forms` and the wishes of `crisisdesk report`: numbers are taken once, and are on the paper."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from crisisdesk.base.clock import SetClock
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.cli.__main__ import start
from crisisdesk.compose import library, load_plan
from crisisdesk.features import board, decisions, forms, log, prints, tasks
from crisisdesk.incident import paper_forms
from tests.support.incident_play import ALARM


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    with closing(session):
        session.execute(log.commands.Record(text="Rektor ringer"))
        session.execute(
            board.commands.AddCard(text="Rök i trapphus", column=session.state.plan.columns[0].id)
        )
        session.execute(decisions.commands.Record(text="Utrym hus B", decider="Ordförande"))
        session.execute(board.commands.AddCard(text="Alla är ute", column=session.state.plan.columns[0].id))
        session.execute(tasks.commands.Add(text="Räkna alla", owner="function:stabschef"))
        session.execute(tasks.commands.Add(text="Ring media", owner="function:informationsansvarig"))
    return path


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages]


def report(file: Path, *more: str) -> str:
    out = file.with_suffix(".pdf")
    assert start(["report", str(file), "--out", str(out), *more]) == 0
    return "\n".join(pages(out))


def test_forms_take_the_next_numbers_and_say_so_in_the_log(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "blanketter.pdf"
    for _ in range(2):
        assert start(["forms", str(file), "--count", "3", "--out", str(out)]) == 0
    printed = pages(out)
    assert len(printed) == 3
    for number, page in zip((4, 5, 6), printed, strict=True):
        assert f"Blankett nr\n{number}" in page
        assert "2027-003 Brand" in page
        assert "Sida" not in page
    with closing(library(tmp_path).read(file)) as session:
        assert paper_forms.missing(session.state) == (1, 2, 3, 4, 5, 6)
        assert (
            session.state.timeline.says(len(session.state.timeline.lines)).text == "Blanketter 4–6 skrivs ut."
        )


def test_forms_without_an_incident_have_no_numbers(tmp_path: Path) -> None:
    out = tmp_path / "tomma.pdf"
    assert start(["forms", "--count", "2", "--out", str(out)]) == 0
    assert len(pages(out)) == 2
    assert all("Blankett nr\nDatum" in page for page in pages(out))


def test_a_file_that_is_open_gets_no_numbers(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    with closing(library(tmp_path).open(file)):
        assert start(["forms", str(file), "--out", str(out)]) == 3
    assert not out.exists()


@pytest.mark.parametrize("count", ["0", "201"])
def test_one_to_two_hundred(file: Path, tmp_path: Path, count: str) -> None:
    assert start(["forms", str(file), "--count", count, "--out", str(tmp_path / "x.pdf")]) != 0
    assert start(["forms", "--count", count, "--out", str(tmp_path / "x.pdf")]) != 0


def test_a_decision_prints_with_the_board_as_it_was_then(file: Path) -> None:
    text = report(file, "--part", "decision", "--number", "1")
    assert "Utrym hus B" in text
    assert "Rök i trapphus" in text
    assert "Alla är ute" not in text


def test_chosen_lines_print_alone_under_their_title(file: Path) -> None:
    text = report(file, "--part", "log", "--lines", "2", "--title", "Sökning: rektor")
    assert "Sökning: rektor" in text
    assert "Rektor ringer" in text
    assert "Utrym" not in text
    assert "Inget mer på detta blad" in text


def test_the_tasks_of_one_function_print_alone(file: Path) -> None:
    text = report(file, "--part", "tasks", "--title", "function:stabschef")
    assert "Uppgifter för Stabschef" in text
    assert "Räkna alla" in text
    assert "Ring media" not in text


def test_the_log_goes_on_where_the_last_print_ended(file: Path, tmp_path: Path) -> None:
    with closing(library(tmp_path).open(file)) as session:
        session.execute(prints.commands.Note(first=1, last=3, sheets=2))
        session.execute(log.commands.Correct(number=2, text="Rektorn ringer", reason="stavfel"))
    text = report(file, "--part", "log_since")
    assert "Fortsättning från rad 3, blad 2." in text
    assert "Blad 3 (1 av 1)" in text
    assert "Rektor ringer" not in text
    assert "Räkna alla" in text
    assert "Struket eller ersatt på tidigare blad" in text
    assert "Nr 2 (se nr 8)." in text
    assert "Inget mer på detta blad" in text


def test_forms_print_again_with_the_same_numbers(file: Path, tmp_path: Path) -> None:
    with closing(library(tmp_path).open(file)) as session:
        session.execute(forms.commands.Reserve(count=2))
    assert "Blankett nr\n2" in report(file, "--part", "forms", "--lines", "1-2")


def test_the_window_gets_the_number_of_pages(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wish = tmp_path / "wish.json"
    wish.write_bytes(msgspec.json.encode(PrintWish(part="forms", lines=(1, 2, 3))))
    report(file, "--wish", str(wish))
    assert capsys.readouterr().out.splitlines()[-1] == "3"


@pytest.mark.parametrize(
    "more",
    [
        ("--part", "decision", "--number", "9"),
        ("--part", "meetings", "--number", "9"),
        ("--part", "log", "--lines", "99"),
        ("--part", "log", "--lines", "a-b"),
        ("--part", "forms"),
    ],
)
def test_what_is_not_there_is_refused_in_swedish(
    file: Path, tmp_path: Path, more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(["report", str(file), "--out", str(tmp_path / "x.pdf"), *more]) != 0
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()
