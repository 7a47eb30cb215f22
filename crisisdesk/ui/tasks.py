"""Slow work in a process of its own: the window never waits for it, and shares no file with it."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, Signal

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.files import why
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.program import own_program as own_program

_COUNTED = ("log", "log_since")
"""Parts whose number of pages must be told."""

_WITH_PICTURES = ("", "sketches", "attachments")
"""Parts that show pictures of attachments."""


class Export(Protocol):
    """Writes the incident's facts, as they are now, to a file that the report command reads; with the
    attachments that paper shows when `pictures` are wished for.
    """

    def __call__(self, path: Path, /, *, pictures: bool = False) -> None: ...


def _arguments(wish: PrintWish, folder: Path) -> list[str]:
    """Return what tells the report command of the wish; one that says more than a part goes as a file."""
    masked = ["--masked"] if wish.masked else []
    if not wish.part:
        return masked
    if wish == PrintWish(part=wish.part, masked=wish.masked) and wish.part not in _COUNTED:
        return ["--part", wish.part, *masked]
    import msgspec

    path = folder / "utskrift.json"
    try:
        path.write_bytes(msgspec.json.encode(wish))
    except OSError as error:
        raise WorldFault(f"Utskriften går inte att förbereda: {why(error)}.") from error
    return ["--wish", str(path), *masked]


class PrintJob(QObject):
    """A print that the program makes in a process of its own.

    `done(path)` or `failed(sentence)`, never both. `pages` is how many there were, 0 when it was not told.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, program: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = tuple(program) or own_program()
        self._process = QProcess(self)
        self._folder: Path | None = None
        self._out = Path()
        self.pages = 0
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broke)

    @property
    def running(self) -> bool:
        """Return whether it is at work."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """End it at once: the window closes."""
        self._process.kill()
        self._process.waitForFinished(1000)

    def _run(self, out: Path, arguments: Sequence[str]) -> None:
        self._out = out
        self.pages = 0
        self._process.start(self._program[0], [*self._program[1:], *arguments])

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        told = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace").split()
        self.pages = int(told[-1]) if told and told[-1].isdecimal() else 0
        self._clean()
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
            self.done.emit(self._out)
        else:
            reason = said.splitlines()[-1] if said else self.tr("den avbröts")
            self.failed.emit(self.tr("Utskriften blev inte gjord: {0}").format(reason))

    def _broke(self, error: QProcess.ProcessError) -> None:
        # A process that dies later also says `finished`; only one that never started does not.
        if error == QProcess.ProcessError.FailedToStart:
            self._clean()
            self.failed.emit(self.tr("Utskriften blev inte gjord: programmet startade inte."))

    def _clean(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


class ReportJob(PrintJob):
    """Prints a report, or a part of it, as PDF.

    The facts are handed over as a file of their own in a folder that is taken away afterwards: the incident's
    own file is held by the window alone.
    """

    def start(self, export: Export, out: Path, asked: PrintWish | str = "") -> None:
        """Print to `out` what is asked for. WorldFault when the facts cannot be written."""
        folder = self._folder = Path(tempfile.mkdtemp(prefix="crisisdesk-"))
        facts = folder / "fakta.crisisdesk"
        try:
            wish = PrintWish.of(asked)
            export(facts, pictures=wish.part in _WITH_PICTURES)
            more = _arguments(wish, folder)
        except BaseException:
            self._clean()
            raise
        self._run(out, ["report", str(facts), "--out", str(out), *more])


class FormsJob(PrintJob):
    """Prints blank paper forms without an incident."""

    def start(self, out: Path, count: int) -> None:
        """Print so many to `out`."""
        self._run(out, ["forms", "--count", str(count), "--out", str(out)])
