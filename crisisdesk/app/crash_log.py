"""What went wrong, kept in a file beside the incidents: errors, and crashes below Python."""

import faulthandler
import logging
import logging.handlers
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
            handler = logging.handlers.RotatingFileHandler(
                self._folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            self._crashes = (self._folder / CRASH_FILE).open("a", encoding="utf-8")
        except OSError as error:
            return f"Fel kan inte loggas i {self._folder}: {error.strerror}."
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        _log.addHandler(handler)
        self._handler = handler
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
