"""The second copy follows, waits out a lost place, and is the same chain."""

from pathlib import Path

from crisisdesk.compose import check_file
from crisisdesk.features import log
from crisisdesk.session.mirror import Mirror
from tests.support.incident_play import Incident


def mirror(incident: Incident, path: Path) -> Mirror:
    return Mirror(path, incident.session, incident.clock.now)


def write(incident: Incident, count: int) -> None:
    for number in range(count):
        incident.do(log.commands.Record(text=f"rad {number}"))


def test_follows_line_by_line(tmp_path: Path) -> None:
    incident = Incident()
    copy = mirror(incident, tmp_path / "kopia.crisisdesk")
    copy.settle()
    assert check_file(copy.path).head == incident.session.head
    write(incident, 3)
    copy.settle()
    copy.close()
    found = check_file(copy.path)
    assert found.fault is None
    assert found.head == incident.session.head
    assert copy.copied_at == incident.now
    assert copy.fault == ""


def test_catches_up_in_batches(tmp_path: Path) -> None:
    incident = Incident()
    write(incident, 1200)
    copy = mirror(incident, tmp_path / "kopia.crisisdesk")
    copy.settle()
    copy.close()
    assert check_file(copy.path).head == incident.session.head


def test_a_lost_place_is_told_and_caught_up(tmp_path: Path) -> None:
    incident = Incident()
    place = tmp_path / "sticka"
    copy = mirror(incident, place / "kopia.crisisdesk")
    copy.settle()
    assert copy.fault
    assert copy.copied_at is None
    write(incident, 2)
    place.mkdir()
    copy.settle()
    copy.settle()
    copy.close()
    assert copy.fault == ""
    assert check_file(copy.path).head == incident.session.head


def test_a_pulled_stick_is_told_though_nothing_is_new(tmp_path: Path) -> None:
    incident = Incident()
    place = tmp_path / "sticka"
    place.mkdir()
    copy = mirror(incident, place / "kopia.crisisdesk")
    copy.settle()
    at = copy.copied_at
    place.rename(tmp_path / "borta")
    incident.wait(1)
    copy.settle()
    copy.close()
    assert copy.fault
    assert copy.copied_at == at


def test_the_copy_of_something_else_is_left_alone(tmp_path: Path) -> None:
    other, incident = Incident(), Incident(keeper="")
    path = tmp_path / "kopia.crisisdesk"
    first = mirror(other, path)
    first.settle()
    first.close()
    before = path.read_bytes()
    write(incident, 5)
    second = mirror(incident, path)
    second.settle()
    second.close()
    assert second.fault
    assert path.read_bytes() == before
