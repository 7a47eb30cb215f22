"""The time axis: zoom, moving, going from mark to mark."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import Mark, TimeAxis
from tests.ui.kit.hands import CTRL, Heard, click, press

NOW = datetime(2027, 1, 14, 13, 32, tzinfo=UTC)


def mark(key: str, minutes: int) -> Mark:
    at = NOW + timedelta(minutes=minutes)
    return Mark(key=key, at=at, kind="meet", label=f"möte {key}", future=minutes > 0)


@pytest.fixture
def axis(qtbot: QtBot, theme: Theme) -> TimeAxis:
    """Return an axis of four hours around now, shown."""
    made = TimeAxis(theme, "Tidsaxel", "Europe/Stockholm")
    made.set_marks([mark("b", 30), mark("a", -60), mark("c", 3000)])
    made.set_now(NOW)
    made.set_span(NOW - timedelta(hours=2), NOW + timedelta(hours=2))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.resize(900, 118)
        made.show()
    return made


def length(axis: TimeAxis) -> timedelta:
    span = axis.span()
    assert span is not None
    return span[1] - span[0]


def test_keys_zoom_within_ten_minutes_and_two_weeks(qtbot: QtBot, axis: TimeAxis) -> None:
    for _ in range(60):
        press(axis, Qt.Key.Key_Plus)
    assert length(axis) == timedelta(minutes=10)
    span = axis.span()
    assert span is not None
    assert span[0] <= NOW <= span[1]
    for _ in range(60):
        press(axis, Qt.Key.Key_Minus)
    assert length(axis) == timedelta(days=14)


def test_ctrl_arrows_move_in_time(qtbot: QtBot, axis: TimeAxis) -> None:
    before = axis.span()
    with qtbot.waitSignal(axis.span_changed):
        press(axis, Qt.Key.Key_Right, CTRL)
    after = axis.span()
    assert before is not None
    assert after is not None
    assert after[0] - before[0] == timedelta(minutes=24)


def test_arrows_go_from_mark_to_mark_and_bring_it_into_sight(qtbot: QtBot, axis: TimeAxis) -> None:
    for expected in ("a", "b", "c", "c"):
        press(axis, Qt.Key.Key_Right)
        assert axis.chosen_key() == expected
    span = axis.span()
    assert span is not None
    assert span[0] <= NOW + timedelta(minutes=3000) <= span[1]
    assert axis.accessibleDescription() == "möte c"
    told = Heard(axis.mark_activated)
    press(axis, Qt.Key.Key_Return)
    assert told.all == [("c",)]


def test_a_click_on_a_mark_says_it(qtbot: QtBot, axis: TimeAxis) -> None:
    spot = next(placed for placed in axis.placed() if placed.mark.key == "a")
    told = Heard(axis.mark_activated)
    click(axis, QPoint(round(spot.x), 43))
    assert told.all == [("a",)]


def test_marks_out_of_sight_are_not_placed(axis: TimeAxis) -> None:
    assert [placed.mark.key for placed in axis.placed()] == ["a", "b"]


def test_a_mark_that_goes_is_no_longer_chosen(axis: TimeAxis) -> None:
    axis.choose("a")
    axis.set_marks([mark("b", 30)])
    assert axis.chosen_key() == ""
    assert not axis.grab().isNull()


def test_a_click_on_a_crowd_tells_all_that_stand_in_it(qtbot: QtBot, axis: TimeAxis) -> None:
    axis.set_marks([mark("a", -60), mark("b", -59), mark("c", -58), mark("d", 30)])
    spot = axis.placed()[0]
    assert spot.mark.label == "möte a +2"
    groups, marks = Heard(axis.group_activated), Heard(axis.mark_activated)
    click(axis, QPoint(round(spot.x), 43))
    assert [keys for keys, _where in groups.all] == [("a", "b", "c")]
    assert marks.all == []
    assert not axis.grab().isNull()


def test_keys_still_go_to_each_mark_of_a_crowd(qtbot: QtBot, axis: TimeAxis) -> None:
    axis.set_marks([mark("a", -60), mark("b", -59), mark("c", -58)])
    for expected in ("a", "b", "c"):
        press(axis, Qt.Key.Key_Right)
        assert axis.chosen_key() == expected
    told = Heard(axis.mark_activated)
    press(axis, Qt.Key.Key_Return)
    assert told.all == [("c",)]


def test_the_moment_that_is_looked_at_comes_into_sight(qtbot: QtBot, axis: TimeAxis) -> None:
    then = NOW - timedelta(hours=9)
    axis.set_then(then)
    span = axis.span()
    assert span is not None
    assert span[0] <= then <= span[1]
    assert not axis.grab().isNull()
    with qtbot.assertNotEmitted(axis.span_changed):
        axis.set_then(then)
        axis.set_then(None)
