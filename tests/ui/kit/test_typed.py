"""What people type into fields: times, numbers, names."""

from datetime import UTC, datetime

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.kit.typed import moment_that_was, moment_to_come, value_named, whole_number

NOW = datetime(2027, 1, 14, 13, 32, tzinfo=UTC)  # 14:32 in Stockholm
ZONE = "Europe/Stockholm"


def test_a_time_to_come_is_the_next_one() -> None:
    assert moment_to_come("16:00", NOW, ZONE, "due") == datetime(2027, 1, 14, 15, 0, tzinfo=UTC)
    assert moment_to_come("09.00", NOW, ZONE, "due") == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)
    assert moment_to_come("  ", NOW, ZONE, "due") is None


def test_a_time_that_was_is_the_last_one_or_that_of_the_day() -> None:
    assert moment_that_was("14:10", "", NOW, ZONE, "time") == datetime(2027, 1, 14, 13, 10, tzinfo=UTC)
    assert moment_that_was("23:50", "", NOW, ZONE, "time") == datetime(2027, 1, 13, 22, 50, tzinfo=UTC)
    assert moment_that_was("14:10", "2027-01-12", NOW, ZONE, "time") == datetime(
        2027, 1, 12, 13, 10, tzinfo=UTC
    )
    assert moment_that_was("", "", NOW, ZONE, "time") is None


@pytest.mark.parametrize(
    ("clock", "day"), [("25:00", ""), ("14:10", "häromdagen"), ("", "2027-01-12"), ("14:40", "2027-01-14")]
)
def test_a_time_that_cannot_have_been_is_refused_at_its_field(clock: str, day: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        moment_that_was(clock, day, NOW, ZONE, "time")
    assert refused.value.field == "time"


def test_a_time_to_come_that_is_none_is_refused_at_its_field() -> None:
    with pytest.raises(RuleBroken) as refused:
        moment_to_come("snart", NOW, ZONE, "due")
    assert refused.value.field == "due"


def test_numbers_and_names() -> None:
    assert [whole_number(typed, "line") for typed in ("", "23", " nr 23 ")] == [0, 23, 23]
    with pytest.raises(RuleBroken):
        whole_number("två", "line")
    options = [("function:stabschef", "Stabschef")]
    assert value_named(" STABSCHEF ", options) == "function:stabschef"
    assert value_named("Rektor", options) == "Rektor"
