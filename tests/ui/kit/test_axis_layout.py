"""Ticks stand at round times; icons and labels of a time axis never overlap."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.ui.kit.axis_layout import Mark, Now, Span, clustered, place, ticks

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


def counted(count: int) -> str:
    return f"{count} rader"


@given(marks_strategy)
def test_a_crowd_stands_in_clusters_that_do_not_touch(marks: list[Mark]) -> None:
    found = clustered(marks, SPAN, ICON, counted, 3)
    members = [m for cluster in found for m in cluster.members]
    assert members == sorted(members, key=lambda m: m.at)
    assert {m.key for m in members} == {m.key for m in marks if SPAN.start <= m.at <= SPAN.end}
    places = [SPAN.x(cluster.mark.at) for cluster in found]
    assert all(right - left >= ICON - 1e-6 for left, right in pairwise(places))
    placed = place([cluster.mark for cluster in found], SPAN, width_of, icon=ICON, gap=GAP)
    assert all(spot.icon for spot in placed), "every cluster has its icon"


def test_a_cluster_is_called_by_its_heaviest_mark_or_counted() -> None:
    def called(*marks: Mark) -> str:
        (only,) = clustered(marks, SPAN, ICON, counted, 3)
        return only.mark.label

    crowd = [mark(f"{n}", 60, f"rad {n}") for n in range(12)]
    assert called(crowd[0]) == "rad 0"
    assert called(*crowd[:2]) == "rad 0 +1"
    assert called(*crowd) == "12 rader"
    assert called(*crowd, mark("m", 61, "möte 1", weight=3)) == "möte 1 +12"


def test_labels_keep_off_both_lines() -> None:
    now, then = Now(300.0, 6.0, 60.0), Now(500.0, 6.0, 70.0)
    marks = [mark(f"{n}", n * 10, "avstämning") for n in range(24)]
    placed = place(marks, SPAN, width_of, icon=ICON, gap=GAP, now=now, then=then)
    for spot in placed:
        if spot.label_x is not None:
            end = spot.label_x + width_of(spot.mark.label)
            for line in (now, then):
                words_end = line.x if spot.above else line.x + line.lead + line.width
                assert end <= line.x or spot.label_x >= words_end


def test_ticks_stand_at_round_local_times() -> None:
    assert [tick.text for tick in ticks(SPAN, ZONE, 80)][:4] == ["13:00", "13:30", "14:00", "14:30"]


def test_midnight_says_its_date() -> None:
    span = Span(START, START + timedelta(hours=24), 0.0, 1000.0)
    assert "fre 15 jan" in [tick.text for tick in ticks(span, ZONE, 80)]


def test_the_repeated_autumn_hour_has_its_ticks() -> None:
    night = datetime(2027, 10, 31, 0, 0, tzinfo=UTC)
    span = Span(night, night + timedelta(hours=2), 0.0, 400.0)
    found = ticks(span, ZONE, 90)
    assert [tick.text for tick in found] == ["02:00 s", "02:30 s", "02:00 n", "02:30 n", "03:00"]
    assert [round(tick.x) for tick in found] == [0, 100, 200, 300, 400]


def test_x_and_moment_are_each_others_reverse() -> None:
    moment = START + timedelta(minutes=97)
    assert abs(SPAN.moment(SPAN.x(moment)) - moment) < timedelta(seconds=1)
