"""The phases by keyboard: the fact sheet while on the telephone, the judgement, what follows from it."""

from crisisdesk.features import board, checklists, decisions, intake, tasks
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program


def test_the_fact_sheet_is_filled_in_with_enter_alone_and_saves_each_field(program: Program) -> None:
    program.begin_exercise()
    press("Alt+2")
    assert program.screen == "phase:2"
    write("Rektor, vuxenutbildningen")
    press("Return")
    tab_to("Nu")
    press("Space")
    tab_to("LS")
    press("Space")
    tab_to("2.4")
    write("Brand i hus B, rök i trapphus 2.")
    press("Tab")
    sheet = program.state[intake.FEATURE]
    assert {f: sheet.value(f) for f in ("2.1", "2.2", "2.3", "2.4")} == {
        "2.1": "Rektor, vuxenutbildningen",
        "2.2": "2027-01-14 13:05",
        "2.3": "LS",
        "2.4": "Brand i hus B, rök i trapphus 2.",
    }


def test_worst_and_likeliest_case_fill_the_boards_forecast(program: Program) -> None:
    program.begin_exercise()
    program.at("13:09")
    program.go("2.6 ")
    write("Personer kvar i huset")
    press("Tab")
    write("Släckt inom en timme, huset stängt en vecka")
    press("Tab")
    assert program.state[board.FEATURE].forecast == {
        "worst": "Personer kvar i huset",
        "likely": "Släckt inom en timme, huset stängt en vecka",
    }


def test_a_half_written_field_is_saved_when_another_screen_comes_up(program: Program) -> None:
    program.begin_exercise()
    press("Alt+2")
    write("Rektor")
    press("Alt+3")
    assert program.state[intake.FEATURE].value("2.1") == "Rektor"


def test_a_half_written_field_is_saved_when_the_window_is_closed_in_it(program: Program) -> None:
    program.begin_exercise()
    press("Alt+2")
    write("Rektor")
    file = next(program.folder.rglob("*.crisisdesk"))
    program.close()
    program.begin(file)
    assert program.state[intake.FEATURE].value("2.1") == "Rektor"


def test_serious_with_two_grounds_is_decision_one_and_leads_to_phase_4(program: Program) -> None:
    program.begin_exercise()
    program.at("13:12")
    press("Alt+3")
    press("Space")
    assert spoken(focused()).startswith("3 ")
    press("Space")
    assert spoken(focused()) == "Ja"
    press("Space")
    tab_to("a)")
    press("Space")
    tab_to("c)")
    press("Space")
    tab_to("Vem bedömer?")
    write("Förvaltningschef LS")
    press("Ctrl+Return")
    made = program.state[decisions.FEATURE].decisions[1]
    assert (made.grounds, made.decider) == (("3.2a", "3.2c"), "Förvaltningschef LS")
    assert program.state[checklists.FEATURE].marks["3.3"].kind == "dropped"
    assert program.lines(1)[0].startswith("13:12 dec LS: ")
    tab_to("Fortsätt till 4")
    press("Return")
    assert program.screen == "phase:4"


def test_a_step_becomes_a_task_and_is_signed_afterwards(program: Program) -> None:
    program.begin_exercise()
    program.at("13:25")
    program.go("4.7")
    tab_to("Till uppgift")
    press("Return")
    tab_to("Klart senast")
    write("14:00")
    press("Ctrl+Return")
    given = program.state[tasks.FEATURE].tasks[1]
    assert given.due_at is not None
    assert f"{given.due_at:%H:%M}" == "13:00"
    assert "4.7" not in program.state[checklists.FEATURE].marks
    press("Space")
    assert program.state[checklists.FEATURE].marks["4.7"].kind == "signed"


def test_appointments_are_decisions_with_the_persons_sign(program: Program) -> None:
    program.begin_exercise()
    program.at("13:40")
    program.go("5.1a")
    press("Space")
    write("Förvaltningschef")
    press("Return")
    write("LS")
    press("Ctrl+Return")
    made = program.state[decisions.FEATURE].decisions[1]
    assert (made.appoints, made.step) == ("Förvaltningschef", "5.1a")
    assert program.state[checklists.FEATURE].marks["5.1a"].decision == 1
