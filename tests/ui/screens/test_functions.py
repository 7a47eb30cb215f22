"""Functions on screen: appointing, coming and going, and the handover that both sign."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import lifecycle, people, tasks
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit
from crisisdesk.ui.screens.functions.screen import FunctionsScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[FunctionsScreen]:
    return Play(qtbot, FunctionsScreen(theme))


def test_the_first_vacancy_is_in_front_and_enter_fills_it(play: Play[FunctionsScreen]) -> None:
    assert play.screen.list.focused_key() == "function:analys"
    assert "4 vakanta" in play.texts()
    play.press(ENTER)
    play.write("Utredare")
    play.press(ENTER, CTRL)
    assert play.wish(people.commands.Appoint) == people.commands.Appoint(function="analys", person="Utredare")
    assert "3 vakanta" in play.texts()


def test_nobody_is_appointed_without_a_name(play: Play[FunctionsScreen]) -> None:
    play.press(ENTER)
    play.press(ENTER, CTRL)
    assert any("Skriv vem som får funktionen" in text for text in play.texts())
    assert play.focus_name() == "Vem?"


def test_space_notes_who_came_and_who_left(play: Play[FunctionsScreen]) -> None:
    play.screen.go_to("function:ordforande")
    play.press(SPACE)
    assert play.wish(people.commands.SignIn) == people.commands.SignIn(
        person="Förvaltningschef", function="ordforande"
    )
    assert "1 på plats" in play.texts()
    play.press(SPACE)
    assert play.wish(people.commands.SignOut).person == "Förvaltningschef"


def test_space_lets_somebody_of_the_room_leave(play: Play[FunctionsScreen]) -> None:
    play.do(people.commands.SignIn(person="Brandingenjör"))
    assert play.screen.go_to("person:Brandingenjör")
    play.press(SPACE)
    assert play.wish(people.commands.SignOut).person == "Brandingenjör"


def test_insert_notes_somebody_from_outside(play: Play[FunctionsScreen]) -> None:
    play.press(Qt.Key.Key_Insert)
    play.write("Brandingenjör")
    play.named(LineEdit, "För vilken funktion?").setText("analysfunktion")
    play.press(ENTER, CTRL)
    assert play.wish(people.commands.SignIn) == people.commands.SignIn(
        person="Brandingenjör", function="analys"
    )


def test_a_function_is_made_vacant_with_or_without_a_reason(play: Play[FunctionsScreen]) -> None:
    play.screen.go_to("function:hr")
    play.press(Qt.Key.Key_4)
    play.press(ENTER, CTRL)
    assert play.wish(people.commands.Vacate) == people.commands.Vacate(function="hr")
    assert "5 vakanta" in play.texts()


def test_a_relief_is_planned_and_cancelled(play: Play[FunctionsScreen]) -> None:
    play.screen.go_to("function:hr")
    play.press(Qt.Key.Key_2)
    play.named(LineEdit, "Vem tar över?").setText("Personalchef")
    play.press(ENTER, CTRL)
    assert any("Skriv när" in text for text in play.texts())
    play.write("18:00")
    play.press(ENTER, CTRL)
    assert play.wish(people.commands.PlanRelief).person == "Personalchef"
    assert "avlöses 18:00" in play.texts()
    play.press(Qt.Key.Key_5)
    play.press(ENTER, CTRL)
    assert play.wish(people.commands.CancelRelief).function == "hr"


def test_both_sign_the_handover(play: Play[FunctionsScreen]) -> None:
    play.do(tasks.commands.Add(text="Ring elverket"))
    play.screen.go_to("function:loggforare")
    play.press(SPACE)
    play.press(Qt.Key.Key_1)
    assert "Ring elverket" in play.texts()
    assert play.named(LineEdit, "Lämnar: sign").text() == "MK"
    play.press(ENTER, CTRL)
    assert any("Den som tar över behöver signera" in text for text in play.texts())
    assert play.focus_name() == "Tar över: sign"
    play.write("mk")
    play.press(ENTER, CTRL)
    assert any("egen signatur" in text for text in play.texts())
    play.write("TB")
    play.press(ENTER, CTRL)
    done = play.wish(people.commands.Relieve)
    assert (done.function, done.sign_from, done.sign_to) == ("loggforare", "MK", "TB")
    assert done.handover == "Öppna uppgifter: 1. Nästa möte: ingen tid satt."
    assert play.incident.state[lifecycle.FEATURE].keeper == "TB"
    assert play.screen.list.isVisible()
    assert play.screen.list.focused_key() == "function:loggforare"


def test_the_situation_follows_while_the_sheet_is_open(play: Play[FunctionsScreen]) -> None:
    play.screen.relieve("function:ordforande")
    play.write("Biträdande chef")
    play.do(tasks.commands.Add(text="Ny uppgift"))
    assert "Ny uppgift" in play.texts()
    assert play.named(LineEdit, "Vem tar över?").text() == "Biträdande chef"


def test_escape_leaves_the_handover(play: Play[FunctionsScreen]) -> None:
    play.screen.go_to("function:ordforande")
    play.screen.relieve("function:ordforande")
    play.press(ESCAPE)
    assert play.screen.list.isVisible()
    assert play.asked == []


def test_a_vacant_function_cannot_be_handed_over(play: Play[FunctionsScreen]) -> None:
    play.screen.relieve("function:analys")
    assert play.screen.list.isVisible()


def test_a_closed_incident_only_shows(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    play = Play(qtbot, FunctionsScreen(theme), incident)
    for key in (SPACE, ENTER, Qt.Key.Key_1, Qt.Key.Key_Insert):
        play.press(key)
    assert play.asked == []


def test_places_and_print(play: Play[FunctionsScreen]) -> None:
    assert play.screen.go_to("function:hr")
    assert not play.screen.go_to("function:okand")
    play.button("Skriv ut").click()
    assert play.prints == ["people"]
