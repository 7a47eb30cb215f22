"""The rows of the fact sheet."""

from crisisdesk.features import checklists, intake
from crisisdesk.ui.screens.sheet.rows import SheetRows, sheet_rows
from tests.support.incident_play import Incident

SAVE = intake.commands.SaveField


def rows_of(incident: Incident) -> SheetRows:
    return sheet_rows(incident.state, "2", incident.now)


def test_every_field_of_the_plan_is_asked_once_in_its_order() -> None:
    rows = rows_of(Incident())
    assert [question.number for question in rows.questions] == [f"2.{n}" for n in range(1, 13)]
    keys = [leaf.key for leaf in rows.leaves()]
    assert keys == [
        "2.1", "2.2", "2.3", "2.4", "2.5a", "2.5b", "2.5c", "2.5d", "2.5e", "2.5f", "2.6a", "2.6b",
        "2.7", "2.8", "2.9", "2.10", "2.11", "2.12",
    ]  # fmt: skip
    assert (rows.done, rows.total) == (0, 12)
    assert not any(question.answered for question in rows.questions)


def test_parts_carry_their_letter_and_forecasts_say_where_they_go() -> None:
    leaves = {leaf.key: leaf for leaf in rows_of(Incident()).leaves()}
    assert leaves["2.5a"].label == "a) Drabbade: vilka och hur många"
    assert leaves["2.1"].label == ""
    assert leaves["2.6a"].note == "Blir prognosen på lägesbilden."
    assert leaves["2.5b"].note == ""


def test_an_answer_says_when_it_was_saved() -> None:
    incident = Incident().wait(1)
    incident.do(SAVE(field="2.5c", value="Hus B stängt"))
    rows = rows_of(incident)
    leaf = next(leaf for leaf in rows.leaves() if leaf.key == "2.5c")
    assert (leaf.value, leaf.saved) == ("Hus B stängt", "sparat 13:06")
    assert [question.number for question in rows.questions if question.answered] == ["2.5"]
    assert rows.done == 1


def test_table_rows_keep_their_numbers_when_one_is_cleared() -> None:
    incident = Incident()
    for name in ("Räddningscentralen", "Rektor", "Polisen"):
        incident.do(intake.commands.SaveRow(field="2.12", cells=(name, "08-465 004 10")))
    incident.do(intake.commands.SaveRow(field="2.12", cells=("", ""), row=2))
    leaf = next(leaf for leaf in rows_of(incident).leaves() if leaf.key == "2.12")
    assert [(number, cells[0]) for number, cells in leaf.cells] == [(1, "Räddningscentralen"), (3, "Polisen")]


def test_the_sheet_is_signed_and_leads_on() -> None:
    incident = Incident()
    rows = rows_of(incident)
    assert (rows.signed, rows.onward, rows.onward_place) == ("", "3 Bedömning", "phase:3")
    incident.do(checklists.commands.Sign(item="2", done_by="LS"))
    assert rows_of(incident).signed == "13:05 LS"
