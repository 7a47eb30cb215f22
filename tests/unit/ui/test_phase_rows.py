"""The rows of a phase: what stands on a step, where it leads, what comes next."""

from crisisdesk.features import calls, checklists, decisions, meetings, people, tasks
from crisisdesk.ui.screens.phase.rows import HeadRow, PhaseRows, StepRow, phase_rows
from tests.support.incident_play import Incident

SIGN = checklists.commands.Sign


def rows_of(incident: Incident, phase: str) -> PhaseRows:
    return phase_rows(incident.state, phase, incident.now)


def step(incident: Incident, key: str, phase: str = "4") -> StepRow:
    found = rows_of(incident, phase).step(key)
    assert found is not None
    return found


def test_a_fresh_phase_says_who_is_responsible_or_that_nobody_is() -> None:
    rows = rows_of(Incident(), "4")
    assert (rows.title, rows.done, rows.total) == ("4 Åtgärder vid allvarlig händelse", 0, 9)
    assert [row.responsible for row in rows.steps()][:4] == [
        "Förvaltningschef",
        "Förvaltningschef",
        "Behörig beslutsfattare",
        "ej angivet",
    ]
    assert {row.state for row in rows.steps()} == {"off"}
    assert rows.said == "3.2 är inte bedömd än. Stegen kan signeras ändå."


def test_a_sign_shows_who_did_it_and_who_recorded_it() -> None:
    incident = Incident().wait(60)
    incident.do(SIGN(item="4.1", done_by="LS", note="nådd på andra försöket"))
    row = step(incident, "4.1")
    assert (row.state, row.mark, row.mark_note) == ("on", "14:05 LS", "infört av MK")
    assert row.said == "nådd på andra försöket."
    incident.do(SIGN(item="4.4"))
    assert (step(incident, "4.4").mark, step(incident, "4.4").mark_note) == ("14:05 MK", "")


def test_a_sign_before_there_is_a_keeper_stands_as_a_dash() -> None:
    incident = Incident(keeper="")
    incident.do(SIGN(item="1.1"))
    assert step(incident, "1.1", "1").mark == "13:05 –"
    assert rows_of(incident, "1").keeper == "–"


def test_a_sign_of_another_day_says_which() -> None:
    incident = Incident()
    incident.do(SIGN(item="4.1"))
    incident.wait(24 * 60)
    assert step(incident, "4.1").mark == "tor 13:05 MK"


def test_what_is_not_called_for_says_when_and_why() -> None:
    incident = Incident()
    incident.do(checklists.commands.Drop(item="4.8", reason="nämnden är redan samlad"))
    row = step(incident, "4.8")
    assert (row.state, row.mark, row.said) == ("skipped", "Ej aktuellt 13:05", "nämnden är redan samlad.")


def test_a_judgement_shows_its_answer_its_ground_and_leads_on() -> None:
    incident = Incident()
    judged = decisions.commands.Record(
        step="3.2", answer="yes", grounds=("3.2a", "3.2c"), decider="Förvaltningschef"
    )
    incident.do(judged)
    row = step(incident, "3.2", "3")
    assert row.said == (
        "Ja. Grund a) människor (fysiskt eller psykosocialt) och c) egendom. Bedömt av Förvaltningschef."
    )
    assert [(link.text, link.place) for link in row.links] == [("Beslut 1", "decision:1")]
    assert [lead.place for lead in row.leads] == ["phase:4"]
    dropped = step(incident, "3.3", "3")
    assert dropped.state == "skipped"
    assert [link.place for link in dropped.links] == ["decision:1"]
    assert rows_of(incident, "4").said == ""


def test_a_no_leads_nowhere_and_a_new_judgement_takes_its_place() -> None:
    incident = Incident()
    incident.do(SIGN(item="3.1"))
    incident.do(decisions.commands.Record(step="3.2", answer="no", reason="släckt"))
    incident.do(SIGN(item="3.3"))
    rows = rows_of(incident, "3")
    assert rows.onward is None
    assert rows_of(incident, "4").said == "Bedömningen i 3.2 är nej. Stegen kan signeras ändå."
    again = decisions.commands.Record(step="3.2", answer="yes", grounds=("3.2b",), replaces=1)
    incident.do(again)
    assert step(incident, "3.2", "3").standing_decision == 2
    onward = rows_of(incident, "3").onward
    assert onward is not None
    assert onward.place == "phase:4"


def test_steps_lead_to_the_call_list_the_sheet_and_the_meeting() -> None:
    incident = Incident()
    assert [lead.text for lead in step(incident, "4.4").leads] == ["Larmlistan"]
    assert [lead.place for lead in step(incident, "1.3", "1").leads] == ["phase:2"]
    assert [lead.text for lead in step(incident, "5.2", "5").leads] == ["Starta möte"]
    assert [lead.place for lead in step(incident, "3.3", "3").leads] == ["step:3.2"]
    incident.do(meetings.commands.Begin(agenda="5.2"))
    row = step(incident, "5.2", "5")
    assert [lead.text for lead in row.leads] == ["Till mötet"]
    assert [link.place for link in row.links] == ["meeting:1"]


def test_a_call_step_says_how_many_are_reached() -> None:
    incident = Incident()
    assert step(incident, "4.4").said == ""
    incident.do(calls.commands.Call(target="function:ordforande", outcome="reached"))
    assert step(incident, "4.4").said.startswith("1 av ")


def test_tasks_of_a_step_are_linked() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Begär samverkansperson", source="step:4.7"))
    assert [(link.text, link.place) for link in step(incident, "4.7").links] == [("Uppgift 1", "task:1")]


def test_a_group_stands_over_its_steps_and_appointments_say_whom() -> None:
    incident = Incident()
    rows = rows_of(incident, "5").rows
    assert [row.number for row in rows] == ["5.1", "5.1a", "5.1b", "5.1c", "5.1d", "5.2"]
    assert isinstance(rows[0], HeadRow)
    assert step(incident, "5.1b", "5").suggestions == ("Nämndsekreterare",)
    incident.do(decisions.commands.Record(step="5.1b", appoints="Nämndsekreterare", appointed_sign="MK"))
    row = step(incident, "5.1b", "5")
    assert (row.said, row.state) == ("Nämndsekreterare.", "on")


def test_the_directory_is_offered_for_an_appointment() -> None:
    incident = Incident()
    person = people.facts.Person(person="Kim Exempel", functions=("loggforare",))
    incident.do(people.commands.CopyDirectory(persons=(person,)))
    assert step(incident, "5.1b", "5").suggestions == ("Nämndsekreterare", "Kim Exempel")


def test_the_next_step_is_after_the_one_signed_and_then_from_the_top() -> None:
    incident = Incident()
    incident.do(SIGN(item="4.2"))
    rows = rows_of(incident, "4")
    assert rows.next_after("") == "4.1"
    assert rows.next_after("4.1") == "4.3"
    assert rows.next_after("4.9") == "4.1"
    for number in (1, *range(3, 10)):
        incident.do(SIGN(item=f"4.{number}"))
    rows = rows_of(incident, "4")
    assert rows.next_after("4.9") == ""
    assert rows.onward is not None
    assert rows.onward.place == "phase:5"
