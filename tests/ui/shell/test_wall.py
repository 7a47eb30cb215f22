"""Storbild from the main window: key, panel, instrument, displays that come and go, what is remembered."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.base.settings import Settings, WallChoice
from crisisdesk.features import board, log, meetings, secrecy
from crisisdesk.incident.board_shapes import Run
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.shell.wall_control import WallControl
from crisisdesk.ui.shell.wall_panel import WallPanel
from crisisdesk.ui.wall.scene import STRONG
from crisisdesk.ui.wall.window import WallWindow
from tests.support.children import environment
from tests.support.fake_displays import LAPTOP, OTHER, PROJECTOR, FakeDisplays
from tests.support.wall_states import WORD
from tests.support.window_play import Desk, shortcut

Make = Callable[..., Desk]


@pytest.fixture
def displays() -> FakeDisplays:
    return FakeDisplays(LAPTOP, PROJECTOR)


@pytest.fixture
def control(desk: Desk, displays: FakeDisplays) -> WallControl:
    """Return the control of a window that is up, with displays of the test's own."""
    return _controlled(desk, displays)


def _controlled(desk: Desk, displays: FakeDisplays) -> WallControl:
    control = desk.window.wall.control
    control.watch(displays)
    return control


def up(control: WallControl) -> WallWindow:
    assert control.wall is not None
    return control.wall


def said(desk: Desk) -> str:
    return desk.window.frame.status.instrument("wall").words


def panel(desk: Desk) -> WallPanel:
    found = desk.window.overlays.content()
    assert isinstance(found, WallPanel)
    return found


def test_it_is_off_at_first_and_the_status_line_says_so(desk: Desk) -> None:
    assert said(desk) == "Storbild av"
    assert desk.window.wall.control.wall is None


def test_a_key_and_a_digit_show_it_on_the_second_display(desk: Desk, control: WallControl) -> None:
    shortcut(desk.window, Qt.Key.Key_F5)
    QTest.keyClick(_focused(), Qt.Key.Key_2)
    assert said(desk) == "Storbild: Logg, skärm 2"
    assert up(control).isVisible()
    assert up(control).isFullScreen()
    assert up(control).geometry() == PROJECTOR.rect
    assert panel(desk).said.text() == "Visar Logg på skärm 2."


def test_the_main_window_keeps_the_keys(desk: Desk, control: WallControl) -> None:
    control.show_mode("board")
    QApplication.processEvents()
    assert QApplication.activeWindow() is desk.window
    control.show_mode("log")
    QApplication.processEvents()
    assert QApplication.activeWindow() is desk.window


def test_zero_turns_it_off_and_on(desk: Desk, control: WallControl) -> None:
    shortcut(desk.window, Qt.Key.Key_F5)
    QTest.keyClick(_focused(), Qt.Key.Key_0)
    assert control.wall is not None
    QTest.keyClick(_focused(), Qt.Key.Key_0)
    assert control.wall is None
    assert said(desk) == "Storbild av"


def test_the_key_closes_the_panel_again(desk: Desk, control: WallControl) -> None:
    shortcut(desk.window, Qt.Key.Key_F5)
    shortcut(desk.window, Qt.Key.Key_F5)
    assert desk.window.overlays.content() is None
    control.show_mode("log")  # nothing that is gone follows
    assert said(desk) == "Storbild: Logg, skärm 2"


def test_it_shows_a_new_line_at_once(desk: Desk, control: WallControl) -> None:
    control.show_mode("log")
    desk.window.bridge.perform(log.commands.Record(text="POSOM larmad"))
    assert "POSOM larmad" in up(control).scene().texts()


def test_it_follows_the_keeper_from_point_to_point(desk: Desk, control: WallControl) -> None:
    bridge = desk.window.bridge
    agenda = bridge.state.plan.agendas[0]
    bridge.perform(meetings.commands.Begin(agenda=agenda.id))
    points = list(agenda.walk())
    screen = desk.window.frame.deck.in_sight()
    assert screen is not None
    screen.at_changed.emit(f"point:1/{points[3].id}")
    control.show_mode("agenda")  # also one that comes up later
    assert _strong(up(control), points[3].text)
    screen.at_changed.emit(f"point:1/{points[5].id}")
    assert _strong(up(control), points[5].text)


def _strong(wall: WallWindow, text: str) -> bool:
    """Return whether the text begins in strong type."""
    runs = (item for item in wall.scene().items if isinstance(item, Run) and item.weight == STRONG)
    return any(text.startswith(run.text) for run in runs if len(run.text) > 5)


def test_a_secret_line_is_covered_on_it(desk: Desk, control: WallControl) -> None:
    control.show_mode("log")
    desk.window.bridge.perform(log.commands.Record(text=WORD, secrecy="OSL 18:1"))
    assert not any(WORD in text for text in up(control).scene().texts())
    desk.window.bridge.perform(log.commands.Record(text=f"{WORD} igen"))
    number = len(desk.lines)
    assert any(WORD in text for text in up(control).scene().texts())
    desk.window.bridge.perform(secrecy.commands.Mark(ref=f"line:{number}", provision="OSL 18:1"))
    assert not any(WORD in text for text in up(control).scene().texts())


def test_the_pulled_out_projector_hides_it_and_the_laptop_is_left_alone(
    desk: Desk, control: WallControl, displays: FakeDisplays
) -> None:
    control.show_mode("board")
    displays.plug(LAPTOP)
    assert not up(control).isVisible()
    assert said(desk) == "Storbild väntar på skärm"
    displays.plug(LAPTOP, PROJECTOR)
    assert up(control).isVisible()
    assert up(control).geometry() == PROJECTOR.rect
    assert said(desk) == "Storbild: Lägesbild, skärm 2"
    assert QApplication.activeWindow() is desk.window


def test_a_changed_resolution_is_followed(control: WallControl, displays: FakeDisplays) -> None:
    control.show_mode("board")
    small = PROJECTOR.__class__(key="projector", number=2, name="HDMI-1", area=(1366, 0, 1024, 768))
    displays.plug(LAPTOP, small)
    assert up(control).geometry() == small.rect
    assert (up(control).scene().width, up(control).scene().height) == (1024, 768)


def test_it_goes_back_to_the_display_that_was_chosen(control: WallControl, displays: FakeDisplays) -> None:
    displays.plug(LAPTOP, PROJECTOR, OTHER)
    control.choose_display("other")
    control.show_mode("board")
    assert up(control).geometry() == OTHER.rect
    displays.plug(LAPTOP, PROJECTOR)
    assert up(control).geometry() == PROJECTOR.rect
    displays.plug(LAPTOP, PROJECTOR, OTHER)
    assert up(control).geometry() == OTHER.rect


def test_without_a_second_display_a_window_is_asked_for(
    desk: Desk, control: WallControl, displays: FakeDisplays
) -> None:
    displays.plug(LAPTOP)
    control.show_mode("log")
    assert not up(control).isVisible()
    control.choose_display("window")
    assert up(control).isVisible()
    assert not up(control).isFullScreen()
    assert said(desk) == "Storbild: Logg, i fönster"


def test_closing_the_wall_turns_it_off(desk: Desk, control: WallControl) -> None:
    control.show_mode("log")
    up(control).close()
    assert control.wall is None
    assert said(desk) == "Storbild av"
    assert control.choice.up_for == ""


def test_closing_the_window_closes_the_wall(desk: Desk, control: WallControl) -> None:
    control.show_mode("log")
    wall = up(control)
    desk.window.close()
    assert not wall.isVisible()
    assert control.wall is None


def test_what_was_chosen_is_kept(desk: Desk, control: WallControl) -> None:
    kept: list[Settings] = []
    desk.window.settings_changed.connect(kept.append)
    control.show_mode("axis")
    control.set_dark(False)
    control.take_turns(rotating=True, keys=("board", "open"), every=60)
    wall = kept[-1].wall
    assert (wall.mode, wall.dark, wall.rotating, wall.rotation, wall.every) == (
        "axis", False, True, ("board", "open"), 60,
    )  # fmt: skip
    assert wall.up_for == desk.path.name


def test_it_comes_back_for_the_same_incident_and_for_no_other(make_desk: Make) -> None:
    same = make_desk(settings=Settings(wall=WallChoice(mode="log", up_for="2027-003.crisisdesk")))
    _controlled(same, FakeDisplays(LAPTOP, PROJECTOR))
    same.window.pulse.rested.emit()
    assert up(same.window.wall.control).mode == "log"
    same.window.wall.control.close()
    other = make_desk(settings=Settings(wall=WallChoice(mode="log", up_for="2027-002.crisisdesk")))
    other.window.pulse.rested.emit()
    assert other.window.wall.control.wall is None


def test_modes_take_turns_with_the_pulse(desk: Desk, control: WallControl) -> None:
    control.show_mode("board")
    control.take_turns(rotating=True, keys=("board", "log"), every=5)
    assert said(desk) == "Storbild: Lägesbild, växlar, skärm 2"
    for _ in range(5):
        desk.window.pulse.second.emit()
    assert up(control).mode == "log"
    assert said(desk) == "Storbild: Logg, växlar, skärm 2"


def test_a_frozen_picture_is_frozen_and_shown_from_the_panel(desk: Desk, control: WallControl) -> None:
    desk.window.bridge.perform(board.commands.AddCard(text="Utrymt", purpose="event"))
    shortcut(desk.window, Qt.Key.Key_F5)
    QTest.mouseClick(panel(desk).freeze, Qt.MouseButton.LeftButton)
    panel(desk).pictures.setCurrentIndex(1)
    assert said(desk) == "Storbild: Lägesbild 1 (fryst), skärm 2"
    assert any(text.startswith("Lägesbild 1, fryst") for text in up(control).scene().texts())
    QTest.keyClick(panel(desk).modes.focusProxy() or panel(desk), Qt.Key.Key_1)
    assert said(desk) == "Storbild: Lägesbild, skärm 2"


def test_another_mode_never_reads_a_state_that_got_a_secret_meanwhile(
    desk: Desk, control: WallControl
) -> None:
    control.show_mode("board")
    # Nobody has told the wall of the line yet: another slot is first, and a turn is due in it.
    desk.window.bridge.changed.disconnect()
    desk.window.bridge.perform(log.commands.Record(text=WORD, secrecy="OSL 18:1"))
    control.show_mode("log")
    assert any("OSL 18:1" in text for text in up(control).scene().texts())
    assert not any(WORD in text for text in up(control).scene().texts())


def test_a_screen_can_ask_for_it(desk: Desk, control: WallControl) -> None:
    desk.window.travel.go("board")
    desk.made["board"].wall_requested.emit("log", 0)
    assert said(desk) == "Storbild: Logg, skärm 2"


def test_the_board_screen_shows_what_it_shows(make_desk: Make) -> None:
    desk = make_desk(plain=False)
    _controlled(desk, FakeDisplays(LAPTOP, PROJECTOR))
    desk.window.bridge.perform(board.commands.AddCard(text="Utrymt", purpose="event"))
    desk.window.bridge.perform(board.commands.Freeze())
    desk.window.travel.go("board")
    buttons = desk.window.findChildren(Button)
    to_wall = next(button for button in buttons if button.accessibleName() == "Visa på Storbild")
    QTest.mouseClick(to_wall, Qt.MouseButton.LeftButton)
    assert said(desk) == "Storbild: Lägesbild, skärm 2"
    desk.window.travel.go("board:1")
    QTest.mouseClick(to_wall, Qt.MouseButton.LeftButton)
    assert said(desk) == "Storbild: Lägesbild 1 (fryst), skärm 2"


def test_a_start_loads_nothing_of_it() -> None:
    asked = (
        "import sys, crisisdesk.ui.shell.incident_window; "
        "print([name for name in sys.modules if '.wall.' in name or name.endswith('wall_panel')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_letters_in_the_panel_stay_there(desk: Desk, control: WallControl) -> None:
    shortcut(desk.window, Qt.Key.Key_F5)
    QTest.keyClicks(_focused(), "hej")
    assert desk.window.frame.quick.text() == ""
    assert control.wall is None


def test_the_wall_gives_the_keys_back(desk: Desk, control: WallControl, qtbot: QtBot) -> None:
    control.show_mode("log")
    QTest.mouseClick(up(control), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
