"""The call list's rows: who is called, how it went, who steps in, which numbers there are."""

from datetime import timedelta

from crisisdesk.features import calls, lifecycle, people
from crisisdesk.features.people.facts import Person
from crisisdesk.ui.screens.call_list.rows import CallListRows, CallRow, call_list_rows, sms_uri, tel_uri
from tests.support.brand_play import brand
from tests.support.incident_play import Incident


def rows_of(incident: Incident) -> CallListRows:
    return call_list_rows(incident.state, incident.now)


def row(incident: Incident, key: str) -> CallRow:
    found = rows_of(incident).row(key)
    assert found is not None
    return found


def call(
    target: str, outcome: calls.facts.CallOutcome, *, deputy: str = "", note: str = ""
) -> calls.commands.Call:
    return calls.commands.Call(target=target, outcome=outcome, deputy=deputy, note=note)


def test_the_list_has_the_plans_order_and_nobody_is_called_yet() -> None:
    rows = rows_of(Incident())
    assert rows.title == "Larmlista"
    assert [row.title for row in rows.rows][:3] == ["Ordförande", "Vice ordförande", "Stabschef"]
    assert (rows.done, rows.total) == (0, 11)
    assert all(row.standing is None for row in rows.rows)
    assert rows.next_after("") == "function:ordforande"


def test_a_vacant_function_has_nobody_to_call() -> None:
    assert row(Incident(), "function:analys").called == ""


def test_the_exercise_counts_people_not_functions() -> None:
    state = brand().state
    rows = call_list_rows(state, brand().now)
    assert (rows.done, rows.total) == (9, 11)


def test_once_reached_is_reached_and_every_attempt_stands() -> None:
    incident = Incident()
    incident.do(call("function:ordforande", "no_answer"))
    incident.wait(2).do(call("function:ordforande", "reached"))
    incident.wait(2).do(call("function:ordforande", "no_answer"))
    found = row(incident, "function:ordforande")
    assert found.standing is not None
    assert (found.standing.word, found.standing.at, found.standing.note) == ("nådd", "13:07", "försök 3")
    assert [(made.at, made.word) for made in found.attempts] == [
        ("13:05", "inget svar"),
        ("13:07", "nådd"),
        ("13:09", "inget svar"),
    ]


def test_who_is_reached_in_one_function_is_reached_in_the_other() -> None:
    incident = Incident()
    incident.do(call("function:vice-ordforande", "reached"))
    found = row(incident, "function:xenter")
    assert found.standing is not None
    assert (found.standing.word, found.standing.note) == ("nådd", "som vice ordförande")


def test_who_comes_says_when() -> None:
    incident = Incident()
    at = incident.now + timedelta(minutes=55)
    incident.do(calls.commands.Call(target="function:hr", outcome="coming", coming_at=at))
    found = row(incident, "function:hr")
    assert found.standing is not None
    assert (found.standing.word, found.standing.reached) == ("kommer 14:00", True)


def test_deputies_are_named_with_who_holds_the_function() -> None:
    incident = Incident()
    incident.do(call("function:stabschef", "no_answer", deputy="function:vice-stabschef"))
    found = row(incident, "function:stabschef")
    assert [(d.value, d.words) for d in found.deputies] == [
        ("function:vice-stabschef", "Vice stabschef (Administrativ chef)")
    ]
    assert found.stepped_in == "vice stabschef"
    assert found.attempts[0].told == "Inget svar. Ersättare: Vice stabschef."


def test_the_one_appointed_is_called_by_name() -> None:
    incident = Incident()
    incident.do(people.commands.Appoint(function="stabschef", person="Administrativ chef"))
    found = row(incident, "function:stabschef")
    assert (found.called, found.person) == ("Administrativ chef", "Administrativ chef")
    assert row(incident, "function:hr").person == ""


def test_numbers_come_from_the_directory_work_before_private() -> None:
    incident = Incident()
    person = Person(
        person="Funktionär ett",
        phone_work="08-465 004 01",
        phone_private="070-174 06 05",
        functions=("ordforande",),
    )
    incident.do(people.commands.CopyDirectory(persons=(person,)))
    found = row(incident, "function:ordforande").numbers
    assert [(n.number, n.kind) for n in found] == [("08-465 004 01", "work"), ("070-174 06 05", "private")]
    assert rows_of(incident).texts == ("08-465 004 01",)


def test_others_of_the_plan_and_those_called_besides_stand_outside_the_list() -> None:
    incident = Incident()
    incident.do(call("Elverket", "message", note="Ring upp"))
    others = rows_of(incident).others
    assert others[0].title == "Kommundirektören"
    assert others[-1].key == "Elverket"
    assert others[-1].attempts[0].told == "Meddelande lämnat. Ring upp."


def test_a_withdrawn_call_is_gone() -> None:
    incident = Incident()
    incident.do(call("function:hr", "reached"))
    incident.do(calls.commands.Withdraw(call=1, reason="fel person"))
    assert row(incident, "function:hr").standing is None
    assert rows_of(incident).done == 0


def test_the_next_row_is_the_next_that_was_not_called_and_is_held() -> None:
    incident = Incident()
    incident.do(call("function:ordforande", "reached"))
    rows = rows_of(incident)
    assert rows.next_after("function:ordforande") == "function:vice-ordforande"
    assert rows.next_after("function:informationsansvarig") == "function:hr"


def test_public_numbers_say_when_they_are_old() -> None:
    found = {c.title: c for c in rows_of(Incident()).contacts}
    assert found["Räddningscentralen"].number == "08-721 22 00"
    assert found["Räddningscentralen"].old
    both = [c.number for c in rows_of(Incident()).contacts if c.title == "Stationsbefäl Södertörn"]
    assert both == ["010-563 07 05", "010-563 07 06"]


def test_a_closed_incident_is_closed() -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    assert rows_of(incident).closed


def test_numbers_become_uris_that_a_phone_understands() -> None:
    assert tel_uri("08-721 22 00") == "tel:087212200"
    assert tel_uri("+46 8 721 22 00") == "tel:+4687212200"
    text = sms_uri(["070-174 06 05", "070-174 06 06"], "Samling kl 14, åk nu")
    assert text == "sms:0701740605,0701740606?body=Samling%20kl%2014%2C%20%C3%A5k%20nu"
    assert sms_uri(["070-174 06 05"], "") == "sms:0701740605"


def test_an_attempt_names_who_was_called_when_another_holds_the_function_now() -> None:
    incident = Incident()
    incident.do(call("function:stabschef", "reached"))
    assert row(incident, "function:stabschef").attempts[0].told == "Nådd."
    incident.do(people.commands.Appoint(function="stabschef", person="Administrativ chef"))
    assert row(incident, "function:stabschef").attempts[0].told == "Nådd (Utvecklingschef)."
