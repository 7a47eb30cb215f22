"""An exercise in the window: its own clock, injects one at a time, and the way out to the real thing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crisisdesk.base.clock import SetClock
from crisisdesk.base.settings import Settings
from crisisdesk.compose import MemoryJournals, load_plan
from crisisdesk.session import opening, scenario
from crisisdesk.session.library import Library
from crisisdesk.session.opening import Opened
from crisisdesk.session.scenario import Scenario
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.exercise_bar import ExerciseBar
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.incident_play import ALARM
from tests.ui.shell.conftest import show

STORY = """
format = 1
name = "liten"
title = "Liten övning"
day = 2027-01-14
[[entries]]
at = "13:05"
inject = "Rektor ringer: brand."
[[entries]]
at = "13:17"
inject = "Räddningsledaren: en saknas."
[[entries]]
at = "13:18"
inject = "Tidningen ringer."
"""


@pytest.fixture
def story() -> Scenario:
    return scenario.decode(STORY, "liten.toml")


@pytest.fixture
def opened(story: Scenario, tmp_path: Path) -> Opened:
    library = Library(tmp_path, MemoryJournals(), SetClock(ALARM))
    return opening.start_exercise(library, load_plan(), story)


@pytest.fixture
def window(theme: Theme, opened: Opened, qtbot: QtBot) -> Iterator[IncidentWindow]:
    made = IncidentWindow(theme, opened, Settings(), Host(), specs=())
    show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


def strip_of(window: IncidentWindow) -> ExerciseBar:
    assert window.strip is not None
    return window.strip


def test_the_first_inject_is_there_at_the_start(window: IncidentWindow) -> None:
    window.pulse.beat()
    assert window.frame.notices.texts()["inject"] == "13:05  Rektor ringer: brand."


def test_jumping_to_the_next_inject_moves_the_clock_and_brings_it(window: IncidentWindow) -> None:
    window.pulse.beat()
    window.frame.notices.bar("inject").acted.emit("read")
    strip_of(window).jump.click()
    assert window.frame.notices.texts()["inject"] == "13:17  Räddningsledaren: en saknas."
    assert window.frame.header.clock.text() == "13:17"


def test_injects_wait_for_each_other(window: IncidentWindow) -> None:
    window.pulse.beat()
    strip_of(window).jump.click()
    strip_of(window).jump.click()
    assert window.frame.notices.texts()["inject"] == "13:05  Rektor ringer: brand. 2 till väntar"
    window.frame.notices.bar("inject").acted.emit("read")
    assert window.frame.notices.texts()["inject"] == "13:17  Räddningsledaren: en saknas. 1 till väntar"


def test_after_the_last_inject_there_is_none_to_jump_to(window: IncidentWindow) -> None:
    for _ in range(3):
        strip_of(window).jump.click()
    assert not strip_of(window).jump.isEnabled()


def test_an_inject_is_logged_by_people_as_information_in(window: IncidentWindow) -> None:
    window.pulse.beat()
    window.frame.notices.bar("inject").acted.emit("log")
    assert window.frame.quick.text() == "in: "
    assert window.frame.quick.edit.hasFocus()
    assert len(window.bridge.state.timeline.lines) == 1


def test_the_clock_can_be_paused_and_hurried(window: IncidentWindow, opened: Opened) -> None:
    assert opened.simulated is not None
    strip_of(window).speed.set_value("0")
    strip_of(window).speed.changed.emit("0")
    assert opened.simulated.speed == 0
    strip_of(window).speed.changed.emit("20")
    assert opened.simulated.speed == 20


def test_the_way_out_to_the_real_thing(window: IncidentWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.real_requested):
        strip_of(window).real.click()


def test_lines_carry_the_exercise_s_time(window: IncidentWindow, opened: Opened) -> None:
    assert opened.simulated is not None
    opened.simulated.jump(ALARM + timedelta(hours=1))
    window.frame.quick.take("rök")
    window.frame.quick.edit.send_pressed.emit()
    at = window.bridge.state.timeline.line(2).recorded_at
    assert timedelta(0) <= at - (ALARM + timedelta(hours=1)) < timedelta(minutes=5)
