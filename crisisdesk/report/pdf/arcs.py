"""Elliptical arcs as curves (SVG 1.1, appendix F.6.5). Points are complex: x real, y imaginary."""

import cmath
import math
from collections.abc import Iterator
from typing import NamedTuple

Curve = tuple[complex, complex, complex]
"""Two control points and the end."""


class Ellipse(NamedTuple):
    """Radii and turn (degrees) of the ellipse that an arc is a part of."""

    rx: float
    ry: float
    turn: float


def curves(start: complex, ellipse: Ellipse, large: bool, sweep: bool, end: complex) -> Iterator[Curve]:
    """Yield the arc from start to end as curves of a quarter turn at the most.

    `large` takes the longer way, `sweep` the way of growing angles. No length or radius: a straight line.
    """
    tilt = cmath.rect(1, math.radians(ellipse.turn))
    half = (start - end) / 2 / tilt
    if not ellipse.rx or not ellipse.ry or not half:
        yield start, end, end
        return
    # Radii that do not reach are grown until they do.
    grow = max(1.0, math.hypot(half.real / ellipse.rx, half.imag / ellipse.ry))
    rx, ry = ellipse.rx * grow, ellipse.ry * grow
    # From here on the ellipse is the unit circle: `unit` is the start, seen from the middle of the chord.
    unit = complex(half.real / rx, half.imag / ry)
    centre = unit * -1j * math.sqrt(max(0.0, 1 / abs(unit) ** 2 - 1)) * (-1 if large == sweep else 1)
    middle = (start + end) / 2
    for points in _turns(unit - centre, _angle(unit - centre, -unit - centre, sweep)):
        on_chord = (p + centre for p in points)
        first, second, to = (middle + complex(q.real * rx, q.imag * ry) * tilt for q in on_chord)
        yield first, second, to


def _angle(begin: complex, end: complex, sweep: bool) -> float:
    angle = cmath.phase(end / begin)
    if sweep and angle < 0:
        return angle + 2 * math.pi
    return angle - 2 * math.pi if not sweep and angle > 0 else angle


def _turns(begin: complex, angle: float) -> Iterator[Curve]:
    """Yield curves along the unit circle from `begin` through the angle."""
    count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / count
    aside = 4 / 3 * math.tan(step / 4)
    for _ in range(count):
        end = begin * cmath.rect(1, step)
        yield begin * complex(1, aside), end * complex(1, -aside), end
        begin = end
