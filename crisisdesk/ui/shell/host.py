"""What the window asks of the computer: handed in by the program, so that the shell asks no system itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crisisdesk.ui.shell.status_rows import NO_COPY, Battery, Instrument


def _no_battery() -> Battery | None:
    return None


def _no_copy() -> Instrument:
    return NO_COPY


def _wall() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Host:
    """`battery` is None where it cannot be read; `copy` says how old the second copy is.

    `export` writes the incident's facts for a report; without it nothing can be printed.
    """

    wall: Callable[[], datetime] = _wall
    battery: Callable[[], Battery | None] = _no_battery
    copy: Callable[[], Instrument] = _no_copy
    export: Callable[[Path], None] | None = None
