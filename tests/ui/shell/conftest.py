"""The theme and the window that shell tests are played in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.theme import Theme
from tests.support.window_play import Desk


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme at 100 %."""
    made = Theme()
    made.apply(qapp, dark=False)
    return made


@pytest.fixture
def make_desk(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Return what makes a window that is up and active."""
    made: list[Desk] = []

    def make(**kwargs: object) -> Desk:
        desk = Desk(theme, tmp_path, **kwargs)  # pyright: ignore[reportArgumentType]
        made.append(desk)
        show(desk.window, qtbot)
        return desk

    yield make
    for desk in made:
        desk.window.close()
        desk.window.deleteLater()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """Return a window on a real incident, keeper MK, two lines in the log."""
    return make_desk()


def show(window: QWidget, qtbot: QtBot) -> None:
    """Bring the window up and wait until it has the keyboard."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
