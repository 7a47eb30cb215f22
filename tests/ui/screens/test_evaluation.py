"""The evaluation on screen: graded by keys, saved as it is written, measures and signatures."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import evaluation, lifecycle
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit, TextEdit
from crisisdesk.ui.screens.evaluation.screen import EvaluationScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play

ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[EvaluationScreen]:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    return Play(qtbot, EvaluationScreen(theme), incident)


def focused(play: Play[EvaluationScreen]) -> str:
    return play.screen.list.rows.focused_key()


def test_the_first_unanswered_question_is_in_front_with_its_facts(play: Play[EvaluationScreen]) -> None:
    assert focused(play) == "question:8.2.1"
    texts = play.texts()
    assert "1 Larmkedjan, från händelsen tills krisledningen började arbeta" in texts
    assert "0 av 11" in texts
    assert "0 av 21" in texts


def test_a_digit_in_the_list_grades_the_question(play: Play[EvaluationScreen]) -> None:
    play.press(Qt.Key.Key_4)
    assert play.wish(evaluation.commands.AnswerQuestion) == evaluation.commands.AnswerQuestion(
        question="8.2.1", grade=4
    )
    assert "4 av 5, bra" in play.texts()
    play.press(Qt.Key.Key_0)
    assert play.wish(evaluation.commands.AnswerQuestion).grade == 0


def test_a_digit_in_a_text_is_only_text(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    assert play.focus_name() == "Styrkor"
    play.write("3 av 5")
    play.press(ESCAPE)
    assert play.wish(evaluation.commands.AnswerQuestion).grade is None


def test_a_text_is_saved_when_one_leaves_it_and_only_that_field(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Snabbt larm")
    assert play.asked == []
    play.press(ESCAPE)
    assert play.wish(evaluation.commands.AnswerQuestion) == evaluation.commands.AnswerQuestion(
        question="8.2.1", strengths="Snabbt larm"
    )
    assert focused(play) == "question:8.2.1"
    assert "1 av 21" in play.texts()


def test_a_text_is_saved_when_one_pauses(qtbot: QtBot, play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Snabbt larm")
    with qtbot.waitSignal(play.screen.question.to_save, timeout=10_000):
        pass
    assert play.wish(evaluation.commands.AnswerQuestion).strengths == "Snabbt larm"
    assert play.focus_name() == "Styrkor"


def test_what_is_written_belongs_to_its_question_when_one_moves_on(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Snabbt larm")
    play.screen.go_to("question:8.2.2")
    assert play.wish(evaluation.commands.AnswerQuestion).question == "8.2.1"
    assert play.named(TextEdit, "Styrkor").toPlainText() == ""
    play.screen.go_to("question:8.2.1")
    assert play.named(TextEdit, "Styrkor").toPlainText() == "Snabbt larm"


def test_what_is_written_is_saved_when_another_screen_comes_up(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Snabbt larm")
    play.screen.hide()
    assert play.wish(evaluation.commands.AnswerQuestion).strengths == "Snabbt larm"


def test_half_written_text_stays_when_something_is_saved_elsewhere(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Halvvägs")
    play.do(evaluation.commands.AnswerQuestion(question="8.2.1", grade=3))
    assert play.named(TextEdit, "Styrkor").toPlainText() == "Halvvägs"
    assert play.focus_name() == "Styrkor"


def test_ctrl_enter_goes_on_to_the_next_question(play: Play[EvaluationScreen]) -> None:
    play.press(ENTER)
    play.write("Snabbt larm")
    play.press(ENTER, CTRL)
    assert play.wish(evaluation.commands.AnswerQuestion).strengths == "Snabbt larm"
    assert focused(play) == "question:8.2.2"
    assert play.focus_name() == "Styrkor"


def test_a_grade_is_chosen_with_the_mouse_too(play: Play[EvaluationScreen]) -> None:
    play.screen.question.grade.set_value("5")
    play.screen.question.grade.changed.emit("5")
    assert play.wish(evaluation.commands.AnswerQuestion).grade == 5


def test_a_fact_leads_to_its_line(play: Play[EvaluationScreen]) -> None:
    play.screen.question.facts.line_asked.emit(7)
    assert play.places == ["line:7"]


def test_material_and_summary_are_saved_item_by_item(play: Play[EvaluationScreen]) -> None:
    play.press(Qt.Key.Key_Home)
    play.press(ENTER)
    play.write("Fyra inslag")
    play.press(ESCAPE)
    assert play.wish(evaluation.commands.NoteMaterial) == evaluation.commands.NoteMaterial(
        item="8.1.1", text="Fyra inslag"
    )
    play.screen.go_to("summary")
    play.press(ENTER)
    play.write("Det gick bra")
    play.press(ESCAPE)
    assert play.wish(evaluation.commands.SaveSummary) == evaluation.commands.SaveSummary(text="Det gick bra")


def test_a_measure_needs_an_owner_and_a_date(play: Play[EvaluationScreen]) -> None:
    play.screen.go_to("measures")
    play.press(Qt.Key.Key_Insert)
    play.write("Öva")
    play.press(ENTER, CTRL)
    assert any("Skriv vem som ansvarar" in text for text in play.texts())
    play.write("Rektor")
    play.press(ENTER, CTRL)
    assert any("Skriv när åtgärden ska vara klar" in text for text in play.texts())
    play.write("2027-03-01")
    play.press(ENTER, CTRL)
    assert play.wish(evaluation.commands.AddMeasure) == evaluation.commands.AddMeasure(
        text="Öva", owner="Rektor", due_on="2027-03-01"
    )
    assert play.screen.measures.list.focused_key() == "measure:1"


def test_a_measure_is_changed_and_struck(play: Play[EvaluationScreen]) -> None:
    play.do(evaluation.commands.AddMeasure(text="Öva", owner="Rektor", due_on="2027-03-01"))
    assert play.screen.go_to("measure:1")
    play.press(ENTER)
    play.write("Öva utrymning")
    play.press(ENTER, CTRL)
    assert play.wish(evaluation.commands.ChangeMeasure).text == "Öva utrymning"
    play.press(Qt.Key.Key_Delete)
    play.write("gjort")
    play.press(ENTER, CTRL)
    assert play.wish(evaluation.commands.StrikeMeasure).reason == "gjort"


def test_ctrl_enter_in_a_measure_sends_it_and_stays(play: Play[EvaluationScreen]) -> None:
    play.do(evaluation.commands.AddMeasure(text="Öva", owner="Rektor", due_on="2027-03-01"))
    play.screen.go_to("measure:1")
    play.press(ENTER)
    play.press(ENTER, CTRL)
    assert focused(play) == "measures"


def test_it_is_signed_by_several(play: Play[EvaluationScreen]) -> None:
    play.screen.go_to("sign")
    play.press(ENTER)
    play.write("VS, SC")
    play.press(ENTER, CTRL)
    assert any("Utvärderingen är tom" in text for text in play.texts())
    play.do(evaluation.commands.AnswerQuestion(question="8.2.1", grade=3))
    play.press(ENTER, CTRL)
    assert play.wish(evaluation.commands.SignEvaluation).by == ("VS", "SC")
    assert "signerad" in play.texts()
    assert play.named(LineEdit, "Vem signerar?").text() == ""


def test_a_text_that_could_not_be_saved_stays_and_says_so(play: Play[EvaluationScreen]) -> None:
    play.screen.command_requested.disconnect()
    play.press(ENTER)
    play.write("Snabbt larm")
    play.press(ESCAPE)
    assert "inte sparat" in play.texts()
    assert play.named(TextEdit, "Styrkor").toPlainText() == "Snabbt larm"
