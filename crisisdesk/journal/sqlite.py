"""A journal in a file: one act is one transaction, synced once before `append` returns."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal import attachments, faults, schema, wal
from crisisdesk.journal import connection as connections
from crisisdesk.journal.ballast import Ballast
from crisisdesk.journal.chain import admit, admit_rows
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.lock import remove_note, write_note
from crisisdesk.journal.reading import ReadOnlyJournal
from crisisdesk.journal.row import Part, Row, Unreadable
from crisisdesk.journal.store import Fault, Head
from crisisdesk.kernel.fact import Recorded

if TYPE_CHECKING:
    from sqlite_utils import Database

_ON_RESERVE = "Disken är full. Reserven används nu: frigör utrymme så snart det går."
_PARTS_AT_A_TIME = 4


class SqliteJournal:
    """The journal of one incident in one file, held by this process alone. Make it by `create` or `open`.

    It belongs to the thread that made it. When a COMMIT fails the connection is given up at once, and the
    next call opens the file anew: nothing of the failed act is left in it.
    """

    def __init__(self, path: Path, codec: Codec, connection: sqlite3.Connection, head: Head) -> None:
        self._path = path
        self._codec = codec
        self._connection: sqlite3.Connection | None = connection
        self._database: Database | None = None
        self._head = head
        self._ballast: Ballast | None = None
        self._commits = 0
        self._notice = ""
        self._closed = False

    # ------------------------------------------------------------ make

    @classmethod
    def create(cls, path: Path, codec: Codec, *, ballast: Ballast | None = None) -> Self:
        """Make an empty incident's file and open it; WorldFault when there is one already, or no room."""
        connections.make_file(path)
        try:
            return cls.open(path, codec, ballast=ballast)
        except BaseException:
            connections.remove_file(path)
            raise

    @classmethod
    def open(cls, path: Path, codec: Codec, *, ballast: Ballast | None = None) -> Self:
        """Open an incident's file to go on writing, after checking all of it.

        `ballast` is let go when the disk is full. WorldFault when it cannot be opened; Held, NewerFormat or
        Damaged when that is why. A damaged file can be opened read-only.
        """
        path = path.absolute()
        connection = connections.connect(path, connections.HELD)
        try:
            report = connections.examine(connection)
            if report.fault:
                raise faults.Damaged(report)
        except BaseException:
            connection.close()
            raise
        journal = cls(path, codec, connection, report.head)
        journal._ballast = ballast
        write_note(path)
        return journal

    @staticmethod
    def open_read_only(path: Path, codec: Codec) -> ReadOnlyJournal:
        """Open a copy of the file for reading; see `ReadOnlyJournal.open`."""
        return ReadOnlyJournal.open(path, codec)

    # ------------------------------------------------------------ the journal

    @property
    def head(self) -> Head:
        """Return where the chain stands after the last append."""
        return self._head

    @property
    def notice(self) -> str:
        """Return a Swedish sentence when the line was saved on the reserve of a full disk ("" otherwise)."""
        return self._notice

    def append(self, act: Sequence[Recorded]) -> Head:
        """Append one act, durably; ValueError when it does not follow on.

        WorldFault when the disk refused: then nothing of it was kept, and the next append may be tried.
        """
        rows, head = admit(self._head, act, self._codec)
        return self._write(rows, head)

    def append_stored(self, rows: Sequence[Row]) -> Head:
        """Append rows of another journal as one act; ValueError unless they continue this chain."""
        return self._write(list(rows), admit_rows(self._head, rows))

    def read(self) -> Iterator[Recorded]:
        """Yield every fact in order, brought up to today's versions. WorldFault when one cannot be read."""
        return map(self._codec.decode, self.stored())

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the stored rows after the fact with seq `after`, in order."""
        seq = after
        try:
            for row in connections.stored_rows(self._live(), after):
                yield row
                seq = row.seq
        except Unreadable as error:
            raise WorldFault(f"Faktum {seq + 1} går inte att läsa. Filen är skadad.") from error

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Keep one part of an attachment, durably; ValueError when it does not follow on, or is too large."""
        connection = self._live()
        if number != attachments.count_of(connection, key) + 1:
            raise ValueError(f"part {number} of {key} does not follow on")
        part = attachments.made(attachments.count(connection) + 1, key, number, content)
        # Not on the reserve of a full disk: that is for lines.
        self._commit(lambda live: attachments.insert(live, part), faults.NOT_ATTACHED)
        if number % _PARTS_AT_A_TIME == 0:
            # The write-ahead log of a film would be as large as the film, and in few parts so that a
            # keystroke meanwhile need not wait for many.
            self._tidy_up(faults.NOT_ATTACHED)

    def attachment(self, key: str) -> Iterator[bytes]:
        """Yield the content of an attachment, part by part. WorldFault when it is damaged."""
        return attachments.contents(attachments.parts_of(self._live(), key))

    @property
    def parts(self) -> int:
        """Return how many parts the file has."""
        return attachments.count(self._live())

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of all attachments after the part with seq `after`, for a copy."""
        return attachments.stored(self._live(), after)

    def check(self) -> Fault | None:
        """Check the whole file again, attachments and all; return the first fact that cannot be trusted."""
        return connections.examine_all(self._live()).fault

    def checkpoint_when_idle(self) -> None:
        """Make ready for the next line, and move what was written into the file: some tens of milliseconds.

        WorldFault when the disk refuses: everything is saved even so.
        """
        self._tidy_up(faults.NOT_TIDIED)
        if self._ballast and self._ballast.ensure():
            self._notice = ""

    def close(self) -> None:
        """Close; the file is then whole and single. WorldFault when it needs its `-wal` beside it still."""
        if self._closed:
            return
        try:
            # Opened again if need be: what was refused may not be left in the log.
            _tidy(self._live())
        except sqlite3.Error as error:
            raise faults.from_database(error, self._path, faults.NOT_TIDIED) from error
        finally:
            self._closed = True
            self._give_up()
            remove_note(self._path)

    def __enter__(self) -> Self:
        """Return the journal, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    # ------------------------------------------------------------ write

    def _tidy_up(self, consequence: str) -> None:
        if self._commits != 1:
            try:
                self._begin_log(self._live())
            except sqlite3.Error as error:
                self._give_up()
                raise faults.from_database(error, self._path, consequence) from error

    def _write(self, rows: list[Row], head: Head) -> Head:
        if rows:
            self._durably(lambda live: connections.insert(live, rows), faults.NOT_SAVED)
            self._head = head
        return self._head

    def _durably(self, insert: Callable[[sqlite3.Connection], None], consequence: str) -> None:
        try:
            self._commit(insert, consequence)
        except faults.DiskFull:
            if not (self._ballast and self._ballast.release()):
                raise
            self._commit(insert, consequence)
            self._notice = _ON_RESERVE

    def _commit(self, insert: Callable[[sqlite3.Connection], None], consequence: str) -> None:
        try:
            database = self._ready_database()
            with database.atomic():
                insert(database.conn)
        except sqlite3.Error as error:
            self._give_up()
            raise faults.from_database(error, self._path, consequence) from error
        except BaseException:
            # Interrupted somewhere around COMMIT: what was not acknowledged is cut off.
            self._give_up()
            raise
        self._commits += 1

    def _give_up(self) -> None:
        connection, self._connection, self._database = self._connection, None, None
        if connection:
            connection.close()
            # At once, if the disk lets us: the power may go before the next call does it again.
            with suppress(OSError):
                self._commits = wal.cut(self._path, self._commits)

    # ------------------------------------------------------------ the connection

    def _ready_database(self) -> "Database":
        connection = self._live()
        if not self._commits:
            self._begin_log(connection)
        if self._database is None:
            # Imported at the first write, not at the start: it takes as long as half an empty window.
            from sqlite_utils import Database

            self._database = Database(connection, execute_plugins=False)
        return self._database

    def _live(self) -> sqlite3.Connection:
        if self._closed:
            raise ValueError("the journal is closed")
        if self._connection is None:
            self._connection = self._reopened()
        return self._connection

    def _reopened(self) -> sqlite3.Connection:
        try:
            self._commits = wal.cut(self._path, self._commits)
        except OSError as error:
            raise faults.from_system(error, self._path, faults.NOT_SAVED) from error
        connection = connections.connect(self._path, connections.LIVE if self._commits else connections.HELD)
        if connections.stored_head(connection) != self._head:
            connection.close()
            raise WorldFault(
                "Filen är inte längre den som den här händelsen skrev i.",
                remedy="Stäng händelsen och öppna den igen.",
            )
        return connection

    def _begin_log(self, connection: sqlite3.Connection) -> None:
        """Empty the write-ahead log and begin it again, with a first commit that has no content.

        The first commit in a new log costs several syncs (its header, the folder). It is made here, when
        nobody types, so that the next line finds the log there; an opening that only looks needs none.
        """
        connections.apply(connection, connections.LIVE)
        # After an integrity_check the change of mode leaves a read transaction open until another ends.
        connections.hold(connection)
        _empty_log(connection)
        self._commits = 0
        connection.execute(f"PRAGMA user_version = {schema.FORMAT}")
        self._commits = 1


def _empty_log(connection: sqlite3.Connection) -> None:
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        # Nobody else can have the file: somebody here reads it with a statement that is still open.
        raise RuntimeError("the write-ahead log is in use")


def _tidy(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        return  # nothing was written
    _empty_log(connection)
    # A file in WAL mode cannot be read from a folder that is write-protected.
    connection.execute("PRAGMA journal_mode = delete").fetchall()
