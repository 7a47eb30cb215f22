"""Opens and starts incidents with all that belongs to one: its clock, sign of life, drafts, scenario."""

from datetime import datetime, timedelta
from pathlib import Path

from crisisdesk.base.clock import Clock, SimulatedClock
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.record import Value
from crisisdesk.features import lifecycle
from crisisdesk.plan.content import Plan
from crisisdesk.session import scenario as scenarios
from crisisdesk.session.drafts import Drafts
from crisisdesk.session.heartbeat import Beat, Heartbeat, interruption
from crisisdesk.session.library import Library
from crisisdesk.session.scenario import Scenario
from crisisdesk.session.session import Session

GOES_ON_WITHIN = timedelta(hours=1)
"""An exercise whose program died is taken up where it would be now when less time than this has passed."""


class Opened(Value):
    """An incident in hand. `heartbeat` and `drafts` are None when it is only read.

    `simulated` and `scenario` belong to an exercise, `played_until` says how far it had come when it was
    left (None for a new one). `notices` are sentences that the user must see.
    """

    path: Path
    session: Session
    heartbeat: Heartbeat | None = None
    drafts: Drafts | None = None
    simulated: SimulatedClock | None = None
    scenario: Scenario | None = None
    played_until: datetime | None = None
    notices: tuple[str, ...] = ()

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be written."""
        return self.drafts is None


class _LaterClock:
    """Tells another clock's time: which one is known only when the incident has been read."""

    def __init__(self, source: Clock) -> None:
        self.source = source

    @property
    def zone(self) -> str:
        return self.source.zone

    def now(self) -> datetime:
        return self.source.now()


def start_real(library: Library, plan: Plan) -> Opened:
    """Start a real incident now: one call, nothing asked."""
    path, session = library.create(plan)
    return Opened(path=path, session=session, heartbeat=Heartbeat(path), drafts=Drafts(path))


def start_exercise(library: Library, plan: Plan, scenario: Scenario) -> Opened:
    """Start an exercise on the scenario, its clock at the scenario's beginning."""
    clock = SimulatedClock(scenario.start, scenario.zone)
    path, session = library.create(
        plan,
        name=scenario.title,
        exercise=True,
        scenario=scenario.name,
        own_number=scenario.own_number,
        clock=clock,
    )
    return Opened(
        path=path,
        session=session,
        heartbeat=Heartbeat(path),
        drafts=Drafts(path),
        simulated=clock,
        scenario=scenario,
    )


def go_on(library: Library, path: Path, wall: Clock) -> Opened:
    """Open an incident to go on with it, and note an interruption when it was not closed in order.

    Raises WorldFault when it cannot be opened for writing.
    """
    heartbeat = Heartbeat(path)
    clock = _LaterClock(wall)
    session = library.open(path, clock)
    notices: list[str] = []
    left = _left(heartbeat, notices)
    life = session.state[lifecycle.FEATURE]
    known = _last_known(session, left)
    simulated = _exercise_clock(known, left, session.state.zone, wall.now()) if life.exercise else None
    clock.source = simulated or wall
    if not life.closed:
        _note_interruption(session, left, notices)
    return Opened(
        path=path,
        session=session,
        heartbeat=heartbeat,
        drafts=Drafts(path),
        simulated=simulated,
        scenario=_scenario(life.scenario, notices) if life.scenario else None,
        played_until=known if life.exercise else None,
        notices=tuple(notices),
    )


def read(library: Library, path: Path) -> Opened:
    """Open a copy of an incident to look at; the file itself is not touched."""
    return Opened(path=path, session=library.read(path))


def _left(heartbeat: Heartbeat, notices: list[str]) -> Beat | None:
    try:
        return heartbeat.left()
    except WorldFault as fault:
        notices.append(fault.sentence)
        return None


def _last_known(session: Session, left: Beat | None) -> datetime:
    """Return the last moment, in the incident's time, at which the program is known to have run."""
    known = [moment for moment in (session.saved_at, left.at if left else None) if moment is not None]
    return max(known, default=session.now)


def _exercise_clock(known: datetime, left: Beat | None, zone: str, wall: datetime) -> SimulatedClock:
    """Return a clock that goes on from the exercise's last known moment, in its own time."""
    away = wall - left.wall if left is not None else timedelta(0)
    goes_on = timedelta(0) < away < GOES_ON_WITHIN
    return SimulatedClock(known + away if goes_on else known, zone)


def _note_interruption(session: Session, left: Beat | None, notices: list[str]) -> None:
    found = interruption(left, session.saved_at, session.now)
    if found is None:
        return
    try:
        session.execute(lifecycle.commands.NoteInterruption(since=found.since, until=found.until))
    except WorldFault as fault:
        notices.append(fault.sentence)


def _scenario(name: str, notices: list[str]) -> Scenario | None:
    try:
        return scenarios.load(name)
    except WorldFault as fault:
        notices.append(fault.sentence)
        return None
