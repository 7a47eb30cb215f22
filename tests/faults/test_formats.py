"""Files of other programs and of later versions are refused with a sentence; our own open in other tools."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.journal import schema
from crisisdesk.journal.faults import NewerFormat
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, line, lines
from tests.support.incident_files import alter, other_program, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.crisisdesk"
    write(path, lines(3))
    return path


def _set_format(path: Path, number: int) -> None:
    with other_program(path) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


def test_a_newer_major_format_is_refused_and_left_as_it_is(file: Path) -> None:
    # What a later major changes is how the chain is hashed.
    alter(
        file, "UPDATE fact SET hash = replace(hash, '0', 'f')", f"PRAGMA user_version = {schema.FORMAT + 100}"
    )
    before = file.read_bytes()
    for attempt in (SqliteJournal.open, ReadOnlyJournal.open):
        with pytest.raises(NewerFormat, match=r"nyare version av CrisisDesk \(format 2\.0"):
            attempt(file, codec())
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["user_version", "application_id"])
def test_a_damaged_header_is_told_and_all_lines_are_shown(file: Path, name: str) -> None:
    alter(file, f"PRAGMA {name} = 1234567")
    with pytest.raises(BadInput):
        SqliteJournal.open(file, codec())
    with ReadOnlyJournal.open(file, codec()) as journal:
        assert list(journal.read()) == lines(3)
        assert journal.fault is not None
        assert journal.fault.sentence == "Filens huvud är skadat. Rad 1–3 är hela."


def test_a_newer_minor_format_is_read_and_not_written(file: Path) -> None:
    _set_format(file, schema.FORMAT + 1)
    with pytest.raises(NewerFormat, match="nyare version") as caught:
        SqliteJournal.open(file, codec())
    assert "skrivskyddad" in caught.value.remedy
    with ReadOnlyJournal.open(file, codec()) as journal:
        assert list(journal.read()) == lines(3)


def test_a_format_that_never_was_is_not_written(file: Path) -> None:
    _set_format(file, 7)
    with pytest.raises(BadInput, match="format som inte finns"):
        SqliteJournal.open(file, codec())


NO_INCIDENTS = {
    "an empty file": b"",
    "a text": b"Krisplan, reviderad 2016-06-09. " * 100,
    "half a database": b"SQLite format 3\0" + bytes(50),
}


@pytest.mark.parametrize("content", NO_INCIDENTS.values(), ids=NO_INCIDENTS)
def test_what_is_no_incident_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.crisisdesk"
    path.write_bytes(content)
    for attempt in (lambda: check_file(path), lambda: SqliteJournal.open(path, codec())):
        with pytest.raises(WorldFault, match=r"ingen händelse från CrisisDesk"):
            attempt()
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    with other_program(path) as connection:
        connection.execute("CREATE TABLE fact (seq)")
    before = path.read_bytes()
    with pytest.raises(BadInput, match=r"b\.db är ingen händelse"):
        SqliteJournal.open(path, codec())
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.crisisdesk"
    for attempt in (lambda: check_file(path), lambda: SqliteJournal.open(path, codec())):
        with pytest.raises(WorldFault, match=r"c\.crisisdesk finns inte"):
            attempt()
    assert list(tmp_path.iterdir()) == []


def test_a_closed_incident_is_one_file_that_opens_on_a_write_protected_disk(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("SELECT max(nr) FROM logg").fetchone() == (3,)
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights with the folder")
def test_an_incident_is_for_its_users_eyes_alone(file: Path) -> None:
    with SqliteJournal.open(file, codec()) as journal:
        journal.append([line(4, 4)])
        for path in (file, file.with_name(f"{file.name}-wal")):
            assert path.stat().st_mode & 0o077 == 0


def test_an_opening_that_only_looks_leaves_the_file_as_it_is(file: Path) -> None:
    before = file.read_bytes(), file.stat().st_mtime_ns
    with SqliteJournal.open(file, codec()) as journal:
        assert list(journal.read()) == lines(3)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_opened_again_it_goes_on_where_it_was(file: Path) -> None:
    with SqliteJournal.open(file, codec()) as journal:
        assert journal.head.lines == 3
        journal.append([line(4, 4)])
    with SqliteJournal.open(file, codec()) as journal:
        assert list(journal.read()) == [*lines(3), line(4, 4)]
        assert journal.check() is None


def test_after_a_crash_the_case_is_the_file_and_its_log(file: Path, tmp_path: Path) -> None:
    """A copy of the file and its -wal, taken while it was open, has every line."""
    with SqliteJournal.open(file, codec()) as journal:
        journal.append([line(4, 4)])
        copied = tmp_path / "copied"
        copied.mkdir()
        for name in (file.name, f"{file.name}-wal"):
            # By another process: to close the file here would drop the database's lock on it.
            subprocess.run(["cp", str(tmp_path / name), str(copied)], check=True)
    with ReadOnlyJournal.open(copied / file.name, codec()) as journal:
        assert list(journal.read()) == [*lines(3), line(4, 4)]
    with SqliteJournal.open(copied / file.name, codec()) as journal:
        assert journal.head.lines == 4
    assert [path.name for path in copied.iterdir()] == [file.name]
