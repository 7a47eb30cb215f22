"""A sign of life beside the open incident: after a crash it says until when the program ran."""

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.files import read_if_there, remove, write_whole
from crisisdesk.base.record import Record

SUFFIX = ".heartbeat"
EVERY = timedelta(seconds=30)
"""How often the sign is given (limits: a heartbeat every 30 s dates an interruption)."""


class Beat(Record, kw_only=True):
    """When the program was last known to run: in the incident's time, and on the wall (both UTC)."""

    at: datetime
    wall: datetime


class Heartbeat:
    """The sign of one incident. The file stands while the incident is open; left behind, it tells of
    a crash.
    """

    def __init__(self, incident: Path) -> None:
        self._path = incident.with_name(f"{incident.name}{SUFFIX}")

    def beat(self, at: datetime, wall: datetime) -> None:
        """Say that the program runs; WorldFault when the disk refuses."""
        write_whole(self._path, msgspec.json.encode(Beat(at=at, wall=wall)), sync=False)

    def left(self) -> Beat | None:
        """Return the sign that was left behind, None when the incident was closed in order."""
        content = read_if_there(self._path)
        if content is None:
            return None
        try:
            return msgspec.json.decode(content, type=Beat)
        except msgspec.MsgspecError as error:
            raise BadInput(f"{self._path.name}: går inte att läsa: {error}.") from error

    def stop(self) -> None:
        """Take the sign away: the incident is closed in order."""
        remove(self._path)


class Interruption(Record, kw_only=True):
    """How long the log stood still (UTC)."""

    since: datetime
    until: datetime


def interruption(left: Beat | None, saved_at: datetime | None, now: datetime) -> Interruption | None:
    """Return the interruption that a left sign tells of, None when the incident was closed in order.

    It began with the last thing known: the sign, or a fact recorded after it. A clock set back since then
    gives one of no length rather than none.
    """
    if left is None:
        return None
    since = max(left.at, saved_at) if saved_at is not None else left.at
    return Interruption(since=since, until=max(since, now))
