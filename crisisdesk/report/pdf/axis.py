"""Where the marks, labels and ticks of a time axis go: plain arithmetic, nothing drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from typing import Final, NamedTuple

from crisisdesk.base import swedish
from crisisdesk.report.document import Mark

_DAY: Final = 86_400
_STEPS: Final = (60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, _DAY, 2 * _DAY, 7 * _DAY)
_SHORTEST: Final = timedelta(minutes=10)
_MOST_STRIPS: Final = 4
_SHORTEST_STRIP: Final = timedelta(minutes=45)

ICON_ROWS: Final = 3
LABEL_TIERS: Final = 6
BESIDE: Final = 3.0
"""How far beside its leader a label stands, in pt."""

LEADER_GAP: Final = 2.0
"""The least room between a leader and a label, in pt."""


class Tick(NamedTuple):
    """A small line at `x` with its clock time, or its date at midnight."""

    x: float
    text: str


class Placed(NamedTuple):
    """A mark at `x`: its icon in a row from 0 upwards (None: only a point), its label in a tier likewise."""

    mark: Mark
    x: float
    row: int | None
    tier: int | None
    label_x: float
    label_width: float


@dataclass(frozen=True)
class Strip:
    """A stretch of time drawn from x = `left` to `right`."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, moment: datetime) -> float:
        """Return where the moment stands; by time stamps, so that the autumn night has its extra hour."""
        begin = self.start.timestamp()
        return self.left + (moment.timestamp() - begin) / (self.end.timestamp() - begin) * (
            self.right - self.left
        )


@dataclass(frozen=True)
class Fit:
    """How labels and icons are measured: the width of a label and an icon, the least room between labels."""

    width_of: Callable[[str], float]
    icon: float
    gap: float


class Way(NamedTuple):
    """A way to give out the room: in which order, and whether labels stand over their marks or beside."""

    over: bool
    order: Callable[[Mark], tuple[float, float]]


def _heaviest(mark: Mark) -> tuple[float, float]:
    return -mark.weight, mark.at.timestamp()


def _first(mark: Mark) -> tuple[float, float]:
    return mark.at.timestamp(), 0.0


def _last(mark: Mark) -> tuple[float, float]:
    return -mark.at.timestamp(), 0.0


_WAYS: Final = tuple(Way(over, order) for over in (True, False) for order in (_heaviest, _first, _last))


def whole(start: datetime, end: datetime, left: float, right: float) -> Strip:
    """Return the strip of the whole time, of ten minutes at the least."""
    return Strip(start, max(end, start + _SHORTEST), left, right)


def divided(strip: Strip, count: int) -> list[Strip]:
    """Return the strip's time in `count` strips of equal length, to be drawn below each other."""
    part = (strip.end - strip.start) / count
    edges = [strip.start + part * i for i in range(count)] + [strip.end]
    return [Strip(a, b, strip.left, strip.right) for a, b in pairwise(edges)]


def arrange(marks: Sequence[Mark], strip: Strip, fit: Fit, now: datetime | None) -> list[list[Placed]]:
    """Return the marks in as few strips as let every label find room, or in those that lose fewest.

    Labels stand over their marks where that gives all of them room, else beside their leaders.
    """
    best: list[list[Placed]] = []
    for count, way in product(range(1, _strips(strip) + 1), _WAYS):
        placed = [
            place(_within(marks, part, last=index == count - 1), part, fit, now, way)
            for index, part in enumerate(divided(strip, count))
        ]
        if not best or left_out(placed) < left_out(best):
            best = placed
        if not left_out(best):
            break
    return best


def _strips(strip: Strip) -> int:
    """Return how many strips the time may be divided into."""
    return min(_MOST_STRIPS, max(1, int((strip.end - strip.start) / _SHORTEST_STRIP)))


def _within(marks: Sequence[Mark], strip: Strip, *, last: bool) -> list[Mark]:
    return [m for m in marks if strip.start <= m.at and (m.at < strip.end or (last and m.at == strip.end))]


def left_out(placed: Sequence[Sequence[Placed]]) -> int:
    """Return how many labels found no room."""
    return sum(1 for part in placed for p in part if p.mark.label and p.tier is None)


def place(
    marks: Sequence[Mark], strip: Strip, fit: Fit, now: datetime | None = None, way: Way | None = None
) -> list[Placed]:
    """Place the marks, in order of time, so that no two icons, no two labels and no leader and label overlap.

    The marks choose in the order of the way, else the heaviest first. A label without room has no tier.
    """
    way = way or _WAYS[0]
    rows = _Stack(ICON_ROWS, strip)
    tiers = _Stack(LABEL_TIERS, strip)
    if now is not None and strip.start <= now <= strip.end:
        tiers.block(strip.x(now))
    order = sorted(marks, key=way.order)
    placed = [_place(mark, strip.x(mark.at), fit, rows, tiers, over=way.over) for mark in order]
    return sorted(placed, key=lambda p: p.x)


def _place(mark: Mark, x: float, fit: Fit, rows: "_Stack", tiers: "_Stack", *, over: bool) -> Placed:
    row = rows.take(x - fit.icon / 2, x + fit.icon / 2)
    if not mark.label:
        return Placed(mark, x, row, None, x, 0.0)
    width = fit.width_of(mark.label)
    beside = (x + BESIDE, x - width - BESIDE)
    wishes = (x - width / 2, x - 2, x - width + 2) if over else beside
    for tier, left in product(range(LABEL_TIERS), wishes):
        if tiers.take_label(tier, left, left + width, fit.gap, leader=x):
            return Placed(mark, x, row, tier, left, width)
    return Placed(mark, x, row, None, x, width)


class _Stack:
    """What is taken in tiers above each other. A leader goes from its label down through the tiers below."""

    def __init__(self, tiers: int, strip: Strip) -> None:
        self._left, self._right = strip.left, strip.right
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(tiers)]

    def block(self, x: float) -> None:
        """Let nothing cross x."""
        for taken in self._taken:
            taken.append((x, x))

    def take(self, left: float, right: float) -> int | None:
        """Take room in the lowest tier that has it; return the tier."""
        for tier in range(len(self._taken)):
            if self._is_free(tier, left, right, 0.0):
                self._taken[tier].append((left, right))
                return tier
        return None

    def take_label(self, tier: int, left: float, right: float, gap: float, leader: float) -> bool:
        """Take room for a label in the tier, and for its leader below; return whether there was any."""
        inside = self._left <= left and right <= self._right
        if not inside or not self._is_free(tier, left, right, gap):
            return False
        if not all(self._lets_through(lower, leader) for lower in range(tier)):
            return False
        self._taken[tier].append((left, right))
        for lower in range(tier):
            self._taken[lower].append((leader, leader))
        return True

    def _lets_through(self, tier: int, x: float) -> bool:
        """Return whether a leader may stand at x: clear of labels; another leader may stand there too."""
        return all(a == b or x <= a - LEADER_GAP or x >= b + LEADER_GAP for a, b in self._taken[tier])

    def _is_free(self, tier: int, left: float, right: float, gap: float) -> bool:
        near = (LEADER_GAP if a == b else gap for a, b in self._taken[tier])
        return all(
            right + room <= a or left - room >= b
            for room, (a, b) in zip(near, self._taken[tier], strict=True)
        )


def ticks(strip: Strip, zone: str, room: float) -> list[Tick]:
    """Return ticks at round local times, at least `room` pt apart."""
    seconds = strip.end.timestamp() - strip.start.timestamp()
    least = seconds / (strip.right - strip.left) * room
    step = next((s for s in _STEPS if s >= least), _STEPS[-1] * (int(least // _STEPS[-1]) + 1))
    moments = (at for at in _moments(strip, zone, step) if strip.start <= at <= strip.end)
    return [Tick(strip.x(at), _tick_text(at, step)) for at in moments]


def _moments(strip: Strip, zone: str, step: int) -> Iterator[datetime]:
    """Yield round local times from midnight before the strip to its end."""
    midnight = swedish.local(strip.start, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    at = midnight
    while at <= strip.end:
        yield at
        # Up to an hour true time passes, so that the repeated autumn hour has its ticks.
        ahead = timedelta(seconds=step)
        at = (at.astimezone(UTC) + ahead).astimezone(midnight.tzinfo) if step <= 3600 else at + ahead


def _tick_text(at: datetime, step: int) -> str:
    if step >= _DAY or (at.hour == 0 and at.minute == 0):
        return f"{at.day} {swedish.MONTHS[at.month - 1][:3]}"
    return f"{at:%H:%M}"
