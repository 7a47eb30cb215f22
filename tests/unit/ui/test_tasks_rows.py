"""The rows of tasks: by deadline and by owner, what is late, and one with all that is known of it."""

from datetime import timedelta

from crisisdesk.features import decisions, log, tasks
from crisisdesk.ui.kit.pane_look import BriefHead, BriefLook
from crisisdesk.ui.screens.tasks import rows
from tests.support.incident_play import Incident


def add(incident: Incident, text: str = "Ring", *, due: float | None = None, owner: str = "") -> int:
    """Give a task that is due in so many minutes; return its number."""
    due_at = incident.now + timedelta(minutes=due) if due is not None else None
    change = incident.do(tasks.commands.Add(text=text, owner=owner, due_at=due_at))
    return change.first(tasks.facts.TaskAdded).task


def listed(incident: Incident, order: rows.Order = "deadline") -> list[str]:
    """Return the list as headings with counts and numbers of tasks."""
    found = rows.rows(incident.state, incident.now, order)
    return [
        f"{r.text} {r.count}{' röd' if r.late else ''}" if isinstance(r, BriefHead) else r.number
        for r in found
    ]


def brief(incident: Incident, number: int) -> BriefLook:
    return rows.brief(incident.state, incident.state[tasks.FEATURE].tasks[number], incident.now)


def test_by_deadline_the_longest_overdue_is_first_and_the_ended_last() -> None:
    incident = Incident()
    for due in (90, 20, None, 10, 60):
        add(incident, due=due)
    add(incident)
    incident.do(tasks.commands.Answer(task=6, answer="Gjort"))
    incident.do(tasks.commands.Withdraw(task=add(incident), reason="Dubbel"))
    incident.do(tasks.commands.Answer(task=add(incident)))
    incident.wait(30)
    assert listed(incident) == [
        "Sena 2 röd", "4", "2",
        "Ska bli klara 2", "5", "1",
        "Utan sluttid 1", "3",
        "Klara, överförda och borttagna 3", "8", "6", "7",
    ]  # fmt: skip


def test_by_owner_nobodys_tasks_stand_first_and_red_counts_the_late() -> None:
    incident = Incident()
    add(incident, owner="function:stabschef", due=10)
    add(incident, owner="Rektor", due=5)
    add(incident, due=60)
    add(incident, owner="Rektor", due=50)
    add(incident, owner="rektor")
    incident.wait(8)
    assert listed(incident, "owner") == [
        "Ingen ansvarig 1", "3", "Rektor 1 röd", "2", "4", "5", "Stabschef 1", "1",
    ]  # fmt: skip


def test_a_row_says_owner_and_deadline_or_how_late() -> None:
    incident = Incident()
    number = add(incident, owner="function:stabschef", due=20)
    assert brief(incident, number).said == "klart 13:25 · Stabschef"
    incident.wait(32)
    late = brief(incident, number)
    assert (late.late, late.said) == ("Skulle vara klar 13:25, 12 min sen", "Stabschef")
    incident.do(tasks.commands.Answer(task=number, answer="Klart nu"))
    done = brief(incident, number)
    assert (done.late, done.said) == ("", "Stabschef · Klart nu")
    assert [mark.word for mark in done.marks] == ["klar"]


def test_a_task_without_owner_says_so_while_it_is_open() -> None:
    incident = Incident()
    number = add(incident)
    assert brief(incident, number).lacks == "Ingen ansvarig"
    incident.do(tasks.commands.CarryOver(task=number))
    assert brief(incident, number).lacks == ""


def test_the_pane_tells_all_that_happened() -> None:
    incident = Incident()
    number = add(incident, owner="Rektor", due=60)
    incident.wait(5).do(tasks.commands.HandOver(task=number, owner="function:stabschef"))
    incident.wait(5).do(tasks.commands.CarryOver(task=number, to="HR", note="Efter helgen"))
    look = rows.pane(incident.state, number, incident.now)
    assert look.values == (
        ("Ansvarig", "Stabschef"),
        ("Klart senast", "14:05"),
        ("Given", "13:05, loggat av MK"),
        ("Överförd till", "HR"),
        ("Anteckning", "Efter helgen"),
    )
    assert look.sections[0].values == (
        ("13:10", "lämnad till Stabschef, MK"),
        ("13:15", "överförd till HR, MK"),
    )


def test_the_pane_leads_to_where_the_task_comes_from() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Stäng huset"))
    number = incident.do(log.commands.Record(text="Rök i trapphuset")).number
    cases = {
        "decision:1": "Kommer från beslut 1: Stäng huset",
        f"line:{number}": f"Kommer från nr {number}: Rök i trapphuset",
        "step:4.7": "Kommer från steg 4.7",
        "meeting:1": "Kommer från möte 1",
        "point:2/6.1.agenda.5": "Kommer från möte 2, punkt 5",
    }
    for source, words in cases.items():
        incident.do(tasks.commands.Add(text="Ring", source=source))
        task = len(incident.state[tasks.FEATURE].tasks)
        first = rows.pane(incident.state, task, incident.now).links[0]
        assert (first.place, first.text) == (source, words)


def test_what_can_be_done_follows_how_the_task_stands() -> None:
    incident = Incident()
    number = add(incident)

    def offered() -> list[str]:
        return [action.key for action in rows.pane(incident.state, number, incident.now).actions]

    assert offered() == ["answer", "hand_over", "due", "remind", "carry", "withdraw"]
    incident.do(tasks.commands.Answer(task=number))
    assert offered() == ["reopen", "withdraw"]
    incident.do(tasks.commands.Withdraw(task=number, reason="Dubbel"))
    assert offered() == []
    assert rows.pane(incident.state, number, incident.now).note == "Borttagen: Dubbel."


def test_a_reminder_that_waits_stands_first_and_goes_when_it_is_seen() -> None:
    incident = Incident()
    first, second = add(incident, due=90), add(incident, due=10)
    incident.do(tasks.commands.SetReminder(task=first, every_minutes=15))
    assert listed(incident)[0] == "Ska bli klara 2"
    incident.wait(15)
    assert listed(incident)[:2] == ["Påminnelser 1 röd", str(first)]
    assert listed(incident).count(str(first)) == 1
    assert str(second) in listed(incident)
    look = rows.pane(incident.state, first, incident.now)
    assert "seen" in [action.key for action in look.actions]
    assert ("Påminner", "var 15 min, nästa gång 13:20") in look.values
    incident.do(tasks.commands.SeeReminder(task=first))
    assert listed(incident)[0] == "Sena 1 röd"
