"""The minutes of a meeting: its agenda with what was said and when each point was done."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base.record import Record
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.plan.content import Plan, Point


class Minute(Record, kw_only=True):
    """A point in the minutes. `depth` is 0 for a point, 1 for one under it; `line` is its line (0: none).

    `closed_at` is UTC, None while the point is open; `secrecy` the provision of the notes ("": open).
    """

    point: str
    number: str
    text: str
    depth: int
    notes: str
    secrecy: str
    closed_at: datetime | None
    line: int


def minutes(meeting: Meeting, plan: Plan) -> tuple[Minute, ...]:
    """Return the points of the meeting's agenda, in order, with what was noted; every point is there."""
    return tuple(_below(meeting, plan.agenda(meeting.agenda).points, 0))


def _below(meeting: Meeting, points: tuple[Point, ...], depth: int) -> Iterator[Minute]:
    for point in points:
        yield _minute(meeting, point, depth)
        yield from _below(meeting, point.points, depth + 1)


def _minute(meeting: Meeting, point: Point, depth: int) -> Minute:
    notes, secrecy = meeting.noted(point.id)
    closed = meeting.closed.get(point.id)
    return Minute(
        point=point.id,
        number=point.number,
        text=point.text,
        depth=depth,
        notes=notes,
        secrecy=secrecy,
        closed_at=closed.at if closed is not None else None,
        line=closed.number if closed is not None else 0,
    )
