"""Killed or out of disk in the middle of a file: no half attachment is ever seen, and the next try works."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crisisdesk.base.attachable import from_bytes, from_path
from crisisdesk.compose import check_file, library, load_plan
from crisisdesk.features import attachments, log
from crisisdesk.journal.ballast import Ballast
from crisisdesk.journal.copies import SecondCopy
from crisisdesk.journal.faults import DiskFull
from crisisdesk.journal.row import PART_SIZE, Part, Row
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.session import attached
from crisisdesk.session.attaching import Attaching
from crisisdesk.session.mirror import Mirror
from crisisdesk.session.session import Head, Session
from tests.support.facts import codec, line
from tests.support.tools import small_disk

ROUNDS = 6
CONTENT = os.urandom(5 * PART_SIZE + 99)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "40m") as at:
        yield at


def started(path: Path, *, reserve: bool = False) -> Session:
    session = library(path.parent, reserve=reserve).start(path, load_plan(None), "2027-003")
    session.execute(log.commands.Record(text="Rök ur taket"))
    return session


def put(session: Session, content: bytes, free: int = 1 << 40) -> str:
    queue = Attaching(session, session.execute, lambda: free)
    queue.add(2, from_bytes("film.mp4", content))
    said = ""
    while queue.busy:
        outcome = queue.step()
        said = said or (outcome.id or outcome.sentence if outcome is not None else "")
    queue.close()
    return said


def whole(session: Session) -> list[str]:
    """Return the ids of the attachments, each of which must hold what was put in."""
    held = session.state[attachments.FEATURE].attachments
    for one in held.values():
        assert attached.whole(session.attachment, one.fact) == CONTENT
    return list(held)


def _put_parts(journal: SqliteJournal, count: int) -> None:
    for number in range(1, count + 1):
        journal.put_part("film", number, os.urandom(PART_SIZE))


class Followed:
    """The incident as the second copy asks it; `asked` says what for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.asked: list[str] = []

    @property
    def head(self) -> Head:
        return self._session.head

    @property
    def parts(self) -> int:
        return self._session.parts

    def stored(self, after: int = 0) -> Iterator[Row]:
        if after < self.head.facts:
            self.asked.append("lines")
        return self._session.stored(after)

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        self.asked.append("parts")
        return self._session.stored_parts(after)


def test_killed_at_any_moment_nothing_half_is_seen(tmp_path: Path) -> None:
    path, source = tmp_path / "a.crisisdesk", tmp_path / "film.mp4"
    source.write_bytes(CONTENT)
    chance = random.Random(2027)
    for _ in range(ROUNDS):
        said = _killed_after(path, source, chance.randint(1, 9))
        assert check_file(path).fault is None
        with closing(library(tmp_path).open(path)) as session:
            assert set(said) <= set(whole(session))
    with closing(library(tmp_path).open(path)) as session:
        count = len(whole(session))
        assert put(session, CONTENT) == f"2-{count + 1}"
        assert len(whole(session)) == count + 1
    assert source.read_bytes() == CONTENT


def _killed_after(path: Path, source: Path, after: int) -> list[str]:
    """Kill a program that attaches when it has said so much; return what it said was attached."""
    command = [sys.executable, "-m", "tests.support.attach_writer", str(path), str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(after + 1)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    ended = [said_line.split() for said_line in said if said_line.endswith("\n")]
    return [words[1] for words in ended if words[0] == "attached"]


def test_a_disk_that_fills_midway_keeps_the_log_and_no_half_file(disk: Path) -> None:
    path = disk / "a.crisisdesk"
    with closing(started(path, reserve=True)) as session:
        session.rest()
        said = put(session, os.urandom(30 * PART_SIZE))
        assert said.startswith("Disken är full. Bilagan är inte sparad.")
        assert session.state[attachments.FEATURE].attachments == {}
        assert session.notice == ""
        for number in range(20):
            session.execute(log.commands.Record(text=f"Loggen går vidare, rad {number}"))
    assert check_file(path).fault is None


def test_the_reserve_is_for_lines_and_not_for_films(disk: Path) -> None:
    reserve = Ballast(disk / "reserv", 8 * PART_SIZE)
    with SqliteJournal.create(disk / "a.crisisdesk", codec(), ballast=reserve) as journal:
        journal.checkpoint_when_idle()
        assert reserve.ready()
        with pytest.raises(DiskFull, match="Bilagan är inte sparad"):
            _put_parts(journal, 40)
        assert reserve.ready()
        journal.append([line(1, 1, "Raden får plats")])


def test_the_second_copy_gets_lines_first_and_every_part_at_last(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    with closing(started(path)) as session:
        put(session, CONTENT)
        followed = Followed(session)
        copy = Mirror(tmp_path / "kopia.crisisdesk", followed, lambda: session.now)
        copy.settle()
        assert followed.asked == ["lines", "parts", "parts"]
        copy.close()
        assert SecondCopy(copy.path).standing() == (session.head, session.parts)
    assert check_file(copy.path).fault is None
    with closing(library(tmp_path).read(copy.path)) as read:
        assert whole(read) == ["2-1"]


def test_who_leaves_does_not_wait_for_a_slow_stick(tmp_path: Path) -> None:
    path, at = tmp_path / "a.crisisdesk", tmp_path / "kopia.crisisdesk"
    with closing(started(path)) as session:
        put(session, CONTENT)
        copy = Mirror(at, session, lambda: session.now)
        copy.settle(patience=0)
        copy.close()
        head, parts = SecondCopy(at).standing()
        assert head == session.head
        assert parts < session.parts
        again = Mirror(at, session, lambda: session.now)
        again.settle()
        again.close()
        assert SecondCopy(at).standing() == (session.head, session.parts)


def test_a_copy_that_lacks_the_bytes_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.crisisdesk"
    with closing(started(path)) as session:
        put(session, CONTENT)
        SecondCopy(tmp_path / "kopia.crisisdesk").append(session.stored(), list(session.stored_parts())[:2])
    fault = check_file(tmp_path / "kopia.crisisdesk").fault
    assert fault is not None
    assert fault.sentence.startswith("Bilaga 2-1 (film.mp4) saknar ")


def test_an_original_that_is_taken_away_midway_is_told_or_whole(tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(CONTENT)
    with closing(started(tmp_path / "a.crisisdesk")) as session:
        queue = Attaching(session, session.execute, lambda: 1 << 40)
        queue.add(2, from_path(source))
        while session.parts < 2:
            queue.step()
        source.unlink()
        while queue.busy:
            queue.step()
        queue.close()
        whole(session)
