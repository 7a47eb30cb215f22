"""One line, one key: what is typed and sent is one line of the log, and nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, decisions, forms, lifecycle, log, meetings, tasks
from crisisdesk.session.drafts import Drafts
from crisisdesk.ui.kit.chips import Chip
from crisisdesk.ui.kit.forms import Sheet
from crisisdesk.ui.kit.labels import Label
from tests.support.window_play import Desk, press, shortcut, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def type_line(desk: Desk, text: str) -> None:
    desk.window.frame.quick.take()
    write(text)
    press(ENTER)


def test_text_and_enter_is_a_line(desk: Desk) -> None:
    type_line(desk, "Rök i trapphuset, hus B")
    assert desk.lines[-1] == "3 note Rök i trapphuset, hus B"
    assert desk.window.frame.quick.text() == ""


def test_each_kind_becomes_what_it_is(desk: Desk) -> None:
    for text in ("in: räddningstjänsten framme", "ut: rektor informerad", "bed: läget är allvarligt"):
        type_line(desk, text)
    assert [line.split()[1] for line in desk.lines[2:]] == ["in", "out", "ass"]
    type_line(desk, "b: stäng hus B")
    type_line(desk, "u: ring fastighetsjouren")
    type_line(desk, "o: är alla ute?")
    state = desk.window.bridge.state
    assert [d.text for d in state[decisions.FEATURE].decisions.values()] == ["stäng hus B"]
    assert [t.text for t in state[tasks.FEATURE].tasks.values()] == ["ring fastighetsjouren"]
    assert [c.content.text for c in state[board.FEATURE].open_uncertainties()] == ["är alla ute?"]


def test_who_is_named_first_owns_a_task(desk: Desk) -> None:
    type_line(desk, "u: ring media @kommunikatör-okänd @stabschef")
    task = desk.window.bridge.state[tasks.FEATURE].tasks[1]
    assert task.owner == "function:stabschef" or task.owner.startswith("function:")


def test_secret_is_marked_before_it_is_logged(desk: Desk) -> None:
    type_line(desk, "sek: in: polisen misstänker brott")
    assert desk.window.bridge.state[log.FEATURE].entries[3].secrecy == "utan lagrum"
    assert "polisen" not in desk.window.frame.side.log.rows()[0].text


def test_a_time_at_the_start_is_when_it_happened(desk: Desk) -> None:
    desk.wait(60)
    desk.window.frame.quick.take()
    write("13.10 sista eleven ute")
    shown = desk.window.frame.quick.shown()
    assert shown is not None
    assert (shown.time, shown.time_said, shown.late) == ("13:10", True, "55 min sen")
    press(ENTER)
    entry = desk.window.bridge.state[log.FEATURE].entries[3]
    assert (entry.recorded_at - entry.happened_at).total_seconds() == 55 * 60


def test_a_held_enter_logs_once(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("rök")
    press(ENTER)
    for _ in range(5):
        press(ENTER, held=True)
    assert len(desk.lines) == 3


def test_a_held_enter_does_not_log_what_is_typed_meanwhile(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("rök")
    press(ENTER, held=True)
    assert len(desk.lines) == 2
    assert desk.window.frame.quick.text() == "rök"


def test_a_bouncing_enter_logs_once(desk: Desk) -> None:
    type_line(desk, "rök")
    press(ENTER)
    assert len(desk.lines) == 3


def test_the_same_text_typed_twice_is_two_lines(desk: Desk) -> None:
    type_line(desk, "rök")
    type_line(desk, "rök")
    assert desk.lines[-2:] == ["3 note rök", "4 note rök"]


def test_blanks_alone_are_no_line(desk: Desk) -> None:
    type_line(desk, "   ")
    assert len(desk.lines) == 2


def test_shift_enter_breaks_the_line(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("först")
    press(ENTER, SHIFT)
    write("sedan")
    press(ENTER)
    assert desk.lines[-1] == "3 note först\nsedan"


def test_what_was_understood_can_be_taken_away(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.take()
    write("in: kaffe")
    chip = next(c for c in quick.findChildren(Chip) if c.text() == "Info in")
    chip.removed.emit()
    press(ENTER)
    assert desk.lines[-1] == "3 note in: kaffe"
    type_line(desk, "in: te")
    assert desk.lines[-1] == "4 in te"


def test_a_mention_taken_away_stays_text_and_owns_nothing(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.take()
    write("u: ring @stabschef")
    shown = quick.shown()
    assert shown is not None
    chip = next(c for c in quick.findChildren(Chip) if c.text() == shown.chips[0].text)
    chip.removed.emit()
    press(ENTER)
    task = desk.window.bridge.state[tasks.FEATURE].tasks[1]
    assert (task.text, task.owner) == ("ring @stabschef", "")


def test_ctrl_b_makes_what_is_typed_a_decision(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("in: stäng hus B")
    shortcut(desk.window, Qt.Key.Key_B, CTRL)
    assert desk.window.frame.quick.text() == "b: stäng hus B"
    press(ENTER)
    assert desk.lines[-1].startswith("3 dec")


def test_what_is_decided_in_a_meeting_belongs_to_it(desk: Desk) -> None:
    agenda = desk.window.bridge.state.plan.agendas[0].id
    desk.window.bridge.execute(meetings.commands.Begin(agenda=agenda))
    type_line(desk, "b: stäng hus B")
    type_line(desk, "u: ring jouren")
    state = desk.window.bridge.state
    assert "meeting:1" in state.timeline.says(4).refs
    assert state[tasks.FEATURE].tasks[1].source == "meeting:1"
    type_line(desk, "in: räddningstjänsten framme")
    assert "meeting:1" not in state.timeline.says(6).refs


def test_a_decision_can_be_taken_out_of_the_meeting(desk: Desk) -> None:
    agenda = desk.window.bridge.state.plan.agendas[0].id
    desk.window.bridge.execute(meetings.commands.Begin(agenda=agenda))
    quick = desk.window.frame.quick
    quick.take()
    write("b: stäng")
    next(c for c in quick.findChildren(Chip) if c.text() == "Möte 1").removed.emit()
    press(ENTER)
    assert "meeting:1" not in desk.window.bridge.state.timeline.says(4).refs


def test_ctrl_t_starts_a_task_from_anywhere(desk: Desk) -> None:
    desk.window.travel.focus_screen()
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    write("ring jouren")
    press(ENTER)
    assert desk.lines[-1].startswith("3 task")


def chips(desk: Desk) -> list[str]:
    shown = desk.window.frame.quick.shown()
    assert shown is not None
    return [chip.text for chip in shown.chips]


def choose(desk: Desk, ref: str) -> None:
    desk.made[desk.window.frame.deck.current].chosen = ref


def test_a_task_comes_from_what_is_chosen_on_the_screen(desk: Desk) -> None:
    choose(desk, "line:2")
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    assert chips(desk) == ["Från nr 2"]
    write("ring fastighetsjouren")
    press(ENTER)
    assert desk.window.bridge.state[tasks.FEATURE].tasks[1].source == "line:2"
    assert "line:2" in desk.window.bridge.state.timeline.says(3).refs
    type_line(desk, "u: en till")
    assert desk.window.bridge.state[tasks.FEATURE].tasks[2].source == "", "it was that task's alone"


def test_a_decision_is_linked_to_what_is_chosen(desk: Desk) -> None:
    choose(desk, "step:2.1")
    shortcut(desk.window, Qt.Key.Key_B, CTRL)
    assert chips(desk) == ["Från steg 2.1"]
    write("stäng hus B")
    press(ENTER)
    assert "step:2.1" in desk.window.bridge.state.timeline.says(3).refs


def test_what_it_comes_from_can_be_taken_away(desk: Desk) -> None:
    choose(desk, "line:2")
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    write("ring")
    chip = next(c for c in desk.window.frame.quick.findChildren(Chip) if c.text() == "Från nr 2")
    chip.setFocus()
    press(Qt.Key.Key_Delete)
    assert chips(desk) == []
    press(ENTER)
    assert desk.window.bridge.state[tasks.FEATURE].tasks[1].source == ""


def test_what_it_comes_from_goes_with_the_text(desk: Desk) -> None:
    choose(desk, "line:2")
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    desk.window.frame.quick.edit.clear()
    write("u: ring")
    assert chips(desk) == []


def test_another_kind_comes_from_nothing(desk: Desk) -> None:
    choose(desk, "line:2")
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    desk.window.frame.quick.start("in")
    assert chips(desk) == []


def test_a_point_of_the_meeting_says_the_meeting_too(desk: Desk) -> None:
    agenda = desk.window.bridge.state.plan.agendas[0]
    desk.window.bridge.execute(meetings.commands.Begin(agenda=agenda.id))
    point = next(iter(agenda.walk())).id
    choose(desk, f"point:1/{point}")
    shortcut(desk.window, Qt.Key.Key_B, CTRL)
    assert chips(desk) == [f"Från punkt {point}"]
    write("stäng hus B")
    press(ENTER)
    refs = desk.window.bridge.state.timeline.lines[-1].line
    assert refs is not None
    assert {"meeting:1", f"point:1/{point}"} <= set(refs.refs)


def test_what_an_unsent_text_comes_from_comes_back(
    desk: Desk, make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    choose(desk, "line:2")
    shortcut(desk.window, Qt.Key.Key_T, CTRL)
    with qtbot.waitSignal(desk.window.frame.quick.draft_changed):
        write("ring")
    again = make_desk()
    assert again.window.frame.quick.text() == "u: ring"
    assert chips(again) == ["Från nr 2"]


def test_the_number_of_the_next_line_is_said(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("rök")
    assert _hint(desk).text() == "loggar som nr 3"
    press(ENTER)
    write("mer rök")
    assert _hint(desk).text() == "loggar som nr 4"


def _hint(desk: Desk) -> Label:
    return next(w for w in desk.window.frame.quick.findChildren(Label) if w.text().startswith("loggar"))


def test_letters_typed_on_a_list_land_in_the_line(desk: Desk) -> None:
    desk.window.travel.focus_screen()
    write("rök i å")
    assert desk.window.frame.quick.text() == "rök i å"


def test_a_space_on_a_list_is_not_typed(desk: Desk) -> None:
    desk.window.travel.focus_screen()
    press(Qt.Key.Key_Space, text=" ")
    assert desk.window.frame.quick.text() == ""


def test_escape_gives_the_keyboard_back_and_keeps_the_text(desk: Desk) -> None:
    desk.window.travel.focus_screen()
    write("halv")
    press(Qt.Key.Key_Escape)
    assert desk.made["phase:1"].list.hasFocus()
    assert desk.window.frame.quick.text() == "halv"


def test_a_failing_disk_keeps_the_text_under_a_red_bar(desk: Desk) -> None:
    desk.journal.fails = True
    type_line(desk, "rök")
    notices = desk.window.frame.notices.texts()
    assert desk.window.frame.quick.text() == "rök"
    assert notices["fault"].startswith("Disken är full. Raden är inte sparad.")
    assert "pappersblankett 1" in notices["fault"]
    assert desk.window.frame.status.instrument("saved").tone == "alarm"
    assert len(desk.lines) == 2


def test_the_red_bar_names_the_first_printed_form_that_nobody_has_used(desk: Desk) -> None:
    bridge = desk.window.bridge
    bridge.execute(forms.commands.Reserve(count=3, first=4))
    bridge.execute(log.commands.Record(text="Ur pärmen", paper=log.facts.Paper(form=4)))
    desk.journal.fails = True
    type_line(desk, "rök")
    assert "pappersblankett 5." in desk.window.frame.notices.texts()["fault"]


def test_the_red_bar_stays_until_a_line_is_saved(desk: Desk) -> None:
    desk.journal.fails = True
    type_line(desk, "rök")
    desk.window.pulse.beat()
    desk.wait(5)
    desk.window.pulse.beat()
    assert "fault" in desk.window.frame.notices.texts()
    desk.journal.fails = False
    press(ENTER)
    assert "fault" not in desk.window.frame.notices.texts()
    assert desk.lines[-1] == "3 note rök"
    assert desk.window.frame.status.instrument("saved").words == "Sparat 13:10:00"


def test_a_line_saved_on_the_reserve_of_a_full_disk_is_told_of_until_there_is_room(desk: Desk) -> None:
    desk.journal.says = "Disken är full. Raden är sparad på reserven."
    type_line(desk, "rök")
    assert desk.window.frame.notices.texts()["reserve"] == desk.journal.says
    desk.journal.says = ""
    type_line(desk, "eld")
    assert "reserve" not in desk.window.frame.notices.texts()


def test_saved_is_said_only_after_the_line_is_on_disk(desk: Desk) -> None:
    desk.wait(3)
    desk.journal.fails = True
    type_line(desk, "rök")
    assert desk.window.frame.status.instrument("saved").words == "Inte sparat. Senast 13:05:00"


def test_a_refusal_stands_at_the_field(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("in:")
    press(ENTER)
    assert desk.window.frame.quick.refusal() == "Skriv vad som ska stå i loggen."
    write(" rök")
    assert desk.window.frame.quick.refusal() == ""


def test_ctrl_r_in_the_empty_line_corrects_the_last_one(desk: Desk) -> None:
    type_line(desk, "tre elever")
    press(Qt.Key.Key_R, CTRL)
    sheet = desk.window.overlays.content()
    assert isinstance(sheet, Sheet)
    sheet.form.set_values({"text": "två elever", "reason": "fel antal"})
    press(ENTER, CTRL)
    assert desk.window.overlays.content() is None
    assert desk.lines[-1] == "4 in två elever" or desk.lines[-1] == "4 note två elever"
    assert desk.window.bridge.state.timeline.struck_by == {3: 4}


def test_a_correction_keeps_when_it_happened(desk: Desk) -> None:
    type_line(desk, "tre elever")
    desk.wait(20)
    press(Qt.Key.Key_R, CTRL)
    sheet = desk.window.overlays.content()
    assert isinstance(sheet, Sheet)
    sheet.form.set_values({"text": "två elever", "reason": "fel antal"})
    press(ENTER, CTRL)
    wrong, right = desk.window.bridge.state.timeline.lines[-2:]
    assert right.happened_at == wrong.happened_at
    assert right.recorded_at == wrong.recorded_at + timedelta(minutes=20)
    assert not desk.window.bridge.state[log.FEATURE].unexplained


def test_a_correction_without_a_reason_is_refused_at_its_field(desk: Desk) -> None:
    type_line(desk, "tre elever")
    press(Qt.Key.Key_R, CTRL)
    sheet = desk.window.overlays.content()
    assert isinstance(sheet, Sheet)
    press(ENTER, CTRL)
    assert sheet.form.field("reason").error()
    assert len(desk.lines) == 3


def test_ctrl_r_on_a_line_that_is_no_entry_leads_to_it(desk: Desk) -> None:
    type_line(desk, "b: stäng")
    press(Qt.Key.Key_R, CTRL)
    assert desk.made["log"].places == ["line:3"]


def test_ctrl_r_with_text_in_the_line_corrects_nothing(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("halv")
    press(Qt.Key.Key_R, CTRL)
    assert desk.window.overlays.content() is None


def test_an_unsent_text_is_on_disk_and_comes_back(
    desk: Desk, make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk.window.frame.quick.take()
    write("b: halvfärdig")
    with qtbot.waitSignal(desk.window.frame.quick.draft_changed):
        pass
    assert Drafts(desk.path).load() == {"quick": "b: halvfärdig"}
    later = make_desk()
    assert later.window.frame.quick.text() == "b: halvfärdig"
    shown = later.window.frame.quick.shown()
    assert shown is not None
    assert shown.kind == "dec"


def test_who_types_without_a_rest_is_kept_too(desk: Desk, qtbot: QtBot) -> None:
    desk.window.frame.quick.take()
    typing = QTimer(desk.window, interval=40)
    typing.timeout.connect(lambda: write("x"))
    typing.start()
    with qtbot.waitSignal(desk.window.frame.quick.draft_changed):
        pass
    assert typing.isActive()
    assert Drafts(desk.path).load()["quick"].startswith("xx")


def test_a_sent_text_does_not_come_back(desk: Desk, qtbot: QtBot) -> None:
    desk.window.frame.quick.take()
    write("rök")
    with qtbot.waitSignal(desk.window.frame.quick.draft_changed):
        pass
    press(ENTER)
    assert Drafts(desk.path).load() == {}


def test_closing_the_window_keeps_what_was_not_sent(desk: Desk) -> None:
    desk.window.frame.quick.take()
    write("halv")
    desk.window.close()
    assert Drafts(desk.path).load() == {"quick": "halv"}


def test_a_closed_incident_takes_no_lines_and_says_so(desk: Desk) -> None:
    desk.window.bridge.execute(lifecycle.commands.Close(chair="LS", keeper="MK"))
    quick = desk.window.frame.quick
    assert not quick.edit.isEnabled()
    assert quick.edit.placeholderText().startswith("Händelsen är avslutad.")
    desk.window.travel.focus_screen()
    write("rök")
    assert quick.text() == ""


def test_a_long_text_is_never_cut(desk: Desk, qtbot: QtBot) -> None:
    """A crowded screen above may not squeeze the field lower than what is written in it."""
    desk.window.resize(1024, 480)
    quick = desk.window.frame.quick
    quick.take()
    write("Räddningsledaren meddelar att branden är under kontroll. " * 4)
    qtbot.waitUntil(lambda: quick.height() >= quick.edit.height() > 60)
    assert quick.minimumSizeHint().height() >= quick.edit.height()


def test_while_a_line_is_not_saved_nothing_else_is_told(desk: Desk) -> None:
    """A full disk fails housekeeping as well: one red bar is enough, and it must not be contradicted."""
    keeping, notices = desk.window.keeping, desk.window.frame.notices
    keeping.tell_trouble("rest", "Filen kan inte städas.")
    assert "rest" in notices.texts()
    desk.journal.fails = True
    type_line(desk, "branden är släckt")
    assert list(notices.texts()) == ["fault"]
    keeping.tell_trouble("heartbeat", "Livstecknet kan inte skrivas.")
    assert list(notices.texts()) == ["fault"]


def test_many_chips_stand_under_the_text_and_do_not_widen_the_window(desk: Desk) -> None:
    quick = desk.window.frame.quick
    width = desk.window.width()
    quick.take()
    write("u: sek 18:13: ring @stabschef @Anna @Bo @Cilla @David @Erik @Fia @Gun @Hans @Ida kl 18.30")
    shown = quick.shown()
    assert shown is not None
    assert len(shown.chips) == 12
    QApplication.processEvents()
    assert desk.window.minimumSizeHint().width() <= width
    assert quick.edit.width() > width / 3
