"""Attachments are kept like lines: another program cannot change them, and damage is found and told."""

import sqlite3
from pathlib import Path

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal import reading
from crisisdesk.journal.copies import SecondCopy, salvage, write_whole
from crisisdesk.journal.faults import Held
from crisisdesk.journal.reading import ReadOnlyJournal, check_file
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.kernel.fact import Recorded
from tests.support.facts import codec, line
from tests.support.incident_files import other_program, replace_bytes

FILM = [b"bild ett " * 3000, b"bild tva " * 3000, b"eftertext"]


def _names(key: str, seq: int) -> Recorded:
    return line(seq, seq, f"Bilaga {key} inlagd")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        for number, content in enumerate(FILM, 1):
            journal.put_part("film-1", number, content)
        journal.append([_names("film-1", 1)])
        journal.put_part("foto-2", 1, b"hus B")
        journal.append([_names("foto-2", 2)])
    return path


REFUSED = {
    "update": "UPDATE part SET content = x'00'",
    "delete": "DELETE FROM part WHERE seq = 4",
    "replace": "INSERT OR REPLACE INTO part SELECT * FROM part WHERE seq = 4",
    "replace by the number": "REPLACE INTO part SELECT 5, key, number, content, hash FROM part WHERE seq = 4",
    "a gap": "INSERT INTO part SELECT 6, 'x', 1, content, hash FROM part WHERE seq = 4",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_another_program_cannot_change_an_attachment(file: Path, statement: str) -> None:
    with (
        other_program(file) as connection,
        pytest.raises(sqlite3.IntegrityError, match="Bilagor fylls bara på"),
    ):
        connection.execute(statement)
    assert check_file(file).fault is None


def test_a_damaged_attachment_names_its_line_and_leaves_the_log_open(file: Path) -> None:
    replace_bytes(file, b"eftertext", b"eftertxet")
    report = check_file(file)
    assert report.head.lines == 2
    assert report.fault is not None
    assert (report.fault.seq, report.fault.number) == (1, 1)
    assert report.fault.sentence == "En bilaga till rad 1 är skadad. Alla rader är hela."
    with SqliteJournal.open(file, codec()) as journal:
        journal.append([line(3, 3)])
        assert list(journal.attachment("foto-2")) == [b"hus B"]
        with pytest.raises(WorldFault, match="Bilagan är skadad"):
            list(journal.attachment("film-1"))


def test_copies_carry_the_attachments(file: Path, tmp_path: Path) -> None:
    second, whole = tmp_path / "kopia.crisisdesk", tmp_path / "hel.crisisdesk"
    copy = SecondCopy(second)
    with SqliteJournal.open(file, codec()) as journal:
        copy.append(journal.stored(copy.head().facts), journal.stored_parts(copy.parts()))
        journal.put_part("foto-3", 1, b"hus C")
        journal.append([_names("foto-3", 3)])
        copy.append(journal.stored(copy.head().facts), journal.stored_parts(copy.parts()))
        write_whole(journal.stored(), whole, journal.stored_parts())
        for path in (second, whole):
            assert check_file(path).head == journal.head
            with ReadOnlyJournal.open(path, codec()) as opened:
                assert list(opened.attachment("film-1")) == FILM
                assert list(opened.attachment("foto-3")) == [b"hus C"]


def test_what_is_whole_is_salvaged(file: Path, tmp_path: Path) -> None:
    replace_bytes(file, b"eftertext", b"eftertxet")
    salvage(file, tmp_path / "hel.crisisdesk")
    with SqliteJournal.open(tmp_path / "hel.crisisdesk", codec()) as journal:
        assert list(journal.attachment("foto-2")) == [b"hus B"]
        assert list(journal.attachment("film-1")) == FILM[:2]


def test_a_read_only_journal_takes_no_attachment(file: Path) -> None:
    with ReadOnlyJournal.open(file, codec()) as journal, pytest.raises(WorldFault, match="skrivskyddad"):
        journal.put_part("x", 1, b"")


def test_a_long_film_does_not_double_the_size_of_the_case(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        for number in range(1, 41):
            journal.put_part("film", number, bytes(500_000))
        assert path.with_name(f"{path.name}-wal").stat().st_size < 12_000_000


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading, "COPIED_UP_TO", 100_000)
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        for number in range(1, 4):
            journal.put_part("film", number, bytes([number]) * 300_000 + f"slut-{number}".encode())
        journal.append([_names("film", 1)])
    return path


def test_a_large_file_is_read_where_it_stands_and_left_as_it_was(large: Path) -> None:
    before = (large.read_bytes(), large.stat().st_mtime_ns)
    large.chmod(0o400)
    with ReadOnlyJournal.open(large, codec()) as journal:
        assert not any("incident" in str(found) for found in large.parent.iterdir())
        assert [part[:1] for part in journal.attachment("film")] == [b"\x01", b"\x02", b"\x03"]
        assert journal.check() is None
    assert [left.name for left in large.parent.iterdir()] == [large.name]
    assert (large.read_bytes(), large.stat().st_mtime_ns) == before


def test_a_large_file_that_was_not_closed_is_read_with_its_log(large: Path) -> None:
    journal = SqliteJournal.open(large, codec())
    journal.append([line(2, 2)])
    copied = large.with_name("b.crisisdesk")
    for beside in ("", "-wal"):
        copied.with_name(f"b.crisisdesk{beside}").write_bytes(
            large.with_name(large.name + beside).read_bytes()
        )
    with ReadOnlyJournal.open(copied, codec()) as read:
        assert read.head.lines == 2
    journal.close()


def test_a_large_file_that_is_open_is_not_read(large: Path) -> None:
    with SqliteJournal.open(large, codec()), pytest.raises(Held):
        ReadOnlyJournal.open(large, codec())


def test_damage_in_a_large_file_is_found(large: Path) -> None:
    replace_bytes(large, b"slut-2", b"slut-5")
    fault = check_file(large).fault
    assert fault is not None
    assert "skadad" in fault.sentence


def test_an_attachment_behind_one_that_cannot_be_read_is_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        for number in range(1, 41):
            journal.put_part(f"foto-{number}", 1, f"hus {number} ".encode() * 300)
        journal.append([_names("foto-1", 1)])
    content = path.read_bytes()
    page = content.index(b"hus 20 ") // 4096
    path.write_bytes(content[: page * 4096] + b"\xff" * 4096 + content[(page + 1) * 4096 :])
    salvage(path, tmp_path / "hel.crisisdesk")
    with SqliteJournal.open(tmp_path / "hel.crisisdesk", codec()) as journal:
        kept = [number for number in range(1, 41) if list(journal.attachment(f"foto-{number}"))]
    assert 20 not in kept
    assert {1, 40} <= set(kept)
