"""The paper forms on screen: print, type in one after another, make void."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import forms, log
from crisisdesk.incident import paper_forms
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.forms.screen import FormsScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play

KEY = Qt.Key


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[FormsScreen]:
    """Return the screen at 15:10 with forms 1-3 out since 13:05."""
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    incident.wait(125)
    return Play(qtbot, FormsScreen(theme), incident)


def form(play: Play[FormsScreen]) -> Form:
    assert play.screen.host.sheet is not None
    return play.screen.host.sheet.form


def title(play: Play[FormsScreen]) -> str:
    assert play.screen.host.sheet is not None
    return play.screen.host.sheet.accessibleName()


def fill(play: Play[FormsScreen], time: str, text: str) -> None:
    for value in ("Stabschef", time):
        play.write(value)
        play.press(KEY.Key_Return)
    form(play).focus_field("text")
    play.write(text)
    play.press(KEY.Key_Return, CTRL)
    QApplication.processEvents()


def test_an_empty_screen_says_what_belongs_here(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, FormsScreen(theme))
    assert any(text.startswith("Här står blanketterna") for text in play.texts())
    play.press(KEY.Key_Insert)
    assert play.focus_name() == "Hur många?"


def test_printing_takes_the_next_numbers_and_wishes_for_them_on_paper(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Insert)
    play.write("5")
    play.press(KEY.Key_Return, CTRL)
    assert play.wish(forms.commands.Reserve) == forms.commands.Reserve(count=5, first=4)
    assert play.prints == [PrintWish(part="forms", lines=(4, 5, 6, 7, 8))]


@pytest.mark.parametrize("typed", ["0", "201", "tio", ""])
def test_a_wrong_count_is_refused_at_its_field(play: Play[FormsScreen], typed: str) -> None:
    play.press(KEY.Key_Insert)
    play.write(typed) if typed else form(play).set_values({"count": ""})
    play.press(KEY.Key_Return, CTRL)
    assert form(play).field("count").error()
    assert play.prints == []


def test_the_missing_forms_are_typed_in_one_after_another(play: Play[FormsScreen]) -> None:
    play.screen.enter.click()
    assert title(play) == "För in blankett 1"
    assert "Saknas också: 2–3. Nästa kommer av sig själv, Ctrl PgDn hoppar över." in play.texts()
    fill(play, "14.56", "POSOM på plats")
    entered = play.wish(log.commands.Record)
    assert entered.paper == log.facts.Paper(form=1, writer="Stabschef")
    assert entered.happened_at == play.incident.now - timedelta(minutes=14)
    assert title(play) == "För in blankett 2"
    assert play.focus_name() == "Skriven av"
    fill(play, "1501", "Ventilation av")
    fill(play, "15:05", "Orolig förälder")
    assert play.screen.host.sheet is None
    assert paper_forms.missing(play.incident.state) == ()
    assert not play.screen.enter.isVisibleTo(play.screen)


def test_space_types_in_the_chosen_form(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Down)
    play.press(KEY.Key_Space)
    assert title(play) == "För in blankett 2"


def test_the_time_on_the_paper_is_asked_for_and_cannot_be_to_come(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Space)
    fill(play, "", "Utan tid")
    assert form(play).field("time").error() == "Skriv tiden som står på blanketten."
    form(play).set_values({"time": "om 20 min"})
    play.press(KEY.Key_Return, CTRL)
    assert form(play).field("time").error()
    assert paper_forms.missing(play.incident.state) == (1, 2, 3)


def test_escape_leaves_the_rest_for_later(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Space)
    fill(play, "14:56", "POSOM på plats")
    play.press(KEY.Key_Escape)
    QApplication.processEvents()
    assert play.screen.host.sheet is None
    assert paper_forms.missing(play.incident.state) == (2, 3)


def test_a_form_is_void_with_a_reason_and_turns_up_again(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Delete)
    play.write("Spilld")
    play.press(KEY.Key_Return, CTRL)
    QApplication.processEvents()
    assert paper_forms.missing(play.incident.state) == (2, 3)
    assert play.screen.go_to("form:1")
    play.press(KEY.Key_R, CTRL)
    play.press(KEY.Key_Return, CTRL)
    assert paper_forms.missing(play.incident.state) == (1, 2, 3)


def test_a_lost_form_prints_again_with_its_number(play: Play[FormsScreen]) -> None:
    play.button("Skriv ut igen").click()
    assert play.prints == [PrintWish(part="forms", lines=(1,))]


def test_what_was_being_typed_in_comes_back(play: Play[FormsScreen]) -> None:
    play.screen.restore_draft("form:2", "Halva sidan")
    assert title(play) == "För in blankett 2"
    assert form(play).text_of("text") == "Halva sidan"


def test_a_half_typed_form_stays_when_something_happens(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Space)
    play.write("Stabs")
    play.do(log.commands.Record(text="Något annat"))
    assert form(play).text_of("writer") == "Stabs"
    assert play.focus_name() == "Skriven av"


@pytest.mark.parametrize(
    ("kind", "line"),
    [("dec", "dec Beslut 1: "), ("task", "task Uppgift 1: "), ("unc", "unc Oklarhet 1: "), ("ass", "ass ")],
)
def test_a_form_becomes_what_it_is(play: Play[FormsScreen], kind: str, line: str) -> None:
    play.press(KEY.Key_Space)
    form(play).set_values({"kind": kind, "sender": "Ordf", "receiver": "LS", "secrecy": "OSL 18:13"})
    fill(play, "14.56", "Utrym hus B")
    said = play.incident.state.timeline.lines[-1].line
    assert said is not None
    assert f"{said.kind} {said.text}".startswith(line)
    assert said.secrecy == "OSL 18:13"
    assert paper_forms.missing(play.incident.state) == (2, 3)
    assert paper_forms.writer_of(play.incident.state, 1) == "Stabschef"
    assert title(play) == "För in blankett 2"


def test_ctrl_page_down_leaves_a_form_for_later(play: Play[FormsScreen]) -> None:
    play.press(KEY.Key_Space)
    for number in (2, 3, 1):
        form(play).focus_field("text" if number == 3 else "writer")
        # A key of the sheet, not of the field: as the window gives it, which asks for shortcuts first.
        QTest.keyClick(play.focus(), KEY.Key_PageDown, CTRL)
        # The sheet that was left goes away once its key is done.
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert title(play) == f"För in blankett {number}"
        assert play.focus_name() == "Skriven av"
    assert paper_forms.missing(play.incident.state) == (1, 2, 3)


def test_the_last_form_cannot_be_left_for_another(play: Play[FormsScreen]) -> None:
    for number in (1, 2):
        play.incident.do(forms.commands.Void(form=number, reason="Spilld"))
    play.show()
    play.screen.enter.click()
    assert title(play) == "För in blankett 3"
    assert "Den sista som saknas." in play.texts()
