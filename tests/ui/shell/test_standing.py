"""The window opens on the place where the user stood."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from crisisdesk.session.last_place import LastPlace, Place
from crisisdesk.session.opening import Opened
from crisisdesk.ui.shell.host import Host
from tests.support.window_play import Desk

NOON = datetime(2027, 1, 14, 12, 0, tzinfo=UTC)


def at(wall: datetime) -> Host:
    return Host(wall=lambda: wall)


def test_it_opens_where_the_last_one_was_closed(make_desk: Callable[..., Desk]) -> None:
    first = make_desk(host=at(NOON))
    first.window.travel.go("decisions")
    first.made["decisions"].chosen = "decision:7"
    first.window.close()
    second = make_desk(host=at(NOON + timedelta(hours=3)))
    assert second.window.frame.deck.current == "decisions"
    assert second.made["decisions"].places == ["decision:7"]
    assert list(second.made) == ["decisions"]


def test_where_the_user_stands_is_kept_within_a_second(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(host=at(NOON))
    desk.window.travel.go("log")
    desk.made["log"].chosen = "line:2"
    desk.window.pulse.beat()
    assert LastPlace(desk.path).left(NOON) == Place(screen="log", thing="line:2")


def test_another_day_it_begins_at_the_phase_that_is_next(make_desk: Callable[..., Desk]) -> None:
    first = make_desk(host=at(NOON))
    first.window.travel.go("log")
    first.window.close()
    assert make_desk(host=at(NOON + timedelta(days=2))).window.frame.deck.current == "phase:1"


def test_a_screen_that_is_gone_or_a_file_that_is_torn_stops_nothing(
    make_desk: Callable[..., Desk], caplog: pytest.LogCaptureFixture
) -> None:
    desk = make_desk(host=at(NOON))
    desk.window.close()
    LastPlace(desk.path).keep(Place(screen="phase:99"), NOON)
    desk = make_desk(host=at(NOON))
    assert desk.window.frame.deck.current == "phase:1"
    desk.window.close()
    desk.path.with_name(f"{desk.path.name}.plats").write_text("{")
    assert make_desk(host=at(NOON)).window.frame.deck.current == "phase:1"
    assert "platsen går inte att läsa" in caplog.text
    caplog.clear()


def test_back_leads_nowhere_from_where_it_opened(make_desk: Callable[..., Desk]) -> None:
    first = make_desk(host=at(NOON))
    first.window.travel.go("tasks")
    first.window.close()
    assert not make_desk(host=at(NOON)).window.travel.back()


def test_what_is_only_read_keeps_no_place(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    read = Opened(path=desk.path.with_name("läst.crisisdesk"), session=desk.session)
    again = make_desk(opened=read, host=at(NOON))
    again.window.travel.go("log")
    again.window.close()
    assert not [path for path in desk.path.parent.iterdir() if path.name.startswith("läst")]
