"""Where in the window the user stood: a small file beside the incident, so that the next start is there."""

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.files import read_if_there, write_whole
from crisisdesk.base.record import Record

SUFFIX = ".plats"
HOLDS = timedelta(days=1)
"""How long a place is worth coming back to: the day after, what is next in turn is a better beginning."""
_STAMP_AGAIN = timedelta(minutes=10)
"""How often the same place is written again: who stands long at one place stands there still."""


class Place(Record, kw_only=True):
    """The key of a screen and the thing on it, such as `line:23` ("" for none)."""

    screen: str
    thing: str = ""


class _Stood(Record, kw_only=True):
    """A place, and when somebody was known to stand there (wall clock, UTC)."""

    place: Place
    wall: datetime


class LastPlace:
    """The place of one incident. It outlives the program, however that ends."""

    def __init__(self, incident: Path) -> None:
        self._path = incident.with_name(f"{incident.name}{SUFFIX}")
        self._kept: _Stood | None = None

    def keep(self, place: Place, wall: datetime) -> None:
        """Keep the place when it is another than before, or was kept long ago; WorldFault when it cannot be.

        After a fault it is not tried again until one of the two holds anew: the disk has better to do.
        """
        kept = self._kept
        if kept is not None and kept.place == place and abs(wall - kept.wall) < _STAMP_AGAIN:
            return
        self._kept = _Stood(place=place, wall=wall)
        write_whole(self._path, msgspec.json.encode(self._kept), sync=False)

    def left(self, wall: datetime) -> Place | None:
        """Return where the user stood, None when nobody did within a day of the wall clock.

        BadInput when the file is no place, WorldFault when it cannot be read.
        """
        content = read_if_there(self._path)
        if content is None:
            return None
        try:
            stood = msgspec.json.decode(content, type=_Stood)
        except msgspec.MsgspecError as error:
            raise BadInput(f"{self._path.name}: platsen går inte att läsa: {error}.") from error
        return stood.place if abs(wall - stood.wall) < HOLDS else None
