"""The marks of the time axis: what happened, what is planned, what is late, what is never said."""

from datetime import timedelta

from crisisdesk.features import board, decisions, information, lifecycle, log, meetings, people, tasks
from crisisdesk.incident import axis
from crisisdesk.incident.axis import AxisMark
from crisisdesk.incident.course import run
from tests.support.incident_play import Incident


def marks(incident: Incident) -> dict[str, AxisMark]:
    found = axis.marks(incident.state, incident.now)
    by_key = {mark.key: mark for mark in found}
    assert len(by_key) == len(found)
    assert [mark.at for mark in found] == sorted(mark.at for mark in found)
    return by_key


def test_the_alarm_stands_first_and_leads_to_its_line() -> None:
    (alarm,) = marks(Incident()).values()
    assert (alarm.label, alarm.place, alarm.icon, alarm.future) == ("13:05 larm", "line:1", "siren", False)


def test_decisions_of_one_minute_share_a_mark() -> None:
    incident = Incident()
    for text in ("ett", "två", "tre"):
        incident.do(decisions.commands.Record(text=text))
    incident.wait(2)
    incident.do(decisions.commands.Record(text="fyra"))
    found = marks(incident)
    assert found["decision:1"].label == "13:05 beslut 1–3"
    assert found["decision:4"].label == "13:07 beslut 4"
    assert "decision:2" not in found


def test_numbers_with_a_gap_are_listed() -> None:
    assert run([3]) == "3"
    assert run([3, 5]) == "3, 5"


def test_meetings_messages_and_answers_are_marked_where_they_happened() -> None:
    incident = Incident()
    incident.do(board.commands.AddCard(purpose="uncertainty", text="Är alla ute?"))
    incident.wait(5)
    incident.do(meetings.commands.Begin(agenda="5.2"))
    incident.wait(5)
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Ja"))
    answered = len(incident.state.timeline.lines)
    found = marks(incident)
    assert found["meeting:1"].label == "13:10 möte 1"
    assert found[f"line:{answered}"].label == "13:15 svar 1"
    assert "(Är alla ute?) besvarad: Ja." in found[f"line:{answered}"].spoken
    assert "uncertainty:1" not in found


def test_every_sending_of_a_message_is_marked_and_its_latest_time_is_ahead() -> None:
    incident = Incident()
    latest = incident.now + timedelta(minutes=30)
    save = information.commands.SaveMessage
    incident.do(save(text="Elden är släckt", groups=("elever",), latest_at=latest))
    assert marks(incident)["message:1"].label == "13:35 budskap 1 senast"
    assert marks(incident)["message:1"].future
    incident.do(information.commands.SendMessage(message=1))
    found = marks(incident)
    assert "message:1" not in found
    assert [m.label for m in found.values()] == ["13:05 larm", "13:05 budskap 1"]


def test_what_is_planned_is_ahead() -> None:
    incident = Incident()
    hour = incident.now + timedelta(hours=1)
    incident.do(meetings.commands.SetNext(at=hour))
    incident.do(tasks.commands.Add(text="Ordna buss", owner="LS", due_at=hour))
    incident.do(decisions.commands.Record(text="Huset stängs", follow_up_at=hour))
    incident.do(board.commands.AddCard(purpose="uncertainty", text="Elen?", needed_by=hour))
    incident.do(people.commands.PlanRelief(function="loggforare", person="Vikarie", at=hour))
    ahead = {m.key: (m.label, m.place) for m in marks(incident).values() if m.future}
    assert ahead == {
        "next": ("14:05 avstämning", "screen:meetings"),
        "task:1": ("14:05 ordna buss", "task:1"),
        "follow-up:1": ("14:05 följ upp 1", "decision:1"),
        "uncertainty:1": ("14:05 oklarhet 1", "uncertainty:1"),
        "relief:loggforare": ("14:05 avlösning", "function:loggforare"),
    }


def test_what_should_have_been_done_is_late_and_still_planned() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Ordna buss", due_at=incident.now + timedelta(minutes=5)))
    incident.wait(10)
    mark = marks(incident)["task:1"]
    assert (mark.late, mark.future, mark.label) == (True, True, "13:10 ordna buss (sen)")


def test_what_is_done_is_no_longer_planned() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Ordna buss", due_at=incident.now + timedelta(minutes=5)))
    incident.do(tasks.commands.Answer(task=1))
    assert "task:1" not in marks(incident)


def test_secret_text_is_never_in_a_mark() -> None:
    incident = Incident()
    hour = incident.now + timedelta(hours=1)
    secret = "OSL 18:1"
    incident.do(tasks.commands.Add(text="hemligt", due_at=hour, secrecy=secret))
    incident.do(decisions.commands.Record(text="hemligt", follow_up_at=hour, secrecy=secret))
    add = board.commands.AddCard
    incident.do(add(purpose="uncertainty", text="hemligt", needed_by=hour, secrecy=secret))
    incident.do(add(purpose="uncertainty", text="hemligt", secrecy=secret))
    incident.do(board.commands.AnswerUncertainty(uncertainty=2, answer="hemligt"))
    said = " ".join(f"{mark.label} {mark.spoken}" for mark in marks(incident).values())
    assert "hemligt" not in said


def test_a_long_text_is_shortened_in_its_label_and_whole_when_spoken() -> None:
    incident = Incident()
    text = "Ordna bussar till alla elever som ska flyttas i morgon bitti"
    incident.do(tasks.commands.Add(text=text, due_at=incident.now + timedelta(hours=1)))
    mark = marks(incident)["task:1"]
    assert mark.label.endswith("…")
    assert len(mark.label) < 40
    assert text in mark.spoken


def test_the_stretch_holds_the_last_while_and_what_comes_next() -> None:
    incident = Incident()
    incident.wait(300)
    soon, later = incident.now + timedelta(hours=2), incident.now + timedelta(hours=30)
    incident.do(meetings.commands.SetNext(at=soon))
    incident.do(tasks.commands.Add(text="Ordna buss", due_at=later))
    start, end = axis.stretch(incident.state, incident.now)
    assert incident.now - timedelta(hours=2) < start < incident.now - timedelta(hours=1)
    assert soon < end < later


def test_the_stretch_does_not_begin_long_before_the_alarm() -> None:
    incident = Incident()
    start, end = axis.stretch(incident.state, incident.now)
    assert start > incident.now - timedelta(minutes=15)
    assert end > incident.now + timedelta(minutes=30)


def test_a_closed_incident_has_nothing_ahead_and_is_seen_whole() -> None:
    incident = Incident()
    incident.do(meetings.commands.SetNext(at=incident.now + timedelta(hours=1)))
    incident.wait(200)
    incident.do(lifecycle.commands.Close(chair="FC", keeper="MK"))
    assert [m for m in marks(incident).values() if m.future] == []
    start, end = axis.stretch(incident.state, incident.now + timedelta(days=6))
    assert end - start < timedelta(hours=4)


def test_an_interruption_and_the_closing_are_marked() -> None:
    incident = Incident()
    since = incident.now
    incident.wait(13)
    incident.do(lifecycle.commands.NoteInterruption(since=since, until=incident.now))
    incident.wait(20)
    incident.do(lifecycle.commands.Close(chair="FC", keeper="MK"))
    system = [(m.words, m.icon) for m in marks(incident).values() if m.kind == "sys"]
    assert system == [("larm", "siren"), ("avbrott", "unplug"), ("avslut", "flag")]


def test_lines_of_other_kinds_are_marked_when_asked_for() -> None:
    incident = Incident()
    incident.do(log.commands.Record(text="Rektor ringer", kind="in"))
    incident.do(log.commands.Record(text="Rök", kind="note"))
    incident.do(log.commands.Record(text="hemligt", kind="in", secrecy="OSL 18:1"))
    incident.do(log.commands.Record(text="fel", kind="in"))
    incident.do(log.commands.Strike(number=len(incident.state.timeline.lines), reason="fel"))
    assert "line:3" not in marks(incident)
    found = axis.marks(incident.state, incident.now, frozenset(("in",)))
    said = [(m.words, m.place) for m in found]
    assert said == [("larm", "line:1"), ("Rektor ringer", "line:3"), ("sekretess OSL 18:1", "line:5")]


def test_kinds_that_are_not_asked_for_are_left_out_but_what_is_planned_stays() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Utrym", follow_up_at=incident.now + timedelta(hours=1)))
    found = axis.marks(incident.state, incident.now, frozenset[axis.LineKind]())
    assert [m.key for m in found] == ["alarm", "follow-up:1"]


def test_an_answer_that_came_with_its_line_leads_to_that_line() -> None:
    incident = Incident()
    incident.do(board.commands.AddCard(purpose="uncertainty", text="Är alla ute?"))
    incident.do(log.commands.Record(text="Rektor: alla är ute, besvarar oklarhet 1", kind="in"))
    line = len(incident.state.timeline.lines)
    assert marks(incident)[f"line:{line}"].words == "svar 1"
