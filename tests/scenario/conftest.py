"""The program that scenario tests are played in."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.start_window import StartWindow
from tests.support.program_play import Program


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme at 100 %."""
    made = Theme()
    made.apply(qapp, dark=False)
    return made


@pytest.fixture
def program(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_stray_windows: None
) -> Iterator[Program]:
    """Return the program on an empty folder; its window is closed afterwards."""
    made = Program(qtbot, theme, tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """Fail the test when a part of a window came up as a window of its own, and took the keyboard."""
    watch = _Watch()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert watch.strays == []


class _Watch(QObject):
    """Notes every window that comes up and is not one of the program's two, a menu or a list of choices."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and _is_stray(watched):
            self.strays.append(f"{type(watched).__name__}, shown by {_shown_by()}")
        return False


def _is_stray(watched: QObject) -> bool:
    if not isinstance(watched, QWidget) or not watched.isWindow():
        return False
    fleeting = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    return not fleeting and not isinstance(watched, (IncidentWindow, StartWindow))


def _shown_by() -> str:
    """Return the program's own line that is at work."""
    own = [frame for frame in traceback.extract_stack() if "crisisdesk/ui" in frame.filename]
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
