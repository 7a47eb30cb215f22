"""The board's time axis: kinds, crowds, the moment that is looked at, the way back to now."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, decisions, log
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import TimeAxis
from crisisdesk.ui.kit.widgets import IconButton
from crisisdesk.ui.screens.board.axis import BoardAxis
from tests.support.incident_play import Incident
from tests.ui.kit.hands import Heard, click


@pytest.fixture
def incident() -> Incident:
    made = Incident()
    for text in ("ett", "två"):
        made.wait(20).do(decisions.commands.Record(text=text))
    made.do(log.commands.Record(text="Rektor ringer", kind="in"))
    return made.wait(10)


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot, incident: Incident) -> BoardAxis:
    made = BoardAxis(theme)
    qtbot.addWidget(made)
    made.show_state(incident.state, incident.now)
    made.resize(1100, 118)
    with qtbot.waitExposed(made):
        made.show()
    return made


def strip(shown: BoardAxis) -> TimeAxis:
    assert shown.axis is not None
    return shown.axis


def labels(shown: BoardAxis) -> list[str]:
    return [spot.mark.label for spot in strip(shown).placed()]


def entries(shown: BoardAxis) -> dict[str, QAction]:
    menu = shown.findChildren(QMenu)[-1]
    return {action.text(): action for action in menu.actions()}


def button(shown: BoardAxis, name: str) -> IconButton:
    (found,) = [b for b in shown.findChildren(IconButton) if b.accessibleName() == name]
    return found


def test_kinds_are_ticked_in_a_menu(shown: BoardAxis) -> None:
    button(shown, "Välj slag på tidsaxeln").click()
    ticked = [word for word, action in entries(shown).items() if action.isChecked()]
    assert ticked == ["Info ut", "Beslut", "Oklarhet", "Möte", "System"]
    entries(shown)["Beslut"].trigger()
    assert labels(shown) == ["13:05 larm"]
    entries(shown)["Info in"].trigger()
    assert labels(shown) == ["13:05 larm", "13:45 Rektor ringer"]


def test_a_crowd_is_listed_and_each_of_it_can_be_gone_to(shown: BoardAxis, incident: Incident) -> None:
    strip(shown).set_span(incident.now - timedelta(days=3), incident.now + timedelta(days=3))
    (spot,) = strip(shown).placed()
    places = Heard(shown.go)
    click(strip(shown), QPoint(round(spot.x), 43))
    assert list(entries(shown)) == ["13:05 larm", "13:25 beslut 1", "13:45 beslut 2"]
    entries(shown)["13:45 beslut 2"].trigger()
    assert places.all == [("decision:2",)]


def test_a_great_crowd_is_gone_closer_to(shown: BoardAxis, incident: Incident) -> None:
    for _ in range(30):
        incident.wait(1).do(decisions.commands.Record(text="till"))
    shown.show_state(incident.state, incident.now)
    strip(shown).set_span(incident.now - timedelta(days=3), incident.now + timedelta(days=3))
    before = strip(shown).span()
    (spot,) = strip(shown).placed()
    click(strip(shown), QPoint(round(spot.x), 43))
    after = strip(shown).span()
    assert before is not None
    assert after is not None
    assert after[1] - after[0] < timedelta(hours=2)


def test_the_axis_follows_again_when_asked_to(shown: BoardAxis, incident: Incident) -> None:
    first = strip(shown).span()
    strip(shown).pan(-5)
    incident.wait(1)
    shown.show_state(incident.state, incident.now)
    assert strip(shown).span() != first, "what the user moved stays"
    button(shown, "Till nu på tidsaxeln").click()
    span = strip(shown).span()
    assert span is not None
    assert span[0] < incident.now < span[1]


def test_looking_at_the_past_does_not_stop_the_axis_from_following(
    shown: BoardAxis, incident: Incident
) -> None:
    shown.show_moment(incident.now - timedelta(days=1))
    shown.show_moment(None)
    incident.wait(200).do(board.commands.Freeze())
    shown.show_state(incident.state, incident.now)
    span = strip(shown).span()
    assert span is not None
    assert span[0] < incident.now < span[1]
