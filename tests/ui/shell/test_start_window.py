"""The start window: one red button with the focus on it, and a file that cannot be opened is no dead end."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.compose import load_plan
from crisisdesk.session import scenario
from crisisdesk.session.library import Listed
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import readiness
from crisisdesk.ui.shell.start_window import StartWindow
from tests.support.window_play import press
from tests.ui.shell.conftest import show

AT = datetime(2026, 11, 3, 6, 12, tzinfo=UTC)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[StartWindow]:
    made = StartWindow(theme, load_plan())
    made.show_scenarios([scenario.load(name) for name in scenario.shipped()])
    show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


def listed(path: str) -> Listed:
    return Listed(path=path, name=path, zone="Europe/Stockholm", started_at=AT)


def test_enter_is_the_alarm(window: StartWindow, qtbot: QtBot) -> None:
    assert window.side.alarm.hasFocus()
    with qtbot.waitSignal(window.alarm_requested):
        press(ENTER)


def test_a_held_enter_alarms_once(window: StartWindow) -> None:
    alarms: list[int] = []
    window.alarm_requested.connect(lambda: alarms.append(1))
    press(ENTER)
    press(ENTER, held=True)
    press(ENTER, held=True)
    assert len(alarms) == 1


def test_an_exercise_takes_two_steps_and_never_comes_by_mistake(window: StartWindow) -> None:
    press(Qt.Key.Key_Down)
    assert window.side.exercise.hasFocus()
    press(ENTER)
    chosen: list[str] = []
    window.exercise_requested.connect(chosen.append)
    press(ENTER)
    assert chosen == [scenario.shipped()[0]]


def test_escape_leaves_the_choice_of_exercise(window: StartWindow) -> None:
    window.show_scenario_choice()
    press(Qt.Key.Key_Escape)
    assert window.side.alarm.hasFocus()
    assert window.pages.currentIndex() == 0


def test_an_incident_is_opened_with_enter(window: StartWindow) -> None:
    window.show_incidents([listed("a"), listed("b")])
    window.incidents.list.setFocus()
    press(Qt.Key.Key_Down)
    opened: list[str] = []
    window.open_requested.connect(opened.append)
    press(ENTER)
    assert opened == ["b"]


def test_a_file_that_cannot_be_opened_can_be_read(window: StartWindow) -> None:
    window.tell_fault("Händelsen är öppen i ett annat program.", "Stäng den där.", path="a")
    assert "öppen i ett annat program" in window.notices.texts()["fault"]
    read: list[tuple[str, str]] = []
    window.read_requested.connect(lambda path, why: read.append((path, why)))  # pyright: ignore
    window.notices.bar("fault").acted.emit("read")
    assert read == [("a", "Händelsen är öppen i ett annat program.")]


def test_readiness_is_shown_and_its_button_leads_on(window: StartWindow, tmp_path: Path) -> None:
    window.show_checks(readiness.checks(load_plan(), tmp_path, None, AT, "Europe/Stockholm"))
    assert "plan" in [check.key for check in window.checks.shown]


def test_the_emergency_number_is_always_in_sight(window: StartWindow) -> None:
    from crisisdesk.ui.kit.labels import WrapLabel

    said = [label.text() for label in window.side.findChildren(WrapLabel) if label.isVisible()]
    assert "Vid fara för liv, miljö eller egendom: ring 112" in said


def test_it_fits_a_small_display(window: StartWindow) -> None:
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
