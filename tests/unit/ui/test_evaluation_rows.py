"""The evaluation's rows: its parts, answers, facts, texts and measures."""

from msgspec.structs import replace

from crisisdesk.features import evaluation
from crisisdesk.plan import loader
from crisisdesk.ui.screens.evaluation.rows import EvaluationRows, evaluation_rows, facts, grade_words
from tests.support.brand_play import brand
from tests.support.incident_play import Incident


def rows_of(incident: Incident) -> EvaluationRows:
    found = evaluation_rows(incident.state, incident.now)
    assert found is not None
    return found


def answer(question: str, **more: str) -> evaluation.commands.AnswerQuestion:
    return evaluation.commands.AnswerQuestion(question=question, strengths=more.get("strengths"))


def test_the_parts_stand_in_the_plans_order_with_question_12_in_its_parts() -> None:
    rows = rows_of(Incident())
    keys = [entry.key for entry in rows.entries]
    assert keys[:3] == ["material", "head:questions", "question:8.2.1"]
    at = keys.index("head:8.2.12")
    assert keys[at + 1 : at + 5] == [f"question:8.2.12{letter}" for letter in "abcd"]
    assert keys[-4:] == ["head:end", "summary", "measures", "sign"]
    assert (rows.answered, rows.asked) == (0, 21)


def test_an_answer_is_ticked_and_its_grade_stands_in_the_list() -> None:
    incident = Incident()
    incident.do(answer("8.2.1", strengths="Snabbt"))
    incident.do(evaluation.commands.AnswerQuestion(question="8.2.2", grade=4))
    entries = {entry.key: entry for entry in rows_of(incident).entries}
    assert (entries["question:8.2.1"].done, entries["question:8.2.1"].mark) == (True, "")
    assert (entries["question:8.2.2"].done, entries["question:8.2.2"].mark) == (True, "4")
    assert rows_of(incident).first_open() == "question:8.2.3"
    assert rows_of(incident).average == "4,0"


def test_a_part_names_the_question_it_belongs_to() -> None:
    found = rows_of(Incident()).question("question:8.2.12b")
    assert found is not None
    assert found.over == "Informationen internt och externt"


def test_the_facts_of_the_exercise_stand_beside_the_first_question() -> None:
    found = facts(brand().state, "8.2.1", brand().now)
    assert ("35 min", "från larm till samlad grupp") in [(f.value, f.label) for f in found]
    assert any(f.lines for f in found)
    assert facts(brand().state, "8.2.17", brand().now) == ()


def test_texts_and_measures() -> None:
    incident = Incident()
    incident.do(evaluation.commands.NoteMaterial(item="8.1.1", text="Fyra inslag"))
    incident.do(evaluation.commands.SaveSummary(text="Det gick bra"))
    incident.do(
        evaluation.commands.AddMeasure(text="Öva", area="8.3.2c", owner="Rektor", due_on="2027-01-13")
    )
    rows = rows_of(incident)
    assert rows.material[0].text == "Fyra inslag"
    assert (rows.summary[0].item, rows.summary[0].text) == ("", "Det gick bra")
    assert [row.label for row in rows.summary][2:4] == [
        "2 Vilka åtgärder stärker vår hanteringsförmåga?",
        "2a Ändra krisplanen",
    ]
    measure = rows.measures[0]
    assert (measure.area, measure.owner, measure.late) == ("Övningar", "Rektor", True)


def test_a_signature_stands_until_something_is_changed() -> None:
    incident = Incident()
    incident.do(answer("8.2.1", strengths="Snabbt"))
    incident.do(evaluation.commands.SignEvaluation(by=("VS", "SC")))
    assert (rows_of(incident).signed, rows_of(incident).changed) == ("VS och SC, 13:05", False)
    incident.do(answer("8.2.1", strengths="Mycket snabbt"))
    assert rows_of(incident).changed


def test_the_next_part_is_never_a_heading() -> None:
    rows = rows_of(Incident())
    assert rows.after("material") == "question:8.2.1"
    assert rows.after("question:8.2.11") == "question:8.2.12a"
    assert rows.after("sign") == "sign"


def test_a_plan_without_evaluation_has_no_rows() -> None:
    incident = Incident(replace(loader.load_shipped(), evaluation=None))
    assert evaluation_rows(incident.state, incident.now) is None


def test_a_grade_has_words() -> None:
    assert grade_words(4) == "4 av 5, bra"
    assert grade_words(0) == ""
