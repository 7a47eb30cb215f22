"""Information on screen: written, kept, sent, sent to more, taken back, given to the switchboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import information, lifecycle
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit, TextEdit
from crisisdesk.ui.screens.information.screen import InformationScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import Heard

ENTER, ESCAPE, INSERT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Insert
SENT = information.commands.SendMessage(
    text="Alla är ute", groups=("elever", "växel"), channel="sms", spokesperson="Rektor"
)


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[InformationScreen]:
    return Play(qtbot, InformationScreen(theme))


def test_an_empty_screen_says_which_key_writes_the_first(play: Play[InformationScreen]) -> None:
    assert any("Skriv det första med" in text for text in play.texts())
    assert "Ins" in play.texts()
    assert play.focus_name() == "Nytt budskap"


def test_insert_writes_a_message_and_sends_it(play: Play[InformationScreen]) -> None:
    play.press(INSERT)
    play.write("Alla är ute")
    play.press(ENTER, CTRL)
    assert any("Skriv vilka budskapet går till" in text for text in play.texts())
    play.write("elever, växel")
    play.press(ENTER, CTRL)
    sent = play.wish(information.commands.SendMessage)
    assert (sent.text, sent.groups) == ("Alla är ute", ("elever", "växel"))
    assert "skickat" in play.texts()
    assert play.screen.list.focused_key() == "message:1"


def test_a_message_is_kept_as_a_draft_with_its_latest_time(play: Play[InformationScreen]) -> None:
    play.press(INSERT)
    play.write("Schema kommer")
    play.named(LineEdit, "Till").setText("elever")
    play.named(LineEdit, "Ut senast").setText("om 20 min")
    play.button("Spara utkast").click()
    kept = play.wish(information.commands.SaveMessage)
    assert kept.latest_at is not None
    assert "utkast" in play.texts()
    assert "senast 13:25" in play.texts()
    play.press(Qt.Key.Key_1)
    assert play.wish(information.commands.SendMessage) == information.commands.SendMessage(message=1)


def test_a_draft_without_groups_asks_for_them_before_it_goes(play: Play[InformationScreen]) -> None:
    play.do(information.commands.SaveMessage(text="Schema kommer"))
    play.screen.focus_first()
    play.press(Qt.Key.Key_1)
    assert play.focus_name() == "Till"
    play.write("elever")
    play.press(ENTER, CTRL)
    assert play.wish(information.commands.SendMessage).groups == ("elever",)


def test_enter_writes_a_new_version(play: Play[InformationScreen]) -> None:
    play.do(SENT)
    play.screen.focus_first()
    play.press(ENTER)
    assert play.named(TextEdit, "Budskap").toPlainText() == "Alla är ute"
    play.write("Alla är ute. Ring växeln.")
    play.press(ENTER, CTRL)
    sent = play.wish(information.commands.SendMessage)
    assert (sent.message, sent.text) == (1, "Alla är ute. Ring växeln.")
    assert "version 2" in play.texts()


def test_the_same_version_goes_to_more(play: Play[InformationScreen]) -> None:
    play.do(SENT)
    play.screen.focus_first()
    play.press(Qt.Key.Key_2)
    play.write("media")
    play.press(ENTER, CTRL)
    assert play.wish(information.commands.SendMessage).groups == ("media",)
    assert "version 2" not in play.texts()


def test_ctrl_r_takes_it_back(play: Play[InformationScreen]) -> None:
    play.do(SENT)
    play.screen.focus_first()
    play.press(Qt.Key.Key_R, CTRL)
    play.write("fel uppgift")
    play.press(ENTER, CTRL)
    assert play.wish(information.commands.WithdrawMessage).reason == "fel uppgift"
    assert "tillbakadraget" in play.texts()
    play.press(ENTER)
    assert play.screen.list.form("message:1") is None


def test_the_switchboards_sheet_starts_from_the_last_message(play: Play[InformationScreen]) -> None:
    play.do(SENT)
    play.button("Underlag till växeln").click()
    assert play.named(TextEdit, "Växeln svarar").toPlainText() == "Alla är ute"
    play.write("Koppla anhöriga till rektor")
    play.press(ENTER, CTRL)
    assert play.wish(information.commands.BriefSwitchboard) == information.commands.BriefSwitchboard(
        text="Koppla anhöriga till rektor", message=1
    )
    assert "Koppla anhöriga till rektor" in play.texts()


def test_a_half_written_message_is_a_draft_until_it_is_sent_or_left(play: Play[InformationScreen]) -> None:
    heard = Heard(play.screen.draft_changed)
    play.press(INSERT)
    play.write("Ny")
    assert heard.all[-1] == ("information:new", "Ny")
    play.press(ESCAPE)
    assert heard.all[-1] == ("information:new", "")
    play.screen.restore_draft("information:new", "Halvvägs")
    assert play.named(TextEdit, "Budskap").toPlainText() == "Halvvägs"


def test_what_is_being_written_stays_when_something_happens(play: Play[InformationScreen]) -> None:
    play.press(INSERT)
    play.write("Halvvägs")
    play.do(SENT)
    assert play.named(TextEdit, "Budskap").toPlainText() == "Halvvägs"
    assert play.focus_name() == "Budskap"


def test_a_closed_incident_only_shows(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(SENT)
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    play = Play(qtbot, InformationScreen(theme), incident)
    for key in (INSERT, ENTER, Qt.Key.Key_2):
        play.press(key)
    assert play.asked == []
    assert not play.button("Nytt budskap").isEnabled()


def test_places_and_print(play: Play[InformationScreen]) -> None:
    play.do(SENT)
    assert play.screen.go_to("message:1")
    assert not play.screen.go_to("message:9")
    play.button("Skriv ut").click()
    assert play.prints == ["information"]
