"""A second program on the same file is told who holds it, and reads nothing half."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from crisisdesk.base.clock import SystemClock
from crisisdesk.base.errors import WorldFault
from crisisdesk.compose import SqliteJournals, load_plan
from crisisdesk.journal.faults import Held
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.session.library import Library
from tests.support.facts import codec, line, lines

_OPEN = """
import sys
from pathlib import Path
from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.reading import check_file
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec
path = Path(sys.argv[1])
doors = {"open": lambda: SqliteJournal.open(path, codec()), "check": lambda: check_file(path)}
try:
    doors[sys.argv[2]]()
except WorldFault as fault:
    sys.exit(fault.sentence)
"""


@pytest.mark.parametrize("door", ["open", "check"])
def test_another_process_is_told_who_holds_the_file(tmp_path: Path, door: str) -> None:
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        journal.append(lines(1))
        told = _in_another_process(path, door)
        journal.append([line(2, 2)])
    assert re.match(
        r"Händelsen är öppen i ett annat program \(.+ på datorn .+, sedan \d{4}-\d\d-\d\d \d\d:\d\d\)\.", told
    )


def test_a_file_that_is_closed_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    SqliteJournal.create(path, codec()).close()
    assert _in_another_process(path, "open") == ""


def test_this_process_is_told_too_and_keeps_its_lock(tmp_path: Path) -> None:
    """To copy a file that this process holds would drop the database's lock on it (POSIX): nobody may try."""
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        journal.append(lines(1))
        for attempt in (
            lambda: SqliteJournal.open(path, codec()),
            lambda: ReadOnlyJournal.open(path, codec()),
            lambda: check_file(path),
        ):
            with pytest.raises(Held):
                attempt()
        assert "öppen i ett annat program" in _in_another_process(path, "open")


def test_a_note_left_behind_does_not_keep_anybody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    SqliteJournal.create(path, codec()).close()
    note = tmp_path / "a.crisisdesk.lock"
    note.write_text('{"who":"LS","computer":"annan","since":"2027-01-14 13:05","process":1}')
    assert check_file(path).fault is None
    with SqliteJournal.open(path, codec()):
        assert "annan" not in note.read_text()
    assert not note.exists()


@pytest.mark.parametrize("content", ["", "trasig", '{"who":1}'])
def test_a_note_that_is_no_note_is_passed_over(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()):
        (tmp_path / "a.crisisdesk.lock").write_text(content)
        assert _in_another_process(path, "open") == "Händelsen är öppen i ett annat program."


def test_the_list_tells_what_is_open_from_what_is_broken(tmp_path: Path) -> None:
    library = Library(tmp_path, SqliteJournals(), SystemClock())
    path, session = library.create(load_plan())
    listed = library.listed()
    session.close()
    path.with_name("trasig.crisisdesk").write_text("trasig")
    assert [found.held for found in listed] == [True]
    assert {Path(found.path).stem: (found.held, bool(found.fault)) for found in library.listed()} == {
        path.stem: (False, False),
        "trasig": (False, True),
    }


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    path.write_text("någon annans")
    with pytest.raises(WorldFault, match="finns redan"):
        SqliteJournal.create(path, codec())
    assert path.read_text() == "någon annans"


def _in_another_process(path: Path, door: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(path), door], capture_output=True, text=True, check=False
    )
    return done.stderr.strip()
