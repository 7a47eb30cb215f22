"""Swedish dates, times, lists: as they stand in the log."""

from datetime import UTC, datetime, timedelta

import pytest

from crisisdesk.base import swedish

ZONE = "Europe/Stockholm"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_winter_and_summer_are_local() -> None:
    assert swedish.clock(at("2027-01-14T12:05"), ZONE) == "13:05"
    assert swedish.clock(at("2027-07-14T12:05"), ZONE) == "14:05"


def test_repeated_hour_names_its_season() -> None:
    assert swedish.clock(at("2027-10-31T00:30"), ZONE) == "02:30 (sommartid)"
    assert swedish.clock(at("2027-10-31T01:30"), ZONE) == "02:30 (normaltid)"
    assert swedish.clock(at("2027-10-31T02:30"), ZONE) == "03:30"


def test_spring_gap_is_not_repeated() -> None:
    assert swedish.clock(at("2027-03-28T01:30"), ZONE) == "03:30"


def test_dates() -> None:
    moment = at("2027-01-14T23:30")
    assert swedish.date(moment, ZONE) == "15 januari 2027"
    assert swedish.long_date(moment, ZONE) == "Fredag 15 januari 2027"
    assert swedish.stamp(moment, ZONE) == "2027-01-15 00:30"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2027-01-14T15:00", "16:00"),
        ("2027-01-15T07:00", "fre 08:00"),
        ("2027-01-30T07:00", "2027-01-30 08:00"),
    ],
)
def test_near(moment: str, expected: str) -> None:
    assert swedish.near(at(moment), ZONE, at("2027-01-14T12:05")) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "0 min"),
        (35, "35 min"),
        (60, "1 h"),
        (65, "1 h 5 min"),
        (24 * 60, "1 dygn"),
        (76 * 60, "3 dygn 4 h"),
    ],
)
def test_duration(minutes: int, expected: str) -> None:
    assert swedish.duration(timedelta(minutes=minutes)) == expected


def test_lists_plurals_sentences() -> None:
    assert swedish.listed(["a"]) == "a"
    assert swedish.listed(["a", "b", "c"]) == "a, b och c"
    assert swedish.plural(1, "uppgift", "uppgifter") == "1 uppgift"
    assert swedish.plural(3, "uppgift", "uppgifter") == "3 uppgifter"
    assert swedish.sentence("Klart ") == "Klart."
    assert swedish.sentence("Klart?") == "Klart?"
    assert swedish.sentence("") == ""


def test_time_since_the_alarm_is_hours_and_minutes() -> None:
    assert swedish.elapsed(timedelta(minutes=87)) == "01:27"
    assert swedish.elapsed(timedelta(days=2, hours=3, minutes=5)) == "2 dygn 03:05"


def test_a_countdown_never_promises_time_that_is_not_there() -> None:
    now, minute = at("2027-01-14T12:00"), timedelta(minutes=1)
    assert swedish.countdown(now + 8 * minute, now) == "om 8 min"
    assert swedish.countdown(now + 7 * minute + timedelta(seconds=1), now) == "om 8 min"
    assert swedish.countdown(now, now) == "nu"
    assert swedish.countdown(now, now + timedelta(seconds=59)) == "nu"
    assert swedish.countdown(now, now + 12 * minute) == "sen 12 min"


def test_only_what_has_passed_is_late() -> None:
    now = at("2027-01-14T12:00")
    assert swedish.late(now - timedelta(minutes=65), now) == "sen 1 h 5 min"
    assert swedish.late(now, now) == ""
    assert swedish.late(None, now) == ""


def test_a_long_text_is_shortened_with_an_ellipsis() -> None:
    assert swedish.shortened("sju och", 7) == "sju och"
    assert swedish.shortened("sju och en till", 5) == "sju…"
    assert swedish.in_one_line("två\n  rader", 20) == "två rader"
