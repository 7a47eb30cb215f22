"""Files on their way into the incident: whole or not at all, hashed, numbered; every no is told."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisisdesk.base.attachable import Attachable, from_bytes, from_path
from crisisdesk.base.errors import WorldFault
from crisisdesk.features import attachments, lifecycle, log
from crisisdesk.journal.row import PART_SIZE
from crisisdesk.session import attached, attaching, source_file
from crisisdesk.session.attaching import Attaching, Outcome
from tests.support.incident_play import Incident

PLENTY = 1 << 40


class Play:
    """An incident with one line, and the queue of files on their way in."""

    def __init__(self, free: int = PLENTY) -> None:
        self.incident = Incident()
        self.incident.do(log.commands.Record(text="Rök ur taket"))
        self.line = len(self.incident.state.timeline.lines)
        session = self.incident.session
        self.queue = Attaching(session, session.execute, lambda: free)

    def put(self, *sources: Attachable, line: int = 0) -> list[Outcome]:
        for source in sources:
            self.queue.add(line or self.line, source)
        return self.finish()

    def finish(self) -> list[Outcome]:
        found: list[Outcome] = []
        while self.queue.busy:
            outcome = self.queue.step()
            if outcome is not None:
                found.append(outcome)
        return found

    def held(self) -> dict[str, attachments.facts.FileAttached]:
        state = self.incident.state[attachments.FEATURE]
        return {id: held.fact for id, held in state.attachments.items()}

    def content(self, id: str) -> bytes:
        return attached.whole(self.incident.session.attachment, self.held()[id])


def test_a_file_goes_in_whole_with_its_hash(tmp_path: Path) -> None:
    play = Play()
    content = os.urandom(2 * PART_SIZE + 17)
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    (outcome,) = play.put(from_path(path))
    id = f"{play.line}-1"
    assert (outcome.id, outcome.sentence) == (id, "")
    fact = play.held()[id]
    assert (fact.name, fact.media, fact.size, fact.parts) == ("film.mp4", "video/mp4", len(content), 3)
    assert fact.sha256 == sha256(content).hexdigest()
    assert play.content(id) == content
    assert path.read_bytes() == content


@settings(max_examples=25, deadline=None)
@given(
    parts=st.integers(0, 2),
    rest=st.sampled_from([-1, 0, 1, 511, 512, 513]),
    seed=st.binary(min_size=1, max_size=9),
)
def test_what_goes_in_comes_out_whatever_the_size(parts: int, rest: int, seed: bytes) -> None:
    size = parts * PART_SIZE + rest
    if size < 1:
        return
    content = (seed * (size // len(seed) + 1))[:size]
    play = Play()
    (outcome,) = play.put(from_bytes("a.bin", content))
    assert play.content(outcome.id) == content
    assert play.held()[outcome.id].parts == -(-size // PART_SIZE)


def test_other_commands_come_between_the_parts() -> None:
    play = Play()
    play.queue.add(play.line, from_bytes("a.bin", bytes(3 * PART_SIZE)))
    logged = 0
    while play.queue.busy:
        play.queue.step()
        play.incident.do(log.commands.Record(text=f"rad {logged}"))
        logged += 1
    assert logged >= 4
    assert f"{play.line}-1" in play.held()
    assert play.incident.state.timeline.line(play.line + 1).line


def test_a_picture_that_is_pasted_is_named_by_the_time() -> None:
    play = Play()
    (outcome,) = play.put(Attachable(make=lambda: b"\x89PNG\r\n\x1a\n..."))
    fact = play.held()[outcome.id]
    assert (fact.name, fact.media) == ("skarmbild-1305.png", "image/png")


def test_the_same_file_twice_is_allowed_and_said() -> None:
    play = Play()
    play.put(from_bytes("a.txt", b"text"), from_bytes("b.txt", b"text"))
    assert list(play.held()) == [f"{play.line}-1", f"{play.line}-2"]
    assert play.incident.lines()[-1].endswith(f"Samma fil som bilaga {play.line}-1.")


def test_nothing_is_left_of_what_was_cancelled() -> None:
    play = Play()
    play.queue.add(play.line, from_bytes("a.bin", bytes(3 * PART_SIZE)))
    play.queue.add(play.line, from_bytes("b.bin", b"b"))
    while play.incident.session.parts < 2:
        play.queue.step()
    assert play.queue.progress is not None
    assert play.queue.progress.waiting == 1
    play.queue.cancel()
    assert not play.queue.busy
    assert play.held() == {}
    (outcome,) = play.put(from_bytes("a.bin", bytes(3 * PART_SIZE)))
    assert play.content(outcome.id) == bytes(3 * PART_SIZE)


def refusal(play: Play, source: Attachable) -> str:
    (outcome,) = play.put(source)
    assert outcome.id == ""
    assert play.held() == {}
    assert not play.queue.busy
    return outcome.sentence


def test_what_cannot_be_attached_is_told(tmp_path: Path) -> None:
    (tmp_path / "tom.txt").touch()
    (tmp_path / "mapp").mkdir()
    (tmp_path / "stor.iso").touch()
    os.truncate(tmp_path / "stor.iso", 73_400_000)
    os.mkfifo(tmp_path / "ror")
    said = {
        name: refusal(Play(), from_path(tmp_path / name))
        for name in ("tom.txt", "mapp", "stor.iso", "ror", "borta.txt")
    }
    assert said == {
        "tom.txt": "tom.txt är tom. Den är inte bifogad.",
        "mapp": "mapp är en mapp. Bifoga filerna i den var för sig.",
        "stor.iso": "stor.iso är 73,4 MB. Högst 50 MB går att bifoga. "
        "Spara filen för sig och skriv i loggen var.",
        "ror": "ror är ingen fil. Den är inte bifogad.",
        "borta.txt": "borta.txt går inte att läsa: den finns inte. Den är inte bifogad.",
    }


def test_a_file_as_large_as_is_allowed_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "LARGEST", 100)
    assert Play().put(from_bytes("a", bytes(100)))[0].id
    assert "Högst 50 MB" in refusal(Play(), from_bytes("a", bytes(101)))


@pytest.mark.parametrize("change", ["grows", "shrinks", "is written over"])
def test_a_file_that_changes_midway_is_not_attached(tmp_path: Path, change: str) -> None:
    play = Play()
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(4 * PART_SIZE))
    play.queue.add(play.line, from_path(path))
    while play.incident.session.parts < 1:
        play.queue.step()
    if change == "grows":
        with path.open("ab") as file:
            file.write(b"mer")
    elif change == "shrinks":
        os.truncate(path, 3 * PART_SIZE)
    else:
        with path.open("r+b") as file:
            file.write(b"annat")
        os.utime(path, ns=(1, 1))
    (outcome,) = play.finish()
    assert outcome.sentence == "a.bin ändrades medan den kopierades. Den är inte bifogad. Försök igen."
    assert play.held() == {}


def test_a_full_disk_is_told_before_anything_is_copied() -> None:
    play = Play(free=attaching.MARGIN)
    said = refusal(play, from_bytes("a.bin", b"x"))
    assert said == "Disken har bara 64,0 MB kvar och loggen behöver det. a.bin är inte bifogad."
    assert play.incident.session.parts == 0


def test_a_disk_that_fails_midway_leaves_nothing_that_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    play = Play()
    session, put = play.incident.session, play.incident.session.put_part

    def failing(key: str, number: int, content: bytes) -> None:
        if number == 2:
            raise WorldFault("Disken är full. Bilagan är inte sparad.", remedy="Frigör utrymme.")
        put(key, number, content)

    monkeypatch.setattr(session, "put_part", failing)
    said = refusal(play, from_bytes("a.bin", bytes(2 * PART_SIZE)))
    assert said == "Disken är full. Bilagan är inte sparad. Frigör utrymme."
    monkeypatch.undo()
    assert play.put(from_bytes("a.bin", bytes(2 * PART_SIZE)))[0].id


def test_a_closed_incident_takes_no_file_and_copies_none() -> None:
    play = Play()
    play.incident.do(lifecycle.commands.Close(chair="AL", keeper="MK"))
    assert "avslutad" in refusal(play, from_bytes("a.bin", b"x"))
    assert play.incident.session.parts == 0


def test_a_line_that_is_not_there_takes_no_file() -> None:
    play = Play()
    (outcome,) = play.put(from_bytes("a", b"x"), line=99)
    assert outcome.sentence == "Det finns ingen rad 99 i loggen."
    assert play.incident.session.parts == 0


def test_one_file_that_is_refused_does_not_stop_the_next() -> None:
    play = Play()
    outcomes = play.put(from_bytes("tom", b""), from_bytes("a", b"x"))
    assert [bool(outcome.id) for outcome in outcomes] == [False, True]


def test_a_file_with_a_hostile_name_keeps_its_last_part() -> None:
    play = Play()
    play.put(from_bytes("../../etc/\u202egpj.exe", b"x"))
    assert play.held()[f"{play.line}-1"].name == "gpj.exe"


def test_what_is_not_whole_is_not_handed_out() -> None:
    play = Play()
    (outcome,) = play.put(from_bytes("a.txt", b"det som var"))
    fact = play.held()[outcome.id]
    with pytest.raises(WorldFault, match="är inte den fil som bifogades"):
        attached.whole(lambda _key: iter([b"det som ar!"]), fact)
    with pytest.raises(WorldFault, match="saknar 8 byte"):
        attached.whole(lambda _key: iter([b"det"]), fact)
    assert list(attached.faults(play.incident.state, play.incident.session.attachment)) == []
