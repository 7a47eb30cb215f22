"""Times that bound a search, as people write them: `14.00`, `igår 23`, `13/1`, `20 min`. No Qt here."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from crisisdesk.base import swedish
from crisisdesk.base.times import parse_moment
from crisisdesk.kernel.fact import Recorded

Edge = Literal["since", "until"]

_SPAN: Final = re.compile(r"(?:senaste |sista )?(\d{1,3}) ?(?:min|minuter|minut)$")
_HOURS: Final = re.compile(r"(?:senaste |sista )?(\d{1,3}) ?(?:h|tim|timmar|timme|timmen)$")
_OLD: Final = timedelta(hours=24)
_LOOKED_THROUGH: Final = 300  # lines; an evaluation writes fewer


def bound(text: str, edge: Edge, now: datetime, zone: str) -> datetime | None:
    """Return the moment (UTC) that bounds the period, None when the text means none.

    A clock time is the last one that was; a day alone means its beginning or its end, by the edge. `until`
    takes the whole minute with it, and in the repeated hour of the autumn night the later of the two.
    """
    said = " ".join(text.split()).lower()
    if found := _SPAN.match(said):
        return now - timedelta(minutes=int(found[1]))
    if found := _HOURS.match(said):
        return now - timedelta(hours=int(found[1]))
    moment = parse_moment(said, now, zone, future=False)
    if moment is not None:
        return _to_edge(moment, edge, zone)
    day = parse_moment(f"{said} 00:00", now, zone, future=False)
    return _edge_of_day(day, edge, zone) if day is not None else None


def reference(now: datetime, lines: Sequence[Recorded]) -> datetime:
    """Return the moment that clock times are understood from: now while the incident goes on, afterwards the
    last of its lines. The few lines of an evaluation, days later, are not the incident.
    """
    first = max(len(lines) // 2, len(lines) - _LOOKED_THROUGH)
    later = now
    for recorded in reversed(lines[first:]):
        if later - recorded.recorded_at >= _OLD:
            return recorded.recorded_at
        later = recorded.recorded_at
    return now


def worded(text: str, edge: Edge, now: datetime, zone: str, today: datetime) -> str:
    """Return the bound as it was understood, `tor 14:00`; the text with a question mark when it was not."""
    found = bound(text, edge, now, zone)
    if found is None:
        return f"{text}?"
    return swedish.near(found if edge == "since" else found - timedelta(minutes=1), zone, today)


def _edge_of_day(begins: datetime, edge: Edge, zone: str) -> datetime:
    if edge == "since":
        return begins
    # By the wall clock: a day of 23 or 25 hours ends at midnight too.
    return (begins.astimezone(ZoneInfo(zone)) + timedelta(days=1)).astimezone(UTC)


def _to_edge(moment: datetime, edge: Edge, zone: str) -> datetime:
    if edge == "since":
        return moment
    later = moment.astimezone(ZoneInfo(zone)).replace(fold=1)
    return later.astimezone(UTC) + timedelta(minutes=1)
