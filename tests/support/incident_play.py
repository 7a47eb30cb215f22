"""A whole incident in memory for tests: play commands, look at the state."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import MemoryJournals
from crisisdesk.incident.state import State
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.plan import loader
from crisisdesk.plan.content import Plan
from crisisdesk.session.library import Library
from crisisdesk.session.session import Session

ALARM = datetime(2027, 1, 14, 12, 5, tzinfo=UTC)
"""13:05 in Stockholm, the alarm of the shipped exercise."""


class Incident:
    """An incident on the shipped plan (or another), started at 13:05 on 14 January 2027, keeper MK."""

    def __init__(self, plan: Plan | None = None, *, exercise: bool = True, keeper: str = "MK") -> None:
        self.clock = SetClock(ALARM)
        self.journals = MemoryJournals()
        self.library = Library(Path("memory"), self.journals, self.clock)
        self.path = Path("memory/2027-003.crisisdesk")
        self.session: Session = self.library.start(
            self.path,
            plan or loader.load_shipped(),
            "2027-003",
            name="Brand, vuxenutbildningen hus B",
            exercise=exercise,
        )
        if keeper:
            from crisisdesk.features import lifecycle

            self.do(lifecycle.commands.ChangeKeeper(sign=keeper))

    @property
    def state(self) -> State:
        """Return the incident as it stands."""
        return self.session.state

    @property
    def now(self) -> datetime:
        """Return the incident's time (UTC)."""
        return self.clock.now()

    def wait(self, minutes: float) -> "Incident":
        """Let time pass."""
        self.clock.advance(timedelta(minutes=minutes))
        return self

    def do(self, command: Command) -> Change:
        """Carry a command out."""
        return self.session.execute(command)

    def lines(self) -> list[str]:
        """Return the log as `number kind text`, one string a line."""
        found = self.state.timeline.lines
        return [f"{r.number} {r.line.kind} {r.line.text}" for r in found if r.line is not None]
