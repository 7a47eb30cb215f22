"""Where ticks, marks and labels of a time axis go: plain arithmetic, no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from crisisdesk.base.record import Record
from crisisdesk.base.round_times import round_times

SHORTEST: Final = timedelta(minutes=10)
LONGEST: Final = timedelta(days=14)


class Mark(Record, kw_only=True):
    """Something at a moment (`at`, aware): icon and colour of its kind, a short label above or below the
    line.

    `future` marks are drawn dashed: planned, not happened. `weight` decides which label stays when there is
    no room. `icon` and `token` stand in for those of the kind; `spoken` for the label when read aloud.
    """

    key: str
    at: datetime
    kind: str
    label: str = ""
    above: bool = True
    future: bool = False
    weight: int = 0
    icon: str = ""
    token: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class Span:
    """The stretch of time in sight, drawn from x = `left` to `right`."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, moment: datetime) -> float:
        """Return where `moment` is drawn; outside the span it lies outside left and right."""
        # By stamps: the difference of two local times of one zone forgets the hour that summer time adds.
        begin = self.start.timestamp()
        whole = self.end.timestamp() - begin
        return self.left + (moment.timestamp() - begin) / whole * (self.right - self.left)

    def moment(self, x: float) -> datetime:
        """Return the moment drawn at `x`, in UTC."""
        part = (x - self.left) / max(self.right - self.left, 1.0)
        begin = self.start.timestamp()
        return datetime.fromtimestamp(begin + (self.end.timestamp() - begin) * part, UTC)


@dataclass(frozen=True)
class Tick:
    """A small line at `x` with its clock time, or its date at midnight."""

    x: float
    text: str


@dataclass(frozen=True)
class Placed:
    """A mark in sight at `x`: with its icon, or as a point when there is no room; its label, when there is
    room, begins at `label_x` on the side that `above` says.
    """

    mark: Mark
    x: float
    icon: bool
    label_x: float | None
    above: bool


@dataclass(frozen=True)
class Cluster:
    """Marks too close to stand beside each other: `mark` stands for all, at the moment of the first."""

    mark: Mark
    members: tuple[Mark, ...]

    @property
    def late(self) -> bool:
        """Return whether any of them is late."""
        return any(mark.token == "alarm" for mark in self.members)


@dataclass(frozen=True)
class Now:
    """The now line: labels keep off it, and below off its text, which is `width` px and stands `lead` px
    beside.
    """

    x: float
    lead: float
    width: float


def ticks(span: Span, zone: str, room: float) -> list[Tick]:
    """Return ticks at round local times, at least `room` px apart."""
    seconds = span.end.timestamp() - span.start.timestamp()
    least = seconds / max(span.right - span.left, 1.0) * room
    return [Tick(span.x(at), text) for at, text in round_times(span.start, span.end, zone, least)]


MANY: Final = 4
"""So many marks together are counted; fewer are named by the heaviest."""


def clustered(
    marks: Sequence[Mark], span: Span, icon: float, counted: Callable[[int], str], heavy: int
) -> list[Cluster]:
    """Return the marks in sight, those closer than `icon` px in one cluster, in order of time.

    A cluster is called what its heaviest mark is, with how many more; `MANY` without a mark of weight
    `heavy` are called `counted(how many)`.
    """
    found: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.at):
        if not span.start <= mark.at <= span.end:
            continue
        if found and span.x(mark.at) - span.x(found[-1][0].at) < icon:
            found[-1].append(mark)
        else:
            found.append([mark])
    return [_cluster(members, counted, heavy) for members in found]


def _cluster(members: list[Mark], counted: Callable[[int], str], heavy: int) -> Cluster:
    head = max(members, key=lambda mark: mark.weight)
    if len(members) == 1:
        return Cluster(head, (head,))
    named = head.weight >= heavy or len(members) < MANY
    label = f"{head.label} +{len(members) - 1}" if named and head.label else counted(len(members))
    shown = msgspec.structs.replace(head, at=members[0].at, label=label)
    return Cluster(shown, tuple(members))


Extent = tuple[float, float]


def place(
    marks: Sequence[Mark],
    span: Span,
    width_of: Callable[[str], float],
    *,
    icon: float,
    gap: float,
    now: Now | None = None,
    then: Now | None = None,
) -> list[Placed]:
    """Place the marks in sight, in order of time, so that no two icons and no two labels overlap.

    `width_of` measures a label; `icon` is the width an icon needs, `gap` the least distance of labels, in px.
    Labels keep off the lines of `now` and `then`. Heavier marks choose first. A label
    stands on its side, else on the other, else it is left out.
    """
    seen = sorted((mark for mark in marks if span.start <= mark.at <= span.end), key=lambda mark: mark.at)
    by_weight = sorted(seen, key=lambda mark: (-mark.weight, mark.at))
    icons = _with_icon(by_weight, span, icon)
    sides = _Sides(span, gap, [line for line in (then, now) if line is not None])
    labels = {mark.key: sides.take(mark, width_of(mark.label)) for mark in by_weight if mark.label}
    return [
        Placed(mark, span.x(mark.at), mark.key in icons, *(labels.get(mark.key) or (None, mark.above)))
        for mark in seen
    ]


def _with_icon(by_weight: Sequence[Mark], span: Span, icon: float) -> set[str]:
    taken: list[float] = []
    shown: set[str] = set()
    for mark in by_weight:
        x = span.x(mark.at)
        if all(abs(x - other) >= icon for other in taken):
            taken.append(x)
            shown.add(mark.key)
    return shown


class _Sides:
    """What is taken above and below the line."""

    def __init__(self, span: Span, gap: float, lines: Sequence[Now]) -> None:
        self._span = span
        self._gap = gap
        self._taken: dict[bool, list[Extent]] = {True: [], False: []}
        for line in lines:
            self._taken[True].append((line.x, line.x))
            fits = line.x + line.lead + line.width <= span.right
            self._taken[False].append(
                (line.x, line.x + line.lead + line.width)
                if fits
                else (line.x - line.lead - line.width, line.x)
            )

    def take(self, mark: Mark, width: float) -> tuple[float, bool] | None:
        """Return where the label begins and on which side, and keep that room; None when there is none."""
        for above in (mark.above, not mark.above):
            for left in self._wishes(self._span.x(mark.at), width):
                if self._free(above, left, left + width):
                    self._taken[above].append((left, left + width))
                    return left, above
        return None

    def _wishes(self, x: float, width: float) -> tuple[float, ...]:
        """Centred over the mark, else beginning or ending at it."""
        return (x - width / 2, x - self._gap / 2, x - width + self._gap / 2)

    def _free(self, above: bool, left: float, right: float) -> bool:
        if left < self._span.left or right > self._span.right:
            return False
        near, far = left - self._gap, right + self._gap
        return all(far <= taken[0] or near >= taken[1] for taken in self._taken[above])
