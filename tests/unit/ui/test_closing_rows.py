"""What is open before closing, and what was signed after it."""

from datetime import timedelta

from crisisdesk.features import (
    board,
    calls,
    decisions,
    forms,
    information,
    lifecycle,
    meetings,
    people,
    tasks,
)
from crisisdesk.incident import queries
from crisisdesk.ui.screens.closing.rows import ClosingRows, closing_rows
from tests.support.brand_play import brand
from tests.support.incident_play import Incident


def rows_of(incident: Incident) -> ClosingRows:
    return closing_rows(incident.state, incident.now)


def test_what_is_open_stands_in_the_order_of_the_rule() -> None:
    incident = Incident()
    incident.do(board.commands.AddCard(text="Är elen bruten?", purpose="uncertainty"))
    incident.do(tasks.commands.Add(text="Ring elverket", owner="function:hr"))
    incident.do(decisions.commands.Record(text="Utrym hus B", responsible="Rektor"))
    rows = rows_of(incident)
    assert tuple(thing.key for thing in rows.open) == queries.open_refs(incident.state)
    assert [(t.kind, t.text, t.about) for t in rows.open] == [
        ("decision", "Utrym hus B", "Rektor"),
        ("task", "Ring elverket", "HR-funktion"),
        ("uncertainty", "Är elen bruten?", ""),
    ]


def test_what_is_late_and_secret_is_marked() -> None:
    incident = Incident()
    due = incident.now + timedelta(minutes=5)
    incident.do(tasks.commands.Add(text="Ring", due_at=due, secrecy="OSL 18:1"))
    assert not rows_of(incident).open[0].late
    incident.wait(6)
    found = rows_of(incident).open[0]
    assert (found.late, found.secrecy, found.about) == (True, "OSL 18:1", "klart 13:10")


def test_a_task_carried_over_is_no_longer_open() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Samtalsstöd"))
    incident.do(tasks.commands.CarryOver(task=1, to="HR"))
    rows = rows_of(incident)
    assert rows.open == ()
    assert [(c.number, c.text, c.to) for c in rows.carried] == [(1, "Samtalsstöd", "HR")]


def test_what_is_loose_is_told() -> None:
    incident = Incident()
    agenda = next(a for a in incident.state.plan.agendas if a.stops_calls)
    incident.do(meetings.commands.Begin(agenda=agenda.id, stop_calls=True))
    incident.do(information.commands.SaveMessage(text="Utkast"))
    incident.do(decisions.commands.Record(text="Utrym"))
    at = incident.now + timedelta(hours=1)
    incident.do(people.commands.PlanRelief(function="hr", person="Personalchef", at=at))
    assert rows_of(incident).loose == (
        "Möte 1 pågår.",
        "Växeln stoppar samtal. Säg till att den släpper på.",
        "1 beslut är ofullständigt.",
        "1 budskap har inte gått ut.",
        "1 planerad avlösning kvar.",
    )


def test_paper_forms_that_are_missing_are_told_and_stop_nobody() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=4))
    incident.do(forms.commands.Void(form=2, reason="Spilld"))
    assert rows_of(incident).loose == ("3 blanketter saknas: 1 och 3–4.",)
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    assert incident.state[lifecycle.FEATURE].closed


def test_signers_are_those_who_are_known() -> None:
    incident = Incident()
    assert (rows_of(incident).chair, rows_of(incident).keeper) == ("Förvaltningschef", "MK")
    incident.do(people.commands.Appoint(function="ordforande", person="Förvaltningschef", sign="LS"))
    assert rows_of(incident).chair == "LS"


def test_a_closing_keeps_what_was_signed_and_how_long_the_log_was() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Utrym"))
    lines = len(incident.state.timeline.lines) + 1
    incident.wait(60).do(
        lifecycle.commands.Close(chair="LS", keeper="MK", carries=("decision:1",), note="Följs upp")
    )
    closed = rows_of(incident).closed
    assert closed is not None
    assert (closed.at, closed.chair, closed.keeper) == ("14:05", "LS", "MK")
    assert (closed.lines, closed.carries, closed.note) == (lines, "beslut 1", "Följs upp")


def test_reopening_is_remembered_and_the_incident_is_open() -> None:
    incident = Incident()
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    incident.wait(5).do(lifecycle.commands.Reopen(reason="ny uppgift"))
    rows = rows_of(incident)
    assert rows.closed is None
    assert rows.reopened == (("13:10", "ny uppgift"),)
    incident.do(calls.commands.Call(target="function:hr", outcome="reached"))


def test_the_exercise_ends_with_two_decisions_carried_over() -> None:
    closed = closing_rows(brand().state, brand().now).closed
    assert closed is not None
    assert closed.carries == "beslut 7 och beslut 9"
    assert closed.lines < len(brand().state.timeline.lines)
