"""From the start window into an incident: the red button, the exercise, the keeper, the first steps."""

from crisisdesk.features import checklists, lifecycle
from crisisdesk.session.library import EXERCISES, REAL
from tests.support.keyboard import choose, focused, press, spoken, tab_to, write
from tests.support.program_play import FILE, Program


def test_enter_on_the_red_button_starts_a_real_incident_at_once(program: Program) -> None:
    program.begin()
    assert spoken(focused()) == "Larm: ny händelse"
    press("Return")
    program.settle()
    life = program.state[lifecycle.FEATURE]
    assert (life.exercise, life.closed, life.keeper) == (False, False, "")
    assert [path.parent.name for path in program.folder.rglob("*.crisisdesk")] == [REAL]
    assert program.lines()[0].endswith(f"Larm. Händelse {life.own_number} startad: {life.name}.")
    assert program.screen == "phase:1"


def test_the_only_open_incident_is_what_the_next_start_opens(program: Program) -> None:
    program.begin()
    press("Return")
    program.settle()
    program.log("rök i trapphuset")
    program.close()
    program.begin()
    assert program.lines()[-1].endswith("rök i trapphuset")


def test_the_exercise_begins_at_the_scenarios_time_and_keeps_the_real_one_beside(program: Program) -> None:
    program.begin_exercise(sign="")
    life = program.state[lifecycle.FEATURE]
    assert (life.exercise, life.scenario, life.own_number) == (True, "brand", "2027-003")
    assert (program.folder / EXERCISES / FILE).exists()
    first = program.state.timeline.line(1)
    assert f"{first.happened_at:%Y-%m-%d %H:%M}" == "2027-01-14 12:05"
    assert first.wall_at is not None
    assert first.wall_at != first.happened_at


def test_the_keeper_types_a_sign_and_the_first_three_steps_are_signed_with_space(program: Program) -> None:
    program.begin_exercise(sign="LS")
    assert program.state[lifecycle.FEATURE].keeper == "LS"
    press("Space", "Space", "Space")
    marks = program.state[checklists.FEATURE].marks
    assert {step: marks[step].kind for step in ("1.1", "1.2", "1.3")} == dict.fromkeys(
        ("1.1", "1.2", "1.3"), "signed"
    )
    assert program.lines(1) == ["13:05 step LS: 1.3 Ta emot larmet och fyll i faktabladet. Signerat LS."]


def test_a_line_can_be_written_before_anyone_keeps_the_log(program: Program) -> None:
    program.begin_exercise(sign="")
    write("rök")
    press("Return")
    assert program.lines(1) == ["13:05 note –: rök"]


def test_ctrl_z_takes_the_last_sign_back(program: Program) -> None:
    program.begin_exercise()
    press("Space", "Ctrl+Z")
    assert "1.1" not in program.state[checklists.FEATURE].marks
    assert program.lines(1)[0].endswith("Ångrat.")


def test_escape_gives_the_focus_back_from_the_quick_line(program: Program) -> None:
    program.begin_exercise()
    step = focused()
    write("halv")
    assert spoken(focused()) == "Skriv i loggen"
    press("Escape")
    assert focused() is step
    press("Space")
    assert program.lines()[-1].startswith("13:05 step LS: 1.1")


def test_leaving_for_the_start_window_lists_the_exercise_and_enter_opens_it_again(program: Program) -> None:
    program.begin_exercise()
    program.log("rök")
    tab_to("Brand, vuxenutbildningen hus B, meny")
    press("Return")
    choose("Till startfönstret")
    program.settle()
    assert spoken(focused()) == "Larm: ny händelse"
    while spoken(focused()) != "Händelser":
        press("Tab")
    press("Return")
    program.settle()
    assert program.lines(1) == ["13:05 note LS: rök"]


def test_an_inject_is_logged_as_information_that_came_in(program: Program) -> None:
    program.begin_exercise()
    program.at("13:17")
    while "13:17" not in program.window.frame.notices.texts()["inject"]:
        tab_to("Läst")
        press("Return")
    tab_to("Logga")
    press("Return")
    assert spoken(focused()) == "Skriv i loggen"
    write("räddningsledaren: en person saknas")
    press("Return")
    assert program.lines(1) == ["13:17 in LS: räddningsledaren: en person saknas"]


def test_the_exercise_is_left_for_a_real_alarm_with_one_button(program: Program) -> None:
    program.begin_exercise()
    tab_to("Avbryt övning, skarpt läge")
    press("Return")
    program.settle()
    assert not program.state[lifecycle.FEATURE].exercise
    assert program.lines()[0].split()[1] == "sys"


def test_an_incident_that_another_program_holds_is_said_to_be_held(program: Program) -> None:
    program.begin_played("14 13:30")
    file = next(program.folder.rglob("*.crisisdesk"))
    program.close()
    holder = program.library.open(file)
    program.begin(file)
    assert "fault" in program.start_window.notices.texts()
    assert spoken(focused()) == "Larm: ny händelse"
    holder.close()


def test_a_damaged_incident_is_opened_to_read(program: Program) -> None:
    program.begin_played("14 13:30")
    file = next(program.folder.rglob("*.crisisdesk"))
    program.close()
    content = file.read_bytes()
    at = content.index("Räddningsledare: hus B".encode())
    file.write_bytes(content[:at] + b"T" + content[at + 1 :])
    program.begin(file)
    tab_to("Öppna för läsning")
    press("Return")
    program.settle()
    before = len(program.lines())
    assert before
    program.log("kan inte skrivas")
    assert len(program.lines()) == before
