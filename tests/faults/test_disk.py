"""A disk that is full, broken or read-only: the line is refused in plain words, and nothing of it is kept."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.ballast import Ballast
from crisisdesk.journal.faults import DiskFull
from crisisdesk.journal.reading import ReadOnlyJournal
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, line, lines
from tests.support.tools import make_read_only, small_disk, strace

WRITER = ["-m", "tests.support.journal_writer"]
LONG = "Vattenskada i källaren. " * 2000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "2m") as at:
        yield at


def _fill(disk: Path) -> Path:
    """Fill the disk to its last byte with somebody else's file."""
    filler = disk / "film.mp4"
    descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        while True:
            os.write(descriptor, bytes(4096))
    except OSError:
        return filler
    finally:
        os.close(descriptor)


def test_on_a_full_disk_nothing_half_is_kept_and_the_next_line_goes_in_when_there_is_room(disk: Path) -> None:
    path = disk / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        head = journal.append(lines(1))
        filler = _fill(disk)
        for _ in range(3):
            with pytest.raises(DiskFull, match=r"Disken är full\. Raden är inte sparad\.") as caught:
                journal.append([line(2, 2, LONG)])
            assert "Frigör utrymme" in caught.value.remedy
            assert journal.head == head
        filler.unlink()
        journal.append([line(2, 2, "nu får den plats")])
        assert list(journal.read()) == [*lines(1), line(2, 2, "nu får den plats")]
        assert journal.check() is None
    with SqliteJournal.open(path, codec()) as journal:
        assert journal.head.lines == 2


def test_the_reserve_lets_the_line_in_and_says_so(disk: Path) -> None:
    reserve = Ballast(disk / "reserv", 512 * 1024)
    assert reserve.ensure()
    with SqliteJournal.create(disk / "a.crisisdesk", codec(), ballast=reserve) as journal:
        journal.append(lines(1))
        filler = _fill(disk)
        journal.append([line(2, 2, LONG)])
        assert journal.notice.startswith("Disken är full.")
        assert not reserve.ready()
        filler.unlink()
        journal.checkpoint_when_idle()
        assert journal.notice == ""
        assert reserve.ready()
        assert journal.head.lines == 2


def test_an_incident_opens_on_a_full_disk_and_is_written_on_by_the_reserve(disk: Path) -> None:
    reserve = Ballast(disk / "reserv", 256 * 1024)
    assert reserve.ensure()
    path = disk / "a.crisisdesk"
    SqliteJournal.create(path, codec()).close()
    _fill(disk)
    with SqliteJournal.open(path, codec()) as journal, pytest.raises(DiskFull):
        journal.append(lines(1))
    with SqliteJournal.open(path, codec(), ballast=reserve) as journal:
        journal.append(lines(1))
        assert journal.notice.startswith("Disken är full.")


def test_no_incident_is_made_on_a_full_disk_and_no_rest_is_left(disk: Path) -> None:
    filler = _fill(disk)
    with pytest.raises(DiskFull, match="kan inte skapas"):
        SqliteJournal.create(disk / "a.crisisdesk", codec())
    assert list(disk.iterdir()) == [filler]


def test_a_write_protected_disk_is_read_and_not_written(disk: Path) -> None:
    path = disk / "a.crisisdesk"
    with SqliteJournal.create(path, codec()) as journal:
        journal.append(lines(2))
    make_read_only(disk)
    with pytest.raises(WorldFault, match="skrivskyddad"):
        SqliteJournal.open(path, codec())
    with pytest.raises(WorldFault, match="skrivskyddad"):
        SqliteJournal.create(disk / "b.crisisdesk", codec())
    with ReadOnlyJournal.open(path, codec()) as journal:
        assert list(journal.read()) == lines(2)


def test_a_limit_on_the_size_of_files_is_a_fault_like_any_other(tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    path = tmp_path / "a.crisisdesk"
    done = subprocess.run(
        [sys.executable, *WRITER, str(path), "2000"],
        capture_output=True, text=True, check=False, preexec_fn=limit,
    )  # fmt: skip
    saved = _said(done.stdout, "saved")
    assert saved
    assert _said(done.stdout, "refused") or _said(done.stdout, "untidy")
    with SqliteJournal.open(path, codec()) as journal:
        assert journal.head.lines == max(saved)


BROKEN = [
    *(
        f"fdatasync:error=EIO:when={first}..{last}"
        for first, last in [(17, 17), (18, 19), (19, 22), (21, 35)]
    ),
    *(f"fdatasync:error=EIO:when={first}..{last}" for first, last in [(25, 26), (27, 29), (30, 34)]),
    *(
        f"pwrite64:error={error}:when={first}..{first + 9}"
        for error in ("EIO", "ENOSPC")
        for first in (60, 84)
    ),
    "ftruncate:error=EIO:when=3..4",
]
"""Single failures and bursts, in the lines and in the housekeeping after the tenth."""


def test_a_disk_that_fails_for_a_while_costs_no_saved_line_and_keeps_no_refused_one(tmp_path: Path) -> None:
    """A failed sync can leave the refused line whole in the log: it must not come back."""
    refused = 0
    for number, failure in enumerate(BROKEN):
        path = tmp_path / f"{number}.crisisdesk"
        done = strace("-o", "/dev/null", "-e", f"inject={failure}", run=[*WRITER, str(path), "12"])
        assert _said(done.stdout, "saved") == list(range(1, 13)), (failure, done.stdout, done.stderr)
        again = _said(done.stdout, "refused")
        refused += len(again)
        with SqliteJournal.open(path, codec()) as journal:
            told = [recorded.line.text for recorded in journal.read() if recorded.line]
        assert told == [f"Rad {n}, försök {again.count(n)}" for n in range(1, 13)], failure
    assert refused > len(BROKEN) / 2


@pytest.mark.parametrize("then", ["close", "die"])
@pytest.mark.parametrize("last", [18, 19, 20])
def test_a_refused_line_does_not_come_back_when_it_was_the_last(tmp_path: Path, last: int, then: str) -> None:
    path = tmp_path / "a.crisisdesk"
    failure = f"inject=fdatasync:error=EIO:when=18..{last}"
    done = strace("-o", "/dev/null", "-e", failure, run=[*WRITER, str(path), "12", then])
    assert _said(done.stdout, "refused") == [4], done.stdout
    with SqliteJournal.open(path, codec()) as journal:
        assert journal.head.lines == 3


def test_one_line_is_one_sync(tmp_path: Path) -> None:
    counts: list[int] = []
    for number in (3, 8):
        log = tmp_path / f"{number}.log"
        strace(
            "-o", str(log), "-e", "trace=fsync,fdatasync",
            run=[*WRITER, str(tmp_path / f"{number}.crisisdesk"), str(number)],
        )  # fmt: skip
        counts.append(len(log.read_text().splitlines()))
    assert counts[1] - counts[0] == 8 - 3


def _said(output: str, word: str) -> list[int]:
    return [int(words.split()[1]) for words in output.splitlines() if words.startswith(f"{word} ")]
