"""The fact sheet on screen: saved when left or after a pause, never written over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.features import checklists, intake, lifecycle
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import IconButton, LineEdit, TextEdit, TickBox
from crisisdesk.ui.screens.sheet.screen import SheetScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import Play
from tests.ui.kit.hands import click

SAVE, ROW = intake.commands.SaveField, intake.commands.SaveRow
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
NEVER = 10_000_000  # ms: a pause that does not come in a test


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[SheetScreen]:
    """Return the sheet of a fresh incident; only leaving a field saves it."""
    return Play(qtbot, SheetScreen(theme, "2", pause_ms=NEVER))


def line(play: Play[SheetScreen], name: str) -> LineEdit:
    """Return the line with the name."""
    return play.named(LineEdit, name)


def test_enter_goes_on_and_saves_what_was_left(play: Play[SheetScreen]) -> None:
    assert play.focus_name() == "2.1 Vem larmar?"
    play.write("Rektor, vuxenutbildningen")
    assert not play.asked
    play.press(ENTER)
    assert play.asked == [SAVE(field="2.1", value="Rektor, vuxenutbildningen")]
    assert play.focus_name() == "2.2 När?"
    assert "sparat 13:05" in play.texts()
    assert "1 av 12" in play.texts()


def test_a_pause_saves_too(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, SheetScreen(theme, "2", pause_ms=1))
    with qtbot.waitSignal(play.screen.command_requested):
        play.write("Rektor")
    assert play.asked == [SAVE(field="2.1", value="Rektor")]
    assert play.focus_name() == "2.1 Vem larmar?"


def test_what_did_not_change_is_not_saved_again(play: Play[SheetScreen]) -> None:
    play.write("Rektor ")
    play.press(ENTER)
    line(play, "2.1 Vem larmar?").setFocus()
    play.press(ENTER)
    assert len(play.asked) == 1


def test_what_is_being_written_is_never_written_over(play: Play[SheetScreen]) -> None:
    play.write("Rekt")
    field = line(play, "2.1 Vem larmar?")
    field.setCursorPosition(2)
    play.do(SAVE(field="2.1", value="någon annan"), SAVE(field="2.4", value="Brand"))
    assert (field.text(), field.cursorPosition()) == ("Rekt", 2)
    assert play.named(TextEdit, "2.4 Vad har hänt, och var?").toPlainText() == "Brand"


def test_a_field_that_rests_follows_what_was_saved_elsewhere(play: Play[SheetScreen]) -> None:
    play.do(SAVE(field="2.8", value="Räddningsledaren"))
    assert line(play, "2.8 Vem leder insatsen eller arbetet?").text() == "Räddningsledaren"


def test_several_lines_take_enter_and_go_on_with_tab(play: Play[SheetScreen]) -> None:
    field = play.named(TextEdit, "2.5a Drabbade: vilka och hur många")
    field.setFocus()
    play.write("3 elever")
    play.press(ENTER, text="\r")
    play.press(TAB)
    assert play.focus_name() == "2.5b Miljö"
    assert play.wish(SAVE) == SAVE(field="2.5a", value="3 elever")


def test_the_time_and_the_sign_are_one_press_away(play: Play[SheetScreen]) -> None:
    play.button("Nu").click()
    assert play.asked[-1] == SAVE(field="2.2", value="2027-01-14 13:05")
    play.button("MK").click()
    assert play.asked[-1] == SAVE(field="2.3", value="MK")
    assert line(play, "2.3 Vem tar emot larmet?").text() == "MK"


def test_a_tick_is_saved_at_once_and_can_be_taken_back(play: Play[SheetScreen]) -> None:
    box = play.named(TickBox, "2.11 Säkerställ att du får ny information löpande")
    box.click()
    assert play.asked[-1] == SAVE(field="2.11", value="ja")
    box.click()
    assert play.asked[-1] == SAVE(field="2.11", value="")
    assert not box.isChecked()


def test_the_table_grows_and_its_rows_are_saved_one_by_one(play: Play[SheetScreen]) -> None:
    assert play.screen.go_to("field:2.12")
    play.write("Räddningscentralen")
    play.press(ENTER)
    play.write("08-465 004 10")
    play.press(ENTER)
    assert play.focus_name() == "Aktör, rad 2"
    play.write("Rektor")
    play.press(ENTER)
    saved = play.incident.state[intake.FEATURE].table("2.12")
    assert saved == [(1, ("Räddningscentralen", "08-465 004 10")), (2, ("Rektor", ""))]
    assert line(play, "Aktör, rad 3").text() == ""


def test_a_row_is_cleared_with_its_cross_or_by_emptying_it(play: Play[SheetScreen]) -> None:
    play.do(ROW(field="2.12", cells=("Rektor", "070-174 06 05")), ROW(field="2.12", cells=("Polis", "")))
    cross = play.named(IconButton, "Ta bort rad 1")
    click(cross, cross.rect().center())
    assert play.asked[-1] == ROW(field="2.12", cells=("", ""), row=1)
    assert play.incident.state[intake.FEATURE].table("2.12") == [(2, ("Polis", ""))]
    line(play, "Aktör, rad 2").setFocus()
    play.write("")
    line(play, "Aktör, rad 2").clear()
    play.press(ENTER)
    assert play.incident.state[intake.FEATURE].table("2.12") == []


def test_leaving_the_screen_saves(play: Play[SheetScreen]) -> None:
    play.write("Rektor")
    play.screen.hide()
    assert play.asked == [SAVE(field="2.1", value="Rektor")]


def test_closing_the_window_saves_before_it_closes(qtbot: QtBot, theme: Theme) -> None:
    order: list[str] = []

    class Window(QWidget):
        def closeEvent(self, event: QCloseEvent) -> None:
            order.append("closed")

    window = Window()
    screen = SheetScreen(theme, "2", window, pause_ms=NEVER)

    def note(_command: object, _screen: object) -> None:
        order.append("saved")

    screen.command_requested.connect(note)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    incident = Incident()
    screen.show_state(incident.state, incident.now)
    field = screen.findChildren(LineEdit)[0]
    field.setText("Rektor")
    window.close()
    assert order[:2] == ["saved", "closed"]


def test_what_could_not_be_saved_says_so_and_keeps_the_text(qtbot: QtBot, theme: Theme) -> None:
    screen = SheetScreen(theme, "2", pause_ms=NEVER)
    play = Play(qtbot, screen)
    play.screen.command_requested.disconnect()

    def fail(_command: Command, where: Screen) -> None:
        where.answer(False)

    screen.command_requested.connect(fail)
    play.write("Rektor")
    play.press(ENTER)
    assert "inte sparat" in play.texts()
    assert line(play, "2.1 Vem larmar?").text() == "Rektor"
    play.show()
    assert line(play, "2.1 Vem larmar?").text() == "Rektor"


def test_a_closed_incident_says_why_at_the_field(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, SheetScreen(theme, "2", pause_ms=NEVER))
    play.incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    play.write("Rektor")
    play.press(ENTER)
    assert any("avslutad" in text.lower() for text in play.texts())


def test_signing_the_sheet_saves_first(play: Play[SheetScreen]) -> None:
    play.write("Rektor")
    play.button("Signera faktabladet MK").click()
    assert play.asked == [SAVE(field="2.1", value="Rektor"), checklists.commands.Sign(item="2")]
    assert "Faktabladet signerat 13:05 MK" in play.texts()
    play.button("Fortsätt till 3 Bedömning").click()
    assert play.places == ["phase:3"]


def test_everything_has_a_name(play: Play[SheetScreen]) -> None:
    controls = play.screen.findChildren(QWidget)
    nameless = [
        widget
        for widget in controls
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QLabel)
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_the_first_unanswered_question_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(SAVE(field="2.1", value="Rektor"))
    play = Play(qtbot, SheetScreen(theme, "2", pause_ms=NEVER), incident)
    assert play.focus_name() == "2.2 När?"
