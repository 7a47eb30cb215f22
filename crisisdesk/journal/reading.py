"""Reading without writing: a copy of the file and of its write-ahead log is opened, never the original."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.journal import attachments, faults, integrity
from crisisdesk.journal import connection as connections
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.lock import is_held
from crisisdesk.journal.row import PART_SIZE, Part, Row, Unreadable
from crisisdesk.journal.store import Fault, Head, Report
from crisisdesk.kernel.fact import Recorded

_BESIDE = ("", "-wal", "-journal")

COPIED_UP_TO = 32 * PART_SIZE
"""Bytes of a file that is copied to be read."""


def check_file(path: Path) -> Report:
    """Check the whole file, attachments and all, without writing to it.

    The report names the first fact that cannot be trusted.

    Held when a program has it open, BadInput when it is no incident, NewerFormat when it is too new.
    """
    with _Copy(path, connections.examine_all) as copy:
        return copy.report


def glance(path: Path, codec: Codec, kinds: Sequence[str]) -> tuple[Recorded, ...]:
    """Return the facts of these kinds, in order, of a file that was closed in order; () of any other.

    Nothing is copied and nothing checked: it is for lists. What is wrong with a file is told by opening it.
    """
    if not (path.is_file() and _stands_alone(path)) or is_held(path):
        return ()
    try:
        with closing(connections.open_unchanged(path)) as connection:
            connections.check_header(connection, path, writing=False)
            return tuple(map(codec.decode, connections.rows_of(connection, kinds)))
    except (*connections.REFUSALS, OSError, WorldFault):
        # Whoever opens it is told why.
        return ()


class ReadOnlyJournal:
    """A journal that is read and not written. Of a damaged file it shows what can be trusted.

    `fault` says where that ends (None: all of it). Make it by `open`.
    """

    def __init__(self, copy: "_Copy", codec: Codec) -> None:
        self._copy = copy
        self._codec = codec
        self._closed = False

    @classmethod
    def open(cls, path: Path, codec: Codec) -> Self:
        """Open a copy of the file, also of a damaged one.

        Held when a program has it open, BadInput when it is no incident, NewerFormat when it is too new.
        """
        return cls(_Copy(path, connections.examine), codec)

    @property
    def head(self) -> Head:
        """Return where the trusted part of the chain ends."""
        return self._copy.report.head

    @property
    def fault(self) -> Fault | None:
        """Return the first fact that cannot be trusted, if any."""
        return self._copy.report.fault

    @property
    def notice(self) -> str:
        """Return "": nothing is written."""
        return ""

    def append(self, act: Sequence[Recorded]) -> Head:
        """Refuse (WorldFault)."""
        raise WorldFault("Händelsen är öppnad skrivskyddad.", remedy=faults.ON_PAPER)

    def read(self) -> Iterator[Recorded]:
        """Yield every fact that can be trusted, in order."""
        return map(self._codec.decode, self.stored())

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the stored rows that can be trusted, after the fact with seq `after`, in order."""
        if self._closed:
            raise ValueError("the journal is closed")
        last = self.head.facts
        if after < last:
            for row in connections.stored_rows(self._copy.connection, after):
                yield row
                if row.seq == last:
                    return

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Refuse (WorldFault)."""
        self.append([])

    def attachment(self, key: str) -> Iterator[bytes]:
        """Yield the content of an attachment, part by part. WorldFault when it is damaged."""
        return attachments.contents(attachments.parts_of(self._copy.connection, key))

    @property
    def parts(self) -> int:
        """Return how many parts the file has."""
        return attachments.count(self._copy.connection)

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of all attachments after the part with seq `after`, as far as they can be read."""
        with suppress(Unreadable):
            yield from attachments.stored(self._copy.connection, after)

    def readable_parts(self) -> Iterator[Part]:
        """Yield every part that can be read, whole or not, also those after one that cannot."""
        return attachments.readable(self._copy.connection)

    def check(self) -> Fault | None:
        """Check all of the copy, attachments too; return the first fact that cannot be trusted, if any."""
        return self.fault or connections.examine_all(self._copy.connection).fault

    def checkpoint_when_idle(self) -> None:
        """Do nothing: nothing is written."""

    def close(self) -> None:
        """Close and remove the copy."""
        if not self._closed:
            self._closed = True
            self._copy.close()

    def __enter__(self) -> Self:
        """Return the journal, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _too_large_to_copy(path: Path) -> bool:
    """Return whether a copy of the file would take long, and none is needed: it was closed in order."""
    return _stands_alone(path) and path.is_file() and path.stat().st_size > COPIED_UP_TO


def _stands_alone(path: Path) -> bool:
    """Return whether all of the incident is in the file: no log of what was written last is beside it."""
    return not any(path.with_name(path.name + beside).exists() for beside in _BESIDE[1:])


class _Copy:
    """The file and its log in a folder of their own, opened and examined.

    A large file, with films in it, is read where it stands: a list of ten incidents would copy gigabytes.
    """

    def __init__(self, path: Path, examine: Callable[[sqlite3.Connection], Report]) -> None:
        if not path.exists():
            raise WorldFault(f"Filen {path.name} finns inte.", remedy="Kontrollera att disken sitter i.")
        if not (path.is_file() or path.is_dir()):
            # Reading a pipe or a device could last for ever; a folder the system refuses by itself.
            raise BadInput(f"{path.name} är ingen fil. En händelse från CrisisDesk väntades.")
        self._folder = TemporaryDirectory(prefix="crisisdesk-", ignore_cleanup_errors=True)
        try:
            self.connection = self._opened(path)
        except BaseException:
            self._folder.cleanup()
            raise
        try:
            self.report = _examined(self.connection, path, examine)
        except BaseException:
            self.close()
            raise

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            if _too_large_to_copy(path) and not is_held(path):
                return connections.open_unchanged(path)
            return connections.open_copy(self._copied(path))
        except OSError as error:
            raise faults.from_system(error, path, faults.NOT_OPENED) from error

    def _copied(self, path: Path) -> Path:
        if is_held(path):
            raise faults.held(path)
        copied = Path(self._folder.name) / "incident"
        for beside in _BESIDE:
            source = path.with_name(path.name + beside)
            if source.exists():
                shutil.copyfile(source, copied.with_name(copied.name + beside))
        return copied

    def close(self) -> None:
        self.connection.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _examined(
    connection: sqlite3.Connection, path: Path, examine: Callable[[sqlite3.Connection], Report]
) -> Report:
    try:
        header = _header_fault(connection, path)
        report = examine(connection)
    except connections.REFUSALS as error:
        raise faults.from_database(error, path, faults.NOT_OPENED) from error
    if header is None:
        return report
    if report.fault:
        raise header
    # Chain, counts and guards are whole, so it is an incident: only its header was damaged.
    return integrity.untrusted(report.head, "Filens huvud är skadat.")


def _header_fault(connection: sqlite3.Connection, path: Path) -> BadInput | None:
    try:
        connections.check_header(connection, path, writing=False)
    except BadInput as fault:
        return fault
    return None
