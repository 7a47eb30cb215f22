"""Pages of a file as pictures, made in a process of its own: a hostile file can neither crash nor hang us."""

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QImage

from crisisdesk.base.program import own_program

ARGUMENT: Final = "--pages"
PATIENCE: Final = 15_000
"""Milliseconds that a page may take."""

_MOST: Final = 8192 * 8192 * 3  # bytes of points that are believed


class PageSource(QObject):
    """One file and its pages. `shown(image, page, pages)` answers `ask`, or `refused(sentence)` does, after
    `patience` milliseconds at the latest.

    Asking again before the answer came: the last wish counts.
    """

    shown = Signal(QImage, int, int)
    refused = Signal(str)

    def __init__(
        self, program: Sequence[str] = (), parent: QObject | None = None, *, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._program = tuple(program) or own_program()
        self._process: QProcess | None = None
        self._file: tuple[str, bytes] = ("", b"")
        self._read = bytearray()
        self._head: dict[str, object] = {}
        self._wish: tuple[int, int, int] | None = None
        self._asked: tuple[int, int, int] | None = None
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self._lose_patience)

    def open(self, media: str, content: bytes) -> None:
        """Show pages of these bytes from now on."""
        self.close()
        self._file = (media, content)

    def ask(self, page: int, width: int, height: int) -> None:
        """Wish for a page (from 1) within the box (points)."""
        self._wish = (page, width, height)
        if self._asked is None:
            self._send()

    def close(self) -> None:
        """Let the file go, and end whatever is at work on it."""
        self._patience.stop()
        process, self._process = self._process, None
        self._wish = self._asked = None
        self._read.clear()
        self._head = {}
        self._file = ("", b"")
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _send(self) -> None:
        if self._wish is None:
            return
        if self._process is None:
            self._process = self._start()
        page, width, height = self._asked = self._wish
        self._wish = None
        line = json.dumps({"page": page, "width": width, "height": height})
        self._process.write(f"{line}\n".encode())
        self._patience.start()

    def _start(self) -> QProcess:
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        process.start(self._program[0], [*self._program[1:], ARGUMENT])
        media, content = self._file
        process.write(json.dumps({"media": media, "size": len(content)}).encode() + b"\n")
        process.write(content)
        return process

    def _take(self) -> None:
        if self._process is None:
            return
        self._read += self._process.readAllStandardOutput().data()
        if not self._head and b"\n" in self._read:
            line, _, rest = self._read.partition(b"\n")
            self._head, self._read = json.loads(line), bytearray(rest)
        if self._head:
            self._finish_answer()

    def _finish_answer(self) -> None:
        head = self._head
        if refused := str(head.get("refused", "")):
            self._answered()
            self.refused.emit(refused)
            return
        width, height, page, pages = (_number(head, name) for name in ("width", "height", "page", "pages"))
        size = width * height * 3
        if not 0 < size <= _MOST:
            self._give_up()
        elif len(self._read) >= size:
            # A copy: the bytes are ours only until the next answer.
            image = QImage(bytes(self._read[:size]), width, height, width * 3, QImage.Format.Format_RGB888)
            self._answered()
            self.shown.emit(image.copy(), page, pages)

    def _answered(self) -> None:
        self._patience.stop()
        self._read.clear()
        self._head = {}
        self._asked = None
        self._send()

    def _lose_patience(self) -> None:
        self._end(
            self.tr("Det tog för lång tid att läsa filen. Spara en kopia och öppna den i ett annat program.")
        )

    def _ended(self) -> None:
        self._give_up()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._give_up()

    def _give_up(self) -> None:
        self._end(self.tr("Filen går inte att visa. Den kan vara skadad."))

    def _end(self, sentence: str) -> None:
        file = self._file
        self.close()
        self._file = file
        self.refused.emit(sentence)


def _number(head: dict[str, object], name: str) -> int:
    found = head.get(name)
    return found if isinstance(found, int) else 1 if name in ("page", "pages") else 0
