"""The board at any minute or fact, as ready rows; and the track that a slider runs on. No Qt here."""

from bisect import bisect_right
from datetime import datetime, timedelta
from typing import Final

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.base.times import parse_moment
from crisisdesk.features import decisions, lifecycle
from crisisdesk.features.board.state import BoardState
from crisisdesk.incident import milestones
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.board_rows import BoardRows, Picture, picture_rows, since
from crisisdesk.incident.state import State

MINUTE: Final = timedelta(minutes=1)
_LAST_INSTANT: Final = timedelta(microseconds=1)


class Moment(Record, kw_only=True):
    """A moment of the past (UTC): a whole minute, or with `seq` the very fact; `words` say what it is."""

    at: datetime
    seq: int = 0
    words: str = ""


class Track(Record, kw_only=True):
    """What the slider runs on, in whole minutes (UTC): from the alarm to now, and when the board changed."""

    start: datetime
    end: datetime
    changes: tuple[datetime, ...]

    @property
    def minutes(self) -> int:
        """Return how many minutes it is long."""
        return round((self.end - self.start) / MINUTE)

    def held(self, at: datetime) -> datetime:
        """Return the minute of the moment, kept within the track."""
        return min(max(minute(at), self.start), self.end)

    def change_beside(self, at: datetime, step: int) -> datetime:
        """Return the last change before the minute (`step` -1) or the first after it (1), else the end."""
        if step < 0:
            return max((c for c in self.changes if c < at), default=self.start)
        return min((c for c in self.changes if c > at), default=self.end)


def minute(at: datetime) -> datetime:
    """Return the whole minute that the moment lies in."""
    return at.replace(second=0, microsecond=0)


def track(state: State, past: BoardPast, now: datetime) -> Track:
    """Return the track at the moment `now` (UTC)."""
    end = minute(max(milestones.ended(state, now), state[lifecycle.FEATURE].started_at or now))
    start = minute(state[lifecycle.FEATURE].started_at or now)
    changes = tuple(dict.fromkeys(min(max(minute(at), start), end) for at in past.changes()))
    return Track(start=start, end=end, changes=changes)


def moment_at(state: State, at: datetime, now: datetime) -> Moment:
    """Return the minute as a moment, in words."""
    return Moment(at=minute(at), words=swedish.near(at, state.zone, now))


def moment_of(state: State, past: BoardPast, place: str, now: datetime) -> Moment | None:
    """Return the moment that a place names: `past:decision:7`, `past:line:23`, `past:14:10`, `board:@123`.

    None when there is no such moment.
    """
    kind, _, rest = place.partition(":")
    if kind == "board":
        number = rest.removeprefix("@")
        return _of_fact(state, int(number), "", now) if rest != number and number.isdecimal() else None
    thing, _, number = rest.partition(":")
    if thing in ("decision", "line"):
        return _of_thing(state, thing, int(number), now) if number.isdecimal() else None
    at = parse_moment(rest, now, state.zone, future=False)
    return moment_at(state, track(state, past, now).held(at), now) if at is not None else None


def _of_thing(state: State, thing: str, number: int, now: datetime) -> Moment | None:
    line, words = number, f"rad {number}"
    if thing == "decision":
        decision = state[decisions.FEATURE].decisions.get(number)
        line, words = (decision.number if decision is not None else 0), f"beslut {number}"
    if not 0 < line <= len(state.timeline.lines):
        return None
    return _of_fact(state, state.timeline.line(line).seq, words, now)


def _of_fact(state: State, seq: int, words: str, now: datetime) -> Moment | None:
    """Return the moment of a fact: when it was recorded, in the order of recording."""
    if not 0 < seq <= state.facts:
        return None
    lines = state.timeline.lines
    before = bisect_right(lines, seq, key=lambda recorded: recorded.seq)
    at = lines[before - 1].recorded_at if before else now
    clock = swedish.near(at, state.zone, now)
    return Moment(at=at, seq=seq, words=f"{clock}, {words}" if words else clock)


def board_at(past: BoardPast, moment: Moment) -> BoardState:
    """Return the board of the moment: at the end of its minute, or after its fact."""
    if moment.seq:
        return past.after(moment.seq)
    return past.at(minute(moment.at) + MINUTE - _LAST_INSTANT)


def past_rows(state: State, past: BoardPast, moment: Moment, now: datetime) -> BoardRows:
    """Return the board of the moment, with what was new and changed then since the last frozen one."""
    found = board_at(past, moment)
    changes = found.since_frozen()
    picture = Picture(
        cards=found.pinned(),
        changes=changes,
        worst=found.forecast.get("worst", ""),
        likely=found.forecast.get("likely", ""),
        at=moment.at,
        words=f"Tavlan {moment.words}",
        changed=since(len(found.frozen), changes) if found.frozen else "",
    )
    return picture_rows(state, picture, now)
