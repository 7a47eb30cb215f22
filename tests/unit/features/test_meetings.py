"""Meetings: begun, attended, noted point by point, ended with a time for the next."""

from datetime import timedelta
from pathlib import Path

import pytest

from crisisdesk.features.meetings import FEATURE, MeetingState, commands, facts
from crisisdesk.features.meetings.queries import minutes
from crisisdesk.features.meetings.state import Closed
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Point
from crisisdesk.plan.loader import load, load_shipped
from tests.support.feature_play import START, Play

FIRST = "5.2"
USUAL = "6.1.agenda"
HALF_PAST_TWO = START + timedelta(minutes=85)
"""14:30 in Stockholm."""


@pytest.fixture
def play() -> Play[MeetingState]:
    return Play(FEATURE, load_shipped()).at(37)


def begun(play: Play[MeetingState], agenda: str = FIRST, *, stop_calls: bool = False) -> None:
    play.do(commands.Begin(agenda=agenda, stop_calls=stop_calls))


def ended(play: Play[MeetingState], meeting: int = 1) -> None:
    play.do(commands.End(meeting=meeting, no_more=True))


# ---------------------------------------------------------------- begin


def test_a_meeting_begins_with_its_number_name_and_the_switchboard(play: Play[MeetingState]) -> None:
    begun(play, stop_calls=True)
    assert play.texts == ["Möte 1 börjar: Första mötet. Växeln stoppar samtal."]
    assert (play.lines[0].kind, play.lines[0].refs) == ("meet", ("meeting:1",))
    running = play.state.running
    assert running is not None
    assert (running.meeting, running.begun_at) == (1, START + timedelta(minutes=37))
    assert play.state.calls_stopped


def test_a_meeting_can_begin_while_calls_come_in(play: Play[MeetingState]) -> None:
    begun(play)
    assert play.texts == ["Möte 1 börjar: Första mötet."]
    assert not play.state.calls_stopped


def test_one_meeting_at_a_time(play: Play[MeetingState]) -> None:
    begun(play)
    refusal = play.refused(commands.Begin(agenda=USUAL))
    assert refusal.sentence == "Möte 1 pågår. Avsluta det innan nästa börjar."
    ended(play)
    begun(play, USUAL)
    assert play.texts[-1] == "Möte 2 börjar: Lägesavstämning."


def test_an_unknown_agenda_is_refused(play: Play[MeetingState]) -> None:
    refusal = play.refused(commands.Begin(agenda="9"))
    assert (refusal.sentence, refusal.field) == ("Planen har ingen dagordning 9.", "agenda")


# ---------------------------------------------------------------- attendance


def test_attendance_is_a_detail_and_the_last_mark_counts(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.MarkAttendance(meeting=1, who="Stabschef", present="later"))
    play.do(commands.MarkAttendance(meeting=1, who=" Ordförande ", present="here"))
    play.do(commands.MarkAttendance(meeting=1, who="HR", present="absent"))
    play.do(commands.MarkAttendance(meeting=1, who="Stabschef", present="here", note="14:00"))
    meeting = play.state.meetings[1]
    assert meeting.who("here") == ["Stabschef", "Ordförande"]
    assert meeting.who("absent") == ["HR"]
    assert meeting.who("later") == []
    assert meeting.attendance["Stabschef"].note == "14:00"
    assert len(play.lines) == 1


def test_the_same_mark_twice_is_one(play: Play[MeetingState]) -> None:
    begun(play)
    mark = commands.MarkAttendance(meeting=1, who="HR", present="absent")
    assert len(play.do(mark)) == 1
    assert play.do(mark) == []
    assert play.refused(commands.MarkAttendance(meeting=1, who=" ", present="here")).field == "who"


# ---------------------------------------------------------------- points


def test_a_closed_point_says_its_name_and_its_notes(play: Play[MeetingState]) -> None:
    begun(play)
    play.at(43).do(commands.ClosePoint(meeting=1, point="5.2.3", text=" Hus B är utrymt "))
    line = play.lines[-1]
    assert line.text == "Möte 1, punkt 5.2.3 klar: Gemensam lägesuppfattning. Hus B är utrymt."
    assert line.refs == ("meeting:1", "point:1/5.2.3")
    assert play.state.meetings[1].closed["5.2.3"] == Closed(START + timedelta(minutes=43), 2)


def test_notes_made_before_stand_in_the_line(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.NotePoint(meeting=1, point="5.2.8", text="MK går av 15:10"))
    play.do(commands.NotePoint(meeting=1, point="5.2.8", text="TB går på 15:10"))
    assert len(play.lines) == 1, "notes are details"
    play.do(commands.ClosePoint(meeting=1, point="5.2.8"))
    assert play.texts[-1].endswith("klar: Avlösning i krisledningsgruppen, vid behov. TB går på 15:10.")


def test_notes_that_say_the_same_are_no_fact(play: Play[MeetingState]) -> None:
    begun(play)
    note = commands.NotePoint(meeting=1, point="5.2.8", text="Ingen")
    assert len(play.do(note)) == 1
    assert play.do(note) == []
    play.do(commands.ClosePoint(meeting=1, point="5.2.8"))
    assert play.do(commands.ClosePoint(meeting=1, point="5.2.8")) == []
    assert play.do(commands.ClosePoint(meeting=1, point="5.2.8", text=" Ingen ")) == []


def test_a_point_closed_again_with_other_notes_strikes_the_first_line(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.ClosePoint(meeting=1, point="5.2.7", text="Presskonferens 15:00"))
    play.do(commands.ClosePoint(meeting=1, point="5.2.7", text="Presskonferens 16:00"))
    assert play.texts[-1] == "Möte 1, punkt 5.2.7 klar på nytt: Tider. Presskonferens 16:00."
    assert play.lines[-1].strikes == 2
    assert play.state.meetings[1].closed["5.2.7"].number == 3


def test_secret_notes_mark_the_line_and_the_minutes(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.NotePoint(meeting=1, point="5.2.5", text="Anlagd?", secrecy="OSL 18:1"))
    play.do(commands.NotePoint(meeting=1, point="5.2.5", text="Anlagd"))
    play.do(commands.ClosePoint(meeting=1, point="5.2.5"))
    assert play.lines[-1].secrecy == "OSL 18:1"
    assert play.state.meetings[1].secrecy == "OSL 18:1"
    play.do(commands.ClosePoint(meeting=1, point="5.2.5", text="Öppet", secrecy=""))
    assert play.lines[-1].secrecy == ""
    assert play.state.meetings[1].secrecy == ""


@pytest.mark.parametrize("command", [commands.NotePoint, commands.ClosePoint])
def test_a_point_of_another_agenda_is_refused(
    play: Play[MeetingState], command: type[commands.NotePoint | commands.ClosePoint]
) -> None:
    begun(play)
    refusal = play.refused(command(meeting=1, point="6.1.agenda.2", text="x"))
    assert (refusal.sentence, refusal.field) == ("Dagordningen har ingen punkt 6.1.agenda.2.", "point")


def test_the_log_names_every_point_of_the_plan_briefly(play: Play[MeetingState]) -> None:
    begun(play)
    for point in play.plan.agenda(FIRST).walk():
        play.do(commands.ClosePoint(meeting=1, point=point.id))
    names = [text.partition("klar: ")[2] for text in play.texts[1:]]
    assert names[0] == "Mötet öppnas."
    assert "Vad styr (presskonferens, möten)?" in names
    assert "Ge växeln besked om vart samtal kopplas." in names
    assert all(0 < len(name) <= 81 for name in names)


def test_points_of_any_plan_can_be_closed() -> None:
    museum = Play(FEATURE, load(Path(__file__).parents[2] / "support/other_plan"))
    museum.do(commands.Begin(agenda="samling"))
    museum.do(commands.ClosePoint(meeting=1, point="samling.tavla.sal", text="Sal 2 är våt"))
    assert museum.texts[-1] == "Möte 1, punkt 2a klar: Sal för sal. Sal 2 är våt."


def test_nothing_can_be_said_in_a_meeting_that_is_over_or_never_was(play: Play[MeetingState]) -> None:
    begun(play)
    ended(play)
    for number, sentence in ((1, "Möte 1 är slut."), (4, "Det finns inget möte 4.")):
        wishes: tuple[Command, ...] = (
            commands.MarkAttendance(meeting=number, who="HR", present="here"),
            commands.NotePoint(meeting=number, point="5.2.1", text="x"),
            commands.ClosePoint(meeting=number, point="5.2.1"),
            commands.End(meeting=number, no_more=True),
        )
        for wish in wishes:
            refusal = play.refused(wish)
            assert (refusal.sentence, refusal.field) == (sentence, "meeting")


# ---------------------------------------------------------------- end


def test_a_meeting_ends_with_the_next_and_the_switchboard(play: Play[MeetingState]) -> None:
    begun(play, stop_calls=True)
    play.at(58).do(commands.End(meeting=1, next_at=HALF_PAST_TWO, calls_released=True))
    assert play.texts[-1] == "Möte 1 slut. Växeln släpper på samtal. Nästa avstämning 14:30."
    meeting = play.state.meetings[1]
    assert (meeting.ended_at, meeting.end_number) == (START + timedelta(minutes=58), 2)
    assert play.state.running is None
    assert play.state.next_at == HALF_PAST_TWO
    assert not play.state.calls_stopped


def test_calls_that_are_still_stopped_are_said_to_be(play: Play[MeetingState]) -> None:
    begun(play, stop_calls=True)
    ended(play)
    assert play.texts[-1] == "Möte 1 slut. Växeln stoppar fortfarande samtal. Inga fler avstämningar."
    assert play.state.calls_stopped


def test_a_meeting_cannot_end_without_saying_what_comes_next(play: Play[MeetingState]) -> None:
    begun(play)
    refusal = play.refused(commands.End(meeting=1))
    assert refusal.sentence == "Skriv tid för nästa lägesavstämning, eller välj inga fler."
    assert refusal.field == "next_at"
    both = commands.End(meeting=1, next_at=HALF_PAST_TWO, no_more=True)
    assert play.refused(both).field == "next_at"


def test_the_next_meeting_is_after_this_one(play: Play[MeetingState]) -> None:
    begun(play)
    for at in (play.now, play.now - timedelta(minutes=1)):
        assert play.refused(commands.End(meeting=1, next_at=at)).field == "next_at"


def test_a_meeting_written_down_afterwards_ends_when_it_did(play: Play[MeetingState]) -> None:
    play.at(130)
    play.do(commands.Begin(agenda=USUAL, happened_at=START + timedelta(minutes=100)))
    too_early = commands.End(meeting=1, no_more=True, happened_at=START + timedelta(minutes=99))
    assert play.refused(too_early).field == "happened_at"
    next_at = START + timedelta(minutes=125)
    play.do(commands.End(meeting=1, next_at=next_at, happened_at=START + timedelta(minutes=110)))
    assert play.state.meetings[1].ended_at == START + timedelta(minutes=110)
    assert play.state.next_at == next_at, "a time that has passed since, but was ahead then"


def test_the_next_time_on_another_day_says_the_day(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.End(meeting=1, next_at=START + timedelta(hours=19, minutes=25)))
    assert play.texts[-1] == "Möte 1 slut. Nästa avstämning fre 08:30."


def test_when_a_meeting_begins_the_next_is_not_set(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.End(meeting=1, next_at=HALF_PAST_TWO))
    begun(play, USUAL)
    assert play.state.next_at is None
    ended(play, 2)
    assert play.state.no_more
    begun(play, USUAL)
    assert not play.state.no_more


# ---------------------------------------------------------------- between meetings


def test_the_next_time_can_be_moved_between_meetings(play: Play[MeetingState]) -> None:
    play.do(commands.SetNext(at=HALF_PAST_TWO))
    assert play.texts == ["Nästa avstämning 14:30."]
    assert play.do(commands.SetNext(at=HALF_PAST_TWO)) == []
    play.do(commands.SetNext(at=HALF_PAST_TWO + timedelta(minutes=30)))
    assert play.texts[-1] == "Nästa avstämning 15:00."
    refusal = play.refused(commands.SetNext(at=START))
    assert (refusal.sentence, refusal.field) == ("Tiden har redan varit. Skriv en senare tid.", "at")


def test_the_switchboard_is_told_between_meetings(play: Play[MeetingState]) -> None:
    play.do(commands.TellSwitchboard(stopped=True))
    assert play.do(commands.TellSwitchboard(stopped=True)) == []
    play.do(commands.TellSwitchboard(stopped=False))
    assert play.texts == ["Växeln stoppar samtal.", "Växeln släpper på samtal."]
    assert not play.state.calls_stopped


# ---------------------------------------------------------------- minutes


def test_minutes_hold_every_point_in_order(play: Play[MeetingState]) -> None:
    begun(play)
    play.do(commands.ClosePoint(meeting=1, point="5.2.6.3", text="Räcker nu"))
    play.do(commands.NotePoint(meeting=1, point="5.2.5", text="Anlagd?", secrecy="OSL 18:1"))
    found = minutes(play.state.meetings[1], play.plan)
    assert [m.point for m in found] == [point.id for point in play.plan.agenda(FIRST).walk()]
    by_point = {m.point: m for m in found}
    closed, noted, untouched = by_point["5.2.6.3"], by_point["5.2.5"], by_point["5.2.1"]
    assert (closed.depth, closed.notes, closed.line, closed.closed_at) == (1, "Räcker nu", 2, play.now)
    assert (noted.depth, noted.notes, noted.secrecy, noted.closed_at) == (0, "Anlagd?", "OSL 18:1", None)
    assert (untouched.notes, untouched.line) == ("", 0)


def test_facts_carry_what_the_command_said(play: Play[MeetingState]) -> None:
    begun(play)
    found = play.do(commands.ClosePoint(meeting=1, point="5.2.1", text="Inga beslut"))
    assert found == [facts.PointClosed(meeting=1, point="5.2.1", text="Inga beslut")]


def test_a_long_point_is_cut() -> None:
    from crisisdesk.features.meetings.wording import point_name

    point = Point(id="1", number="1", text="Ansvar och " + "mandat och " * 20)
    assert len(point_name(point)) <= 80
    assert point_name(point).endswith("…")
