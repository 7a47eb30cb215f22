"""The plan on screen: choosing a section, reading it, searching."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.row_list import RowList
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import LineEdit
from crisisdesk.ui.screens.plan_view.screen import PlanScreen
from tests.support.screen_play import Play


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[PlanScreen]:
    """Return the plan of a fresh incident."""
    return Play(qtbot, PlanScreen(theme))


def test_up_and_down_choose_a_section_and_right_reads_it(play: Play[PlanScreen]) -> None:
    assert play.focus_name() == "Planens delar"
    play.press(Qt.Key.Key_Down)
    play.press(Qt.Key.Key_Right)
    assert play.focus_name() == "1 Larm: händelse i kommunen eller omvärlden"
    play.press(Qt.Key.Key_Left)
    assert play.focus_name() == "Planens delar"


def test_enter_on_a_line_goes_where_it_is_worked_with(play: Play[PlanScreen]) -> None:
    assert play.screen.go_to("plan:4.6")
    play.press(Qt.Key.Key_Return)
    assert play.places == ["step:4.6"]
    assert play.screen.go_to("plan:ordforande")
    play.press(Qt.Key.Key_Return)
    assert play.places[-1] == "function:ordforande"


def test_the_search_goes_through_the_whole_plan(play: Play[PlanScreen]) -> None:
    field = play.named(LineEdit, "Sök i planen")
    field.setFocus()
    play.write("telefonslussen")
    assert "Träffar på telefonslussen" in play.texts()
    assert "Rollkort" in play.texts()
    play.press(Qt.Key.Key_Return)
    play.press(Qt.Key.Key_Return)
    assert play.places == ["role_card:6.2"]
    field.setFocus()
    play.press(Qt.Key.Key_Escape)
    assert field.text() == ""
    assert "Lokal krisplan" in play.texts()


def test_a_search_without_hits_says_so(play: Play[PlanScreen]) -> None:
    play.named(LineEdit, "Sök i planen").setFocus()
    play.write("ubåt")
    assert "Inget i planen passar." in play.texts()


def test_choosing_a_section_ends_the_search(play: Play[PlanScreen]) -> None:
    field = play.named(LineEdit, "Sök i planen")
    field.setFocus()
    play.write("växel")
    sections = play.named(RowList, "Planens delar")
    sections.focus_key("missing", take_focus=True)
    assert field.text() == ""
    assert "Steg 4.6: ingen ansvarig är angiven." in play.texts()


def test_a_minute_changes_nothing(play: Play[PlanScreen]) -> None:
    play.screen.go_to("plan:4.6")
    before = play.focus()
    play.incident.wait(1)
    play.show()
    assert play.focus() is before
    assert isinstance(before, RowList)
    assert before.focused_key() == "4.6"


def test_it_shows_a_plan_without_an_incident(qtbot: QtBot, theme: Theme, play: Play[PlanScreen]) -> None:
    screen = PlanScreen(theme)
    qtbot.addWidget(screen)
    screen.show_plan(play.incident.state.plan, date(2027, 1, 14))
    assert screen.go_to("plan:contacts")
    assert not screen.go_to("plan:nothing")
    assert not screen.go_to("decision:1")


def test_everything_has_a_name(play: Play[PlanScreen]) -> None:
    nameless = [
        widget
        for widget in play.screen.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QLabel)
        and not widget.accessibleName()
    ]
    assert nameless == []
