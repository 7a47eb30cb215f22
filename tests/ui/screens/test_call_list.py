"""The call list on screen: one key for an outcome, more to say in the row, numbers as codes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.features import calls, lifecycle, people
from crisisdesk.features.people.facts import Person
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Chip, LineEdit
from crisisdesk.ui.screens.call_list.qr_code import QrCode
from crisisdesk.ui.screens.call_list.screen import CallListScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CHAIR = Person(
    person="Funktionär ett",
    phone_work="08-465 004 01",
    phone_private="070-174 06 05",
    functions=("ordforande",),
)


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[CallListScreen]:
    return Play(qtbot, CallListScreen(theme))


def focused(play: Play[CallListScreen]) -> str:
    return play.screen.list.focused_key()


def chip(play: Play[CallListScreen], text: str) -> Chip:
    found = [c for c in play.screen.findChildren(Chip) if c.isVisibleTo(play.screen) and text in c.text()]
    assert found, text
    return found[0]


def test_one_logs_reached_and_goes_on_to_the_next(play: Play[CallListScreen]) -> None:
    assert focused(play) == "function:ordforande"
    play.press(Qt.Key.Key_1)
    assert play.wish(calls.commands.Call) == calls.commands.Call(
        target="function:ordforande", outcome="reached"
    )
    assert focused(play) == "function:vice-ordforande"
    assert "1 av 11 nådda" in play.texts()


@pytest.mark.parametrize(("key", "outcome"), [(Qt.Key.Key_2, "no_answer"), (Qt.Key.Key_3, "message")])
def test_other_keys_log_other_outcomes(play: Play[CallListScreen], key: Qt.Key, outcome: str) -> None:
    play.press(key)
    assert play.wish(calls.commands.Call).outcome == outcome


def test_a_held_key_logs_once(play: Play[CallListScreen]) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
    QApplication.sendEvent(play.focus(), held)
    assert play.asked == []


def test_who_does_not_answer_stays_in_front_with_the_deputy_at_hand(play: Play[CallListScreen]) -> None:
    play.screen.go_to("call:function:stabschef")
    play.press(Qt.Key.Key_2)
    assert focused(play) == "function:stabschef"
    chip(play, "Vice stabschef").pressed.emit()
    assert focused(play) == "function:vice-stabschef"


def test_four_asks_when_they_come(play: Play[CallListScreen]) -> None:
    play.press(Qt.Key.Key_4)
    assert play.focus_name() == "Kommer kl."
    play.write("om 20 min")
    play.press(ENTER, CTRL)
    made = play.wish(calls.commands.Call)
    assert made.outcome == "coming"
    assert made.coming_at is not None
    assert (made.coming_at - play.incident.now).total_seconds() == 20 * 60


def test_a_time_that_is_none_is_refused_at_its_field(play: Play[CallListScreen]) -> None:
    play.press(Qt.Key.Key_4)
    play.write("snart")
    play.press(ENTER, CTRL)
    assert play.asked == []
    assert any("Skriv tiden så" in text for text in play.texts())
    assert play.focus_name() == "Kommer kl."


def test_enter_takes_a_note_a_deputy_and_a_time(play: Play[CallListScreen]) -> None:
    play.incident.wait(10)
    play.show()
    play.screen.go_to("call:function:stabschef")
    play.press(ENTER)
    play.write("Ring igen")
    play.named(LineEdit, "Ersätts av").setText("Vice stabschef (Administrativ chef)")
    play.named(LineEdit, "Ringt. Tomt: nu").setText("13:10")
    play.press(ENTER, CTRL)
    made = play.wish(calls.commands.Call)
    assert (made.note, made.deputy) == ("Ring igen", "function:vice-stabschef")
    assert made.happened_at is not None
    assert (play.incident.now - made.happened_at).total_seconds() == 5 * 60


def test_nobody_holds_it_so_the_name_is_asked_for(play: Play[CallListScreen]) -> None:
    play.screen.go_to("call:function:analys")
    play.press(Qt.Key.Key_1)
    assert play.focus_name() == "Vem söktes?"
    play.press(ENTER, CTRL)
    assert play.asked == []
    play.write("Utredare")
    play.press(ENTER, CTRL)
    assert play.wish(calls.commands.Call).person == "Utredare"


def test_insert_calls_somebody_else(play: Play[CallListScreen]) -> None:
    play.press(Qt.Key.Key_Insert)
    play.write("Elverket")
    play.press(ENTER, CTRL)
    assert play.wish(calls.commands.Call).target == "Elverket"
    assert "Elverket" in play.texts()


def test_ctrl_r_takes_the_call_back_with_a_reason(play: Play[CallListScreen]) -> None:
    play.press(Qt.Key.Key_2)
    play.press(Qt.Key.Key_R, CTRL)
    play.press(ENTER, CTRL)
    assert any("Skriv varför samtalet tas tillbaka" in text for text in play.texts())
    play.write("fel nummer")
    play.press(ENTER, CTRL)
    assert play.wish(calls.commands.Withdraw) == calls.commands.Withdraw(call=1, reason="fel nummer")
    assert focused(play) == "function:ordforande"


def test_a_number_becomes_a_code_and_escape_closes_it(play: Play[CallListScreen]) -> None:
    play.do(people.commands.CopyDirectory(persons=(CHAIR,)))
    chip(play, "08-465 004 01").pressed.emit()
    assert play.screen.pane.shown() == "tel:0846500401"
    code = play.screen.findChild(QrCode)
    assert isinstance(code, QrCode)
    assert code.modules() >= 21
    play.screen.pane.setFocus()
    play.press(ESCAPE)
    assert not play.screen.pane.isVisible()


def test_a_private_number_stands_there_only_when_asked_for(play: Play[CallListScreen]) -> None:
    play.do(people.commands.CopyDirectory(persons=(CHAIR,)))
    assert not any("070-174 06 05" in text for text in play.texts())
    chip(play, "Visa privat nummer").pressed.emit()
    assert any("070-174 06 05" in text for text in play.texts())
    play.press(Qt.Key.Key_Down)
    assert not any("070-174 06 05" in text for text in play.texts())


def test_public_numbers_are_found_by_typing(play: Play[CallListScreen]) -> None:
    play.button("Nummer").click()
    assert play.focus_name() == "Sök nummer"
    play.write("olyckor")
    play.press(Qt.Key.Key_Down)
    assert play.screen.pane.shown() == "tel:11313"


def test_the_whole_group_gets_one_message(play: Play[CallListScreen]) -> None:
    play.do(people.commands.CopyDirectory(persons=(CHAIR,)))
    play.button("Sms").click()
    play.write("Samling kl 14")
    assert play.screen.pane.shown() == "sms:0846500401?body=Samling%20kl%2014"


def test_a_half_written_form_survives_what_happens_elsewhere(play: Play[CallListScreen]) -> None:
    play.press(ENTER)
    play.write("halvvägs")
    play.do(calls.commands.Call(target="function:hr", outcome="reached"))
    assert play.named(LineEdit, "Anteckning").text() == "halvvägs"
    assert play.focus_name() == "Anteckning"


def test_a_closed_incident_only_shows(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    play = Play(qtbot, CallListScreen(theme), incident)
    play.press(Qt.Key.Key_1)
    play.press(Qt.Key.Key_Insert)
    assert play.asked == []


def test_letters_are_left_to_the_quick_line(play: Play[CallListScreen]) -> None:
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n")
    QApplication.sendEvent(play.screen.list, letter)
    assert not letter.isAccepted()


def test_print_and_places(play: Play[CallListScreen]) -> None:
    play.button("Skriv ut").click()
    assert play.prints == ["calls"]
    play.do(calls.commands.Call(target="function:hr", outcome="reached"))
    assert play.screen.go_to("call:1")
    assert focused(play) == "function:hr"
    assert not play.screen.go_to("call:99")
