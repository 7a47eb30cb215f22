"""Prints from the window: one at a time, in a process of its own, told of in the notices."""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.swedish import local
from crisisdesk.ui.kit.screen import PrintWish
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.shell.print_notice import PrintNotice
from crisisdesk.ui.tasks import Export, ReportJob

Printed = Callable[[int], None]
"""Is told how many pages were printed."""


class _Print(NamedTuple):
    """What is to be printed: when it was wished for, who is told, and the masked one to offer."""

    wish: PrintWish
    now: datetime
    zone: str
    printed: Printed | None
    masked: PrintWish | None


class Paper(QObject):
    """Puts reports beside the incident's file, named by the time."""

    def __init__(
        self, notices: Notices, incident: Path, export: Export, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notice = PrintNotice(notices, self)
        self._incident = incident
        self._export = export
        self._waiting: list[_Print] = []
        self._last: _Print | None = None
        self._printed: Printed | None = None
        self.job = ReportJob(parent=self)
        self.job.done.connect(self._tell_done)
        self.job.failed.connect(self._tell_failed)
        self._notice.masked_requested.connect(self._print_masked)

    def print_wish(
        self,
        asked: PrintWish | str,
        now: datetime,
        zone: str,
        printed: Printed | None = None,
        masked: PrintWish | None = None,
    ) -> None:
        """Print what is wished for, all of the report for "", after what is at work.

        `printed` is told how many pages came out. `masked` is the print to offer instead of one that shows
        what the window covers.
        """
        self._waiting.append(_Print(PrintWish.of(asked), now, zone, printed, masked))
        if not self.job.running:
            self._start()

    def _start(self) -> None:
        asked = self._last = self._waiting.pop(0)
        wish, self._printed = asked.wish, asked.printed
        out = self._free(f"{self._incident.stem}-{file_words(wish)}-{_stamp(asked.now, asked.zone)}")
        self._notice.tell_working(secret=asked.masked is not None)
        try:
            self.job.start(self._export, out, wish)
        except WorldFault as fault:
            self._tell_failed(fault.sentence)

    def _free(self, stem: str) -> Path:
        """Return a name that no file has: an exercise's clock can stand still between two prints."""
        names = (f"{stem}{f'-{number}' if number > 1 else ''}.pdf" for number in count(1))
        return next(path for path in map(self._incident.with_name, names) if not path.exists())

    def _tell_done(self, path: Path) -> None:
        if self._printed is not None:
            self._printed(self.job.pages)
        self._notice.tell_done(path, secret=self._last is not None and self._last.masked is not None)
        self._go_on()

    def _tell_failed(self, sentence: str) -> None:
        self._notice.tell_failed(sentence)
        self._go_on()

    def _print_masked(self) -> None:
        last = self._last
        if last is not None and last.masked is not None:
            self.print_wish(last.masked, last.now, last.zone)

    def _go_on(self) -> None:
        if self._waiting:
            self._start()


FILE_WORDS: Final = {
    "": "rapport",
    "summary": "sammanfattning",
    "course": "forlopp",
    "decisions": "beslut",
    "checklists": "checklistor",
    "sheet": "faktablad",
    "cards": "kort",
    "boards": "lagesbilder",
    "sketches": "skisser",
    "meetings": "moten",
    "calls": "larmlista",
    "people": "funktioner",
    "information": "information",
    "tasks": "uppgifter",
    "paper": "blanketter",
    "evaluation": "utvardering",
    "attachments": "bilagor",
    "log": "logg",
}
"""What each part of the report is called in the name of its file."""


def file_words(wish: PrintWish) -> str:
    """Return what the print is called in the name of its file: `beslut-7`, `logg-maskerad`."""
    return f"{_part_words(wish)}-maskerad" if wish.masked else _part_words(wish)


def _part_words(wish: PrintWish) -> str:
    if wish.part == "forms":
        return f"blanketter-{min(wish.lines)}-{max(wish.lines)}"
    if wish.lines:
        return f"{FILE_WORDS[wish.part]}-urval"
    words = {"decision": "beslut", "log_since": "logg-fortsattning"}.get(wish.part) or FILE_WORDS[wish.part]
    return f"{words}-{wish.number}" if wish.number else words


def _stamp(at: datetime, zone: str) -> str:
    return f"{local(at, zone):%Y%m%d-%H%M%S}"
