"""The second copy follows the journal line by line; a whole copy stands under its name when it is whole."""

from pathlib import Path

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.chain import link
from crisisdesk.journal.copies import SecondCopy, salvage, write_whole
from crisisdesk.journal.faults import Damaged
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.journal.store import Head
from tests.support.facts import Measured, act, codec, detail, line, lines
from tests.support.incident_files import alter, write
from tests.support.power_cut import record
from tests.support.tools import small_disk


@pytest.fixture
def journal() -> MemoryJournal:
    journal = MemoryJournal(codec())
    journal.append(act(1, 1))
    return journal


def test_the_copy_catches_up_and_follows(journal: MemoryJournal, tmp_path: Path) -> None:
    copy = SecondCopy(tmp_path / "kopia.crisisdesk")
    assert copy.head() == Head()
    copy.append(journal.stored())
    journal.append(act(2, 4))
    journal.append(act(3, 7))
    assert copy.append(journal.stored(after=copy.head().facts)) == journal.head
    assert copy.head() == journal.head


def test_the_copy_is_an_incident_like_any_other(journal: MemoryJournal, tmp_path: Path) -> None:
    path = tmp_path / "kopia.crisisdesk"
    SecondCopy(path).append(journal.stored())
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert check_file(path).head == journal.head
    with SqliteJournal.open(path, codec()) as opened:
        assert list(opened.read()) == list(journal.read())


def test_the_copy_may_be_read_between_two_batches(journal: MemoryJournal, tmp_path: Path) -> None:
    path = tmp_path / "kopia.crisisdesk"
    copy = SecondCopy(path)
    copy.append(journal.stored())
    with ReadOnlyJournal.open(path, codec()) as opened:
        journal.append(act(2, 4))
        copy.append(journal.stored(3))
        assert opened.head.lines == 1


def test_facts_of_an_older_version_are_copied_as_they_are_stored(tmp_path: Path) -> None:
    """Encoded again they would become today's version, and the copy another chain."""
    old = codec().encode(detail(1))._replace(version=1, body='{"number":7}')
    journal = MemoryJournal(codec())
    journal.append_stored([old._replace(hash=link("", old))])
    path, whole = tmp_path / "kopia.crisisdesk", tmp_path / "hel.crisisdesk"
    assert SecondCopy(path).append(journal.stored()) == journal.head
    assert salvage(path, whole).head == journal.head
    with ReadOnlyJournal.open(whole, codec()) as opened:
        assert list(opened.stored()) == list(journal.stored())
        assert [recorded.fact for recorded in opened.read()] == [Measured(count=7)]


def test_the_copy_of_another_incident_is_left_alone(journal: MemoryJournal, tmp_path: Path) -> None:
    path = tmp_path / "kopia.crisisdesk"
    other = MemoryJournal(codec())
    other.append(lines(2))
    SecondCopy(path).append(other.stored())
    before = path.read_bytes()
    with pytest.raises(WorldFault, match="hör till en annan händelse"):
        SecondCopy(path).append(journal.stored(after=2))
    assert path.read_bytes() == before


ALTERED = {
    "the last fact": "UPDATE fact SET done_by = 'XX' WHERE seq = 3",
    "the last fact gone": "DELETE FROM fact WHERE seq = 3",
    "the head": "UPDATE head SET facts = 2",
    "no head": "DELETE FROM head",
}


@pytest.mark.parametrize("statement", ALTERED.values(), ids=ALTERED)
def test_a_copy_that_was_altered_is_not_written_on(
    journal: MemoryJournal, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "kopia.crisisdesk"
    SecondCopy(path).append(journal.stored())
    alter(path, statement)
    with pytest.raises(WorldFault, match="Kopian är skadad"):
        SecondCopy(path).head()


def test_a_place_that_is_gone_is_told(journal: MemoryJournal, tmp_path: Path) -> None:
    copy = SecondCopy(tmp_path / "stickan" / "kopia.crisisdesk")
    assert copy.head() == Head()
    with pytest.raises(WorldFault, match="finns inte"):
        copy.append(journal.stored())


def test_a_copy_that_is_full_keeps_what_it_had(journal: MemoryJournal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "300k") as disk:
        copy = SecondCopy(disk / "kopia.crisisdesk")
        head = copy.append(journal.stored())
        journal.append([line(4, 2, "Lång rad. " * 40_000)])
        with pytest.raises(WorldFault, match=r"Disken är full\. Kopian är inte skriven\."):
            copy.append(journal.stored(3))
        assert copy.head() == head
        assert check_file(disk / "kopia.crisisdesk").fault is None


def test_a_whole_copy_is_never_half(journal: MemoryJournal, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "300k") as disk:
        journal.append([line(4, 2, "Lång rad. " * 40_000)])
        with pytest.raises(WorldFault, match="Disken är full"):
            write_whole(journal.stored(), disk / "hel.crisisdesk")
        assert list(disk.iterdir()) == []


def test_a_whole_copy_is_checked_and_single(journal: MemoryJournal, tmp_path: Path) -> None:
    path = tmp_path / "hel.crisisdesk"
    assert write_whole(journal.stored(), path) == journal.head
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert check_file(path).head == journal.head
    with pytest.raises(WorldFault, match="finns redan"):
        write_whole(journal.stored(), path)


def test_an_empty_journal_makes_an_empty_copy(tmp_path: Path) -> None:
    assert write_whole([], tmp_path / "tom.crisisdesk") == Head()
    SqliteJournal.open(tmp_path / "tom.crisisdesk", codec()).close()


def test_what_is_salvaged_can_be_written_on(tmp_path: Path) -> None:
    damaged, whole = tmp_path / "a.crisisdesk", tmp_path / "b.crisisdesk"
    write(damaged, lines(5))
    alter(damaged, "UPDATE fact SET sentence = '' WHERE seq = 4")
    with pytest.raises(Damaged):
        SqliteJournal.open(damaged, codec())
    assert salvage(damaged, whole).head.lines == 3
    with SqliteJournal.open(whole, codec()) as journal:
        journal.append([line(4, 4)])
    assert check_file(whole).fault is None


_ONE_BATCH = """
import sys
from pathlib import Path
from crisisdesk.journal.copies import SecondCopy
from crisisdesk.journal.memory import MemoryJournal
from tests.support.facts import codec, lines
journal = MemoryJournal(codec())
journal.append(lines(2))
SecondCopy(Path(sys.argv[1])).append(journal.stored())
sys.stdout.write("saved 2\\n")
"""


def test_a_batch_is_on_the_stick_when_append_returns(tmp_path: Path) -> None:
    """After its last change to the file and to the folder, everything has been synced."""
    folder = tmp_path / "stickan"
    folder.mkdir()
    calls = record(tmp_path / "calls", ["-c", _ONE_BATCH, str(folder / "kopia.crisisdesk")])
    names = [call.split("(", 1)[0].split()[-1] for call in calls]
    told = max(at for at, name in enumerate(names) if name == "write")
    last_change = max(at for at in range(told) if names[at] in ("pwrite64", "ftruncate", "unlink"))
    assert any(names[at] in ("fsync", "fdatasync") for at in range(last_change + 1, told))
