"""The one connection to an incident's file: its settings, read back, and what the header says."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.journal import attachments, faults, integrity, schema
from crisisdesk.journal.row import COLUMNS, Row, Unreadable
from crisisdesk.journal.store import Head, Report

Settings = Mapping[str, int | str]

HELD: Settings = {
    "locking_mode": "exclusive",  # first: then the write-ahead log needs no shared memory file
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}
"""Every file of ours that is opened, before anything is written to it."""

LIVE: Settings = {**HELD, "journal_mode": "wal", "synchronous": 2, "wal_autocheckpoint": 0}
"""The file that is written line by line: WAL + FULL lost nothing in any power cut that was tried."""

PLAIN: Settings = {**HELD, "journal_mode": "delete", "synchronous": 3}
"""A copy on a stick: one file, whole whenever the stick is pulled (DELETE + EXTRA)."""

REFUSALS = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file raises; the second when the damaged text gets into the database's own message."""

_AT_A_TIME = 500

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM fact WHERE seq > ? ORDER BY seq LIMIT ?"
_INSERT = f"INSERT INTO fact ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def make_file(path: Path) -> None:
    """Make an empty incident's file; WorldFault when there is one already, or the disk refuses."""
    try:
        # Exclusively, so that no file of the same name is ever written over; for this user's eyes alone.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise faults.from_system(error, path, faults.NOT_CREATED) from error
    try:
        _fill(path)
    except BaseException as error:
        remove_file(path)
        if isinstance(error, sqlite3.Error):
            raise faults.from_database(error, path, faults.NOT_CREATED) from error
        raise


def remove_file(path: Path) -> None:
    """Remove a file that was made and never used, with what stands beside it."""
    for beside in ("", "-wal", "-journal"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def _fill(path: Path) -> None:
    from sqlite_utils import Database  # slow: see SqliteJournal

    connection = _plain(path)
    try:
        apply(connection, PLAIN)
        database = Database(connection, execute_plugins=False)
        with database.atomic():
            for statement in schema.STATEMENTS:
                database.conn.execute(statement)
    finally:
        connection.close()


def connect(path: Path, settings: Settings) -> sqlite3.Connection:
    """Open an existing incident's file with the settings, and hold it; the header is judged first.

    WorldFault when it cannot be opened, is held by another (Held), is no incident, or of a newer format.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise WorldFault(f"SQLite {sqlite3.sqlite_version} är för gammalt för CrisisDesk: 3.37 behövs.")
    if not path.exists():
        raise WorldFault(f"Filen {path.name} finns inte.", remedy="Kontrollera att disken sitter i.")
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        # The database would open it for reading, and tell at the first line.
        raise faults.read_only(path)
    try:
        connection = _plain(path)
    except REFUSALS as error:
        raise faults.from_database(error, path, faults.NOT_OPENED) from error
    try:
        connection.execute(f"PRAGMA locking_mode = {settings['locking_mode']}")
        check_header(connection, path, writing=True)
        apply(connection, settings)
        hold(connection)
    except REFUSALS as error:
        connection.close()
        raise faults.from_database(error, path, faults.NOT_OPENED) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _plain(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # No implicit BEGIN, and no waiting: another program that holds the file holds it for hours.
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)


def open_copy(path: Path) -> sqlite3.Connection:
    """Open a copy that nobody else knows of, for reading a file of any shape; sqlite3.Error if it is none."""
    connection = _plain(path)
    for name in ("locking_mode", "trusted_schema"):
        connection.execute(f"PRAGMA {name} = {HELD[name]}")
    return connection


def open_unchanged(path: Path) -> sqlite3.Connection:
    """Open a file that nothing is beside and nobody holds, without a copy, a lock or a write.

    Whoever writes to it meanwhile is not noticed: what is read must be checked by its hashes.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)
    connection.execute(f"PRAGMA trusted_schema = {HELD['trusted_schema']}")
    return connection


def apply(connection: sqlite3.Connection, settings: Settings) -> None:
    """Set every setting and read it back; WorldFault when one did not take: it would not be safe to run."""
    for name, wanted in settings.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
    for name, wanted in settings.items():
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise WorldFault(
                f"Filen går inte att skriva säkert här: {name} blev {found} i stället för {wanted}.",
                remedy="Flytta händelsen till en mapp på datorns egen disk.",
            )


def hold(connection: sqlite3.Connection) -> None:
    """Take the exclusive lock now, not at the first line."""
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def check_header(connection: sqlite3.Connection, path: Path, *, writing: bool) -> int:
    """Return the file's format number.

    BadInput when the file is no incident, or of a format that never was. NewerFormat when it is of a later
    major format, or of a later minor one and to be written.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != schema.APPLICATION_ID:
        raise BadInput(
            f"{path.name} är ingen händelse från CrisisDesk.", remedy="Välj en fil som slutar på .crisisdesk."
        )
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    newer_major = found // 100 > schema.FORMAT // 100
    if newer_major or (writing and found > schema.FORMAT):
        raise faults.newer_format(path, found, schema.FORMAT, readable=not newer_major)
    if found < schema.FORMAT:
        raise BadInput(f"{path.name} har ett format som inte finns ({found}).")
    return int(found)


def insert(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Insert the rows, inside a transaction of the caller's."""
    connection.executemany(_INSERT, rows)


def stored_rows(connection: sqlite3.Connection, after: int = 0) -> Iterator[Row]:
    """Yield the rows after seq `after`, in order; Unreadable when the next one cannot be read.

    No statement stays open between two rows, so that the caller may write and check point meanwhile.
    """
    while True:
        rows, error = _some_rows(connection, after)
        yield from rows
        if error:
            raise Unreadable from error
        if len(rows) < _AT_A_TIME:
            return
        after = rows[-1].seq


def rows_of(connection: sqlite3.Connection, kinds: Sequence[str]) -> list[Row]:
    """Return the rows of these kinds, in order; one of `REFUSALS` when they cannot be read."""
    wanted = ", ".join("?" * len(kinds))
    found = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM fact WHERE kind IN ({wanted}) ORDER BY seq", kinds
    )
    return [Row._make(values) for values in found]


def _some_rows(connection: sqlite3.Connection, after: int) -> tuple[list[Row], Exception | None]:
    rows: list[Row] = []
    try:
        for values in connection.execute(_SELECT, (after, _AT_A_TIME)):
            rows.append(Row._make(values))  # noqa: PERF401 - those before the damage are kept
    except REFUSALS as error:
        return rows, error
    return rows, None


def stored_head(connection: sqlite3.Connection) -> Head | None:
    """Return the head that the file keeps; None when it has none, or nothing that could be one."""
    try:
        row = connection.execute("SELECT facts, lines, hash FROM head WHERE one = 1").fetchone()
    except REFUSALS:
        return None
    match row:
        case (int(facts), int(lines), str(link)):
            return Head(facts=facts, lines=lines, hash=link)
        case _:
            return None


def examine(connection: sqlite3.Connection) -> Report:
    """Check the log: the chain, the counts, the guards, and the pages that its tables and indexes take."""
    foreign = _foreign_view(connection)
    if foreign:
        return integrity.untrusted(Head(), foreign)
    report = integrity.walk(stored_rows(connection), stored_head(connection))
    if report.fault:
        return report
    flaw = _flaw_beside_the_facts(connection, ("fact", "head"))
    return integrity.untrusted(report.head, flaw) if flaw else report


def examine_all(connection: sqlite3.Connection) -> Report:
    """Check the log, and then every attachment and every page of the file: it reads all of it."""
    report = examine(connection)
    if report.fault:
        return report
    fault = attachments.damaged(connection)
    if fault:
        return Report(head=report.head, fault=fault)
    flaw = _flaw_beside_the_facts(connection, ("1",))
    return integrity.untrusted(report.head, flaw) if flaw else report


def _foreign_view(connection: sqlite3.Connection) -> str:
    """Return what is wrong when a view stands in for a table of ours: reading it could last for ever."""
    try:
        return schema.stand_in(connection)
    except REFUSALS:
        return ""  # then nothing else can be read either, which the walk tells better


def _flaw_beside_the_facts(connection: sqlite3.Connection, checked: tuple[str, ...]) -> str:
    try:
        flaw = schema.flaw(connection)
        told = [connection.execute(f"PRAGMA integrity_check({name})").fetchone() for name in checked]
    except REFUSALS:
        return _BESIDE
    return flaw or ("" if all(answer == ("ok",) for answer in told) else _BESIDE)


_BESIDE = "Filen är skadad vid sidan av raderna."
