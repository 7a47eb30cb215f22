"""Meetings with keys and the mouse: begin, mark, note, close, decide, end, read."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import board, decisions, meetings, tasks
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Agenda, Point
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.meetings.point_view import PointView
from crisisdesk.ui.screens.meetings.screen import MeetingsScreen
from tests.support.incident_play import Incident
from tests.ui.kit.hands import CTRL, Heard, press, write

Key = Qt.Key
do = meetings.commands
FIRST, NEXT = "5.2", "6.1.agenda"


class Hands:
    """The screen in an incident: what it wishes for is carried out, as the window does."""

    def __init__(self, theme: Theme, incident: Incident, pause_ms: int = 60_000) -> None:
        self.incident = incident
        self.screen = MeetingsScreen(theme, pause_ms=pause_ms)
        self.asked: list[Command] = []
        self.screen.command_requested.connect(self._carry_out)
        self.places = Heard(self.screen.go_requested)
        self.printed = Heard(self.screen.print_requested)
        self.show()

    def show(self) -> None:
        self.screen.show_state(self.incident.state, self.incident.now)

    def _carry_out(self, command: Command, screen: MeetingsScreen) -> None:
        self.asked.append(command)
        try:
            self.incident.do(command)
        except RuleBroken as refusal:
            screen.answer(False, refusal.sentence, refusal.field)
            return
        self.show()
        screen.answer(True)

    @property
    def last(self) -> Command:
        return self.asked[-1]

    def point(self, key: str) -> PointView:
        view = self.screen.points.widget_of(key)
        assert isinstance(view, PointView)
        return view

    def open(self, key: str) -> PointView:
        self.screen.points.focus_key(key, take_focus=True)
        return self.point(key)

    def button(self, words: str, within: QWidget | None = None) -> Button:
        every = (within or self.screen).findChildren(Button)
        (found,) = [b for b in every if b.text() == words and b.isVisible()]
        return found

    def line(self, name: str) -> QLineEdit:
        every = self.screen.findChildren(QLineEdit)
        (found,) = [e for e in every if e.accessibleName() == name and e.isVisible()]
        return found

    def text(self, name: str) -> QPlainTextEdit:
        every = self.screen.findChildren(QPlainTextEdit)
        (found,) = [e for e in every if e.accessibleName() == name and e.isVisible()]
        return found


def shown(theme: Theme, qtbot: QtBot, incident: Incident, pause_ms: int = 60_000) -> Hands:
    made = Hands(theme, incident, pause_ms)
    qtbot.addWidget(made.screen)
    made.screen.resize(838, 632)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    made.screen.focus_first()
    return made


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    """No meeting yet."""
    return shown(theme, qtbot, Incident())


@pytest.fixture
def meeting(theme: Theme, qtbot: QtBot) -> Hands:
    """The first meeting, running."""
    incident = Incident()
    incident.do(do.Begin(agenda=FIRST, stop_calls=True))
    return shown(theme, qtbot, incident)


def test_enter_begins_the_suggested_meeting_and_stops_calls(hands: Hands) -> None:
    press(hands.screen.start.begin, Key.Key_Return)
    assert hands.last == do.Begin(agenda=FIRST, stop_calls=True)
    assert hands.screen.points.hasFocus()
    assert hands.screen.points.focused_key() == "5.2.1"


def test_ctrl_enter_begins_the_meeting_as_its_button_says(hands: Hands) -> None:
    press(hands.screen.start.begin, Key.Key_Return, CTRL)
    assert hands.last == do.Begin(agenda=FIRST, stop_calls=True)


def test_another_agenda_and_no_call_can_be_chosen(hands: Hands) -> None:
    hands.screen.start.form.set_values({"agenda": NEXT, "stop_calls": False})
    hands.button("Starta mötet").click()
    assert hands.last == do.Begin(agenda=NEXT, stop_calls=False)


def test_the_time_for_the_next_can_be_set_outside_a_meeting(hands: Hands) -> None:
    hands.button("Sätt tid för nästa").click()
    press(hands.line("Nästa lägesavstämning"), Key.Key_Return, CTRL)
    assert hands.line("Nästa lägesavstämning").accessibleDescription() != ""
    write(hands.line("Nästa lägesavstämning"), "14:30")
    press(hands.line("Nästa lägesavstämning"), Key.Key_Return, CTRL)
    assert isinstance(hands.last, do.SetNext)
    assert hands.incident.state[meetings.FEATURE].next_at is not None


def test_notes_are_kept_when_the_field_is_left(meeting: Hands) -> None:
    view = meeting.open("5.2.1")
    press(meeting.screen.points, Key.Key_Return)
    assert view.notes.hasFocus()
    write(view.notes, "inga beslut")
    press(view.notes, Key.Key_Escape)
    assert meeting.last == do.NotePoint(meeting=1, point="5.2.1", text="inga beslut")
    assert meeting.screen.points.hasFocus()


def test_notes_are_kept_when_the_writer_pauses(theme: Theme, qtbot: QtBot) -> None:
    incident = Incident()
    incident.do(do.Begin(agenda=FIRST))
    made = shown(theme, qtbot, incident, pause_ms=1)
    view = made.open("5.2.1")
    with qtbot.waitSignal(made.screen.command_requested):
        write(view.notes, "x")
    assert made.last == do.NotePoint(meeting=1, point="5.2.1", text="x")


def test_what_is_being_written_stays_when_something_arrives(meeting: Hands) -> None:
    view = meeting.open("5.2.1")
    view.enter()
    write(view.notes, "halv")
    meeting.incident.do(decisions.commands.Record(text="x", links=("point:1/5.2.1",)))
    meeting.incident.wait(1)
    meeting.show()
    assert view.text() == "halv"
    assert view.notes.hasFocus()


def test_ctrl_enter_closes_the_point_and_opens_the_next(meeting: Hands) -> None:
    view = meeting.open("5.2.1")
    view.enter()
    write(view.notes, "klart")
    press(view.notes, Key.Key_Return, CTRL)
    assert do.ClosePoint(meeting=1, point="5.2.1", text="klart") in meeting.asked
    assert meeting.screen.points.focused_key() == "5.2.2"
    assert meeting.screen.points.hasFocus()


def test_ctrl_enter_in_the_list_closes_the_focused_point(meeting: Hands) -> None:
    meeting.open("5.2.3")
    press(meeting.screen.points, Key.Key_Return, CTRL)
    assert meeting.last == do.ClosePoint(meeting=1, point="5.2.3", text="")
    assert [f.meeting for f in meeting.incident.state[board.FEATURE].frozen] == [1]


def test_the_screen_tells_which_point_is_open(meeting: Hands) -> None:
    told = Heard(meeting.screen.at_changed)
    press(meeting.screen.points, Key.Key_Down)
    assert told.last == meeting.screen.chosen_ref() == "point:1/5.2.2"


def test_space_marks_who_is_here_and_the_arrows_turn_the_mark(meeting: Hands) -> None:
    view = meeting.open("5.2.2")
    press(meeting.screen.points, Key.Key_Return)
    assert view.attendance is not None
    people = view.attendance.list
    assert people.hasFocus()
    who = people.focused_key()
    press(people, Key.Key_Space)
    assert meeting.last == do.MarkAttendance(meeting=1, who=who, present="here")
    press(people, Key.Key_Right)
    assert meeting.last == do.MarkAttendance(meeting=1, who=who, present="later")
    press(people, Key.Key_Left)
    press(people, Key.Key_Left)
    assert meeting.last == do.MarkAttendance(meeting=1, who=who, present="absent")


def test_the_others_are_marked_here_at_once(meeting: Hands) -> None:
    view = meeting.open("5.2.2")
    assert view.attendance is not None
    press(view.attendance.list, Key.Key_Left)
    meeting.button("Övriga på plats").click()
    held = meeting.incident.state[meetings.FEATURE].meetings[1]
    assert len(held.who("absent")) == 1
    assert len(held.who("here")) == len(view.attendance.list.keys()) - 1


def test_somebody_without_a_function_is_added(meeting: Hands) -> None:
    view = meeting.open("5.2.2")
    assert view.attendance is not None
    write(view.attendance.more, "Insatsledare")
    press(view.attendance.more, Key.Key_Return)
    assert meeting.last == do.MarkAttendance(meeting=1, who="Insatsledare", present="here")
    assert view.attendance.list.keys()[-1] == "Insatsledare"


def test_a_decision_is_logged_inside_the_point(meeting: Hands) -> None:
    meeting.open("5.2.1")
    meeting.button("Beslut").click()
    write(meeting.text("Beslut"), "Huset stangs")
    write(meeting.line("Motivering"), "brand")
    press(meeting.text("Beslut"), Key.Key_Return, CTRL)
    command = meeting.last
    assert isinstance(command, decisions.commands.Record)
    assert (command.text, command.reason) == ("Huset stangs", "brand")
    assert command.links == ("meeting:1", "point:1/5.2.1")
    assert not meeting.point("5.2.1").has_form()
    assert meeting.screen.points.hasFocus()


def test_a_task_is_logged_inside_the_point_and_a_wrong_time_is_told_at_its_field(meeting: Hands) -> None:
    meeting.open("5.2.1")
    meeting.button("Uppgift").click()
    write(meeting.text("Uppgift"), "Ring")
    write(meeting.line("Klart senast"), "snart")
    press(meeting.text("Uppgift"), Key.Key_Return, CTRL)
    assert meeting.asked == []
    assert "16:00" in meeting.line("Klart senast").accessibleDescription()
    meeting.line("Klart senast").setText("16:00")
    press(meeting.text("Uppgift"), Key.Key_Return, CTRL)
    command = meeting.last
    assert isinstance(command, tasks.commands.Add)
    assert (command.text, command.source) == ("Ring", "meeting:1")
    assert command.due_at is not None


def test_the_whole_form_of_a_decision_is_one_button_away(meeting: Hands) -> None:
    meeting.open("5.2.1")
    meeting.button("Beslut").click()
    meeting.text("Beslut").setPlainText("Stäng 50 & 51: nu")
    meeting.button("Alla fält").click()
    wished = NewPlace.read(str(meeting.places.last))
    assert wished is not None
    assert (wished.kind, wished.links) == ("decision", ("meeting:1", "point:1/5.2.1"))
    assert wished.values["text"] == "Stäng 50 & 51: nu"


def test_the_board_point_leads_to_the_board(meeting: Hands) -> None:
    meeting.open("5.2.3")
    meeting.button("Till lägesbilden").click()
    assert meeting.places.last == "screen:board"


def test_a_meeting_does_not_end_without_a_time_for_the_next(meeting: Hands) -> None:
    meeting.screen.findChildren(Button)
    meeting.button("Avsluta mötet").click()
    field = meeting.line("Nästa lägesavstämning")
    press(field, Key.Key_Return, CTRL)
    assert field.accessibleDescription() == ("Skriv tid för nästa lägesavstämning, eller välj inga fler.")
    write(field, "14:30")
    press(field, Key.Key_Return, CTRL)
    command = meeting.last
    assert isinstance(command, do.End)
    assert (command.no_more, command.calls_released) == (False, True)
    assert command.next_at is not None
    assert meeting.screen.start.isVisible()


def test_a_time_that_has_been_is_refused_at_its_field(meeting: Hands) -> None:
    meeting.button("Avsluta mötet").click()
    field = meeting.line("Nästa lägesavstämning")
    write(field, "2026-01-01 10:00")
    press(field, Key.Key_Return, CTRL)
    assert field.accessibleDescription() == "Tiden har redan varit. Skriv en senare tid."


def test_there_can_be_no_more_meetings(meeting: Hands) -> None:
    meeting.button("Avsluta mötet").click()
    sheet = meeting.screen.sheets.sheet
    assert sheet is not None
    sheet.form.set_values({"no_more": True, "calls_released": False})
    press(meeting.line("Nästa lägesavstämning"), Key.Key_Return, CTRL)
    assert meeting.last == do.End(meeting=1, no_more=True, calls_released=False)
    meeting.button("Växeln släpper på samtal").click()
    assert meeting.last == do.TellSwitchboard(stopped=False)


def test_notes_in_the_field_are_kept_before_the_meeting_ends(meeting: Hands) -> None:
    view = meeting.open("5.2.1")
    view.enter()
    write(view.notes, "sist")
    meeting.button("Avsluta mötet", None).click()
    assert do.NotePoint(meeting=1, point="5.2.1", text="sist") in meeting.asked


def test_an_earlier_meeting_is_read_and_left_again(meeting: Hands) -> None:
    meeting.incident.do(do.ClosePoint(meeting=1, point="5.2.1", text="klart"))
    meeting.incident.do(do.End(meeting=1, no_more=True))
    meeting.show()
    meeting.screen.held.list.setFocus()
    press(meeting.screen.held.list, Key.Key_Return)
    assert meeting.screen.minutes.isVisible()
    assert meeting.screen.minutes.list.hasFocus()
    press(meeting.screen.minutes.list, Key.Key_Escape)
    assert meeting.screen.start.isVisible()
    assert meeting.screen.held.list.hasFocus()


def test_places_lead_to_points_of_running_and_earlier_meetings(meeting: Hands) -> None:
    assert meeting.screen.go_to("point:1/5.2.6")
    assert meeting.screen.points.focused_key() == "5.2.6"
    assert not meeting.screen.go_to("meeting:2")
    assert not meeting.screen.go_to("decision:1")
    meeting.incident.do(do.End(meeting=1, no_more=True))
    meeting.show()
    assert meeting.screen.go_to("point:1/5.2.6")
    assert meeting.screen.minutes.list.focused_key() == "1/5.2.6"


def test_the_minutes_are_printed(meeting: Hands) -> None:
    meeting.button("Skriv ut").click()
    assert meeting.printed.last == PrintWish(part="meetings", number=1)


def test_the_mark_of_a_point_is_wished_for_when_its_notes_are_kept(meeting: Hands) -> None:
    view = meeting.open("5.2.1")
    view.enter()
    write(view.notes, "anlagd")
    wished: list[str] = []
    meeting.screen.mark_requested.connect(wished.append)
    meeting.button("Sekretess").click()
    assert do.NotePoint(meeting=1, point="5.2.1", text="anlagd") in meeting.asked
    assert wished == ["point:1/5.2.1"] == [meeting.screen.chosen_ref()]


def test_an_agenda_without_a_point_for_attendance_has_the_list_all_the_same(
    theme: Theme, qtbot: QtBot
) -> None:
    plan = Incident().state.plan
    points = (Point(id="x.1", number="1", text="Läget"),)
    agenda = Agenda(id="x", title="Kort möte", short="Kort", points=points)
    incident = Incident(msgspec.structs.replace(plan, agendas=(*plan.agendas, agenda)))
    incident.do(do.Begin(agenda="x"))
    made = shown(theme, qtbot, incident)
    assert made.screen.points.keys() == ["attendance", "x.1"]
    view = made.open("attendance")
    press(made.screen.points, Key.Key_Return)
    assert view.attendance is not None
    press(view.attendance.list, Key.Key_Space)
    assert isinstance(made.last, do.MarkAttendance)
    press(view.attendance.list, Key.Key_Escape)
    wishes = len(made.asked)
    press(made.screen.points, Key.Key_Return, CTRL)
    assert len(made.asked) == wishes
