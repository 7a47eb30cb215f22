"""Tasks: given, answered, handed over, carried over, taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from crisisdesk.features.tasks import FEATURE, TaskState, commands, facts
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import START, Play

FOUR = datetime(2027, 1, 14, 15, 0, tzinfo=UTC)
"""16:00 in Stockholm."""


@pytest.fixture
def play() -> Play[TaskState]:
    return Play(FEATURE, load_shipped())


def test_a_task_says_what_who_and_when(play: Play[TaskState]) -> None:
    source = "point:1/5.2.6.3"
    play.do(
        commands.Add(
            text=" Ersättningslokal ",
            owner="verksamhetschefen",
            due_at=FOUR,
            source=source,
            secrecy="OSL 18:1",
        )
    )
    assert play.texts == ["Uppgift 1: Ersättningslokal. Ansvarig: verksamhetschefen. Klart 16:00."]
    assert play.lines[0].kind == "task"
    assert play.lines[0].refs == ("task:1", source)
    assert play.lines[0].secrecy == "OSL 18:1"
    task = play.state.tasks[1]
    assert (task.text, task.number, task.is_open) == ("Ersättningslokal", 1, True)
    assert play.state.from_source(source) == [task]


def test_a_task_needs_only_its_text(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Ring fastighetsjouren"))
    assert play.texts == ["Uppgift 1: Ring fastighetsjouren. Ingen ansvarig än."]
    assert [task.owner for task in play.state.open()] == [""]


def test_a_task_without_text_is_refused_at_the_text(play: Play[TaskState]) -> None:
    refusal = play.refused(commands.Add(text="  "))
    assert (refusal.sentence, refusal.field) == ("Skriv vad som ska göras.", "text")


def test_a_function_owns_by_its_title(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Svara tidningen", owner="function:informationsansvarig"))
    assert play.texts == ["Uppgift 1: Svara tidningen. Ansvarig: Informationsansvarig."]
    assert play.lines[0].refs == ("task:1", "function:informationsansvarig")


def test_an_unknown_function_is_refused(play: Play[TaskState]) -> None:
    refusal = play.refused(commands.Add(text="Svara", owner="function:kock"))
    assert (refusal.sentence, refusal.field) == ("Planen har ingen funktion kock.", "owner")


def test_numbers_are_never_used_again(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Ett"))
    play.do(commands.Withdraw(task=1, reason="Dubblett"))
    play.do(commands.Add(text="Två"))
    assert list(play.state.tasks) == [1, 2]


def test_a_done_task_has_its_answer(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Ersättningslokal", owner="verksamhetschefen"))
    play.at(140).do(commands.Answer(task=1, answer="Medborgarhuset, 5 salar"))
    assert play.texts[-1] == "Uppgift 1 klar: Ersättningslokal. Medborgarhuset, 5 salar."
    assert play.state.open() == []
    assert play.state.answered()[0].answer == "Medborgarhuset, 5 salar"
    assert play.state.tasks[1].ended_at == START + timedelta(minutes=140)


def test_a_task_is_done_without_an_answer(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Polisanmälan"))
    play.do(commands.Answer(task=1))
    assert play.texts[-1] == "Uppgift 1 klar: Polisanmälan."


def test_done_twice_is_one_line(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Polisanmälan"))
    play.do(commands.Answer(task=1, answer="Gjord"))
    assert play.do(commands.Answer(task=1, answer="Gjord")) == []
    assert play.do(commands.Answer(task=1)) == []
    refusal = play.refused(commands.Answer(task=1, answer="Ej gjord"))
    assert refusal.sentence == "Uppgift 1 är redan klar. Öppna den igen först."


def test_a_done_task_can_be_taken_up_again(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Väktare"))
    play.do(commands.Answer(task=1, answer="På plats"))
    assert play.refused(commands.Reopen(task=1, reason=" ")).field == "reason"
    play.do(commands.Reopen(task=1, reason="de åkte igen"))
    assert play.texts[-1] == "Uppgift 1 öppnas igen: Väktare. Skäl: de åkte igen."
    assert [task.answer for task in play.state.open()] == ["På plats"]
    assert play.state.tasks[1].ended_at is None
    assert play.do(commands.Reopen(task=1, reason="igen")) == []


def test_a_task_is_handed_over(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Samtalsstöd", owner="verksamhetschefen"))
    play.do(commands.HandOver(task=1, owner="function:hr"))
    assert play.texts[-1] == "Uppgift 1: Samtalsstöd. Ansvarig är nu HR-funktion (före: verksamhetschefen)."
    assert play.lines[-1].refs == ("task:1", "function:hr")
    assert play.do(commands.HandOver(task=1, owner="function:hr")) == []
    assert play.refused(commands.HandOver(task=1, owner="")).field == "owner"


def test_a_deadline_is_set_moved_and_taken_away(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Lokal"))
    play.do(commands.SetDue(task=1, due_at=FOUR))
    play.do(commands.SetDue(task=1, due_at=FOUR + timedelta(hours=16)))
    play.do(commands.SetDue(task=1))
    assert play.do(commands.SetDue(task=1)) == []
    assert play.texts[1:] == [
        "Uppgift 1: Lokal. Klart 16:00.",
        "Uppgift 1: Lokal. Klart fre 08:00 (före: 16:00).",
        "Uppgift 1: Lokal. Ingen sluttid (före: fre 08:00).",
    ]


def test_late_are_the_open_ones_past_their_time(play: Play[TaskState]) -> None:
    for text, due in (("B", FOUR), ("A", FOUR - timedelta(hours=1)), ("C", None), ("D", FOUR)):
        play.do(commands.Add(text=text, due_at=due))
    play.do(commands.Answer(task=4))
    assert [task.text for task in play.state.late(FOUR)] == ["A"]
    assert [task.text for task in play.state.late(FOUR + timedelta(seconds=1))] == ["A", "B"]
    assert [task.text for task in play.state.due()] == ["A", "B"]


def test_a_task_is_carried_over_to_the_ordinary_organisation(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Samtalsstöd till personal"))
    play.do(commands.CarryOver(task=1, to="ordinarie verksamhet (HR)", note="HR ringer på fredag"))
    assert play.texts[-1] == (
        "Uppgift 1 förs över till ordinarie verksamhet (HR): Samtalsstöd till personal. HR ringer på fredag."
    )
    assert play.state.open() == []
    assert play.state.tasks[1].carried_to == "ordinarie verksamhet (HR)"
    assert play.refused(commands.Answer(task=1)).sentence == ("Uppgift 1 är överförd. Öppna den igen först.")


def test_carried_over_without_a_name_goes_to_the_ordinary_organisation(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Stöd"))
    play.do(commands.CarryOver(task=1))
    assert play.texts[-1] == "Uppgift 1 förs över till ordinarie verksamhet: Stöd."
    assert play.do(commands.CarryOver(task=1)) == []


def test_a_withdrawn_task_strikes_its_line_and_keeps_its_mark(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Annan"))
    play.do(commands.Add(text="Fel", secrecy="OSL 18:1"))
    assert play.refused(commands.Withdraw(task=2, reason="")).field == "reason"
    play.do(commands.Withdraw(task=2, reason="hör till polisen"))
    line = play.lines[-1]
    assert (line.text, line.strikes) == ("Uppgift 2 tas bort: hör till polisen.", 2)
    assert line.secrecy == "OSL 18:1"
    assert [task.task for task in play.state.standing()] == [1]
    for command in (commands.Answer(task=2), commands.Withdraw(task=2, reason="igen")):
        assert play.refused(command).sentence == "Uppgift 2 är borttagen."


def test_an_unknown_task_is_refused(play: Play[TaskState]) -> None:
    refusal = play.refused(commands.Answer(task=7))
    assert (refusal.sentence, refusal.field) == ("Det finns ingen uppgift 7.", "task")


def test_the_trail_tells_what_happened(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Lokal"))
    play.at(5).do(commands.HandOver(task=1, owner="LS"))
    play.at(9).do(commands.Answer(task=1, answer="Klart"))
    trail = [(h.what, h.text, h.number) for h in play.state.tasks[1].trail]
    assert trail == [("added", "", 1), ("handed_over", "LS", 2), ("answered", "Klart", 3)]


def test_a_long_task_is_cut_in_later_lines(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Ring alla " + "och alla " * 20 + "\nandra raden"))
    play.do(commands.Answer(task=1, answer="Gjort"))
    assert len(play.texts[-1]) < 110
    assert "andra raden" not in play.texts[-1]


def test_facts_carry_what_the_command_said(play: Play[TaskState]) -> None:
    found = play.do(commands.Add(text="Lokal", due_at=FOUR, source="decision:7"))
    assert found == [facts.TaskAdded(task=1, text="Lokal", due_at=FOUR, source="decision:7")]


def test_a_reminder_comes_again_until_the_task_is_done(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Mät luften"))
    play.do(commands.SetReminder(task=1, every_minutes=30))
    task, set_at = play.state.tasks[1], START
    assert task.reminds_at == set_at + timedelta(minutes=30)
    assert not task.reminds(set_at + timedelta(minutes=29))
    assert play.state.reminding(set_at + timedelta(minutes=30)) == [task]
    play.do(commands.SeeReminder(task=1))
    assert len(play.texts) == 1  # a reminder is no line of the log
    play.do(commands.Answer(task=1))
    assert play.state.reminding(set_at + timedelta(days=1)) == []


@pytest.mark.parametrize("every", [-5, 1, 4, 1441])
def test_an_interval_that_nobody_could_follow_is_refused(play: Play[TaskState], every: int) -> None:
    play.do(commands.Add(text="Mät luften"))
    assert play.refused(commands.SetReminder(task=1, every_minutes=every)).field == "every_minutes"


def test_no_reminder_is_seen_where_none_is_set(play: Play[TaskState]) -> None:
    play.do(commands.Add(text="Mät luften"))
    assert play.do(commands.SeeReminder(task=1)) == []
    play.do(commands.SetReminder(task=1, every_minutes=15))
    play.do(commands.SetReminder(task=1, every_minutes=0))
    assert play.state.tasks[1].reminds_at is None
