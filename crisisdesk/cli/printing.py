"""What the commands share: reading an incident file, the time that a report is printed at."""

from datetime import UTC, datetime
from pathlib import Path

from crisisdesk.base.errors import BadInput
from crisisdesk.compose import head_at, library
from crisisdesk.features import lifecycle
from crisisdesk.incident.state import State
from crisisdesk.session.session import Head, Session


def read(path: Path) -> Session:
    """Return the incident in the file, read from a copy; BadInput when there is no such file."""
    if not path.is_file():
        raise BadInput(f"Filen {path} finns inte.")
    return library(path.parent).read(path)


def printed_at(state: State) -> datetime:
    """Return the time to print on a report (UTC): an exercise's own, so that a replay prints the same."""
    lines = state.timeline.lines
    if state[lifecycle.FEATURE].exercise and lines:
        return lines[-1].recorded_at
    return datetime.now(UTC)


def closing_head(path: Path, state: State) -> Head | None:
    """Return the head at the closing of the incident in the file, None while it is open."""
    life = state[lifecycle.FEATURE]
    return head_at(path, life.closing_seq) if life.closed else None
