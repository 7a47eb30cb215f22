"""The rows of meetings: what can begin, the running one point by point, the minutes of the earlier ones."""

from datetime import timedelta

from crisisdesk.features import board, decisions, meetings, people, tasks
from crisisdesk.ui.screens.meetings.people_rows import counted
from crisisdesk.ui.screens.meetings.rows import MeetingsRows, PointRow, RunningRow, meetings_rows
from tests.support.incident_play import Incident

FIRST, NEXT = "5.2", "6.1.agenda"
do = meetings.commands


def rows(incident: Incident) -> MeetingsRows:
    return meetings_rows(incident.state, incident.now)


def running(incident: Incident) -> RunningRow:
    found = rows(incident).running
    assert found is not None
    return found


def point(incident: Incident, key: str) -> PointRow:
    found = running(incident).point(key)
    assert found is not None
    return found


def begun(agenda: str = FIRST) -> Incident:
    incident = Incident()
    incident.do(do.Begin(agenda=agenda, stop_calls=True))
    return incident


def end(incident: Incident) -> None:
    incident.do(do.End(meeting=len(incident.state[meetings.FEATURE].meetings), no_more=True))


def test_the_first_meeting_is_suggested_until_it_has_been_held() -> None:
    incident = Incident()
    assert rows(incident).suggested == FIRST
    incident.do(do.Begin(agenda=FIRST))
    end(incident)
    assert rows(incident).suggested == NEXT


def test_every_agenda_of_the_plan_can_begin() -> None:
    found = rows(Incident()).agendas
    assert [(a.id, a.stops_calls) for a in found] == [(FIRST, True), (NEXT, True)]


def test_the_next_meeting_counts_down_and_is_late_after() -> None:
    incident = Incident()
    incident.do(do.SetNext(at=incident.now + timedelta(minutes=25)))
    assert rows(incident).next == "Nästa avstämning 13:30, om 25 min"
    incident.wait(30)
    assert rows(incident).next == "Nästa avstämning 13:30, sen 5 min"
    assert rows(incident).next_late


def test_points_stand_in_the_agendas_order_with_sub_points_under_them() -> None:
    incident = begun()
    assert [p.number for p in running(incident).points][:3] == ["5.2.1", "5.2.2", "5.2.3"]
    assert point(incident, "5.2.6").depth == 0
    assert point(incident, "5.2.6.1").depth == 1
    assert (running(incident).done, running(incident).total) == (0, len(running(incident).points))


def test_a_closed_point_is_done_with_its_time_and_the_next_is_after_it() -> None:
    incident = begun()
    incident.do(do.ClosePoint(meeting=1, point="5.2.1", text="Öppnat."))
    assert point(incident, "5.2.1").mark == "klar 13:05"
    assert point(incident, "5.2.1").notes == "Öppnat."
    assert running(incident).next_after("5.2.1") == "5.2.2"


def test_the_last_open_point_leads_back_to_one_that_was_passed_over() -> None:
    incident = begun(NEXT)
    keys = [p.key for p in running(incident).points]
    for key in keys[1:]:
        incident.do(do.ClosePoint(meeting=1, point=key))
    assert running(incident).next_after(keys[-1]) == keys[0]
    incident.do(do.ClosePoint(meeting=1, point=keys[0]))
    assert running(incident).next_after(keys[0]) == ""


def test_attendance_lists_each_holder_once_with_every_function() -> None:
    incident = begun()
    incident.do(people.commands.Appoint(function="stabschef", person="Kommunikatör"))
    found = {p.who: p for p in point(incident, "5.2.2").people}
    assert found["Kommunikatör"].functions == "Stabschef, Informationsansvarig"
    assert found["Kommunikatör"].present == ""
    assert "Analysfunktion" in point(incident, "5.2.2").vacant


def test_attendance_is_counted_and_keeps_people_without_a_function() -> None:
    incident = begun()
    for who in ("Kommunikatör", "Räddningsledare"):
        incident.do(do.MarkAttendance(meeting=1, who=who, present="here"))
    incident.do(do.MarkAttendance(meeting=1, who="HR-specialist", present="absent"))
    found = point(incident, "5.2.2").people
    assert found[-1].who == "Räddningsledare"
    assert counted(found) == "2 på plats, 1 frånvarande"


def test_the_follow_up_point_lists_what_is_open_by_itself() -> None:
    incident = begun(NEXT)
    past, ahead = incident.now + timedelta(minutes=5), incident.now + timedelta(hours=3)
    incident.do(decisions.commands.Record(text="Huset stängs", follow_up_at=ahead))
    incident.do(tasks.commands.Add(text="Ring växeln", owner="LS", due_at=past))
    incident.do(tasks.commands.Add(text="Sen nog", due_at=ahead))
    incident.do(board.commands.AddCard(purpose="uncertainty", text="Är alla ute?", needed_by=past))
    incident.wait(17)
    found = point(incident, "6.1.agenda.4").follow
    assert [(f.text, f.late, f.place) for f in found] == [
        ("Beslut 1: Huset stängs", "", "decision:1"),
        ("Uppgift 1: Ring växeln · LS", "sen 12 min", "task:1"),
        ("Oklarhet 1: Är alla ute?", "sen 12 min", "uncertainty:1"),
    ]


def test_the_board_point_says_what_will_be_frozen_and_what_was() -> None:
    incident = begun()
    assert point(incident, "5.2.3").said == "Lägesbild 1 fryses när punkten är klar."
    incident.do(do.ClosePoint(meeting=1, point="5.2.3"))
    assert point(incident, "5.2.3").said == "Lägesbild 1 är fryst."


def test_a_decision_stands_at_the_point_where_it_was_made() -> None:
    incident = begun()
    links = ("meeting:1", "point:1/5.2.1")
    incident.do(decisions.commands.Record(text="Huset stängs", links=links))
    assert [m.place for m in point(incident, "5.2.1").made] == ["decision:1"]
    assert point(incident, "5.2.3").made == ()


def test_an_ended_meeting_is_read_with_its_minutes_and_what_came_of_it() -> None:
    incident = begun()
    incident.do(do.MarkAttendance(meeting=1, who="Kommunikatör", present="here"))
    incident.do(do.ClosePoint(meeting=1, point="5.2.1", text="Öppnat."))
    incident.do(decisions.commands.Record(text="Huset stängs", links=("meeting:1", "point:1/5.2.1")))
    incident.do(tasks.commands.Add(text="Ring", source="meeting:1"))
    incident.wait(20)
    incident.do(do.End(meeting=1, next_at=incident.now + timedelta(hours=1), calls_released=True))
    (held,) = rows(incident).held
    assert (held.when, held.said) == ("13:05–13:25", "1 på plats")
    assert dict(held.values)["Växeln"] == "stoppade samtal, släppte på efteråt"
    assert dict(held.values)["Nästa"] == "14:25"
    assert (held.minutes[0].notes, held.minutes[0].mark) == ("Öppnat.", "klar 13:05")
    assert held.minutes[1].mark == "inte klar"
    assert [link.place for link in held.links] == ["decision:1", "task:1", "board:1"]
    assert rows(incident).running is None


def test_the_latest_meeting_stands_first() -> None:
    incident = begun()
    end(incident)
    incident.do(do.Begin(agenda=NEXT))
    end(incident)
    assert [held.meeting for held in rows(incident).held] == [2, 1]
