"""The theme that screen tests are dressed in, and hands on a small board."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.features import board
from crisisdesk.ui.kit.theme import Theme
from tests.support.board_hands import Hands
from tests.support.incident_play import Incident


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme at 100 %."""
    made = Theme()
    made.apply(qapp, dark=False)
    return made


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    """Return the board with three events, a consequence and an uncertainty."""
    add = board.commands.AddCard
    incident = Incident()
    for text in ("ett", "två", "tre"):
        incident.do(add(column="handelse", text=text))
    incident.do(add(column="konsekvenser", text="följd"))
    incident.do(add(column="oklarheter", text="Varför?", owner="stabschef"))
    made = Hands(theme, incident)
    qtbot.addWidget(made.screen)
    made.screen.resize(1158, 632)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    made.screen.focus_first()
    return made
