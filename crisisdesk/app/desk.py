"""Which window is up: the start window or one incident, never two."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from crisisdesk.app import awake, battery, garbage
from crisisdesk.base import settings as kept
from crisisdesk.base.clock import SystemClock
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.settings import Settings
from crisisdesk.journal.faults import Held
from crisisdesk.plan.content import Plan
from crisisdesk.session import opening, scenario
from crisisdesk.session.library import Library
from crisisdesk.session.opening import Opened
from crisisdesk.ui.kit.theme import Theme

# Each window is loaded when it is due: what one start shows, another never needs.
if TYPE_CHECKING:
    from crisisdesk.session.mirror import Mirror
    from crisisdesk.ui.shell.incident_window import IncidentWindow
    from crisisdesk.ui.shell.readiness import Check
    from crisisdesk.ui.shell.start_paper import StartPaper
    from crisisdesk.ui.shell.start_window import StartWindow

_log = logging.getLogger(__name__)


class Desk(QObject):
    """Opens, starts and leaves incidents; `window` is the one that is up."""

    def __init__(
        self, theme: Theme, folder: Path, library: Library, load_plan: Callable[[], Plan], settings: Settings
    ) -> None:
        super().__init__()
        self._theme = theme
        self._folder = folder
        self._library = library
        self._load_plan = load_plan
        self._settings = settings
        self._clock = SystemClock()
        self.window: StartWindow | IncidentWindow | None = None
        self._start: StartWindow | None = None
        self._paper: StartPaper | None = None

    def begin(self, file: Path | None) -> None:
        """Open the file; without one, the only open real incident; without that, the start window."""
        if file is not None:
            self.open(file)
            return
        waiting = self._library.to_continue()
        if waiting is None:
            self.show_start()
        else:
            self.open(waiting)

    def show_start(self) -> "StartWindow":
        """Show the start window; what takes time to find out comes when it is up."""
        from crisisdesk.ui.shell.start_window import StartWindow

        start = StartWindow(self._theme, self._load_plan(), prints=True)
        start.alarm_requested.connect(self.alarm)
        start.exercise_requested.connect(self.exercise)
        start.open_requested.connect(self._open_named)
        start.read_requested.connect(self._read_named)
        start.print_requested.connect(lambda: self._print_forms(start))
        self._start, self._paper = start, None
        self._put(start)
        QTimer.singleShot(0, start, lambda: self._fill(start))
        return start

    def _print_forms(self, start: "StartWindow") -> None:
        """Print blank forms without an incident; the start window says where they are."""
        from crisisdesk.ui.shell.start_paper import StartPaper

        if self._paper is None:
            self._paper = StartPaper(start.notices, self._folder, start)
            start.closed.connect(self._paper.job.stop)
        self._paper.print_forms(self._clock.now(), self._clock.zone)

    def alarm(self) -> None:
        """Start a real incident, now."""
        self._try(lambda: opening.start_real(self._library, self._load_plan()))

    def exercise(self, name: str) -> None:
        """Start an exercise on the scenario."""
        self._try(lambda: opening.start_exercise(self._library, self._load_plan(), scenario.load(name)))

    def open(self, path: Path) -> None:
        """Open an incident to go on with it."""
        self._try(lambda: opening.go_on(self._library, path, self._clock), path)

    def read(self, path: Path, why: str = "") -> None:
        """Open a copy of an incident to look at; `why` it is not written in stands in its window."""
        notices = (why,) if why else ()
        self._try(lambda: replace(opening.read(self._library, path), notices=notices))

    def tell_bug(self, sentence: str) -> None:
        """Say in the window that is up that the program erred."""
        if self.window is not None:
            self.window.tell_bug(sentence)

    def tell(self, sentence: str) -> None:
        """Say in the window that is up what it has to know."""
        if self._start is not None and self._start is self.window:
            self._start.tell_fault(sentence)
        else:
            self.tell_bug(sentence)

    def _open_named(self, path: str) -> None:
        self.open(Path(path))

    def _read_named(self, path: str, why: str) -> None:
        self.read(Path(path), why)

    def _try(self, open_it: Callable[[], Opened], path: Path | None = None) -> None:
        try:
            opened = open_it()
        except WorldFault as fault:
            start = self._start if self._start is not None else self.show_start()
            start.tell_fault(fault.sentence, fault.remedy, path=_readable(path, fault))
            return
        self._show_incident(opened)

    def _show_incident(self, opened: Opened) -> None:
        from crisisdesk.ui.shell.host import Host
        from crisisdesk.ui.shell.incident_window import IncidentWindow

        wall, session = self._clock.now, opened.session

        def mirror_for(path: Path) -> "Mirror":
            from crisisdesk.session.mirror import Mirror

            return Mirror(path, session, wall)

        host = Host(
            wall=wall,
            battery=battery.read,
            export=opened.session.export,
            mirror_for=mirror_for,
        )
        window = IncidentWindow(self._theme, opened, self._settings, host)
        window.left_requested.connect(self.show_start)
        window.real_requested.connect(self.alarm)
        window.settings_changed.connect(self._keep_settings)
        self._start = None
        self._put(window)

    def _put(self, window: "StartWindow | IncidentWindow") -> None:
        before, self.window = self.window, window
        awake.stay_awake(self._start is None)
        if before is not None:
            window.setGeometry(before.geometry())
            if before.isMaximized():
                window.showMaximized()
        window.show()
        window.activateWindow()
        if before is not None:
            _close(before)
        QTimer.singleShot(0, self, garbage.settle)

    def _fill(self, start: "StartWindow") -> None:
        plan = self._load_plan()
        start.show_incidents(self._library.listed())
        start.show_checks(self._checks(plan))
        start.show_scenarios([scenario.load(name) for name in scenario.shipped()])

    def _checks(self, plan: Plan) -> "tuple[Check, ...]":
        from crisisdesk.ui.shell import readiness

        copies = Path(self._settings.copy_folder) if self._settings.copy_folder else None
        return readiness.checks(plan, self._folder, copies, self._clock.now(), self._clock.zone, prints=True)

    def _keep_settings(self, settings: Settings) -> None:
        self._settings = settings
        try:
            kept.save(self._folder, settings)
        except WorldFault as fault:
            # What was chosen holds until the program ends; only the next start has forgotten it.
            _log.error("settings were not kept: %s", fault)


def _readable(path: Path | None, fault: WorldFault) -> str:
    """Return the path when a copy of the file may still be read: not one that another program holds."""
    held = isinstance(fault, Held)
    return str(path) if path is not None and path.exists() and not held else ""


def _close(window: QWidget) -> None:
    window.close()
    window.deleteLater()
