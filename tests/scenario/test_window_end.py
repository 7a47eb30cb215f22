"""The end by keyboard: closing, evaluation, the report on paper, opening again."""

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from crisisdesk.features import evaluation, lifecycle, tasks
from tests.support.children import environment
from tests.support.keyboard import choose, focused, press, tab_to, write
from tests.support.program_play import Program

BEFORE, CLOSED = "14 16:15", "14 16:30"


def sign_both(chair: str, keeper: str) -> None:
    """Type both signs and end the crisis work; the cursor stands in the first field."""
    write(chair)
    press("Return")
    write(keeper)
    press("Ctrl+Return")


def test_with_something_open_both_signs_are_not_enough(program: Program) -> None:
    program.begin_played(BEFORE)
    program.at("16:15")
    program.go("avslut")
    tab_to("Ordförande: sign")
    sign_both("LS", "TB")
    assert not program.state[lifecycle.FEATURE].closed


def test_what_is_open_is_ended_or_carried_over_and_both_sign(program: Program) -> None:
    program.begin_played(BEFORE)
    program.at("16:15")
    program.go("avslut")
    for _ in range(30):
        if "Uppgift 6" in focused().accessibleDescription():
            press("2")
            write("HR-enheten")
            press("Ctrl+Return")
            break
        press("1", "Ctrl+Return")
    assert program.state[tasks.FEATURE].tasks[6].standing == "carried"
    tab_to("Ordförande: sign")
    sign_both("LS", "TB")
    assert program.state[lifecycle.FEATURE].closed


def test_a_closed_incident_takes_no_line_until_it_is_opened_again(program: Program) -> None:
    program.begin_played(CLOSED)
    before = len(program.lines())
    program.log("för sent")
    assert len(program.lines()) == before
    program.go("avslut")
    press("Ctrl+R")
    write("ny uppgift från polisen")
    press("Ctrl+Return")
    assert not program.state[lifecycle.FEATURE].closed
    program.log("polisen ringde igen")
    assert program.lines(1)[0].endswith("polisen ringde igen")


def test_every_question_is_graded_and_answered_with_the_keyboard_in_one_go(program: Program) -> None:
    program.begin_played(CLOSED)
    program.go("utvärdering")
    answers = program.state[evaluation.FEATURE].answers
    done, asked = program.state[evaluation.FEATURE].answered(program.state.plan)
    assert done == 0
    for number in range(asked):
        write(str(number % 5 + 1))
        press("Return")
        write(f"styrka {number}")
        press("Ctrl+Return", "Escape")
    assert program.state[evaluation.FEATURE].answered(program.state.plan) == (asked, asked)
    assert [a.grade for a in answers.values()] == [number % 5 + 1 for number in range(asked)]
    assert [a.strengths for a in answers.values()] == [f"styrka {number}" for number in range(asked)]


def test_a_measure_has_an_owner_and_a_date_and_the_evaluation_is_signed(program: Program) -> None:
    program.begin_played(CLOSED)
    program.go("utvärdering")
    while "Åtgärder" not in focused().accessibleDescription():
        press("Down")
    press("Return", "Return")
    write("Ändra krisplanen: ersättare för HR")
    tab_to("Vem ansvarar?")
    write("Förvaltningschef")
    press("Return")
    write("2027-03-01")
    press("Ctrl+Return")
    measure = program.state[evaluation.FEATURE].standing_measures()[0]
    assert (measure.owner, str(measure.due_on)) == ("Förvaltningschef", "2027-03-01")
    press("Escape", "End", "Return")
    write("LS, KO")
    press("Ctrl+Return")
    assert program.state[evaluation.FEATURE].finished


def test_the_report_is_printed_by_a_process_of_its_own(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    program.begin_played("14 14:32")
    tab_to("Brand, vuxenutbildningen hus B, meny")
    press("Return")
    choose("Skriv ut …")
    write("hela rapporten")
    press("Return")
    program.log("medan det skrivs ut")
    paper = program.window.printing.paper
    assert paper is not None
    qtbot.waitUntil(lambda: not paper.job.running, timeout=60_000)
    report = next(program.folder.rglob("*.pdf"))
    assert report.parent == next(program.folder.rglob("*.crisisdesk")).parent
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(report).pages)
    assert "Brand, vuxenutbildningen hus B" in text
    assert "medan det skrivs ut" not in text
    assert f"Utskriften är klar: {report.name}" in program.window.frame.notices.texts()["print"]
