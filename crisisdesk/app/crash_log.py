"""What went wrong, kept in a file beside the incidents: errors, and crashes below Python."""

import faulthandler
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

FILE = "crisisdesk.log"
CRASH_FILE = "krasch.log"
_BYTES = 1_000_000
_KEPT = 3

_log = logging.getLogger("crisisdesk")


def _opened(path: Path) -> IO[str]:
    """Return the file, to write at its end, that this user alone can read from now on."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.chmod(0o600)
    return path.open("a", encoding="utf-8")


class _LaterFile(logging.Handler):
    """Opens its rotating file with the first error: most days have none, and the module is slow to load."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record to the file."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            # Made first, for this user's eyes alone: an error may quote what is secret.
            _opened(self._path).close()
            self._file = RotatingFileHandler(self._path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


class CrashLog:
    """Keeps errors in `FILE` (three old ones are kept) and crashes in `CRASH_FILE`, in the folder.

    `tell` is told a Swedish sentence for each error that nothing else caught; the program goes on.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._crashes: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self._hook = sys.excepthook

    def start(self) -> str:
        """Begin; return why nothing can be kept ("" when it can): the program runs all the same."""
        sys.excepthook = self._caught
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._crashes = _opened(self._folder / CRASH_FILE)
        except OSError as error:
            return f"Fel kan inte loggas i {self._folder}: {error.strerror}."
        self._handler = _LaterFile(self._folder / FILE)
        _log.addHandler(self._handler)
        faulthandler.enable(self._crashes)
        return ""

    def stop(self) -> None:
        """Stop keeping: the program ends."""
        sys.excepthook = self._hook
        if self._handler is not None:
            _log.removeHandler(self._handler)
            self._handler.close()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hook(kind, error, trace)
            return
        _log.error("an error that nothing caught", exc_info=(kind, error, trace))
        self._tell(f"Det som är sparat finns kvar. Felet står i {self._folder / FILE}.")
