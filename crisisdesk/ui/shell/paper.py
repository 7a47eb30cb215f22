"""Prints from the window: one report at a time, in a process of its own, told of in the notices."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.swedish import local
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.kit.screen import PrintWish
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.tasks import Export, ReportJob

PRINT = "print"


class Paper(QObject):
    """Puts reports beside the incident's file, named by the time."""

    def __init__(
        self, notices: Notices, incident: Path, export: Export, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._incident = incident
        self._export = export
        self._ready = Path()
        self.job = ReportJob(parent=self)
        self.job.done.connect(self._tell_done)
        self.job.failed.connect(self._tell_failed)
        notices.acted.connect(self._acted)

    def print_part(self, asked: PrintWish | str, now: datetime, zone: str) -> None:
        """Print what is wished for, all of the report for ""; what is at work is not disturbed."""
        if self.job.running:
            return
        part = PrintWish.of(asked).part
        out = self._incident.with_name(_name(self._incident.stem, part, local(now, zone)))
        self._notices.show_notice(PRINT, "info", self.tr("Utskriften görs. Fortsätt arbeta."), icon="printer")
        try:
            self.job.start(self._export, out, part)
        except WorldFault as fault:
            self._tell_failed(fault.sentence)

    def _tell_done(self, path: Path) -> None:
        self._ready = path
        actions = [
            BarAction("open", self.tr("Öppna"), "external-link", closes=False),
            BarAction("folder", self.tr("Visa mappen"), "folder-open", closes=False),
            BarAction("close", self.tr("Stäng")),
        ]
        said = self.tr("Utskriften är klar: {0}").format(path.name)
        self._notices.show_notice(PRINT, "info", said, actions, icon="printer")

    def _tell_failed(self, sentence: str) -> None:
        self._notices.show_notice(PRINT, "warn", sentence, [BarAction("close", self.tr("Stäng"))])

    def _acted(self, key: str, action: str) -> None:
        if key == PRINT and action in ("open", "folder"):
            path = self._ready if action == "open" else self._ready.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


FILE_WORDS: Final = {
    "": "rapport",
    "summary": "sammanfattning",
    "course": "forlopp",
    "decisions": "beslut",
    "checklists": "checklistor",
    "sheet": "faktablad",
    "cards": "kort",
    "boards": "lagesbilder",
    "meetings": "moten",
    "calls": "larmlista",
    "people": "funktioner",
    "information": "information",
    "tasks": "uppgifter",
    "evaluation": "utvardering",
    "log": "logg",
}
"""What each part of the report is called in the name of its file."""


def _name(stem: str, part: str, at: datetime) -> str:
    return f"{stem}-{FILE_WORDS[part]}-{at:%Y%m%d-%H%M%S}.pdf"
