"""From an empty board to three frozen ones by keyboard, and back through them: the exercise's lägesbilder."""

from crisisdesk.features import board
from tests.scenario.test_window_board import hangs, put_up
from tests.support.keyboard import focused, press, spoken, write
from tests.support.program_play import Program


def freeze(program: Program, name: str = "") -> None:
    """Freeze the board and give it the name."""
    press("F7")
    assert spoken(focused()) == "Lägesbildens namn"
    if name:
        write(name)
        press("Return")
    else:
        press("Escape")
    assert spoken(focused()) == "Tavlan"


def play(program: Program) -> None:
    """Play the exercise's board: questions and answers, a rumour, resources, three pictures."""
    program.begin_exercise()
    program.at("13:17")
    program.log("o: en person saknas i räkningen @ordförande")
    program.go("lägesbild")
    program.at("13:29")
    program.log("in: den saknade är hittad, hade gått hem 12:30, besvarar oklarhet 1")
    program.at("13:48")
    program.go("lägesbild")
    freeze(program, "första mötet")
    program.at("14:15")
    program.log("o: stämmer ryktet att en elev är död?")
    program.at("14:23")
    program.log("in: ambulansledare: två till sjukhus, inga döda, besvarar oklarhet 2")
    program.at("14:32")
    program.go("lägesbild")
    freeze(program)
    program.at("15:25")
    press("Left", "Left", "Left", "Home")
    put_up(program, "Undervisningen flyttar till medborgarhuset")
    program.at("16:05")
    freeze(program, "avslut")


def test_three_pictures_are_frozen_and_named(program: Program) -> None:
    play(program)
    found = program.state[board.FEATURE]
    assert [(one.number, one.name) for one in found.frozen] == [(1, "första mötet"), (2, ""), (3, "avslut")]
    assert found.open_uncertainties() == []
    said = [line for line in program.lines() if "fryst" in line]
    assert len(said) == 3
    assert said[1].endswith("Lägesbild 2 fryst: 2 nya kort.")
    assert said[2].endswith("Lägesbild 3 fryst: 1 nytt kort.")


def test_two_of_them_stand_beside_each_other(program: Program) -> None:
    play(program)
    press("Ctrl+J")
    assert spoken(focused()) == "Korten sida vid sida"
    press("Escape")
    assert spoken(focused()) == "Tavlan"
    assert program.screen == "board"


def test_any_minute_can_be_seen_and_nothing_is_changed_by_it(program: Program) -> None:
    play(program)
    before, hung = len(program.lines()), hangs(program, "handelse")
    press("F6")
    assert spoken(focused()) == "Tid"
    press("Home")
    assert focused().accessibleDescription() == "13:05"
    press("Ctrl+Right")
    assert focused().accessibleDescription() == "13:17"
    press("PgUp", "Right", "Right")
    assert focused().accessibleDescription() == "13:29"
    press("F7", "Escape")
    assert spoken(focused()) == "Tavlan"
    assert (len(program.lines()), hangs(program, "handelse")) == (before, hung)
