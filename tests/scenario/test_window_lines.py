"""Lines by keyboard: every kind, a time, a function, secrecy; correcting; what is unsent comes back."""

import pytest

from crisisdesk.features import board, decisions, log, tasks
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Gruppen är samlad", "14:25 note LS: Gruppen är samlad"),
        ("in: räddningsledare: hus B är utrymt", "14:25 in LS: räddningsledare: hus B är utrymt"),
        ("ut: växeln har fått underlag", "14:25 out LS: växeln har fått underlag"),
        ("bed: släckt inom en timme", "14:25 ass LS: släckt inom en timme"),
        ("14.10 POSOM på plats", "14:10 note LS: POSOM på plats"),
        ("in: 14:10 ambulansen är här", "14:10 in LS: ambulansen är här"),
        ("2.12 ringde", "14:25 note LS: 2.12 ringde"),
        ("25.10 är ingen tid", "14:25 note LS: 25.10 är ingen tid"),
    ],
)
def test_what_is_typed_is_the_line(program: Program, typed: str, line: str) -> None:
    program.begin_exercise()
    program.at("14:25")
    program.log(typed)
    assert program.lines(1) == [line]


def test_a_time_that_is_still_to_come_was_yesterday(program: Program) -> None:
    program.begin_exercise()
    program.at("14:25")
    program.log("23:50 larmet gick i tomt hus")
    said = program.state.timeline.lines[-1]
    assert f"{said.happened_at:%d %H:%M}" == "13 22:50"


def test_ctrl_b_and_ctrl_t_make_a_decision_and_a_task(program: Program) -> None:
    program.begin_exercise()
    press("Ctrl+B")
    write("Undervisningen i hus B ställs in @stabschef")
    press("Return")
    press("Ctrl+T")
    write("Skaffa lokal @stabschef")
    press("Return")
    assert program.state[decisions.FEATURE].decisions[1].responsible == "Stabschef"
    assert program.state[tasks.FEATURE].tasks[1].owner == "function:stabschef"
    assert [line[:9] for line in program.lines(2)] == ["13:05 dec", "13:05 tas"]


def test_an_uncertainty_becomes_a_card_with_its_owner(program: Program) -> None:
    program.begin_exercise()
    program.log("o: var är den som saknas? @stabschef")
    found = program.state[board.FEATURE].uncertainty(1)
    assert found is not None
    assert found.answer is None
    assert program.lines(1)[0].startswith("13:05 unc LS: ")


def test_a_secret_line_is_marked_and_the_side_column_does_not_show_it(program: Program) -> None:
    program.begin_exercise()
    program.log("sek: polisen misstänker att den är anlagd")
    line = program.state.timeline.lines[-1].line
    assert line is not None
    assert line.secrecy
    assert "anlagd" not in program.window.frame.side.log.rows()[0].text


def test_a_bouncing_enter_logs_once(program: Program) -> None:
    program.begin_exercise()
    program.log("rök")
    press("Return")
    assert [line for line in program.lines() if line.endswith("rök")] == program.lines(1)


def test_a_letter_typed_on_a_screen_starts_a_line(program: Program) -> None:
    program.begin_exercise()
    write("åska över hus B")
    press("Return")
    assert program.lines(1) == ["13:05 note LS: åska över hus B"]


def test_shift_enter_breaks_the_line_and_logs_nothing(program: Program) -> None:
    program.begin_exercise()
    before = len(program.lines())
    press("Ctrl+L")
    write("första")
    press("Shift+Return")
    write("andra")
    assert len(program.lines()) == before
    press("Return")
    assert program.lines(1) == ["13:05 note LS: första\nandra"]


def test_ctrl_r_corrects_the_last_line_and_both_stay(program: Program) -> None:
    program.begin_exercise()
    program.at("14:21")
    program.log("in: ambulansledare: tre elever till sjukhus")
    wrong = len(program.lines())
    program.at("14:23")
    press("Ctrl+R")
    press("Ctrl+A")
    write("ambulansledare: två elever till sjukhus")
    press("Tab")
    write("fel antal")
    press("Ctrl+Return")
    right = len(program.lines())
    assert program.state.timeline.struck_by[wrong] == right
    assert "tre elever" in program.lines()[wrong - 1]
    assert "två elever" in program.lines(1)[0]
    assert spoken(focused()) == "Skriv i loggen"


def test_a_correction_without_a_reason_is_refused_at_its_field(program: Program) -> None:
    program.begin_exercise()
    program.log("in: tre elever")
    press("Ctrl+R", "Ctrl+Return")
    assert spoken(focused()) == "Varför"
    assert program.state.timeline.struck_by == {}
    press("Escape")
    assert spoken(focused()) == "Skriv i loggen"


def test_any_line_is_corrected_from_the_log_with_ctrl_r(program: Program) -> None:
    program.begin_exercise()
    program.log("in: tre elever")
    number = len(program.lines())
    program.log("annat")
    program.go(f"rad {number}")
    assert program.screen == "log"
    press("Ctrl+R", "Ctrl+A")
    write("två elever")
    tab_to("Varför")
    write("fel antal")
    press("Ctrl+Return")
    assert number in program.state.timeline.struck_by


def test_a_line_is_said_to_be_contradicted_by_another_from_the_log(program: Program) -> None:
    program.begin_exercise()
    program.log("in: rykte: en elev död")
    rumour = len(program.lines())
    program.log("in: ambulansledare: inga döda")
    press("Ctrl+F")
    write("rykte")
    press("Down")
    tab_to("Tillförlitlighet")
    press("Return", "Right", "Right", "Space")
    tab_to("Enligt rad")
    write(str(rumour + 1))
    press("Ctrl+Return")
    entry = program.state[log.FEATURE].entries[rumour]
    assert (entry.reliability, entry.because) == ("contradicted", rumour + 1)


def test_a_line_from_a_paper_form_keeps_its_time_its_number_and_its_writer(program: Program) -> None:
    program.begin_played("14 15:10")
    program.at("15:10")
    program.go("logg")
    press("Ctrl+E")
    write("POSOM på plats")
    press("Tab")
    tab_to("Hände")
    write("1456")
    tab_to("Pappersblankett nr")
    write("1")
    tab_to("Skriven av")
    write("MK")
    press("Ctrl+Return")
    number = program.state[log.FEATURE].forms[1]
    entry = program.state[log.FEATURE].entries[number]
    assert entry.fact.paper is not None
    assert (entry.fact.paper.form, entry.fact.paper.writer) == (1, "MK")
    assert program.lines(1) == ["14:56 note MK: POSOM på plats"]


def test_a_line_is_made_secret_afterwards(program: Program) -> None:
    program.begin_exercise()
    program.log("in: polisen: misstänkt anlagd brand")
    number = len(program.lines())
    program.go(f"rad {number}")
    press("Ctrl+Shift+S")
    write("18:1")
    press("Ctrl+Return")
    assert program.state.marks.of(f"line:{number}") == "OSL 18:1"
    assert "anlagd" not in program.window.frame.side.log.rows()[0].text


def test_what_was_not_sent_is_there_when_the_incident_is_opened_again(program: Program) -> None:
    program.begin_exercise()
    write("halv rad om åska")
    file = next(program.folder.rglob("*.crisisdesk"))
    program.close()
    program.begin(file)
    assert program.window.frame.quick.text() == "halv rad om åska"


def test_the_quick_line_is_widened_and_goes_back_on_any_screen(program: Program) -> None:
    program.begin_exercise()
    program.at("14:25")
    program.go("lägesbild")
    press("Ctrl+L")
    write("in: 14.10 tre elever till sjukhus @stabschef")
    press("Ctrl+Return")
    assert spoken(focused()).startswith("Text")
    tab_to("Från")
    write("rektor")
    press("Esc")
    assert program.window.frame.quick.text() == "in: 14.10 tre elever till sjukhus @stabschef"
    press("Ctrl+Return", "Ctrl+Return")
    entry = max(program.state[log.FEATURE].entries.items())[1]
    assert program.lines(1) == ["14:10 in LS: tre elever till sjukhus @stabschef"]
    assert (entry.fact.sender, entry.fact.functions) == ("rektor", ("stabschef",))
    assert entry.number in program.state[log.FEATURE].unexplained
    program.go(f"rad {entry.number}")
    press("F2")
    write("telefonkö")
    press("Ctrl+Return")
    assert program.state[log.FEATURE].entries[entry.number].late_reason == "telefonkö"


def test_every_field_of_a_line_can_be_corrected(program: Program) -> None:
    program.begin_exercise()
    program.at("14:25")
    program.log("in: tre elever till sjukhus")
    number = len(program.lines())
    program.go(f"rad {number}")
    press("Ctrl+R")
    tab_to("Varför")
    write("fel tid och slag")
    tab_to("Hände")
    press("Ctrl+A")
    write("halv tre")
    press("Ctrl+A")
    write("14.22")
    tab_to("Funktioner")
    write("stabs")
    press("Return", "Ctrl+Return")
    entry = program.state[log.FEATURE].entries[number + 1]
    assert (entry.fact.corrects, entry.fact.reason) == (number, "fel tid och slag")
    assert entry.fact.functions == ("stabschef",)
    assert program.lines(1)[0].startswith("14:22 in LS: ")


def test_a_task_comes_from_the_step_and_the_line_that_one_stands_on(program: Program) -> None:
    program.begin_exercise()
    press("Alt+3")
    step = program.window.travel.chosen_ref()
    assert step.startswith("step:3.")
    press("Ctrl+T")
    write("Skaffa lokal")
    press("Return")
    assert program.state[tasks.FEATURE].tasks[1].source == step
    program.go("logg")
    press("Home")
    line = program.window.travel.chosen_ref()
    assert line.startswith("line:")
    press("Ctrl+B")
    write("Undervisningen ställs in")
    press("Return")
    said = program.state.timeline.lines[-1].line
    assert said is not None
    assert line in said.refs


def test_the_palette_does_what_it_finds(program: Program) -> None:
    program.begin_exercise()
    program.go("skriv ut")
    assert focused().accessibleName() == "Skriv ut"
    press("Escape")
    program.go("rita")
    assert program.screen == "sketch"
