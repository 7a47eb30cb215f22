"""The log in the whole window by keyboard: find, follow a link and come back, remember how it is read."""

from typing import cast

from PySide6.QtWidgets import QApplication

from crisisdesk.features import log
from crisisdesk.ui.screens.log.screen import LogScreen
from tests.support.keyboard import focused, press, write
from tests.support.program_play import Program


def opened(program: Program) -> LogScreen:
    """Begin, write three lines and a correction, go to the log."""
    program.begin_exercise()
    for text in ("in: elevskyddsombudet ringer", "rök i hus B", "in: elevskyddsombudet är här"):
        program.log(text)
    program.window.bridge.execute(log.commands.Correct(number=3, text="Skyddsombudet ringer", reason="Fel"))
    program.window.travel.go("log")
    return cast(LogScreen, program.window.frame.deck.in_sight())


def test_a_link_is_followed_and_alt_left_comes_back_to_the_line(program: Program) -> None:
    screen = opened(program)
    screen.go_to("line:3")
    press("Return")
    assert focused().accessibleName().startswith("Rättad av nr 6")
    press("Return")
    assert screen.view.current() == 6
    press("Alt+Left")
    assert screen.view.current() == 3
    assert focused().accessibleName() == "Loggens rader"


def test_the_question_in_the_room_is_answered_from_any_screen(program: Program) -> None:
    screen = opened(program)
    program.window.travel.go("tasks")
    press("Ctrl+F")
    write("skyddsombud")
    press("Return")
    assert screen.view.current() == 3
    press("End")
    press("Home")
    assert screen.view.current() == 3
    program.window.travel.go("tasks")
    press("Alt+Left")
    assert screen.view.current() == 3
    assert [row.number for row in screen.view.rows()] == [3, 5, 6]


def test_letters_in_the_log_go_to_the_quick_line_and_its_own_keys_do_not(program: Program) -> None:
    screen = opened(program)
    for keys in ("Ctrl+O", "Ctrl+M", "Ctrl+A", "Ctrl+C"):
        press(keys)
    assert "Nr 6" in QApplication.clipboard().text()
    assert program.window.frame.quick.text() == ""
    press("Ctrl+Shift+F")
    assert screen.head.panels.filter.isVisible()
    press("Escape")
    press("Ctrl+Shift+K")
    press("Right")
    press("Space")
    press("Escape")
    kept = program.window.preferences.settings
    assert kept.log_columns == ("number", "time", "recorded", "kind", "text", "route", "sign")
    assert kept.log_order == "happened"
    assert list(kept.log_looked.values()) == [program.state.facts]
    write("ny rad")
    assert program.window.frame.quick.text() == "ny rad"
