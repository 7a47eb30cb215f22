"""Calls, decisions, tasks and information by keyboard."""

from crisisdesk.features import calls, decisions, information, tasks
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program


def test_the_call_list_is_called_through_with_one_key_for_each(program: Program) -> None:
    program.begin_played("14 13:19")
    program.at("13:19")
    program.go("larmlista")
    before = len(program.lines())
    called = spoken(focused())
    assert called
    write("1")
    write("1")
    write("3")
    made = list(program.state[calls.FEATURE].calls.values())[-3:]
    assert [call.outcome for call in made] == ["reached", "reached", "message"]
    assert len({call.target for call in made}) == 3
    assert len(program.lines()) == before + 3
    assert all(line[6:10] == "call" for line in program.lines(3))


def test_who_is_coming_says_when(program: Program) -> None:
    program.begin_exercise()
    program.at("13:19")
    program.go("larmlista")
    write("4")
    assert spoken(focused()) == "Kommer kl."
    write("14:00")
    press("Ctrl+Return")
    call = list(program.state[calls.FEATURE].calls.values())[-1]
    assert call.outcome == "coming"
    assert call.coming_at is not None
    assert f"{call.coming_at:%H:%M}" == "13:00"


def test_a_call_outside_the_list_and_one_taken_back(program: Program) -> None:
    program.begin_exercise()
    program.at("13:14")
    program.go("larmlista")
    press("Ins")
    write("Kommundirektören")
    press("Ctrl+Return")
    call = list(program.state[calls.FEATURE].calls.values())[-1]
    assert (call.target, call.outcome) == ("Kommundirektören", "reached")
    press("Ctrl+R")
    write("fel person svarade")
    press("Ctrl+Return")
    assert program.state[calls.FEATURE].calls[call.call].withdrawn == "fel person svarade"
    assert "fel person svarade" in program.lines(1)[0]


def test_a_decision_is_completed_where_it_stands(program: Program) -> None:
    program.begin_exercise()
    program.at("13:54")
    program.log("b: undervisningen i hus B ställs in")
    assert not program.state[decisions.FEATURE].decisions[1].decider
    program.go("beslut")
    press("F2")
    tab_to("Beslutat av")
    write("Ordförande LS")
    tab_to("Motivering")
    write("Sanering och elkontroll")
    press("Ctrl+Return")
    made = program.state[decisions.FEATURE].decisions[1]
    assert (made.decider, made.reason) == ("Ordförande LS", "Sanering och elkontroll")


def test_a_decision_to_wait_is_a_decision(program: Program) -> None:
    program.begin_exercise()
    program.go("beslut")
    press("Ins")
    write("Avvakta med presskonferens")
    tab_to("Ett beslut att avvakta")
    press("Space", "Ctrl+Return")
    made = program.state[decisions.FEATURE].decisions[1]
    assert made.waits


def test_a_task_is_given_answered_and_taken_up_again(program: Program) -> None:
    program.begin_exercise()
    program.at("13:55")
    program.go("uppgifter")
    press("Ins")
    write("Ersättningslokal från fredag")
    tab_to("Ansvarig")
    write("Stabschef")
    tab_to("Klart senast")
    write("16:00")
    press("Ctrl+Return")
    task = program.state[tasks.FEATURE].tasks[1]
    assert task.owner == "function:stabschef"
    assert task.due_at is not None
    press("Space")
    write("medborgarhuset, 5 salar")
    press("Ctrl+Return")
    assert program.state[tasks.FEATURE].tasks[1].standing == "done"
    assert "medborgarhuset" in program.lines(1)[0]


def test_a_message_goes_out_and_the_switchboard_gets_its_words(program: Program) -> None:
    program.begin_played("14 14:10")
    program.at("14:10")
    program.go("information")
    press("Ins")
    write("Branden är under kontroll. Alla är ute.")
    tab_to("Till")
    write("elever, personal, växel")
    press("Ctrl+Return")
    said = program.state[information.FEATURE]
    assert said.messages[1].sendings[0].groups == ("elever", "personal", "växel")
    assert said.first_sent_at is not None
    assert f"{said.first_sent_at:%H:%M}" == "13:10"
