"""Functions and people as rows, and the sheet that is handed over."""

from datetime import timedelta

from crisisdesk.features import board, decisions, meetings, people, tasks
from crisisdesk.features.people.facts import Person
from crisisdesk.ui.screens.functions.handover import handover, signs
from crisisdesk.ui.screens.functions.rows import FunctionRow, FunctionsRows, functions_rows
from tests.support.incident_play import Incident


def rows_of(incident: Incident) -> FunctionsRows:
    return functions_rows(incident.state, incident.now)


def row(incident: Incident, id: str) -> FunctionRow:
    found = rows_of(incident).row(f"function:{id}")
    assert found is not None
    return found


def test_the_plans_posts_hold_until_somebody_is_appointed() -> None:
    incident = Incident()
    rows = rows_of(incident)
    assert rows.rows[0].person == "Förvaltningschef"
    assert [r.title for r in rows.rows if r.vacant] == [
        "Analysfunktion",
        "Planeringsfunktion",
        "Administrativ funktion",
        "Personal och brukare",
    ]
    assert rows.vacant == 4


def test_an_appointment_says_since_when_and_who_held_it_before() -> None:
    incident = Incident()
    incident.wait(14).do(
        people.commands.Appoint(function="stabschef", person="Administrativ chef", sign="VS")
    )
    incident.wait(6).do(people.commands.Vacate(function="stabschef", reason="sjuk"))
    incident.wait(5).do(people.commands.Appoint(function="stabschef", person="Utredare"))
    found = row(incident, "stabschef")
    assert (found.person, found.sign, found.since) == ("Utredare", "", "13:30")
    assert [(b.since, b.person) for b in found.history] == [
        ("13:25", ""),
        ("13:19", "Administrativ chef"),
        ("", "Utvecklingschef"),
    ]


def test_the_log_keepers_sign_is_known_before_any_appointment() -> None:
    assert row(Incident(), "loggforare").sign == "MK"
    assert row(Incident(), "ordforande").sign == ""


def test_who_is_in_the_room_with_all_functions() -> None:
    incident = Incident()
    incident.do(people.commands.SignIn(function="vice-ordforande"))
    incident.do(people.commands.SignIn(person="Brandingenjör"))
    rows = rows_of(incident)
    assert [(p.person, p.functions) for p in rows.present] == [
        ("Verksamhetschef Xenter", "Vice ordförande och Xenter"),
        ("Brandingenjör", ""),
    ]
    assert row(incident, "xenter").present == "13:05"


def test_a_planned_relief_turns_late() -> None:
    incident = Incident()
    at = incident.now + timedelta(hours=2)
    incident.do(people.commands.PlanRelief(function="loggforare", person="Administratör", at=at))
    planned = row(incident, "loggforare").planned
    assert planned is not None
    assert (planned.person, planned.at, planned.late) == ("Administratör", "15:05", False)
    incident.wait(121)
    planned = row(incident, "loggforare").planned
    assert planned is not None
    assert planned.late


def test_the_directory_suggests_whom_to_appoint() -> None:
    incident = Incident()
    person = Person(person="Funktionär ett", functions=("hr",))
    deputy = Person(person="Funktionär två", deputy_for=("hr",))
    incident.do(people.commands.CopyDirectory(persons=(person, deputy)))
    assert row(incident, "hr").suggestions == ("Funktionär ett", "HR-specialist", "Funktionär två")


def test_the_handover_tells_what_is_open() -> None:
    incident = Incident()
    incident.do(board.commands.AddCard(text="Brand i hus B", purpose="event"))
    incident.do(board.commands.SetForecast(which="worst", text="Sprids"))
    incident.do(board.commands.Freeze())
    incident.do(decisions.commands.Record(text="Utrym hus B"))
    due = incident.now + timedelta(minutes=5)
    incident.do(tasks.commands.Add(text="Ring elverket", owner="function:hr", due_at=due))
    incident.do(board.commands.AddCard(text="Är elen bruten?", purpose="uncertainty"))
    incident.wait(10)
    sheet = handover(incident.state, incident.now)
    assert sheet.situation == "Lägesbild 1, 13:05"
    assert [item.text for item in sheet.events] == ["Brand i hus B"]
    assert sheet.worst == "Sprids"
    assert [(i.lead, i.text, i.late) for i in sheet.tasks] == [
        ("1", "Ring elverket (HR-funktion, klart 13:10)", True)
    ]
    assert sheet.next_meeting == "ingen tid satt"
    assert sheet.text == (
        "Lägesbild 1 gäller. Öppna beslut: 1. Öppna uppgifter: 1. Oklarheter: 1. Nästa möte: ingen tid satt."
    )


def test_what_is_secret_is_not_quoted_in_the_handover() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Hemligt beslut", secrecy="OSL 18:1"))
    incident.do(tasks.commands.Add(text="Hemlig uppgift", secrecy="OSL 18:1"))
    sheet = handover(incident.state, incident.now)
    assert sheet.decisions[0].text == "Sekretess (OSL 18:1)"
    assert sheet.tasks[0].text == "Sekretess (OSL 18:1)"
    assert "Hemlig" not in sheet.text


def test_the_next_meeting_is_named() -> None:
    incident = Incident()
    incident.do(meetings.commands.Begin(agenda=incident.state.plan.agendas[0].id))
    incident.do(meetings.commands.End(meeting=1, next_at=incident.now + timedelta(minutes=55)))
    assert handover(incident.state, incident.now).next_meeting == "14:00"


def test_signs_are_what_is_known() -> None:
    incident = Incident()
    assert signs(incident.state, "loggforare") == ("MK", "")
    at = incident.now + timedelta(hours=2)
    incident.do(people.commands.PlanRelief(function="stabschef", person="Utredare", at=at))
    assert signs(incident.state, "stabschef") == ("", "Utredare")
