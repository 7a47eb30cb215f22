"""Where the user stood is known at the next start, for a day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.session.last_place import LastPlace, Place

NOON = datetime(2027, 1, 14, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LINE = Place(screen="log", thing="line:23")


@pytest.fixture
def incident(tmp_path: Path) -> Path:
    return tmp_path / "2027-003.crisisdesk"


def test_where_one_stood_is_known_to_the_next_program(incident: Path) -> None:
    LastPlace(incident).keep(LINE, NOON)
    assert LastPlace(incident).left(NOON + HOUR) == LINE


def test_nobody_stood_anywhere_in_a_new_incident(incident: Path) -> None:
    assert LastPlace(incident).left(NOON) is None


def test_the_day_after_it_is_forgotten(incident: Path) -> None:
    LastPlace(incident).keep(LINE, NOON)
    assert LastPlace(incident).left(NOON + 24 * HOUR) is None


def test_a_clock_set_back_a_little_forgets_nothing(incident: Path) -> None:
    LastPlace(incident).keep(LINE, NOON)
    assert LastPlace(incident).left(NOON - HOUR) == LINE


def test_who_stands_there_for_two_days_stands_there_still(incident: Path) -> None:
    last = LastPlace(incident)
    for hours in range(48):
        last.keep(LINE, NOON + hours * HOUR)
    assert LastPlace(incident).left(NOON + 48 * HOUR) == LINE


def test_the_same_place_is_not_written_again_each_second(incident: Path) -> None:
    last = LastPlace(incident)
    last.keep(LINE, NOON)
    for path in incident.parent.iterdir():
        path.unlink()
    last.keep(LINE, NOON + timedelta(seconds=1))
    assert list(incident.parent.iterdir()) == []


def test_a_file_that_is_no_place_says_so(incident: Path) -> None:
    incident.with_name(f"{incident.name}.plats").write_text("{}")
    with pytest.raises(BadInput, match=r"2027-003\.crisisdesk\.plats"):
        LastPlace(incident).left(NOON)


def test_a_disk_that_refuses_is_told_once_for_each_place(tmp_path: Path) -> None:
    last = LastPlace(tmp_path / "borta" / "x.crisisdesk")
    with pytest.raises(WorldFault):
        last.keep(LINE, NOON)
    last.keep(LINE, NOON)
