"""Closing on screen: every open thing gets a way on, both sign, and a closed incident can be opened again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, decisions, lifecycle, tasks
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit
from crisisdesk.ui.screens.closing.screen import ClosingScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import Heard

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[ClosingScreen]:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Utrym hus B"))
    incident.do(tasks.commands.Add(text="Samtalsstöd"))
    incident.do(board.commands.AddCard(text="Är elen bruten?", purpose="uncertainty"))
    return Play(qtbot, ClosingScreen(theme), incident)


def sign(play: Play[ClosingScreen], chair: str, keeper: str) -> None:
    play.named(LineEdit, "Ordförande: sign").setText(chair)
    play.named(LineEdit, "Loggförare: sign").setText(keeper)
    play.button("Avsluta krisledningen").click()


def test_it_says_how_much_is_left(play: Play[ClosingScreen]) -> None:
    assert "3 kvar att avsluta eller föra över" in play.texts()
    assert play.screen.list.focused_key() == "decision:1"


def test_one_says_what_came_of_each(play: Play[ClosingScreen]) -> None:
    play.press(Qt.Key.Key_1)
    play.write("klart 15:00")
    play.press(ENTER, CTRL)
    assert play.wish(decisions.commands.SetProgress) == decisions.commands.SetProgress(
        decision=1, progress="done", note="klart 15:00"
    )
    assert play.screen.list.focused_key() == "task:1"
    play.press(Qt.Key.Key_1)
    play.press(ENTER, CTRL)
    assert play.wish(tasks.commands.Answer).task == 1
    play.press(Qt.Key.Key_1)
    play.write("Ja")
    play.press(ENTER, CTRL)
    assert play.wish(board.commands.AnswerUncertainty).answer == "Ja"
    assert any("Inget är öppet" in text for text in play.texts())


def test_a_task_is_carried_over_at_once(play: Play[ClosingScreen]) -> None:
    play.press(Qt.Key.Key_Down)
    play.press(Qt.Key.Key_2)
    play.write("HR")
    play.press(ENTER, CTRL)
    assert play.wish(tasks.commands.CarryOver) == tasks.commands.CarryOver(task=1, to="HR")
    assert "Uppgift 1 · HR" in play.texts()


def test_what_is_carried_goes_along_when_both_sign(play: Play[ClosingScreen]) -> None:
    heard = Heard(play.screen.draft_changed)
    play.press(Qt.Key.Key_2)
    assert "2 kvar att avsluta eller föra över" in play.texts()
    assert heard.all[-1] == ("closing:carries", "decision:1")
    play.do(tasks.commands.Answer(task=1))
    play.press(Qt.Key.Key_End)
    play.press(Qt.Key.Key_2)
    assert "allt har fått en väg vidare" in play.texts()
    sign(play, "LS", "MK")
    closed = play.wish(lifecycle.commands.Close)
    assert (closed.chair, closed.keeper, closed.carries) == ("LS", "MK", ("decision:1", "uncertainty:1"))
    assert "Krisledningen är avslutad" in play.texts()
    assert heard.all[-1] == ("closing:carries", "")


def test_two_again_takes_it_back(play: Play[ClosingScreen]) -> None:
    play.press(Qt.Key.Key_2)
    play.press(Qt.Key.Key_2)
    assert "3 kvar att avsluta eller föra över" in play.texts()


def test_all_that_is_open_is_carried_over_at_once(play: Play[ClosingScreen]) -> None:
    play.button("För över alla").click()
    assert "allt har fått en väg vidare" in play.texts()
    sign(play, "LS", "MK")
    assert play.wish(lifecycle.commands.Close).carries == ("decision:1", "task:1", "uncertainty:1")


def test_a_task_that_is_carried_with_the_rest_can_be_kept_back(play: Play[ClosingScreen]) -> None:
    play.button("För över alla").click()
    play.press(Qt.Key.Key_Down)
    play.press(Qt.Key.Key_2)
    assert "1 kvar att avsluta eller föra över" in play.texts()


def test_hundreds_of_open_things_come_in_parts(play: Play[ClosingScreen]) -> None:
    for _ in range(100):
        play.incident.do(tasks.commands.Add(text="Ring"))
    play.show()
    assert "103 kvar att avsluta eller föra över" in play.texts()
    assert "43 till" in play.texts()


def test_what_is_still_open_is_named(play: Play[ClosingScreen]) -> None:
    sign(play, "LS", "MK")
    assert any(text.startswith("Öppet: beslut 1, uppgift 1 och oklarhet 1.") for text in play.texts())


def test_both_must_sign(play: Play[ClosingScreen]) -> None:
    play.do(
        decisions.commands.SetProgress(decision=1, progress="done"),
        tasks.commands.Answer(task=1),
        board.commands.AnswerUncertainty(uncertainty=1, answer="Ja"),
    )
    sign(play, "LS", "")
    assert any("Loggföraren behöver signera" in text for text in play.texts())
    assert play.focus_name() == "Loggförare: sign"


def test_enter_shows_the_thing_itself(play: Play[ClosingScreen]) -> None:
    play.press(ENTER)
    assert play.places == ["decision:1"]


def test_half_typed_signs_stay_when_something_happens(play: Play[ClosingScreen]) -> None:
    play.screen.sign.focus_field()
    play.write("LS")
    play.do(tasks.commands.Answer(task=1))
    assert play.named(LineEdit, "Ordförande: sign").text() == "LS"
    assert play.focus_name() == "Ordförande: sign"


def test_carried_over_survives_a_crash(play: Play[ClosingScreen]) -> None:
    play.screen.restore_draft("closing:carries", "decision:1 task:9")
    assert "2 kvar att avsluta eller föra över" in play.texts()


def test_a_closed_incident_is_opened_again_with_a_reason(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK", note="Tack"))
    play = Play(qtbot, ClosingScreen(theme), incident)
    play.screen.show_head("7f3a 91c0")
    assert {"LS", "MK", "Tack", "7f3a 91c0"} <= set(play.texts())
    play.press(Qt.Key.Key_R, CTRL)
    play.press(ENTER, CTRL)
    assert any("Skriv varför händelsen öppnas igen" in text for text in play.texts())
    play.write("ny uppgift")
    play.press(ENTER, CTRL)
    assert play.wish(lifecycle.commands.Reopen).reason == "ny uppgift"
    assert "Krisledningen är avslutad" not in play.texts()


def test_from_a_closed_incident_one_goes_to_the_evaluation_or_prints(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    play = Play(qtbot, ClosingScreen(theme), incident)
    play.press(ENTER)
    assert play.places == ["evaluation"]
    play.button("Skriv ut rapporten").click()
    assert play.prints == [""]
    play.press(Qt.Key.Key_R, CTRL)
    play.press(ESCAPE)
    assert play.screen.closed_card.form() is None
