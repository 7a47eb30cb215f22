"""Strokes with as few points as the eye needs: a hand-drawn line has hundreds that say nothing."""

import math
from typing import Final

TOLERANCE: Final = 3.0
"""How far (units) a point may lie beside the line between its neighbours and still be left out."""

Point = tuple[int, int]


def pairs(points: tuple[int, ...]) -> list[Point]:
    """Return x and y in turn as points."""
    return list(zip(points[::2], points[1::2], strict=True))


def flat(points: list[Point]) -> tuple[int, ...]:
    """Return the points as x and y in turn."""
    return tuple(value for point in points for value in point)


def simplified(points: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """Return the stroke with the points that matter, its ends among them (Ramer, Douglas, Peucker)."""
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    # A stack of its own: a long stroke would be too deep for recursion.
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, distance = _farthest(points, first, last)
        if distance > tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [points[i] for i in sorted(kept)]


def _farthest(points: list[Point], first: int, last: int) -> tuple[int, float]:
    found, distance = first, 0.0
    for i in range(first + 1, last):
        away = _away(points[i], points[first], points[last])
        if away > distance:
            found, distance = i, away
    return found, distance


def _away(point: Point, start: Point, end: Point) -> float:
    """Return how far the point is from the line between start and end."""
    along, up = end[0] - start[0], end[1] - start[1]
    length = math.hypot(along, up)
    if length == 0:
        return math.dist(point, start)
    share = ((point[0] - start[0]) * along + (point[1] - start[1]) * up) / length**2
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (start[0] + share * along, start[1] + share * up))
