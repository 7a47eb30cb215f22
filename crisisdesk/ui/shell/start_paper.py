"""Blank paper forms from the start window: without numbers, for the binder."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from crisisdesk.base.swedish import local
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.shell.print_notice import PrintNotice
from crisisdesk.ui.tasks import FormsJob

COUNT: Final = 20
"""So many forms: a pad for each function."""


class StartPaper(QObject):
    """Prints them to the folder of the incidents."""

    def __init__(self, notices: Notices, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._notice = PrintNotice(notices, self)
        self.job = FormsJob(parent=self)
        self.job.done.connect(self._notice.tell_done)
        self.job.failed.connect(self._notice.tell_failed)

    def print_forms(self, now: datetime, zone: str) -> None:
        """Print them; while they are printing nothing more is."""
        if not self.job.running:
            self._notice.tell_working()
            self.job.start(self._folder / f"blanketter-{local(now, zone):%Y%m%d-%H%M%S}.pdf", COUNT)
