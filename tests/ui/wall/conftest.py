"""The wall that tests play with."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.incident.cover import Cover
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.wall.window import WallWindow
from tests.support.incident_play import Incident

Shows = Callable[..., WallWindow]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme at 100 %."""
    made = Theme()
    made.apply(qapp, dark=False)
    return made


@pytest.fixture
def wall(theme: Theme, qtbot: QtBot) -> Iterator[WallWindow]:
    """Return a wall that is up, 1920 × 1080."""
    made = WallWindow(theme)
    made.resize(1920, 1080)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def follow(wall: WallWindow) -> Callable[[Incident, Cover], None]:
    """Return what shows the wall the incident as it is now, covered."""

    def show(incident: Incident, cover: Cover) -> None:
        wall.show_state(cover.follow(), incident.now)
        QApplication.processEvents()

    return show
