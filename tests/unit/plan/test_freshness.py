"""A contact is old when a whole calendar year has passed since it was checked."""

from datetime import date

import pytest

from crisisdesk.plan import freshness

TODAY = date(2028, 11, 1)


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        ("2028-11-01", ""),
        # A leap day between makes the year 366 days long, and still a year.
        ("2027-11-01", ""),
        ("2027-10-31", "kontrollerad 2027-10-31"),
        ("2026-12-31", "kontrollerad 2026-12-31"),
        ("", "aldrig kontrollerad"),
    ],
)
def test_old_is_more_than_a_year(checked: str, said: str) -> None:
    assert freshness.warning(checked, TODAY) == said
    assert freshness.is_old(checked, TODAY) == bool(said)


def test_a_leap_day_is_a_year_old_until_march() -> None:
    assert not freshness.is_old("2028-02-29", date(2029, 2, 28))
    assert freshness.is_old("2028-02-29", date(2029, 3, 1))
