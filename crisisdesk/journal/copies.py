"""Copies of an incident: the second copy that follows line by line, and whole copies made at once."""

import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal import attachments, faults
from crisisdesk.journal import connection as connections
from crisisdesk.journal.chain import admit_rows, link
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.row import Part, Row
from crisisdesk.journal.store import Head, Report

_AT_A_TIME = 1000


class SecondCopy:
    """The second copy on a stick or a network drive: one plain file, whole whenever the stick is pulled.

    It is opened and closed for each batch. Catch up with `copy.append(journal.stored(copy.head().facts),
    journal.stored_parts(copy.parts()))`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()

    def head(self) -> Head:
        """Return where the copy stands (empty when there is no file yet); WorldFault when it cannot tell."""
        if not self._path.exists():
            return Head()
        with self._opened() as connection:
            return _head_of(connection)

    def parts(self) -> int:
        """Return how many parts of attachments the copy has."""
        return self.standing()[1]

    def standing(self) -> tuple[Head, int]:
        """Return where the copy stands, and how many parts of attachments it has."""
        if not self._path.exists():
            return Head(), 0
        with self._opened() as connection:
            return _head_of(connection), attachments.count(connection)

    def append(self, rows: Iterable[Row], parts: Iterable[Part] = ()) -> Head:
        """Append stored rows of the journal, durably, after parts of attachments; make the file if need be.

        WorldFault when the place is gone or full, or when the rows do not continue what the file holds: it
        is then the copy of something else. No row of the batch was kept.
        """
        if not self._path.exists():
            connections.make_file(self._path)
        with self._opened() as connection:
            head = _head_of(connection)
            _insert_parts(connection, parts)
            return _append(connection, head, list(rows))

    @contextmanager
    def _opened(self) -> Generator[sqlite3.Connection, None, None]:
        with closing(connections.connect(self._path, connections.PLAIN)) as connection:
            try:
                yield connection
            except sqlite3.Error as error:
                raise faults.from_database(error, self._path, faults.NOT_COPIED) from error


def write_whole(rows: Iterable[Row], path: Path, parts: Iterable[Part] = ()) -> Head:
    """Write stored rows and parts, from the first on, to a new file: under its name when it is whole.

    WorldFault when there is a file of that name already, the disk refuses, or the finished file does not
    pass its check.
    """
    path = path.absolute()
    if path.exists():
        raise faults.from_system(FileExistsError(), path, faults.NOT_COPIED)
    growing = path.with_name(f"{path.name}.ny")
    connections.remove_file(growing)
    try:
        head = _write(rows, parts, growing)
        if check_file(growing).head != head:
            raise WorldFault(f"Kopian blev inte rätt. {faults.NOT_COPIED}", remedy="Välj en annan disk.")
        growing.rename(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise faults.from_system(error, path, faults.NOT_COPIED) from error
    finally:
        connections.remove_file(growing)
    return head


def salvage(damaged: Path, path: Path) -> Report:
    """Write all that can be trusted in a damaged file to a new, whole one; return how far that was.

    WorldFault when there is a file of that name already, the disk refuses, or no fact can be trusted: then
    nothing is written. The damaged file is left as it is.
    """
    with ReadOnlyJournal.open(damaged, Codec([])) as journal:
        if not journal.head.facts:
            raise WorldFault(f"Inget i {damaged.name} går att lita på. {faults.NOT_COPIED}")
        write_whole(journal.stored(), path, _intact(journal.readable_parts()))
        return Report(head=journal.head, fault=journal.fault)


def _write(rows: Iterable[Row], parts: Iterable[Part], path: Path) -> Head:
    connections.make_file(path)
    head = Head()
    with closing(connections.connect(path, connections.PLAIN)) as connection:
        try:
            _insert_parts(connection, parts)
            for batch in _batches(rows):
                head = _append(connection, head, batch)
        except sqlite3.Error as error:
            raise faults.from_database(error, path, faults.NOT_COPIED) from error
    return head


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _AT_A_TIME:
            yield batch
            batch = []
    yield batch


def _intact(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts up to the first damaged or lost one of each attachment, in their order, anew."""
    seq = 0
    kept: dict[str, int] = {}
    for part in parts:
        if part.number == kept.get(part.key, 0) + 1 and attachments.whole(part):
            seq += 1
            kept[part.key] = part.number
            yield part._replace(seq=seq)


def _insert_parts(connection: sqlite3.Connection, parts: Iterable[Part]) -> None:
    for part in parts:
        attachments.insert(connection, part)


def _append(connection: sqlite3.Connection, head: Head, rows: Sequence[Row]) -> Head:
    from sqlite_utils import Database  # slow: see SqliteJournal

    try:
        after = admit_rows(head, rows)
    except ValueError as error:
        raise WorldFault(
            f"Kopian hör till en annan händelse, eller är ändrad. {faults.NOT_COPIED}",
            remedy="Välj en annan plats för kopian.",
        ) from error
    with Database(connection, execute_plugins=False).atomic() as database:
        connections.insert(database.conn, rows)
    return after


def _head_of(connection: sqlite3.Connection) -> Head:
    """Return the head that the file keeps, held against its last fact alone: `check_file` checks the rest."""
    head = connections.stored_head(connection)
    last = list(connections.stored_rows(connection, after=max(0, head.facts - 2))) if head else []
    whole = head is not None and len(last) == min(head.facts, 2)
    if not head or not whole or (last and last[-1].hash != head.hash) or not _linked(last):
        raise WorldFault(f"Kopian är skadad. {faults.NOT_COPIED}", remedy="Välj en annan plats för kopian.")
    return head


def _linked(last: Sequence[Row]) -> bool:
    before = "" if len(last) < 2 else last[-2].hash
    return not last or link(before, last[-1]) == last[-1].hash


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows writes a folder's entries through by itself, and cannot open a folder
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
