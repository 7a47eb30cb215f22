"""What the status line says: the honest instruments. No Qt here."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.tokens import Tone

LOW = 20
"""Percent: from here on the battery is told of."""


class Instrument(Record, kw_only=True):
    """One instrument: icon, words, tone; nothing is shown without words."""

    words: str = ""
    icon: str = ""
    tone: Tone = "neutral"


class Battery(Record, kw_only=True):
    """The computer's battery: percent left, and whether it is being charged."""

    percent: int
    charging: bool


def saved(saved_at: datetime | None, zone: str, *, failed: bool, read_only: bool) -> Instrument:
    """Return when the last line was on disk; a failure is said until the next one is."""
    if read_only:
        return Instrument(words="Öppnad för läsning", icon="eye-off", tone="warn")
    at = swedish.clock(saved_at, zone, seconds=True) if saved_at is not None else ""
    if failed:
        return Instrument(words=f"Inte sparat. Senast {at}" if at else "Inte sparat", icon="x", tone="alarm")
    if not at:
        return Instrument(words="Inget sparat än", icon="save")
    return Instrument(words=f"Sparat {at}", icon="check", tone="ok")


def plan_version(state: State) -> Instrument:
    """Return which version of the plan the incident keeps."""
    return Instrument(words=f"Krisplan {state.plan.plan.version}", icon="book-open")


def battery(left: Battery | None) -> Instrument:
    """Return the battery when it runs low; nothing while it is charged or well filled."""
    if left is None or left.charging or left.percent > LOW:
        return Instrument()
    tone: Tone = "alarm" if left.percent <= LOW // 2 else "warn"
    return Instrument(words=f"Batteri {left.percent} %", icon="battery-low", tone=tone)


NO_COPY = Instrument(words="Ingen kopia", icon="unplug", tone="warn")
