"""Starts the program: Qt, the theme, the crash log, and the window that is due."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.crash_log import CrashLog
from crisisdesk.app.desk import Desk
from crisisdesk.base import settings as kept
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.theme import ARGUMENTS, Theme


def run(*, data_dir: Path | None = None, file: Path | None = None, smoke: bool = False) -> int:
    """Run the program until its window is closed, and return the exit code.

    `smoke` opens the window on the file, or on a new incident in a folder of its own, paints it, and leaves
    with 0.
    """
    if not smoke:
        return _run(data_dir or compose.default_data_dir(), file, smoke=False)
    import tempfile

    with tempfile.TemporaryDirectory(prefix="crisisdesk-", ignore_cleanup_errors=True) as folder:
        return _run(data_dir or Path(folder), file, smoke=True)


def _run(folder: Path, file: Path | None, *, smoke: bool) -> int:
    app = _application()
    theme = Theme(app)
    settings, complaint = _settings(folder)
    theme.apply(app, dark=settings.dark, scale=settings.scale)
    app.setWindowIcon(theme.icons.icon("siren", "alarm", 64))
    desk = Desk(theme, folder, compose.library(folder, reserve=True), compose.load_plan, settings)
    crash_log = CrashLog(folder, desk.tell_bug)
    complaints = [crash_log.start(), complaint]
    try:
        if smoke and file is None:
            desk.alarm()
        else:
            desk.begin(file)
        if smoke:
            QTimer.singleShot(0, app, lambda: _leave(app, desk))
        for sentence in filter(None, complaints):
            desk.tell(sentence)
        return app.exec()
    finally:
        crash_log.stop()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([*sys.argv[:1], *ARGUMENTS])
    app.setApplicationName("CrisisDesk")
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(app)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def _settings(folder: Path) -> tuple[Settings, str]:
    """Return the kept settings; where they cannot be read, the first ones and why."""
    try:
        return kept.load(folder), ""
    except WorldFault as fault:
        return Settings(), fault.sentence


def _leave(app: QApplication, desk: Desk) -> None:
    """Paint the window once and close it; an error on the way has ended the program with another code."""
    window = desk.window
    painted = window is not None and not window.grab().isNull()
    if window is not None:
        window.close()
    app.exit(0 if painted else 1)
