"""The theme that screen tests are dressed in."""

import pytest
from PySide6.QtWidgets import QApplication

from crisisdesk.ui.kit.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme at 100 %."""
    made = Theme()
    made.apply(qapp, dark=False)
    return made
