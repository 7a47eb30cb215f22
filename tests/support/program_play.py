"""The whole program for scenario tests: its windows on files in a folder, its exercise's clock held still."""

from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.clock import SetClock, SimulatedClock
from crisisdesk.base.settings import Settings
from crisisdesk.incident.state import State
from crisisdesk.plan import loader
from crisisdesk.session import opening, scenario
from crisisdesk.session.exercise import Player
from crisisdesk.session.library import EXERCISES, Library
from crisisdesk.session.session import Session
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.start_window import StartWindow
from tests.support.keyboard import press, tab_to, write

FILE = "2027-003.crisisdesk"


class Program:
    """The program on a folder of incidents. What happens in it is asked of state and log."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self._clock: SimulatedClock | None = None
        monkeypatch.setattr(opening, "SimulatedClock", self._stand_still)
        self.library = compose.library(folder)
        self.desk = Desk(theme, folder, self.library, compose.load_plan, Settings())

    def begin(self, file: Path | None = None) -> None:
        """Start as from the command line, and wait until the window has the keyboard."""
        self.desk.begin(file)
        self.settle()

    def begin_exercise(self, sign: str = "LS") -> None:
        """Start the shipped exercise from the start window, and say who keeps the log: keys alone."""
        self.begin()
        press("Down", "Return", "Return")
        self.settle()
        if sign:
            self.keep_log(sign)

    def begin_played(self, until: str) -> None:
        """Go on with the shipped exercise, played up to the local `DAY HH:MM` such as `14 13:40`."""
        path = self.folder / EXERCISES / FILE
        path.parent.mkdir(parents=True)
        path.write_bytes(played_file(until))
        self.begin(path)

    def close(self) -> None:
        """Close the window that is up."""
        window = self.desk.window
        if window is not None:
            window.close()
            window.deleteLater()
            self.desk.window = None
        _let_go()

    def settle(self) -> None:
        """Let what is due be done, and wait until the window that is up has the keyboard."""
        window = self.desk.window
        assert window is not None
        _let_go()
        # Without a window manager nobody hands the keyboard on when another window closes.
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()

    def at(self, local: str) -> None:
        """Let the exercise's clock be so late, such as `14:10`, on the same day; the window notices."""
        assert self._clock is not None
        hour, minute = map(int, local.split(":"))
        here = self._clock.now().astimezone(ZoneInfo(self._clock.zone))
        self._clock.jump(here.replace(hour=hour, minute=minute, second=0, microsecond=0))
        self.window.pulse.beat()
        QApplication.processEvents()

    # ---------------------------------------------------------------- by keys

    def keep_log(self, sign: str) -> None:
        """Type who keeps the log, in the head of the window."""
        tab_to("Loggförare")
        press("Return")
        write(sign)
        press("Return")

    def log(self, text: str) -> None:
        """Write a line in the quick line and send it."""
        press("Ctrl+L")
        write(text)
        press("Return")

    def go(self, words: str) -> None:
        """Go anywhere: Ctrl+G, some words, Enter."""
        press("Ctrl+G")
        write(words)
        press("Return")

    # ---------------------------------------------------------------- what is seen

    @property
    def window(self) -> IncidentWindow:
        """Return the incident's window, which must be the one that is up."""
        assert isinstance(self.desk.window, IncidentWindow)
        return self.desk.window

    @property
    def start_window(self) -> StartWindow:
        """Return the start window, which must be the one that is up."""
        assert isinstance(self.desk.window, StartWindow)
        return self.desk.window

    @property
    def state(self) -> State:
        """Return the open incident as it stands."""
        return self.window.bridge.state

    @property
    def screen(self) -> str:
        """Return the key of the screen in sight."""
        return self.window.frame.deck.current

    def lines(self, last: int = 0) -> list[str]:
        """Return the log, or its last lines, as `13:05 in LS: text`: when, of which kind, written by whom."""
        zone = ZoneInfo(self.state.zone)
        found = [
            f"{r.happened_at.astimezone(zone):%H:%M} {r.line.kind} {r.recorded_by}: {r.line.text}"
            for r in self.state.timeline.lines
            if r.line is not None
        ]
        return found[-last:] if last else found

    def _stand_still(self, at: datetime, zone: str, speed: float = 1.0) -> SimulatedClock:
        """Make the exercise's clock, paused: only the test moves it."""
        self._clock = SimulatedClock(at, zone, speed=0)
        return self._clock


def _let_go() -> None:
    """Let windows that are closed go at once: a test runs in no event loop that would do it."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@cache
def played_file(until: str) -> bytes:
    """Return the file of the shipped exercise, closed in order, played up to the local time `DAY HH:MM`."""
    with TemporaryDirectory() as folder:
        script = scenario.load("brand")
        clock = SetClock(script.start, script.zone)
        library: Library = compose.library(Path(folder), clock)
        path = Path(folder) / FILE
        session = library.start(
            path,
            loader.load_shipped(),
            script.own_number,
            name=script.title,
            exercise=True,
            scenario=script.name,
        )

        def reopen(held: Session) -> Session:
            held.close()
            return library.open(path)

        player = Player(script, session, clock, reopen)
        zone = ZoneInfo(script.zone)
        due = [timed for timed in script.entries if f"{timed.at.astimezone(zone):%d %H:%M}" < until]
        for _ in zip(due, player.play(), strict=False):
            pass
        player.session.close()
        return path.read_bytes()
