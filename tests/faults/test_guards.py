"""Another program that opens the file can read it and only add to it: the file itself refuses the rest."""

import sqlite3
from pathlib import Path

import pytest

from crisisdesk.journal.reading import check_file
from crisisdesk.journal.row import COLUMNS
from tests.support.facts import act, detail, line
from tests.support.incident_files import alter, other_program, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.crisisdesk"
    write(path, [*act(1, 1), *act(2, 4)])
    return path


_COPY = ", ".join(COLUMNS[1:])
_ROW = f"SELECT 1, {_COPY} FROM fact WHERE seq = 1"
_NEXT = f"SELECT 7, {_COPY.replace('number', '{number}')} FROM fact WHERE seq = 4"

REFUSED = {
    "update": "UPDATE fact SET sentence = 'annan' WHERE seq = 1",
    "update of the key": "UPDATE fact SET seq = 99 WHERE seq = 6",
    "update of the rowid": "UPDATE fact SET rowid = 99 WHERE seq = 6",
    "update or replace": "UPDATE OR REPLACE fact SET number = 1 WHERE seq = 4",
    "delete one": "DELETE FROM fact WHERE seq = 6",
    "delete all": "DELETE FROM fact",
    "insert or replace": f"INSERT OR REPLACE INTO fact {_ROW}",
    "replace": f"REPLACE INTO fact {_ROW}",
    "insert or ignore": f"INSERT OR IGNORE INTO fact {_ROW}",
    "upsert": f"INSERT INTO fact {_ROW} ON CONFLICT (seq) DO UPDATE SET sentence = 'annan'",
    "replace by the number": "INSERT OR REPLACE INTO fact " + _NEXT.format(number="2"),
    "a number that skips": "INSERT INTO fact " + _NEXT.format(number="4"),
    "a seq that skips": f"INSERT INTO fact SELECT 9, {_COPY} FROM fact WHERE seq = 6",
    "a seq of the database's own": f"INSERT INTO fact ({_COPY}) SELECT {_COPY} FROM fact WHERE seq = 6",
    "head set": "UPDATE head SET facts = 5",
    "head set to the same": "UPDATE head SET hash = 'x'",
    "head set to another row": "UPDATE head SET one = 2",
    "head deleted": "DELETE FROM head",
    "head inserted": "INSERT INTO head VALUES (1, 0, 0, '')",
    "head replaced": "INSERT OR REPLACE INTO head VALUES (1, 5, 2, 'x')",
    "head replaced by replace": "REPLACE INTO head VALUES (1, 5, 2, 'x')",
    "head or ignore": "INSERT OR IGNORE INTO head VALUES (2, 5, 2, 'x')",
}


@pytest.mark.parametrize("recursive_triggers", ["off", "on"])
@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_another_program_cannot_change_what_is_written(
    file: Path, statement: str, recursive_triggers: str
) -> None:
    before = check_file(file).head
    with other_program(file) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive_triggers}")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    report = check_file(file)
    assert report.fault is None
    assert report.head == before


def test_the_refusal_is_told_in_plain_swedish(file: Path) -> None:
    with (
        other_program(file) as connection,
        pytest.raises(sqlite3.IntegrityError, match="Loggen fylls bara på: det som är skrivet ändras aldrig"),
    ):
        connection.execute("UPDATE fact SET sentence = ''")


def test_a_fact_that_another_program_added_is_named(file: Path) -> None:
    """The guards let the next fact in, but not without its link: the chain names it."""
    with other_program(file) as connection:
        connection.execute("INSERT INTO fact " + _NEXT.format(number="3"))
    fault = check_file(file).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (7, 3)


BEHIND_THE_GUARDS = {
    "a sentence": ("UPDATE fact SET sentence = 'annan' WHERE seq = 4", 4, 2),
    "a sign": ("UPDATE fact SET done_by = 'XX' WHERE seq = 1", 1, 1),
    "a detail": ("UPDATE fact SET body = '{}' WHERE seq = 3", 3, 1),
    "one taken out": ("DELETE FROM fact WHERE seq = 3", 3, 2),
    "the last taken out": ("DELETE FROM fact WHERE seq = 6", 6, 3),
    "all taken out": ("DELETE FROM fact", 1, 1),
    "the head": ("UPDATE head SET facts = 5", 5, 2),
    "no head": ("DELETE FROM head", 7, 3),
    "no index": ("DROP INDEX fact_number", 7, 3),
    "a foreign trigger": (
        "CREATE TRIGGER mine AFTER INSERT ON fact BEGIN UPDATE head SET lines = 0; END", 7, 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "seq", "number"), BEHIND_THE_GUARDS.values(), ids=BEHIND_THE_GUARDS)
def test_who_takes_the_guards_away_first_is_found_out(
    file: Path, statement: str, seq: int, number: int
) -> None:
    alter(file, statement)
    fault = check_file(file).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (seq, number)


@pytest.mark.parametrize(
    "guard", ["fact_follows", "fact_stays", "fact_remains", "head_follows", "head_is_one"]
)
def test_a_guard_that_is_gone_is_told(file: Path, guard: str) -> None:
    with other_program(file) as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    fault = check_file(file).fault
    assert fault is not None
    assert guard in fault.sentence


def test_somebodys_own_view_and_table_are_no_fault(file: Path) -> None:
    with other_program(file) as connection:
        connection.execute("CREATE VIEW mina AS SELECT * FROM logg")
        connection.execute("CREATE TABLE anteckning (text)")
    assert check_file(file).fault is None


def test_the_views_say_what_a_person_wants_to_know(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    write(path, [line(1, 1, "tre skadade"), detail(2, 1), line(3, 2, "två skadade", strikes=1)])
    with other_program(path) as connection:
        rows = connection.execute("SELECT nr, hände, zon, slag, text, stryker, struken_av, gäller FROM logg")
        assert rows.fetchall() == [
            (1, "2027-01-14 13:05:01", "+01:00", "Händelse", "tre skadade", None, 2, "step:4.2"),
            (2, "2027-01-14 13:05:03", "+01:00", "Händelse", "två skadade", 1, None, "step:4.2"),
        ]
        facts = connection.execute("SELECT faktum, rad, orsak, slag FROM fakta").fetchall()
        assert facts == [
            (1, 1, None, "test.written"),
            (2, None, 1, "test.measured"),
            (3, 2, None, "test.written"),
        ]
        assert connection.execute("SELECT count(*) FROM beslut").fetchone() == (0,)
