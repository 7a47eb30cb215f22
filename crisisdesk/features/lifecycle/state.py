"""Where the incident stands, folded from its facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.lifecycle import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds
from crisisdesk.plan.content import Plan


class LifecycleState(Kept):
    """The incident as a whole. Times are UTC; `started_at` is None before the first fact."""

    incident: str = ""
    own_number: str = ""
    registry_number: str = ""
    name: str = ""
    exercise: bool = False
    scenario: str = ""
    zone: str = "Europe/Stockholm"
    plan: Plan | None = None
    keeper: str = ""
    keepers: list[tuple[datetime, str]] = field(default_factory=list[tuple[datetime, str]])
    started_at: datetime | None = None
    closed_at: datetime | None = None
    closing: facts.IncidentClosed | None = None
    closing_seq: int = 0
    reopened: list[tuple[datetime, str]] = field(default_factory=list[tuple[datetime, str]])
    interruptions: list[facts.LogInterrupted] = field(default_factory=list[facts.LogInterrupted])

    @property
    def closed(self) -> bool:
        """Return whether the file is closed for everything but the evaluation."""
        return self.closed_at is not None


def _started(state: LifecycleState, fact: facts.IncidentStarted, recorded: Recorded) -> None:
    state.incident = fact.incident
    state.own_number = fact.own_number
    state.name = fact.name
    state.exercise = fact.exercise
    state.scenario = fact.scenario
    state.zone = recorded.zone
    state.started_at = recorded.happened_at


def _plan_adopted(state: LifecycleState, fact: facts.PlanAdopted, recorded: Recorded) -> None:
    state.plan = fact.plan


def _named(state: LifecycleState, fact: facts.IncidentNamed, recorded: Recorded) -> None:
    state.name = fact.name


def _registered(state: LifecycleState, fact: facts.RegistryNumberSet, recorded: Recorded) -> None:
    state.registry_number = fact.registry_number


def _keeper_changed(
    state: LifecycleState,
    fact: facts.KeeperChanged | facts.KeeperHandedOver | facts.KeeperTakenOver,
    recorded: Recorded,
) -> None:
    state.keeper = fact.sign
    state.keepers.append((recorded.happened_at, fact.sign))


def _interrupted(state: LifecycleState, fact: facts.LogInterrupted, recorded: Recorded) -> None:
    state.interruptions.append(fact)


def _noted(state: LifecycleState, fact: object, recorded: Recorded) -> None:
    """The line itself is all there is to keep."""


def _closed(state: LifecycleState, fact: facts.IncidentClosed, recorded: Recorded) -> None:
    state.closed_at = recorded.happened_at
    state.closing = fact
    state.closing_seq = recorded.seq


def _reopened(state: LifecycleState, fact: facts.IncidentReopened, recorded: Recorded) -> None:
    state.closed_at = None
    state.reopened.append((recorded.happened_at, fact.reason))


FOLDS: Folds[LifecycleState] = {
    facts.IncidentStarted: _started,
    facts.PlanAdopted: _plan_adopted,
    facts.IncidentNamed: _named,
    facts.RegistryNumberSet: _registered,
    facts.KeeperChanged: _keeper_changed,
    facts.KeeperHandedOver: _keeper_changed,
    facts.KeeperTakenOver: _keeper_changed,
    facts.LogInterrupted: _interrupted,
    facts.ClockMoved: _noted,
    facts.ComputerSlept: _noted,
    facts.IncidentClosed: _closed,
    facts.IncidentReopened: _reopened,
}
