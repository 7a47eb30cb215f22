"""The time axis: nothing on it overlaps, nothing is lost without being counted."""

from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.report.document import Mark
from crisisdesk.report.pdf import axis
from crisisdesk.report.pdf.axis import Fit, Placed, Strip

START = datetime(2027, 1, 14, 12, tzinfo=UTC)
FIT = Fit(width_of=lambda text: 5.0 * len(text), icon=13.0, gap=6.0)
STOCKHOLM = "Europe/Stockholm"


def strip(minutes: float = 200) -> Strip:
    return axis.whole(START, START + timedelta(minutes=minutes), 60, 530)


def mark(minute: float, label: str = "", weight: int = 0) -> Mark:
    return Mark(at=START + timedelta(minutes=minute), kind="dec", label=label, weight=weight)


marks_of = st.lists(
    st.builds(mark, st.floats(0, 200), st.text("abcdefgh", max_size=30), st.integers(0, 3)), max_size=40
)
nows = st.none() | st.floats(-20, 220).map(lambda minute: START + timedelta(minutes=minute))


def labelled(placed: list[Placed]) -> list[Placed]:
    return [p for p in placed if p.tier is not None]


@given(marks_of, nows)
def test_no_two_labels_overlap_and_none_leaves_the_axis(marks: list[Mark], now: datetime | None) -> None:
    placed = labelled(axis.place(marks, strip(), FIT, now))
    for p in placed:
        assert p.label_x >= 60
        assert p.label_x + p.label_width <= 530
    for a, b in combinations(placed, 2):
        first, second = sorted((a, b), key=lambda p: p.label_x)
        assert a.tier != b.tier or first.label_x + first.label_width + FIT.gap <= second.label_x


@given(marks_of, nows)
def test_no_leader_crosses_a_label_below_its_own(marks: list[Mark], now: datetime | None) -> None:
    placed = labelled(axis.place(marks, strip(), FIT, now))
    for upper in placed:
        for lower in placed:
            if lower.tier is not None and upper.tier is not None and lower.tier < upper.tier:
                assert not lower.label_x < upper.x < lower.label_x + lower.label_width


@given(marks_of)
def test_no_two_icons_overlap(marks: list[Mark]) -> None:
    placed = [p for p in axis.place(marks, strip(), FIT) if p.row is not None]
    for a, b in combinations(placed, 2):
        assert a.row != b.row or abs(a.x - b.x) >= FIT.icon - 1e-6


@given(marks_of, st.floats(0, 200))
def test_no_label_crosses_the_now_line(marks: list[Mark], minute: float) -> None:
    now = START + timedelta(minutes=minute)
    x = strip().x(now)
    for p in labelled(axis.place(marks, strip(), FIT, now)):
        assert not p.label_x < x < p.label_x + p.label_width


@given(marks_of, nows)
def test_every_mark_is_placed_once_and_what_is_left_out_is_counted(
    marks: list[Mark], now: datetime | None
) -> None:
    parts = axis.arrange(marks, strip(), FIT, now)
    placed = [p for part in parts for p in part.placed]
    assert sorted(id(p.mark) for p in placed) == sorted(map(id, marks))
    assert axis.left_out(parts) == sum(1 for p in placed if p.mark.label) - len(labelled(placed))


def test_a_few_labels_stand_over_their_marks_in_one_strip() -> None:
    ((_, placed),) = axis.arrange(
        [mark(30, "13:05 larm"), mark(70, "budskap 1"), mark(150, "möte")], strip(), FIT, None
    )
    assert [p.tier for p in placed] == [0, 0, 0]
    assert all(p.label_x + p.label_width / 2 == pytest.approx(p.x) for p in placed)


def test_many_at_one_time_all_find_room_beside_their_leaders() -> None:
    marks = [mark(100 + n / 10, f"beslut {n}") for n in range(axis.LABEL_TIERS)]
    ((_, placed),) = axis.arrange(marks, strip(), FIT, None)
    assert sorted(p.tier or 0 for p in placed) == list(range(axis.LABEL_TIERS))


def test_a_crowded_time_is_divided_into_strips() -> None:
    marks = [mark(9 * n, f"13:{n:02} händelse {n}") for n in range(22)]
    parts = axis.arrange(marks, strip(), FIT, None)
    assert len(parts) > 1
    assert axis.left_out(parts) == 0
    assert [p.mark for part in parts for p in part.placed] == marks


def test_the_heaviest_label_gets_the_room() -> None:
    wide = "x" * 80
    marks = [mark(100, wide, weight=n == 7) for n in range(20)]
    parts = axis.arrange(marks, strip(), FIT, None)
    assert next(p for part in parts for p in part.placed if p.mark.weight).tier is not None
    assert axis.left_out(parts) > 0


def test_no_time_at_all_is_ten_minutes() -> None:
    alone = axis.whole(START, START, 60, 530)
    (placed,) = axis.place([mark(0, "larm")], alone, FIT)
    assert (placed.x, placed.tier) == (60, 0)


@given(st.integers(1, 60 * 24 * 40), st.integers(0, 60 * 24 * 300))
def test_ticks_are_round_and_keep_their_distance(minutes: int, shift: int) -> None:
    start = START + timedelta(minutes=shift)
    part = axis.whole(start, start + timedelta(minutes=minutes), 60, 530)
    ticks = axis.ticks(part, STOCKHOLM, 46)
    assert all(60 <= tick.x <= 530 for tick in ticks)
    # The night that turns the clock makes one step an hour shorter.
    assert all(b.x - a.x >= 46 * 0.5 for a, b in pairwise(ticks))


def test_the_tick_of_midnight_is_the_date() -> None:
    start = datetime(2027, 1, 14, 22, tzinfo=UTC)
    part = axis.whole(start, start + timedelta(hours=2), 60, 530)
    assert [t.text for t in axis.ticks(part, STOCKHOLM, 46)] == [
        "23:00", "23:20", "23:40", "15 jan", "00:20", "00:40", "01:00",
    ]  # fmt: skip


def test_the_repeated_hour_of_the_autumn_night_has_its_ticks() -> None:
    start = datetime(2027, 10, 30, 23, 30, tzinfo=UTC)
    part = axis.whole(start, start + timedelta(hours=3), 60, 530)
    assert [t.text for t in axis.ticks(part, STOCKHOLM, 70)] == [
        "01:30",
        "02:00 s",
        "02:30 s",
        "02:00 n",
        "02:30 n",
        "03:00",
        "03:30",
    ]
