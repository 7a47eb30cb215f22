"""Where the marks, labels and ticks of a time axis go: plain arithmetic, nothing drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise, product
from typing import Final, Literal, NamedTuple

from crisisdesk.base.round_times import round_times
from crisisdesk.report.document import Mark

_SHORTEST: Final = timedelta(minutes=10)
_WIDEST_MARGIN: Final = 120.0
# More than these cannot all find room in a strip anyway.
_MOST_FANNED: Final = 80
_FANS: Final = 12
_MOST_STRIPS: Final = 4
_SHORTEST_STRIP: Final = timedelta(minutes=45)

ICON_ROWS: Final = 3
LABEL_TIERS: Final = 6
BESIDE: Final = 3.0
"""How far beside its leader a label stands, in pt."""

LEADER_GAP: Final = 2.0
"""The least room between a leader and a label, in pt."""

Side = Literal["over", "right", "left"]


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
    """A stretch of time drawn from x = `left` to `right`; labels may reach to `edge`."""

    start: datetime
    end: datetime
    left: float
    right: float
    edge: float

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


class Wish(NamedTuple):
    """A mark and where its label may stand: over it, or beside its leader to the right or the left."""

    mark: Mark
    sides: Sequence[Side]


def whole(start: datetime, end: datetime, left: float, right: float) -> Strip:
    """Return the strip of the whole time, of ten minutes at the least."""
    return Strip(start, max(end, start + _SHORTEST), left, right, right)


class Part(NamedTuple):
    """A strip with what stands on it."""

    strip: Strip
    placed: list[Placed]


def divided(strip: Strip, count: int, margin: float = 0.0) -> list[Strip]:
    """Return the strip's time in `count` strips of equal length, to be drawn below each other.

    `margin` is left for labels after the end of each.
    """
    step = (strip.end - strip.start) / count
    edges = [strip.start + step * i for i in range(count)] + [strip.end]
    return [replace(strip, start=a, end=b, right=strip.right - margin) for a, b in pairwise(edges)]


def arrange(marks: Sequence[Mark], strip: Strip, fit: Fit, now: datetime | None) -> list[Part]:
    """Return the marks in as few strips as let every label find room, or in those that lose fewest."""
    widest = max((fit.width_of(mark.label) for mark in marks), default=0.0) + BESIDE
    best: list[Part] = []
    for count, margin in product(range(1, _strips(strip) + 1), (0.0, min(widest, _WIDEST_MARGIN))):
        strips = divided(strip, count, margin)
        seen = [_within(marks, part, last=part is strips[-1]) for part in strips]
        parts = [Part(part, place(here, part, fit, now)) for part, here in zip(strips, seen, strict=True)]
        if not best or _loss(parts) < _loss(best):
            best = parts
        if not left_out(best):
            break
    return best


def _strips(strip: Strip) -> int:
    """Return how many strips the time may be divided into."""
    return min(_MOST_STRIPS, max(1, int((strip.end - strip.start) / _SHORTEST_STRIP)))


def _within(marks: Sequence[Mark], strip: Strip, *, last: bool) -> list[Mark]:
    return [m for m in marks if strip.start <= m.at and (m.at < strip.end or (last and m.at == strip.end))]


def left_out(parts: Sequence[Part]) -> int:
    """Return how many labels found no room."""
    return sum(1 for part in parts for _ in _lost(part.placed))


def _loss(parts: Sequence[Part]) -> int:
    return sum(_weight_lost(part.placed) for part in parts)


def _lost(placed: Sequence[Placed]) -> Iterator[Mark]:
    return (p.mark for p in placed if p.mark.label and p.tier is None)


def _weight_lost(placed: Sequence[Placed]) -> int:
    """Return how much is lost with the labels that found no room: heavy ones count more."""
    return sum(1 + mark.weight for mark in _lost(placed))


def place(marks: Sequence[Mark], strip: Strip, fit: Fit, now: datetime | None = None) -> list[Placed]:
    """Place the marks, in order of time, so that no two icons, no two labels and no leader and label overlap.

    Labels stand over their marks where that gives all of them room, else beside their leaders. A label
    without room has no tier.
    """
    best: list[Placed] | None = None
    for wishes in _ways(marks):
        placed = _place_all(wishes, strip, fit, now)
        if best is None or _weight_lost(placed) < _weight_lost(best):
            best = placed
        if not _weight_lost(best):
            break
    return best or []


def _ways(marks: Sequence[Mark]) -> Iterator[list[Wish]]:
    """Yield orders to choose in. The heaviest first; then fans: from the middle to the left, with labels to
    the right, and the other half the other way. In a fan each leader passes the labels below it.
    """
    yield [Wish(mark, ("over",)) for mark in sorted(marks, key=lambda m: (-m.weight, m.at))]
    if len(marks) > _MOST_FANNED:
        return
    by_time = sorted(marks, key=lambda m: m.at)
    for part in range(_FANS + 1):
        middle = len(by_time) * (_FANS - part) // _FANS
        left = [Wish(mark, ("right", "left")) for mark in reversed(by_time[:middle])]
        yield left + [Wish(mark, ("left", "right")) for mark in by_time[middle:]]


def _place_all(wishes: Sequence[Wish], strip: Strip, fit: Fit, now: datetime | None) -> list[Placed]:
    rows = _Stack(ICON_ROWS, strip)
    tiers = _Stack(LABEL_TIERS, strip)
    if now is not None and strip.start <= now <= strip.end:
        tiers.block(strip.x(now))
    placed = [_place(wish, strip.x(wish.mark.at), fit, rows, tiers) for wish in wishes]
    return sorted(placed, key=lambda p: p.x)


def _place(wish: Wish, x: float, fit: Fit, rows: "_Stack", tiers: "_Stack") -> Placed:
    mark = wish.mark
    row = rows.take(x - fit.icon / 2, x + fit.icon / 2)
    if not mark.label:
        return Placed(mark, x, row, None, x, 0.0)
    width = fit.width_of(mark.label)
    for side in wish.sides:
        for tier, left in product(range(LABEL_TIERS), _lefts(side, x, width)):
            if tiers.take_label(tier, left, left + width, fit.gap, leader=x):
                return Placed(mark, x, row, tier, left, width)
    return Placed(mark, x, row, None, x, width)


def _lefts(side: Side, x: float, width: float) -> Sequence[float]:
    """Return where a label on the side may begin."""
    match side:
        case "over":
            return x - width / 2, x - 2, x - width + 2
        case "right":
            return (x + BESIDE,)
        case "left":
            return (x - width - BESIDE,)


class _Stack:
    """What is taken in tiers above each other. A leader goes from its label down through the tiers below."""

    def __init__(self, tiers: int, strip: Strip) -> None:
        self._left, self._right = strip.left, strip.edge
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
    times = round_times(strip.start, strip.end, zone, least, weekday=False)
    return [Tick(strip.x(at), text) for at, text in times]
