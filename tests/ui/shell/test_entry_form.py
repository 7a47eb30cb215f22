"""The entry form: the quick line widened, on any screen; everything by keyboard, nothing lost on the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

from crisisdesk.features import board, decisions, log, tasks
from crisisdesk.session.drafts import Drafts
from crisisdesk.ui.kit.chips import Chip
from crisisdesk.ui.kit.pick_field import PickField
from crisisdesk.ui.shell.entry_form import EntryForm
from tests.support.window_play import Desk, press, write

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = KEY.Key_Return


def widened(desk: Desk, text: str) -> EntryForm:
    """Type the text in the quick line and widen it."""
    desk.window.frame.quick.take()
    write(text)
    press(ENTER, CTRL)
    form = desk.window.entry.form
    assert form is not None
    return form


def go_to(form: EntryForm, name: str) -> None:
    form.form.focus_field(name)


def last(desk: Desk) -> log.facts.EntryRecorded:
    entries = desk.window.bridge.state[log.FEATURE].entries
    return entries[max(entries)].fact


def test_everything_typed_and_every_chip_comes_along(desk: Desk) -> None:
    desk.wait(60)
    form = widened(desk, "sek 18:13: in: 13.10 rektor ringer @stabschef")
    draft = form.draft()
    assert (draft.text, draft.kind, draft.time) == ("rektor ringer @stabschef", "in", "13:10")
    assert (draft.secrecy, draft.people) == ("OSL 18:13", ("stabschef",))
    assert desk.window.frame.quick.text() == ""
    assert form.form.field("text").control.hasFocus()


def test_it_is_logged_with_all_its_fields(desk: Desk) -> None:
    form = widened(desk, "in: tre elever till sjukhus")
    for name, typed in (("sender", "rektor"), ("receiver", "staben"), ("channel", "Rakel"), ("source", "AB")):
        go_to(form, name)
        write(typed)
    go_to(form, "people")
    write("stabs")
    press(ENTER)
    go_to(form, "links")
    write("rad 1")
    press(ENTER)
    go_to(form, "paper")
    write("7")
    press(ENTER, CTRL)
    fact = last(desk)
    assert (fact.kind, fact.text) == ("in", "tre elever till sjukhus")
    assert (fact.sender, fact.receiver, fact.channel, fact.source) == ("rektor", "staben", "Rakel", "AB")
    assert (fact.functions, fact.links, fact.paper) == (
        ("stabschef",),
        ("line:1",),
        log.facts.Paper(form=7),
    )
    assert desk.window.entry.form is None
    assert desk.window.frame.quick.text() == ""


def test_escape_takes_the_text_back_just_as_it_was(desk: Desk) -> None:
    widened(desk, "B : 12.59  stäng @stabschef ")
    press(KEY.Key_Escape)
    assert desk.window.entry.form is None
    assert desk.window.frame.quick.text() == "B : 12.59  stäng @stabschef "
    assert desk.window.frame.quick.edit.hasFocus()
    assert len(desk.lines) == 2


def test_what_was_changed_in_the_form_comes_back_as_it_is_typed(desk: Desk) -> None:
    form = widened(desk, "in: rök")
    write(" i hus B")
    form.form.set_values({"kind": "out", "sender": "rektor"})
    press(KEY.Key_Escape)
    assert desk.window.frame.quick.text() == "ut: rök i hus B"
    press(ENTER, CTRL)
    again = desk.window.entry.form
    assert again is not None
    assert (again.draft().sender, again.draft().kind) == ("rektor", "out")


def test_what_only_the_form_had_is_gone_once_the_line_is_logged(desk: Desk) -> None:
    form = widened(desk, "in: rök")
    form.form.set_values({"sender": "rektor"})
    press(KEY.Key_Escape)
    press(ENTER)
    assert last(desk).text == "rök"
    assert widened(desk, "in: ny").draft().sender == ""


def test_a_chip_taken_away_stays_away_through_the_form(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.take()
    write("in: kaffe")
    next(c for c in quick.findChildren(Chip) if c.text() == "Info in").removed.emit()
    press(ENTER, CTRL)
    form = desk.window.entry.form
    assert form is not None
    assert (form.draft().kind, form.draft().text) == ("note", "in: kaffe")
    press(KEY.Key_Escape)
    press(ENTER)
    assert desk.lines[-1] == "3 note in: kaffe"


def test_a_late_line_is_logged_all_the_same_and_its_reason_stands_open(desk: Desk) -> None:
    desk.wait(60)
    form = widened(desk, "13.10 sista eleven ute")
    assert form.form.field("late_reason").isVisible()
    press(ENTER, CTRL)
    assert desk.window.bridge.state[log.FEATURE].unexplained == {3}


def test_the_reason_can_be_given_at_once(desk: Desk) -> None:
    desk.wait(60)
    form = widened(desk, "13.10 sista eleven ute")
    go_to(form, "late_reason")
    write("telefonko")
    press(ENTER, CTRL)
    state = desk.window.bridge.state[log.FEATURE]
    assert (state.unexplained, state.entries[3].late_reason) == (set(), "telefonko")


def test_no_reason_is_asked_for_what_just_happened(desk: Desk) -> None:
    form = widened(desk, "sista eleven ute")
    assert not form.form.field("late_reason").isVisible()
    assert not form.form.field("due").isVisible()


@pytest.mark.parametrize("typed", ["25.99", "snart", "i morgon 8"])
def test_an_impossible_time_is_refused_at_its_field(desk: Desk, typed: str) -> None:
    form = widened(desk, "släckt")
    go_to(form, "time")
    write(typed)
    press(ENTER, CTRL)
    assert form.form.field("time").error()
    assert len(desk.lines) == 2
    assert desk.window.entry.form is form


def test_an_empty_text_is_refused_at_its_field(desk: Desk) -> None:
    form = widened(desk, "")
    press(ENTER, CTRL)
    assert form.form.field("text").error() == "Skriv vad som ska stå i loggen."


@pytest.mark.parametrize(
    ("typed", "kept"), [("tele", "telefon"), ("RAK", "Rakel"), ("e", "e"), ("kurir", "kurir")]
)
def test_tab_writes_the_rest_of_a_channel(desk: Desk, typed: str, kept: str) -> None:
    form = widened(desk, "in: x")
    go_to(form, "channel")
    write(typed)
    press(KEY.Key_Tab)
    assert form.draft().channel == kept


def test_a_number_alone_is_a_line_that_it_belongs_to(desk: Desk) -> None:
    form = widened(desk, "in: x")
    go_to(form, "links")
    write("2")
    offered = form.form.field("links").findChild(QCompleter)
    assert offered is not None
    assert offered.currentCompletion().startswith("Rad 2: ")
    press(ENTER)
    assert form.draft().links == ("line:2",)


def test_an_uncertainty_keeps_when_its_answer_is_needed(desk: Desk) -> None:
    form = widened(desk, "o: räcker vattnet senast 18.30")
    assert (form.draft().text, form.draft().due) == ("räcker vattnet", "18:30")
    assert form.form.field("due").isVisible()
    press(ENTER, CTRL)
    card = next(iter(desk.window.bridge.state[board.FEATURE].open_uncertainties()))
    assert card.content.needed_by == desk.window.bridge.now + timedelta(hours=5, minutes=25)


def test_a_task_has_its_deadline_and_its_owner(desk: Desk) -> None:
    form = widened(desk, "u: ring polisen @stabschef kl 18.30")
    assert (form.draft().text, form.draft().due) == ("ring polisen @stabschef", "18:30")
    assert form.form.field("due").isVisible()
    assert not form.form.field("sender").isVisible()
    press(ENTER, CTRL)
    task = desk.window.bridge.state[tasks.FEATURE].tasks[1]
    assert (task.text, task.owner) == ("ring polisen @stabschef", "function:stabschef")
    assert task.due_at == desk.window.bridge.now + timedelta(hours=5, minutes=25)


def test_a_deadline_that_has_passed_today_says_that_it_is_tomorrow(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.take()
    write("u: ring polisen kl 8")
    shown = quick.shown()
    assert shown is not None
    assert [chip.text for chip in shown.chips] == ["Senast i morgon 08:00"]


def test_decisions_and_uncertainties_go_where_they_belong(desk: Desk) -> None:
    widened(desk, "b: stäng hus B")
    press(ENTER, CTRL)
    assert desk.window.bridge.state[decisions.FEATURE].decisions[1].text == "stäng hus B"
    widened(desk, "o: var är eleven?")
    press(ENTER, CTRL)
    card = desk.window.bridge.state[board.FEATURE].uncertainty(1)
    assert card is not None
    assert card.content.text == "var är eleven?"


def test_a_held_ctrl_enter_widens_and_logs_once(desk: Desk) -> None:
    widened(desk, "rök")
    for _ in range(3):
        press(ENTER, CTRL, held=True)
    assert len(desk.lines) == 2
    press(ENTER, CTRL)
    press(ENTER, CTRL, held=True)
    press(ENTER, CTRL, held=True)
    assert desk.lines[2:] == ["3 note rök"]


def test_what_stands_in_the_form_survives_a_stop(desk: Desk) -> None:
    form = widened(desk, "in: rök")
    go_to(form, "sender")
    write("rektor")
    form.hide()
    kept = Drafts(desk.path).load()
    assert "quick" not in kept
    form.show()
    press(KEY.Key_Escape)
    desk.window.frame.quick.edit.put("")
    desk.window.entry.restore(kept["entry"])
    again = desk.window.entry.form
    assert again is not None
    assert (again.draft().text, again.draft().kind, again.draft().sender) == ("rök", "in", "rektor")


def test_another_thing_over_the_window_takes_the_text_back_too(desk: Desk) -> None:
    widened(desk, "in: rök")
    desk.window.open_palette()
    assert desk.window.entry.form is None
    assert desk.window.frame.quick.text() == "in: rök"


def test_every_field_is_reached_by_tab(desk: Desk) -> None:
    form = widened(desk, "rök")
    reached: set[QWidget] = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        press(KEY.Key_Tab)
    shown = [n for n in form.draft().__struct_fields__ if form.form.field(n).isVisible()]
    missing = [n for n in shown if not any(form.form.field(n).isAncestorOf(w) for w in reached)]
    assert missing == []


def test_backspace_takes_the_last_link_away(desk: Desk) -> None:
    form = widened(desk, "rök")
    links = form.form.field("links")
    assert isinstance(links, PickField)
    links.choose(("line:1", "line:2"))
    go_to(form, "links")
    press(KEY.Key_Backspace)
    assert links.chosen() == ("line:1",)


def test_what_a_task_comes_from_goes_through_the_form_and_back(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.start("task", "line:2")
    write("ring")
    press(ENTER, CTRL)
    form = desk.window.entry.form
    assert form is not None
    assert form.draft().links == ("line:2",)
    press(Qt.Key.Key_Escape)
    shown = quick.shown()
    assert shown is not None
    assert [chip.text for chip in shown.chips] == ["Från nr 2"]
    press(ENTER, CTRL)
    press(ENTER, CTRL)
    assert desk.window.bridge.state[tasks.FEATURE].tasks[1].source == "line:2"


def test_what_is_taken_away_in_the_line_does_not_come_back_in_the_form(desk: Desk) -> None:
    quick = desk.window.frame.quick
    quick.start("dec", "line:2")
    write("stäng")
    press(ENTER, CTRL)
    press(Qt.Key.Key_Escape)
    next(c for c in quick.findChildren(Chip) if c.text() == "Från nr 2").removed.emit()
    press(ENTER, CTRL)
    form = desk.window.entry.form
    assert form is not None
    assert form.draft().links == ()
