"""The head: name, numbers, keeper, next meeting, clock; changed in place, never in the way."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from crisisdesk.features import lifecycle, meetings, tasks
from crisisdesk.ui.kit.forms import Sheet
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import sheets
from tests.support.incident_play import Incident
from tests.support.window_play import Desk, press, write

ENTER = Qt.Key.Key_Return


def test_the_clock_and_the_time_since_the_alarm_follow_the_incident(desk: Desk) -> None:
    desk.wait(87)
    desk.window.pulse.beat()
    assert desk.window.frame.header.clock.text() == "14:32"
    assert desk.window.frame.header.since.value() == "01:27"


def test_a_late_meeting_is_said_to_be_late(desk: Desk) -> None:
    desk.window.bridge.execute(meetings.commands.SetNext(at=desk.incident.now + timedelta(minutes=8)))
    header = desk.window.frame.header
    assert (header.meeting.value(), header.meeting.note()) == ("13:13", "om 8 min")
    desk.wait(20)
    desk.window.pulse.beat()
    assert header.meeting.note() == "sen 12 min"
    row = header.row()
    assert row is not None
    assert row.meeting_late


def new_desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk(incident=Incident(exercise=False, keeper=""))


def test_the_first_keeper_is_typed_in_place(make_desk: Callable[..., Desk]) -> None:
    desk = new_desk(make_desk)
    keeper = desk.window.frame.header.keeper
    keeper.figure.click()
    assert keeper.edit.hasFocus()
    write("LS")
    press(ENTER)
    assert not keeper.asking()
    assert desk.lines[-1] == "2 sys Loggförare: LS."
    assert keeper.figure.value() == "LS"
    assert desk.made["phase:1"].list.hasFocus()


def test_a_refused_sign_says_why_and_keeps_the_text(make_desk: Callable[..., Desk]) -> None:
    keeper = new_desk(make_desk).window.frame.header.keeper
    keeper.ask()
    write("ALLDELESFÖRLÅNGT")
    press(ENTER)
    assert keeper.asking()
    assert keeper.said() == "Signaturen är för lång. Skriv högst tolv tecken."
    assert keeper.edit.text() == "ALLDELESFÖRLÅNGT"


def test_escape_leaves_the_keeper_as_it_was(make_desk: Callable[..., Desk]) -> None:
    desk = new_desk(make_desk)
    keeper = desk.window.frame.header.keeper
    keeper.ask()
    write("LS")
    press(Qt.Key.Key_Escape)
    assert keeper.figure.value() == "välj sign"
    assert len(desk.lines) == 1


def handover_sheet(desk: Desk) -> Sheet:
    content = desk.window.overlays.content()
    assert content is not None
    return content.findChildren(Sheet)[0]


def test_the_log_is_handed_over_when_both_have_read_what_is_open_and_signed(desk: Desk) -> None:
    desk.window.bridge.execute(tasks.commands.Add(text="Ring växeln"))
    desk.window.frame.header.keeper.figure.click()
    sheet = handover_sheet(desk)
    content = desk.window.overlays.content()
    assert content is not None
    assert "Ring växeln" in " ".join(label.text() for label in content.findChildren(QLabel))
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert sheet.form.field("sign").error() == "Skriv loggförarens signatur, till exempel MK."
    sheet.form.set_values({"sign": "LS"})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert sheet.form.field("sign_from").error() == "MK signerar överlämningen. Går det inte: skriv varför."
    sheet.form.set_values({"sign_from": "mk"})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert sheet.form.field("read_over").error()
    assert len(desk.lines) == 3
    sheet.form.set_values({"read_over": True})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.overlays.content() is None
    assert desk.lines[-1] == (
        "4 sys Loggförare byter från MK till LS. Båda har läst igenom det öppna och signerat."
    )
    assert desk.window.frame.header.keeper.figure.value() == "LS"


def test_a_keeper_who_cannot_sign_is_followed_with_the_reason(desk: Desk) -> None:
    desk.window.frame.header.keeper.figure.click()
    handover_sheet(desk).form.set_values({"sign": "LS", "reason": "gick hem sjuk"})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert desk.lines[-1] == (
        "3 sys LS tar över loggen efter MK, som inte har signerat. Skäl: gick hem sjuk."
    )


def test_without_a_keeper_the_question_waits_and_lines_are_logged(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(incident=Incident(exercise=False, keeper=""))
    assert desk.window.frame.header.keeper.figure.value() == "välj sign"
    desk.window.frame.quick.take()
    write("rök")
    press(ENTER)
    assert desk.lines[-1] == "2 note rök"


def test_the_name_and_the_registry_number_are_sheets(desk: Desk, theme: Theme) -> None:
    window = desk.window
    window.overlays.ask(sheets.rename(theme, window.bridge.state), window.bridge)
    sheet = window.overlays.content()
    assert isinstance(sheet, Sheet)
    sheet.form.set_values({"name": ""})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert sheet.form.field("name").error()
    sheet.form.set_values({"name": "Brand i förråd"})
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert window.overlays.content() is None
    assert window.frame.header.name.text() == "Brand i förråd"
    assert window.windowTitle() == "Brand i förråd – CrisisDesk"


def test_the_menu_offers_what_can_be_done(desk: Desk, qtbot: QtBot) -> None:
    desk.window.menu.open()
    menu = desk.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.close()
    assert "Byt namn …" in words
    assert "Avsluta händelsen …" in words
    assert "Skriv ut …" not in words


def test_an_exercise_is_never_mistaken(make_desk: Callable[..., Desk]) -> None:
    assert make_desk(incident=Incident(exercise=True)).window.frame.header.row().exercise  # pyright: ignore[reportOptionalMemberAccess]


def test_a_closed_incident_says_so(desk: Desk) -> None:
    desk.window.bridge.execute(lifecycle.commands.Close(chair="LS", keeper="MK"))
    row = desk.window.frame.header.row()
    assert row is not None
    assert row.closed
