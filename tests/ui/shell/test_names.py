"""Every control of the frame that the keyboard reaches has a name to be read aloud."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crisisdesk.compose import load_plan
from crisisdesk.session import scenario
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.start_window import StartWindow
from tests.support.incident_play import Incident
from tests.support.window_play import Desk


def unnamed(window: QWidget) -> list[str]:
    found = [w for w in window.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [type(w).__name__ for w in found if w.isVisible() and not w.accessibleName()]


def test_in_the_incident_window(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(incident=Incident(exercise=True))
    desk.window.frame.quick.take("in: 13.00 rök @stabschef sek:")
    desk.window.overlays.show_keys()
    assert unnamed(desk.window) == []
    desk.window.open_palette()
    assert unnamed(desk.window) == []


def test_in_the_start_window(theme: Theme, tmp_path: Path) -> None:
    window = StartWindow(theme, load_plan())
    window.show_scenarios([scenario.load(name) for name in scenario.shipped()])
    window.show()
    assert unnamed(window) == []
    window.show_scenario_choice()
    assert unnamed(window) == []
    window.close()
