"""Incident files for tests of damage: filled, opened by another program, and altered byte by byte."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.journal.store import Head
from crisisdesk.kernel.fact import Recorded
from tests.support.facts import codec


def write(path: Path, facts: Sequence[Recorded]) -> Head:
    """Make a closed file that holds the facts, one act each; return its head."""
    with SqliteJournal.create(path, codec()) as journal:
        for fact in facts:
            journal.append([fact])
        return journal.head


@contextmanager
def other_program(path: Path) -> Generator[sqlite3.Connection, None, None]:
    """Open the file as any other program does: no setting of ours, recursive_triggers off."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def alter(path: Path, *statements: str) -> None:
    """Alter the file as somebody does who takes the guards away first and puts them back afterwards."""
    with other_program(path) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)


def replace_bytes(path: Path, old: bytes, new: bytes) -> None:
    """Overwrite the one place where `old` stands in the file, as a hex editor does."""
    content = path.read_bytes()
    assert content.count(old) == 1
    assert len(old) == len(new)
    path.write_bytes(content.replace(old, new))


def flip(path: Path, bit: int) -> None:
    """Flip one bit of the file."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << (bit % 8)
    path.write_bytes(content)
