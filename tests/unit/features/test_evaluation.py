"""The evaluation: answers, grades, measures, signature."""

from datetime import date

import msgspec
import pytest

from crisisdesk.features.evaluation import FEATURE, EvaluationState, commands
from crisisdesk.features.evaluation.facts import QuestionAnswered
from crisisdesk.features.evaluation.state import material_items, questions, summary_items
from crisisdesk.features.evaluation.wording import area_name
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play


@pytest.fixture
def play() -> Play[EvaluationState]:
    return Play(FEATURE, load_shipped())


def _measure(
    text: str = "Utse ersättare för HR",
    owner: str = "förvaltningschefen",
    due_on: str = "2027-03-01",
    area: str = "",
) -> commands.AddMeasure:
    return commands.AddMeasure(text=text, owner=owner, due_on=due_on, area=area)


def test_parts_take_the_place_of_their_question(play: Play[EvaluationState]) -> None:
    asked = [question.number for question in questions(play.plan)]
    assert asked[10:16] == ["11", "12a", "12b", "12c", "12d", "13"]
    assert len({number.rstrip("abcd") for number in asked}) == 18
    assert play.state.answered(play.plan) == (0, 21)


def test_answers_are_details_and_are_counted(play: Play[EvaluationState]) -> None:
    for question in questions(play.plan):
        play.do(commands.AnswerQuestion(question=question.id, strengths="Bra"))
    assert play.lines == []
    assert play.state.answered(play.plan) == (21, 21)
    assert play.state.unanswered(play.plan) == []


def test_an_answer_changes_only_what_is_given(play: Play[EvaluationState]) -> None:
    play.do(commands.AnswerQuestion(question="8.2.1", strengths=" Snabbt larm ", grade=4))
    found = play.do(commands.AnswerQuestion(question="8.2.1", weaknesses="HR nåddes inte"))
    assert found == [
        QuestionAnswered(question="8.2.1", strengths="Snabbt larm", weaknesses="HR nåddes inte", grade=4)
    ]
    assert play.do(commands.AnswerQuestion(question="8.2.1", grade=4)) == []
    play.do(commands.AnswerQuestion(question="8.2.1", strengths="", weaknesses="", grade=0))
    assert play.state.answered(play.plan)[0] == 0
    assert play.do(commands.AnswerQuestion(question="8.2.2", strengths=" ")) == []


def test_the_average_leaves_out_what_has_no_grade(play: Play[EvaluationState]) -> None:
    assert play.state.average_grade() is None
    for question, grade in (("8.2.1", 4), ("8.2.2", 5), ("8.2.3", 0)):
        play.do(commands.AnswerQuestion(question=question, strengths="x", grade=grade))
    assert play.state.average_grade() == 4.5


@pytest.mark.parametrize("grade", [-1, 6])
def test_a_grade_is_one_to_five(play: Play[EvaluationState], grade: int) -> None:
    refusal = play.refused(commands.AnswerQuestion(question="8.2.1", grade=grade))
    assert (refusal.sentence, refusal.field) == ("Betyget är 1–5, eller 0 för inget betyg.", "grade")


def test_only_the_plans_questions_are_answered(play: Play[EvaluationState]) -> None:
    refusal = play.refused(commands.AnswerQuestion(question="8.2.12", strengths="Bra"))
    assert refusal.sentence == "Fråga 12 besvaras i sina delar: 12a, 12b, 12c och 12d."
    refusal = play.refused(commands.AnswerQuestion(question="8.2.99", strengths="Bra"))
    assert (refusal.sentence, refusal.field) == ("Planens utvärdering har ingen fråga 8.2.99.", "question")


def test_material_and_summary_are_kept_by_item(play: Play[EvaluationState]) -> None:
    material, summary = material_items(play.plan)[0].id, summary_items(play.plan)[2].id
    play.do(commands.NoteMaterial(item=material, text="Tre artiklar"))
    play.do(commands.SaveSummary(text="Det gick bra."))
    play.do(commands.SaveSummary(item=summary, text="HR behöver ersättare."))
    assert play.state.material == {material: "Tre artiklar"}
    assert play.state.summary == {"": "Det gick bra.", summary: "HR behöver ersättare."}
    assert play.do(commands.NoteMaterial(item=material, text="Tre artiklar ")) == []
    assert play.do(commands.SaveSummary(text="Det gick bra.")) == []
    assert play.refused(commands.NoteMaterial(item=summary, text="x")).field == "item"
    assert play.refused(commands.SaveSummary(item=material, text="x")).field == "item"


def test_a_measure_needs_text_owner_and_date(play: Play[EvaluationState]) -> None:
    assert play.refused(_measure(text=" ")).field == "text"
    assert play.refused(_measure(owner="")).field == "owner"
    assert play.refused(_measure(due_on="")).field == "due_on"
    refusal = play.refused(_measure(due_on="1 mars"))
    assert refusal.sentence == "Skriv datumet som år-månad-dag, till exempel 2027-03-01."


def test_a_measure_is_changed_and_struck(play: Play[EvaluationState]) -> None:
    area = summary_items(play.plan)[2].id
    play.do(_measure(area=area))
    play.do(_measure(text="Öva utrymning", area="övning"))
    play.do(commands.ChangeMeasure(measure=2, due_on="2027-05-31"))
    assert play.do(commands.ChangeMeasure(measure=2, due_on="20270531")) == []
    assert play.refused(commands.ChangeMeasure(measure=2, owner="")).field == "owner"
    second = play.state.measures[2]
    assert (second.text, second.owner, second.due_on) == ("Öva utrymning", "förvaltningschefen", "2027-05-31")
    assert second.is_late(date(2027, 6, 1))
    assert not second.is_late(date(2027, 5, 31))
    assert play.refused(commands.StrikeMeasure(measure=1, reason="")).field == "reason"
    play.do(commands.StrikeMeasure(measure=1, reason="finns redan"))
    assert [measure.measure for measure in play.state.standing_measures()] == [2]
    assert play.refused(commands.ChangeMeasure(measure=1, text="x")).sentence == "Åtgärd 1 är struken."
    assert play.refused(commands.ChangeMeasure(measure=9, text="x")).sentence == "Det finns ingen åtgärd 9."
    play.do(_measure())
    assert list(play.state.measures) == [1, 2, 3]
    assert play.lines == []


def test_the_area_is_named_by_the_plan_or_as_written(play: Play[EvaluationState]) -> None:
    point = summary_items(play.plan)[2]
    assert area_name(play.plan, point.id) == point.text
    assert area_name(play.plan, "teknik") == "teknik"


def test_the_signature_says_what_was_signed(play: Play[EvaluationState]) -> None:
    play.do(commands.AnswerQuestion(question="8.2.1", grade=4))
    play.do(_measure())
    assert play.refused(commands.SignEvaluation(by=(" ",))).field == "by"
    play.do(commands.SignEvaluation(by=("LS", "TB")))
    assert play.texts == ["Utvärderingen klar. 1 av 21 frågor besvarade, 1 åtgärd. Signerad av LS och TB."]
    assert play.lines[0].kind == "sys"
    assert play.state.finished
    assert play.do(commands.SignEvaluation(by=("LS", "TB"))) == []


def test_a_later_change_needs_a_new_signature(play: Play[EvaluationState]) -> None:
    play.do(_measure())
    play.do(commands.SignEvaluation(by=("LS",)))
    play.do(commands.StrikeMeasure(measure=1, reason="dubblett"))
    assert not play.state.finished
    assert play.state.signed is not None
    play.do(commands.SignEvaluation(by=("LS",)))
    assert play.state.finished
    assert play.state.signed.number == 2


def test_an_empty_evaluation_is_not_signed(play: Play[EvaluationState]) -> None:
    assert play.refused(commands.SignEvaluation(by=("LS",))).sentence.startswith("Utvärderingen är tom.")


def test_a_plan_without_evaluation_asks_nothing(play: Play[EvaluationState]) -> None:
    play.plan = msgspec.structs.replace(play.plan, evaluation=None)
    assert play.state.answered(play.plan) == (0, 0)
    assert material_items(play.plan) == summary_items(play.plan) == []
    assert play.refused(commands.AnswerQuestion(question="8.2.1", grade=1)).field == "question"
