"""A meeting by keyboard: begun, run point by point, ended; and a relief of the one who keeps the log."""

from crisisdesk.features import board, checklists, decisions, lifecycle, meetings, people, tasks
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program


def begin_meeting(program: Program) -> None:
    """Begin the first meeting of the exercise at 13:42."""
    program.begin_played("14 13:42")
    program.at("13:42")
    program.go("möten")
    assert spoken(focused()) == "Starta mötet"
    press("Return")


def close_point(notes: str) -> None:
    """Write in the focused point and go on to the next."""
    press("Return")
    write(notes)
    press("Ctrl+Return")


def test_a_meeting_is_run_point_by_point_to_its_end(program: Program) -> None:
    begin_meeting(program)
    held = program.state[meetings.FEATURE].meetings[1]
    assert (held.agenda, held.calls_stopped) == ("5.2", True)
    points = list(program.state.plan.agenda("5.2").walk())
    for point in points:
        press("Ctrl+Return") if point.purpose == "attendance" else close_point(f"sagt vid {point.number}")
    assert list(held.closed) == [point.id for point in points]
    assert held.notes["5.2.3"] == "sagt vid 5.2.3"
    assert [(f.number, f.meeting) for f in program.state[board.FEATURE].frozen] == [(1, 1)]


def test_attendance_is_marked_and_the_point_closed(program: Program) -> None:
    begin_meeting(program)
    close_point("inga")
    press("Return")
    assert spoken(focused()) == "Närvaro"
    press("Space", "Down", "Space", "Space")
    press("Ctrl+Return")
    held = program.state[meetings.FEATURE].meetings[1]
    assert len(held.who("here")) == 1
    assert len(held.who("later")) == 1
    assert "5.2.2" in held.closed


def test_a_decision_and_a_task_are_made_at_a_point(program: Program) -> None:
    begin_meeting(program)
    tab_to("Beslut")
    press("Return")
    write("Undervisningen i hus B ställs in till och med fredag")
    tab_to("Motivering")
    write("Sanering och elkontroll")
    press("Ctrl+Return")
    made = list(program.state[decisions.FEATURE].decisions.values())[-1]
    assert made.reason == "Sanering och elkontroll"
    assert "meeting:1" in program.state.timeline.says(made.number).refs
    tab_to("Uppgift")
    press("Return")
    write("Ersättningslokal från fredag")
    tab_to("Klart senast")
    write("16:00")
    press("Ctrl+Return")
    given = list(program.state[tasks.FEATURE].tasks.values())[-1]
    assert (given.text, given.source) == ("Ersättningslokal från fredag", "meeting:1")
    assert [line[6:10] for line in program.lines(2)] == ["dec ", "task"]


def test_a_meeting_ends_with_the_time_of_the_next_and_calls_let_through(program: Program) -> None:
    begin_meeting(program)
    program.at("14:03")
    tab_to("Avsluta mötet", "Shift+Tab")
    press("Return")
    assert spoken(focused()) == "Nästa lägesavstämning"
    write("14:30")
    press("Ctrl+Return")
    held = program.state[meetings.FEATURE].meetings[1]
    assert (held.running, held.calls_released) == (False, True)
    assert held.next_at is not None
    assert f"{held.next_at:%H:%M}" == "13:30"
    assert program.state[checklists.FEATURE].marks.get("5.2") is None
    assert "14:30" in program.lines(1)[0]


def test_notes_of_a_running_meeting_are_there_when_the_program_was_closed_in_it(program: Program) -> None:
    begin_meeting(program)
    press("Return")
    write("halva anteckningen")
    file = next(program.folder.rglob("*.crisisdesk"))
    program.close()
    program.begin(file)
    assert program.state[meetings.FEATURE].meetings[1].notes["5.2.1"] == "halva anteckningen"
    program.go("möten")
    press("Ctrl+Return")
    assert "5.2.1" in program.state[meetings.FEATURE].meetings[1].closed


def test_the_keeper_is_relieved_and_the_next_lines_carry_the_new_sign(program: Program) -> None:
    program.begin_played("14 15:10")
    program.at("15:10")
    program.go("loggförare")
    assert program.screen == "functions"
    press("1")
    assert spoken(focused()) == "Lämnar: sign"
    press("Ctrl+A")
    write("MK")
    press("Return")
    write("TB")
    press("Ctrl+Return")
    relieved = program.state[people.FEATURE].reliefs[-1]
    assert (relieved.sign_from, relieved.sign_to) == ("MK", "TB")
    assert program.state[lifecycle.FEATURE].keeper == "TB"
    program.log("avlösning klar")
    assert program.lines(1) == ["15:10 note TB: avlösning klar"]


def test_the_one_who_came_is_noted_with_space(program: Program) -> None:
    program.begin_played("14 13:41")
    program.at("14:00")
    program.go("funktioner")
    press("Home", "Space")
    assert len(program.state[people.FEATURE].present()) == 1
