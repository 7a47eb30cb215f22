"""An incident that is only read, or is closed: a screen that cannot write says so, in one sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crisisdesk import compose
from crisisdesk.base.settings import Settings
from crisisdesk.features import tasks
from crisisdesk.incident.wording import READ_ONLY
from crisisdesk.session import opening
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.program_play import played_file
from tests.ui.kit.hands import Heard

MOMENTS = ("14 13:12", "14 14:32", "20 23:59")
"""Early, in a meeting, and when it is closed."""


@dataclass
class Reader:
    """A window on an incident that is read, and what it said."""

    window: IncidentWindow
    failed: Heard
    broke: Heard
    silent: list[str]

    def seen(self) -> set[str]:
        """Return all texts that can be seen on the screen."""
        screen = self.window.frame.deck.in_sight()
        assert screen is not None
        return {label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)}

    def press_everything(self) -> int:
        """Press each button of the screen once, and send what it opens; return how many refused."""
        screen = self.window.frame.deck.in_sight()
        assert screen is not None
        asked = Heard(screen.command_requested)
        refused, pressed = 0, set[str]()
        while button := self._next(pressed):
            asked.all.clear()
            button.click()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
            if asked.all:
                refused += 1
                if not any(READ_ONLY in text for text in self.seen()):
                    self.silent.append(f"{self.window.frame.deck.current}: {type(asked.last).__name__}")
        return refused

    def _next(self, pressed: set[str]) -> Button | None:
        screen = self.window.frame.deck.in_sight()
        assert screen is not None
        for button in screen.findChildren(Button):
            name = f"{button.accessibleName()} {button.text()}"
            if name not in pressed and button.isVisibleTo(screen) and button.isEnabled():
                pressed.add(name)
                return button
        return None


@pytest.fixture
def read(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Reader]]:
    """Return what opens the exercise, played up to a moment, for reading."""
    made: list[IncidentWindow] = []

    def make(until: str) -> Reader:
        path = tmp_path / "2027-003.crisisdesk"
        path.write_bytes(played_file(until))
        opened = opening.read(compose.library(tmp_path), path)
        window = IncidentWindow(theme, opened, Settings(), Host())
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Reader(window, Heard(window.bridge.failed), Heard(window.bridge.broke), [])

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def test_nothing_is_written_and_no_disk_is_blamed(read: Callable[[str], Reader]) -> None:
    reader = read("14 14:32")
    assert reader.window.bridge.execute(tasks.commands.Add(text="ring")) == (False, READ_ONLY, "")
    assert not reader.failed.all


@pytest.mark.parametrize("until", MOMENTS)
def test_every_screen_says_why_it_cannot_write(read: Callable[[str], Reader], until: str) -> None:
    reader = read(until)
    home: dict[str, int] = {}
    for spec in reader.window.frame.deck.specs():
        reader.window.travel.go(spec.key)
        home[spec.key] = reader.press_everything()
    assert ", ".join(reader.silent) == ""
    assert not reader.failed.all
    assert not reader.broke.all
    assert sum(home.values()) > 0
