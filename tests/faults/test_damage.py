"""Any byte that is altered in what was written is found, and the fact it belongs to is named."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.copies import salvage
from crisisdesk.journal.faults import Damaged
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, line, lines
from tests.support.incident_files import flip, replace_bytes, write

FLIPS = 300


def _text(number: int) -> str:
    return f"Rad {number}: hissen står på plan {number % 7}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.crisisdesk"
    write(path, lines(40))
    return path


@pytest.mark.parametrize("number", [1, 17, 40])
def test_a_sentence_altered_with_a_hex_editor_names_its_line(file: Path, number: int) -> None:
    # A line's text stands twice: in the fact's body and in the sentence. The body ends in a quote mark.
    replace_bytes(
        file, f'{_text(number)}"'.encode(), f'{_text(number).replace("hissen", "bilen ")}"'.encode()
    )
    fault = check_file(file).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (number, number)
    assert f"Faktum {number} är ändrat efter att det skrevs." in fault.sentence


def test_a_damaged_file_is_not_written_on_and_shows_what_is_whole(file: Path) -> None:
    replace_bytes(file, f'{_text(17)}"'.encode(), f'{_text(17)[:-1]}9"'.encode())
    with pytest.raises(Damaged, match=r"Rad 1–16 är hela") as caught:
        SqliteJournal.open(file, codec())
    assert caught.value.report.head.lines == 16
    with ReadOnlyJournal.open(file, codec()) as journal:
        assert list(journal.read()) == lines(16)
        assert journal.fault == caught.value.report.fault
        with pytest.raises(WorldFault, match="skrivskyddad"):
            journal.append([line(17, 17)])


def test_what_is_whole_can_be_saved_to_a_new_file_and_written_on(file: Path, tmp_path: Path) -> None:
    replace_bytes(file, f'{_text(17)}"'.encode(), f'{_text(17)[:-1]}9"'.encode())
    salvage(file, tmp_path / "b.crisisdesk")
    with SqliteJournal.open(tmp_path / "b.crisisdesk", codec()) as journal:
        journal.append([line(17, 17, "ny")])
        assert list(journal.read()) == [*lines(16), line(17, 17, "ny")]


def test_reading_never_writes_to_the_file(file: Path) -> None:
    before = file.read_bytes()
    check_file(file)
    ReadOnlyJournal.open(file, codec()).close()
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_last_page_torn_off_is_found(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) - 4096])
    assert _judged(file) is not None


@pytest.mark.parametrize("page", range(6))
def test_a_page_of_zeros_is_found(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    file.write_bytes(content)
    assert _judged(file) is not None


def test_no_flipped_bit_changes_what_is_trusted(file: Path) -> None:
    """Whatever single bit is flipped: what the file still shows as trusted is what was written."""
    whole, facts = file.read_bytes(), lines(40)
    chance = random.Random(1)
    found = 0
    for _ in range(FLIPS):
        file.write_bytes(whole)
        flip(file, chance.randrange(len(whole) * 8))
        try:
            with ReadOnlyJournal.open(file, codec()) as journal:
                shown = list(journal.read())
                found += journal.fault is not None
                assert shown == facts[: len(shown)]
                assert journal.fault is not None or len(shown) == len(facts)
        except WorldFault:
            found += 1
    assert found > 0


def test_every_bit_of_a_line_is_watched(file: Path) -> None:
    """Each bit of one line's stored bytes, from its kind to its link: flipped, it names that line."""
    whole = file.read_bytes()
    start = whole.index(b"test.written", whole.index(f'{_text(17)}"'.encode()) - 200)
    end = whole.index(f'{_text(17)}"'.encode()) + 40
    for offset in range(start, end):
        file.write_bytes(whole)
        flip(file, offset * 8 + offset % 8)
        fault = check_file(file).fault
        assert fault is not None
        assert fault.seq == 17


def _judged(file: Path) -> str | None:
    """Return what is told of a damaged file: a fault, or why it cannot be opened at all."""
    try:
        fault = check_file(file).fault
    except WorldFault as fault:
        return fault.sentence
    return fault.sentence if fault else None


_LOOP = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"


@pytest.mark.parametrize(
    "statements",
    [
        f"ALTER TABLE fact RENAME TO old; CREATE VIEW fact AS {_LOOP} SELECT o.* FROM old AS o, c",
        f"DROP TABLE head; CREATE VIEW HEAD AS {_LOOP} SELECT 1 one, 0 lines, 0 hash, count() facts FROM c",
    ],
)
def test_a_view_in_the_place_of_a_table_is_told_and_not_read(file: Path, statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(statements)
    fault = check_file(file).fault
    assert fault is not None
    assert "är utbytt mot något annat" in fault.sentence
    with pytest.raises(Damaged):
        SqliteJournal.open(file, codec())
