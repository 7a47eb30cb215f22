"""Opening an incident notes what interrupted it, and an exercise goes on in its own time."""

from datetime import timedelta
from pathlib import Path

import pytest

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import MemoryJournals, load_plan
from crisisdesk.features import lifecycle, log
from crisisdesk.plan.content import Plan
from crisisdesk.session import opening, scenario
from crisisdesk.session.heartbeat import Heartbeat
from crisisdesk.session.library import Library
from crisisdesk.session.session import Session
from tests.support.incident_play import ALARM

MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(ALARM)


@pytest.fixture
def library(tmp_path: Path, clock: SetClock) -> Library:
    return Library(tmp_path, MemoryJournals(), clock)


def said(session: Session) -> list[str]:
    return [r.line.text for r in session.state.timeline.lines if r.line is not None]


def test_a_real_incident_starts_with_one_call(library: Library, plan: Plan) -> None:
    opened = opening.start_real(library, plan)
    assert not opened.session.state[lifecycle.FEATURE].exercise
    assert opened.simulated is None
    assert not opened.read_only


def test_an_incident_closed_in_order_goes_on_without_a_word(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    path = opening.start_real(library, plan).path
    clock.advance(60 * MINUTE)
    opened = opening.go_on(library, path, clock)
    assert len(said(opened.session)) == 1
    assert opened.session.now == ALARM + 60 * MINUTE


def test_a_killed_program_is_noted_from_the_last_sign_of_life(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    path = opening.start_real(library, plan).path
    Heartbeat(path).beat(ALARM + 10 * MINUTE, ALARM + 10 * MINUTE)
    clock.advance(23 * MINUTE)
    opened = opening.go_on(library, path, clock)
    assert said(opened.session)[-1] == "Avbrott 13:15–13:28. Loggen fortsätter."


def test_a_line_after_the_last_sign_dates_the_interruption(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    started = opening.start_real(library, plan)
    Heartbeat(started.path).beat(ALARM, ALARM)
    clock.advance(12 * MINUTE)
    started.session.execute(log.commands.Record(text="rök"))
    clock.advance(MINUTE)
    opened = opening.go_on(library, started.path, clock)
    assert said(opened.session)[-1] == "Avbrott 13:17–13:18. Loggen fortsätter."


def test_a_closed_incident_is_not_written_in(library: Library, plan: Plan, clock: SetClock) -> None:
    started = opening.start_real(library, plan)
    started.session.execute(lifecycle.commands.Close(chair="LS", keeper="MK"))
    Heartbeat(started.path).beat(ALARM, ALARM)
    before = said(started.session)
    assert said(opening.go_on(library, started.path, clock).session) == before


def test_a_sign_that_cannot_be_read_is_told_and_stops_nothing(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    path = opening.start_real(library, plan).path
    path.with_name(f"{path.name}.heartbeat").write_text("?")
    opened = opening.go_on(library, path, clock)
    assert "heartbeat" in opened.notices[0]


def test_an_exercise_goes_on_from_where_it_stood(library: Library, plan: Plan, clock: SetClock) -> None:
    story = scenario.load(scenario.shipped()[0])
    started = opening.start_exercise(library, plan, story)
    assert started.simulated is not None
    started.simulated.jump(story.start + 40 * MINUTE)
    started.session.execute(log.commands.Record(text="rök"))
    clock.advance(timedelta(days=3))
    opened = opening.go_on(library, started.path, clock)
    assert opened.scenario == story
    assert timedelta(0) <= opened.session.now - (story.start + 40 * MINUTE) < MINUTE


def test_an_exercise_whose_program_died_is_taken_up_where_it_would_be(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    story = scenario.load(scenario.shipped()[0])
    started = opening.start_exercise(library, plan, story)
    Heartbeat(started.path).beat(story.start + 10 * MINUTE, clock.now())
    clock.advance(13 * MINUTE)
    opened = opening.go_on(library, started.path, clock)
    assert timedelta(0) <= opened.session.now - (story.start + 23 * MINUTE) < MINUTE
    assert said(opened.session)[-1] == "Avbrott 13:15–13:28. Loggen fortsätter."


def test_an_exercise_left_dead_over_night_does_not_run_away(
    library: Library, plan: Plan, clock: SetClock
) -> None:
    story = scenario.load(scenario.shipped()[0])
    started = opening.start_exercise(library, plan, story)
    Heartbeat(started.path).beat(story.start + 10 * MINUTE, clock.now())
    clock.advance(timedelta(hours=20))
    opened = opening.go_on(library, started.path, clock)
    assert opened.session.now - story.start < 11 * MINUTE


def test_reading_writes_nothing_beside_the_file(library: Library, plan: Plan) -> None:
    path = opening.start_real(library, plan).path
    opened = opening.read(library, path)
    assert opened.read_only
    assert opened.heartbeat is None
