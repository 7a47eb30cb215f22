"""The second copy in the window: followed, told of truly, never in the way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crisisdesk.base.settings import Settings
from crisisdesk.compose import check_file
from crisisdesk.features import log
from crisisdesk.session.mirror import Mirror
from crisisdesk.ui.shell.copying import Copying
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.second_copy import copy_path, instrument, place_words
from tests.support.incident_play import Incident
from tests.support.window_play import Desk

AT = datetime(2027, 1, 14, 13, 31, tzinfo=UTC)
ZONE = "Europe/Stockholm"


@pytest.fixture
def copied(make_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Return a window whose copy goes to the folder `usb`, which is not there yet."""
    incident = Incident(exercise=False)
    host = Host(
        wall=incident.clock.now,
        mirror_for=lambda path: Mirror(path, incident.session, incident.clock.now),
    )
    return make_desk(incident=incident, host=host, settings=Settings(copy_folder=str(tmp_path / "usb")))


def copying_of(desk: Desk) -> Copying:
    assert desk.window.copying is not None
    return desk.window.copying


def words(desk: Desk) -> str:
    return desk.window.frame.status.instrument("copy").words


def test_a_copy_says_where_and_when() -> None:
    assert instrument("usb", AT, "", ZONE, AT).words == "Kopia usb: 14:31"


def test_a_lost_place_says_how_old_the_copy_is() -> None:
    found = instrument("usb", AT, "Platsen är borta.", ZONE, AT + timedelta(minutes=12))
    assert (found.words, found.tone) == ("Kopia usb: 12 min gammal", "warn")


def test_a_place_that_never_took_a_copy_is_said_to_have_none() -> None:
    assert instrument("usb", None, "Platsen är borta.", ZONE, AT).words == "Ingen kopia på usb"


def test_without_a_place_it_is_said(desk: Desk) -> None:
    assert words(desk) == "Ingen kopia"


def test_an_exercise_never_writes_over_a_real_copy() -> None:
    incident, folder = Path("x/2027-003.crisisdesk"), Path("usb")
    assert copy_path(folder, incident, exercise=True) != copy_path(folder, incident, exercise=False)


def test_a_place_is_called_by_its_own_name() -> None:
    assert place_words(Path("/media/lok/USB")) == "USB"


def test_the_copy_follows_and_tells_when(copied: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "usb").mkdir()
    copying_of(copied).copy.follow()
    qtbot.waitUntil(lambda: words(copied) == "Kopia usb: 13:05", timeout=10_000)
    copied.window.bridge.execute(log.commands.Record(text="rök"))
    copied.window.close()
    found = check_file(tmp_path / "usb" / "2027-003.crisisdesk")
    assert found.fault is None
    assert found.head.lines == 3


def test_a_place_that_is_gone_does_not_disturb_the_log(copied: Desk, qtbot: QtBot) -> None:
    copied.window.bridge.execute(log.commands.Record(text="rök"))
    assert copied.lines[-1] == "3 note rök"
    qtbot.waitUntil(lambda: words(copied) == "Ingen kopia på usb", timeout=10_000)
    assert copied.window.frame.notices.texts() == {}


def test_the_place_is_chosen_and_kept(copied: Desk, tmp_path: Path) -> None:
    kept: list[Settings] = []
    copied.window.settings_changed.connect(kept.append)
    (tmp_path / "annan").mkdir()
    copying_of(copied).take(str(tmp_path / "annan"))
    assert kept[-1].copy_folder == str(tmp_path / "annan")
    copying_of(copied).take("")
    assert (kept[-1].copy_folder, words(copied)) == ("", "Ingen kopia")


def test_beside_the_incident_itself_is_no_second_copy(copied: Desk, tmp_path: Path) -> None:
    kept: list[Settings] = []
    copied.window.settings_changed.connect(kept.append)
    copying_of(copied).take(str(tmp_path))
    assert kept == []
    assert "Välj ett annat ställe" in copied.window.frame.notices.texts()["copy"]
