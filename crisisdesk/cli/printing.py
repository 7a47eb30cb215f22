"""What the commands share: reading an incident file, the time that a report is printed at."""

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from crisisdesk.base.errors import BadInput
from crisisdesk.compose import head_at, library
from crisisdesk.features import lifecycle
from crisisdesk.incident.state import State
from crisisdesk.session.session import Head, Session


def require_file(path: Path) -> None:
    """Raise BadInput unless there is a file at the path: reading a pipe or a device could last for ever."""
    if not path.exists():
        raise BadInput(f"Filen {path} finns inte.")
    if not path.is_file():
        raise BadInput(f"{path} är ingen fil. En händelse från CrisisDesk väntades.")


def visible(text: str) -> str:
    """Return the text with control characters, and those that turn the reading direction, as their codes.

    A screen would obey them: clear itself, or show the words of the log in another order.
    """
    return "".join(f"\\x{ord(c):02x}" if unicodedata.category(c) == "Cc" else _turned(c) for c in text)


def _turned(character: str) -> str:
    return f"\\u{ord(character):04x}" if character in _TURNING else character


_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def read(path: Path) -> Session:
    """Return the incident in the file, read from a copy; BadInput when there is no such file."""
    require_file(path)
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
