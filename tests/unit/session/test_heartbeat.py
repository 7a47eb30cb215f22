"""The sign of life dates an interruption; a clean close leaves none."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crisisdesk.base.errors import BadInput
from crisisdesk.session.heartbeat import Beat, Heartbeat, Interruption, interruption

NOON = datetime(2027, 1, 14, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_what_a_killed_program_leaves_says_until_when_it_ran(tmp_path: Path) -> None:
    path = tmp_path / "2027-003.crisisdesk"
    Heartbeat(path).beat(NOON, NOON + MINUTE)
    assert Heartbeat(path).left() == Beat(at=NOON, wall=NOON + MINUTE)


def test_a_clean_close_leaves_no_sign(tmp_path: Path) -> None:
    heart = Heartbeat(tmp_path / "x.crisisdesk")
    heart.beat(NOON, NOON)
    heart.stop()
    assert heart.left() is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_sign_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.crisisdesk.heartbeat").write_text("{}")
    with pytest.raises(BadInput, match="heartbeat"):
        Heartbeat(tmp_path / "x.crisisdesk").left()


def test_a_clean_close_is_no_interruption() -> None:
    assert interruption(None, NOON, NOON + MINUTE) is None


def test_an_interruption_begins_with_the_sign() -> None:
    left = Beat(at=NOON, wall=NOON)
    found = interruption(left, NOON - MINUTE, NOON + 13 * MINUTE)
    assert found == Interruption(since=NOON, until=NOON + 13 * MINUTE)


def test_a_fact_after_the_sign_is_later_knowledge() -> None:
    left = Beat(at=NOON, wall=NOON)
    found = interruption(left, NOON + timedelta(seconds=20), NOON + MINUTE)
    assert found is not None
    assert found.since == NOON + timedelta(seconds=20)


def test_a_clock_set_back_gives_no_negative_interruption() -> None:
    found = interruption(Beat(at=NOON, wall=NOON), None, NOON - MINUTE)
    assert found == Interruption(since=NOON, until=NOON)
