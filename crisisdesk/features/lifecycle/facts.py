"""What can have happened to the incident as a whole."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.fact import Fact
from crisisdesk.plan.content import Plan


class IncidentStarted(Fact, kw_only=True):
    """The alarm came. `scenario` names the exercise's scenario ("" for the real thing)."""

    KIND: ClassVar[str] = "lifecycle.incident_started"
    TEXTS: ClassVar[tuple[str, ...]] = ("name",)

    incident: str
    own_number: str
    name: str
    exercise: bool
    scenario: str = ""
    program: str = ""


class PlanAdopted(Fact, kw_only=True):
    """The plan that the incident keeps, whole: a later version of the plan does not touch it."""

    KIND: ClassVar[str] = "lifecycle.plan_adopted"

    plan: Plan


class IncidentNamed(Fact, kw_only=True):
    """The incident got another name."""

    KIND: ClassVar[str] = "lifecycle.incident_named"
    TEXTS: ClassVar[tuple[str, ...]] = ("name",)

    name: str


class RegistryNumberSet(Fact, kw_only=True):
    """The registry gave the case its number (diarienummer)."""

    KIND: ClassVar[str] = "lifecycle.registry_number_set"

    registry_number: str


class KeeperChanged(Fact, kw_only=True):
    """Another keeps the log: lines from here on carry this sign. `before` is "" for the first."""

    KIND: ClassVar[str] = "lifecycle.keeper_changed"
    TEXTS: ClassVar[tuple[str, ...]] = ("sign", "before")

    sign: str
    before: str = ""


class KeeperHandedOver(Fact, kw_only=True):
    """The log went from one keeper to another: both read what is open, and both signed."""

    KIND: ClassVar[str] = "lifecycle.keeper_handed_over"
    TEXTS: ClassVar[tuple[str, ...]] = ("sign", "before")

    sign: str
    before: str


class KeeperTakenOver(Fact, kw_only=True):
    """Another took the log over without the sign of the one before, and why."""

    KIND: ClassVar[str] = "lifecycle.keeper_taken_over"
    TEXTS: ClassVar[tuple[str, ...]] = ("sign", "before", "reason")

    sign: str
    before: str
    reason: str


class LogInterrupted(Fact, kw_only=True):
    """The program was away from `since` to `until` (UTC): killed, or without power."""

    KIND: ClassVar[str] = "lifecycle.log_interrupted"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    since: datetime
    until: datetime
    reason: str = ""


class ClockMoved(Fact, kw_only=True):
    """The computer's clock jumped by `seconds` against one that counts on (negative: backwards)."""

    KIND: ClassVar[str] = "lifecycle.clock_moved"

    seconds: int


class ComputerSlept(Fact, kw_only=True):
    """The computer slept from `since` to `until` (UTC)."""

    KIND: ClassVar[str] = "lifecycle.computer_slept"

    since: datetime
    until: datetime


class IncidentClosed(Fact, kw_only=True):
    """Chair and keeper signed; `carries` names what was open and is carried over, such as `decision:3`."""

    KIND: ClassVar[str] = "lifecycle.incident_closed"
    TEXTS: ClassVar[tuple[str, ...]] = ("chair", "keeper", "note")

    chair: str
    keeper: str
    carries: tuple[str, ...] = ()
    note: str = ""


class IncidentReopened(Fact, kw_only=True):
    """The closed file was opened for work again, and why."""

    KIND: ClassVar[str] = "lifecycle.incident_reopened"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    reason: str
