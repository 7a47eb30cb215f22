"""Makes the handbook's pictures: plays the exercise to a time, opens the real window, grabs its screens.

    python packaging/make_pictures.py OUT [--until 14:32] [--size 1366x768] [--dark] [--scale 1.5]
                                      [--only NAME …]

Needs the environment of the program and its tests. Without a display, set QT_QPA_PLATFORM=offscreen.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk import compose
from crisisdesk.base.clock import SetClock, SimulatedClock
from crisisdesk.base.settings import Settings
from crisisdesk.plan import loader
from crisisdesk.session import scenario
from crisisdesk.session.drafts import Drafts
from crisisdesk.session.exercise import Player
from crisisdesk.session.heartbeat import Heartbeat
from crisisdesk.session.mirror import Mirror
from crisisdesk.session.opening import Opened
from crisisdesk.session.session import Session
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import navigation, readiness
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.start_window import StartWindow
from picture_colours import with_few_colours
from picture_report import report_picture
from picture_scenes import ACTS, END, PLACES, SCENES, TIMES, Scene, nothing
from picture_wall import wall_picture

START = "start"
REPORT = "report"
WALL = "storbild"
_LONGEST = 10  # seconds that a copy may take


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures and say where they are."""
    wanted = _arguments().parse_args(arguments)
    out = Path(wanted.out)
    out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in wanted.size.split("x"))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    theme.apply(app, dark=wanted.dark, scale=wanted.scale)
    scenes = [scene for scene in _scenes(wanted.until) if not wanted.only or scene.name in wanted.only]
    for until in dict.fromkeys(scene.until for scene in scenes):
        with _window(theme, until, (width, height)) as window:
            for scene in scenes:
                if scene.until == until:
                    _take(window, scene, out)
    if not wanted.only or START in wanted.only:
        _take_start(theme, out, (width, height))
    if not wanted.only or REPORT in wanted.only:
        _take_report(out)
    if not wanted.only or WALL in wanted.only:
        _take_wall(theme, out, wanted.until)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes the handbook's pictures.")
    parser.add_argument("out")
    parser.add_argument("--until", default="14:32")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", nargs="*", default=[])
    return parser


def _scenes(until: str) -> Iterator[Scene]:
    """Yield every screen, at its own time if it has one, then what is done on the screens."""
    for spec in navigation.screens(loader.load_shipped()):
        place, at = PLACES.get(spec.key, spec.key), TIMES.get(spec.key, until)
        yield Scene(spec.key.replace(":", "-"), place, at, ACTS.get(spec.key, nothing))
    yield from SCENES


@contextmanager
def _window(theme: Theme, until: str, size: tuple[int, int]) -> Generator[IncidentWindow]:
    """Open the window on the exercise as it stands at the local time; the files are gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        opened, stick = _opened(Path(folder), until), Path(folder) / "USB"
        stick.mkdir()
        settings = Settings(dark=theme.dark, scale=theme.scale, copy_folder=str(stick))
        window = IncidentWindow(theme, opened, settings, _host(opened.session))
        _await_copy(window)
        _show(window, size)
        yield window
        window.close()


def _host(session: Session) -> Host:
    """Return a computer on which it is as late as in the exercise."""
    now = session.now
    return Host(
        wall=lambda: now,
        export=session.export,
        mirror_for=lambda path: Mirror(path, session, lambda: now),
    )


def _await_copy(window: IncidentWindow) -> None:
    """Let the second copy come: the pictures are the same each time they are made."""
    copy = window.copying.copy if window.copying is not None else None
    deadline = time.monotonic() + _LONGEST
    while copy is not None and copy.instrument().words.endswith("görs") and time.monotonic() < deadline:
        time.sleep(0.02)
        copy.follow()


def _opened(folder: Path, until: str) -> Opened:
    """Play the exercise to the local time and return the incident as the window opens it."""
    script = scenario.load("brand")
    clock = SetClock(script.start, script.zone)
    library = compose.library(folder, clock)
    path = library.folder("ovningar") / "2027-003.crisisdesk"
    session = library.start(
        path, loader.load_shipped(), script.own_number, name=script.title, exercise=True, scenario=script.name
    )

    def reopen(held: Session) -> Session:
        held.close()
        return library.open(path)

    player = Player(script, session, clock, reopen)
    for timed in player.play():
        if until != END and f"{timed.at.astimezone(ZoneInfo(script.zone)):%H:%M}" >= until:
            break
    player.session.close()
    now = clock.now()
    simulated = SimulatedClock(now, script.zone, speed=0)
    return Opened(
        path=path,
        session=library.open(path, simulated),
        heartbeat=Heartbeat(path),
        drafts=Drafts(path),
        simulated=simulated,
        scenario=script,
        played_until=now,
    )


def _take(window: IncidentWindow, scene: Scene, out: Path) -> None:
    window.travel.go(scene.place)
    _settle()
    scene.act(window)
    _grab(window, out / f"{scene.name}.png")
    window.overlays.dismiss()
    window.frame.quick.sent()


def _take_start(theme: Theme, out: Path, size: tuple[int, int]) -> None:
    window = StartWindow(theme, loader.load_shipped())
    with tempfile.TemporaryDirectory() as folder:
        opened = _opened(Path(folder), END)
        now, zone = opened.session.now, opened.session.zone
        opened.session.close()
        library, plan = compose.library(Path(folder)), loader.load_shipped()
        window.show_incidents(library.listed())
        window.show_scenarios([scenario.load(name) for name in scenario.shipped()])
        window.show_checks(readiness.checks(plan, Path(folder), None, now, zone))
    _show(window, size)
    _grab(window, out / f"{START}.png")
    window.close()


def _take_report(out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = _opened(Path(folder), END).session
        _save(report_picture(session, Path(folder)), out / f"{REPORT}.png")
        session.close()


def _take_wall(theme: Theme, out: Path, until: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = _opened(Path(folder), until).session
        _save(wall_picture(theme, session), out / f"{WALL}.png")
        session.close()


def _show(window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.show()
    _settle()


def _grab(window: QWidget, path: Path) -> None:
    _settle()
    _save(window.grab().toImage(), path)


def _save(picture: QImage, path: Path) -> None:
    with_few_colours(picture).save(str(path), quality=0)
    print(path)


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.exit(main())
