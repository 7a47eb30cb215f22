"""Ticks stand at round times; icons and labels of a time axis never overlap."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.ui.kit.axis_layout import Mark, Now, Span, place, ticks

ZONE = "Europe/Stockholm"
START = datetime(2027, 1, 14, 12, 0, tzinfo=UTC)
SPAN = Span(START, START + timedelta(hours=4), 16.0, 816.0)
ICON = 20.0
GAP = 10.0


def width_of(text: str) -> float:
    return 7.0 * len(text)


def mark(key: str, minutes: float, label: str = "", *, weight: int = 0, above: bool = True) -> Mark:
    at = START + timedelta(minutes=minutes)
    return Mark(key=key, at=at, kind="note", label=label, weight=weight, above=above)


marks_strategy = st.lists(
    st.builds(
        mark,
        st.uuids().map(str),
        st.floats(-30, 270),
        st.text("abcde ", max_size=20),
        weight=st.integers(0, 3),
        above=st.booleans(),
    ),
    max_size=25,
)


@given(marks_strategy, st.none() | st.floats(20, 810))
def test_no_labels_and_no_icons_overlap(marks: list[Mark], now_x: float | None) -> None:
    now = None if now_x is None else Now(now_x, 6.0, 60.0)
    placed = place(marks, SPAN, width_of, icon=ICON, gap=GAP, now=now)
    for above in (True, False):
        extents = sorted(
            (spot.label_x, spot.label_x + width_of(spot.mark.label))
            for spot in placed
            if spot.label_x is not None and spot.above == above
        )
        assert all(left[1] + GAP <= right[0] + 1e-6 for left, right in pairwise(extents))
        assert all(SPAN.left <= left and right <= SPAN.right for left, right in extents)
        assert now_x is None or all(not left < now_x < right for left, right in extents)
    icons = sorted(spot.x for spot in placed if spot.icon)
    assert all(right - left >= ICON - 1e-6 for left, right in pairwise(icons))


@given(marks_strategy)
def test_every_mark_in_sight_is_placed_in_order_of_time(marks: list[Mark]) -> None:
    placed = place(marks, SPAN, width_of, icon=ICON, gap=GAP)
    assert {spot.mark.key for spot in placed} == {m.key for m in marks if SPAN.start <= m.at <= SPAN.end}
    assert [spot.x for spot in placed] == sorted(spot.x for spot in placed)


def test_the_heavier_mark_keeps_its_label_on_its_side() -> None:
    light, heavy = mark("a", 60, "avstämning"), mark("b", 62, "larm till alla", weight=2)
    first, second = place([light, heavy], SPAN, width_of, icon=ICON, gap=GAP)
    assert second.above
    assert second.label_x is not None
    assert not first.above


def test_ticks_stand_at_round_local_times() -> None:
    assert [tick.text for tick in ticks(SPAN, ZONE, 80)][:4] == ["13:00", "13:30", "14:00", "14:30"]


def test_midnight_says_its_date() -> None:
    span = Span(START, START + timedelta(hours=24), 0.0, 1000.0)
    assert "fre 15 jan" in [tick.text for tick in ticks(span, ZONE, 80)]


def test_the_repeated_autumn_hour_has_its_ticks() -> None:
    night = datetime(2027, 10, 31, 0, 0, tzinfo=UTC)
    span = Span(night, night + timedelta(hours=2), 0.0, 400.0)
    found = ticks(span, ZONE, 90)
    assert [tick.text for tick in found] == ["02:00", "02:30", "02:00", "02:30", "03:00"]
    assert [round(tick.x) for tick in found] == [0, 100, 200, 300, 400]


def test_x_and_moment_are_each_others_reverse() -> None:
    moment = START + timedelta(minutes=97)
    assert abs(SPAN.moment(SPAN.x(moment)) - moment) < timedelta(seconds=1)
