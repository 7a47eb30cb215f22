"""Deadlines as people write them. It is Thursday 14 January 2027, 13:05 in Stockholm."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from crisisdesk.base.times import parse_moment

NOW = datetime(2027, 1, 14, 12, 5, tzinfo=UTC)
ZONE = "Europe/Stockholm"


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("16:00", "2027-01-14 16:00"),
        ("16.00", "2027-01-14 16:00"),
        ("kl 16.00", "2027-01-14 16:00"),
        ("kl. 16", "2027-01-14 16:00"),
        ("klockan 16", "2027-01-14 16:00"),
        ("1600", "2027-01-14 16:00"),
        ("08:00", "2027-01-15 08:00"),
        ("fre 08:00", "2027-01-15 08:00"),
        ("fredag 8", "2027-01-15 08:00"),
        ("på fredag 8", "2027-01-15 08:00"),
        ("torsdag 10:00", "2027-01-21 10:00"),
        ("tor 15:00", "2027-01-14 15:00"),
        ("i morgon 9", "2027-01-15 09:00"),
        ("imorgon", "2027-01-15 17:00"),
        ("i dag 15.30", "2027-01-14 15:30"),
        ("i övermorgon 12", "2027-01-16 12:00"),
        ("om 20 min", "2027-01-14 13:25"),
        ("20 min", "2027-01-14 13:25"),
        ("om 2 timmar", "2027-01-14 15:05"),
        ("om 3 dagar", "2027-01-17 13:05"),
        ("2027-01-15 08:00", "2027-01-15 08:00"),
        ("2027-01-15", "2027-01-15 17:00"),
        ("15/1 08:00", "2027-01-15 08:00"),
        ("3/2", "2027-02-03 17:00"),
    ],
)
def test_understood(text: str, local: str) -> None:
    found = parse_moment(text, NOW, ZONE)
    assert found is not None
    assert f"{found.astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize(
    "text", ["", "25:00", "16:75", "snart", "kl", "2027-02-30", "31/2", "om", "fre 99", "-5"]
)
def test_not_a_time(text: str) -> None:
    assert parse_moment(text, NOW, ZONE) is None


def test_the_minute_that_is_now_is_todays() -> None:
    moment = parse_moment("13:05", NOW.replace(second=40), ZONE)
    assert moment == NOW


def test_bare_clock_in_the_past() -> None:
    found = parse_moment("14:00", NOW, ZONE, future=False)
    assert found == datetime(2027, 1, 13, 13, 0, tzinfo=UTC)
