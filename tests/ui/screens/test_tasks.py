"""The tasks screen: late ones first, Space answers, owners and deadlines change in sheets."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import tasks
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.tasks.screen import TasksScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play

KEY = Qt.Key


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[TasksScreen]:
    """Return the screen with a task for later, one due in ten minutes and one without a deadline."""
    incident = Incident()
    for text, due in (("Ordna lokal", 55), ("Ring polisen", 10), ("Boka buss", None)):
        due_at = incident.now + timedelta(minutes=due) if due is not None else None
        incident.do(tasks.commands.Add(text=text, due_at=due_at, owner="function:stabschef"))
    return Play(qtbot, TasksScreen(theme), incident)


def form(play: Play[TasksScreen]) -> Form:
    assert play.screen.host.sheet is not None
    return play.screen.host.sheet.form


def send(play: Play[TasksScreen]) -> None:
    play.press(KEY.Key_Return, CTRL)


def test_an_empty_screen_says_what_belongs_here(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, TasksScreen(theme))
    assert any(text.startswith("Här står vem som gör vad") for text in play.texts())
    play.press(KEY.Key_Insert)
    assert play.focus_name() == "Vad ska göras?"


def test_the_nearest_deadline_is_first_and_a_late_one_says_so(play: Play[TasksScreen]) -> None:
    assert play.screen.list.keys() == ["task:2", "task:1", "task:3"]
    play.incident.wait(22)
    play.show()
    assert "Skulle vara klar 13:15, 12 min sen" in play.texts()
    assert "Sena" in play.texts()


def test_space_says_that_it_is_done_with_its_answer(play: Play[TasksScreen]) -> None:
    play.press(KEY.Key_Space)
    assert play.focus_name() == "Vad blev svaret?"
    play.write("Polisen kommer")
    send(play)
    assert play.wish(tasks.commands.Answer) == tasks.commands.Answer(task=2, answer="Polisen kommer")
    assert play.screen.list.keys() == ["task:1", "task:3", "task:2"]
    assert play.screen.list.current() == "task:2"
    play.press(KEY.Key_Space)
    assert play.screen.host.sheet is None, "what is done is not answered again"


def test_a_task_is_handed_over_to_a_function_or_a_name(play: Play[TasksScreen]) -> None:
    for typed, owner in (("loggförare", "function:loggforare"), ("Rektor", "Rektor")):
        play.button("Lämna över").click()
        form(play).set_values({"owner": typed})
        send(play)
        assert play.wish(tasks.commands.HandOver).owner == owner
    play.button("Lämna över").click()
    form(play).set_values({"owner": ""})
    send(play)
    assert form(play).field("owner").error() == "Skriv vem som tar över uppgiften."


def test_a_deadline_moves_goes_and_stays(play: Play[TasksScreen]) -> None:
    play.button("Ny tid").click()
    form(play).set_values({"due_at": "16:00"})
    send(play)
    moved = play.wish(tasks.commands.SetDue).due_at
    assert moved is not None
    assert moved.isoformat() == "2027-01-14T15:00:00+00:00"
    play.screen.go_to("task:2")
    play.incident.wait(240)
    play.show()
    play.button("Ny tid").click()
    send(play)
    assert play.wish(tasks.commands.SetDue).due_at == moved, "16:00 of today is not read as tomorrow's"
    play.button("Ny tid").click()
    form(play).set_values({"due_at": ""})
    send(play)
    assert play.wish(tasks.commands.SetDue).due_at is None


def test_a_task_is_carried_over_and_opened_again(play: Play[TasksScreen]) -> None:
    play.button("För över").click()
    send(play)
    assert play.wish(tasks.commands.CarryOver).to == "ordinarie verksamhet"
    play.button("Öppna igen").click()
    send(play)
    assert form(play).field("reason").error() == "Skriv varför uppgiften öppnas igen."
    play.write("Ingen tog den")
    send(play)
    assert play.wish(tasks.commands.Reopen) == tasks.commands.Reopen(task=2, reason="Ingen tog den")


def test_ctrl_r_takes_a_task_back(play: Play[TasksScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    play.write("Dubbel")
    send(play)
    assert play.wish(tasks.commands.Withdraw) == tasks.commands.Withdraw(task=2, reason="Dubbel")
    assert "borttagen" in play.texts()


def test_a_new_task_is_given(play: Play[TasksScreen]) -> None:
    play.press(KEY.Key_Insert)
    send(play)
    assert form(play).field("text").error() == "Skriv vad som ska göras."
    form(play).set_values({"text": "Ring POSOM", "owner": "Stabschef", "due_at": "om 20 min"})
    send(play)
    wish = play.wish(tasks.commands.Add)
    assert (wish.text, wish.owner) == ("Ring POSOM", "function:stabschef")
    assert wish.due_at == play.incident.now + timedelta(minutes=20)


def test_tasks_are_ordered_by_owner_and_back(play: Play[TasksScreen]) -> None:
    play.do(tasks.commands.HandOver(task=2, owner="Rektor"))
    play.button("Efter tid").click()
    assert play.screen.list.keys() == ["task:2", "task:1", "task:3"]
    assert {"Rektor", "Stabschef"} <= set(play.texts())
    play.button("Efter ansvarig").click()
    assert "Ska bli klara" in play.texts()


def test_the_source_is_gone_to(play: Play[TasksScreen]) -> None:
    play.do(tasks.commands.Add(text="Samverkan", source="step:4.7"))
    play.screen.go_to("task:4")
    play.press(KEY.Key_Return)
    assert play.focus_name() == "Kommer från steg 4.7"
    play.press(KEY.Key_Return)
    assert play.places == ["step:4.7"]


def test_what_is_typed_and_chosen_stays_when_something_happens(play: Play[TasksScreen]) -> None:
    play.screen.go_to("task:3")
    play.press(KEY.Key_Space)
    play.write("Bussen")
    play.do(tasks.commands.Add(text="Ny", due_at=play.incident.now))
    assert form(play).text_of("answer") == "Bussen"
    assert play.screen.list.current() == "task:3"


def test_print_asks_for_the_tasks(play: Play[TasksScreen]) -> None:
    play.screen.print.click()
    assert play.prints == ["tasks"]


def test_a_task_begun_in_a_meeting_goes_on_here(play: Play[TasksScreen]) -> None:
    typed = {"text": "Ring POSOM", "owner": "Stabschef", "due_at": "om 20 min"}
    assert play.screen.go_to(NewPlace("task", ("meeting:1",), typed).place)
    send(play)
    wish = play.wish(tasks.commands.Add)
    assert (wish.text, wish.owner, wish.source) == ("Ring POSOM", "function:stabschef", "meeting:1")
    assert wish.due_at == play.incident.now + timedelta(minutes=20)


def test_a_reminder_is_set_in_a_sheet_and_seen_with_a_button(play: Play[TasksScreen]) -> None:
    play.screen.act("task:1", "remind")
    form(play).set_values({"every": "30"})
    send(play)
    assert play.incident.state[tasks.FEATURE].tasks[1].remind_every == 30
    play.incident.wait(31)
    play.show()
    play.screen.act("task:1", "seen")
    assert not play.incident.state[tasks.FEATURE].tasks[1].reminds(play.incident.now)
