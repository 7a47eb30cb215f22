"""Every shipped icon can be drawn, inside its box, along the path its file says."""

import math
import re

import pytest

from crisisdesk.base import resources
from crisisdesk.report.pdf import icons
from crisisdesk.report.pdf.arcs import Ellipse, curves
from crisisdesk.report.pdf.blocks.picture import Head, read_head
from crisisdesk.report.pdf.palette import KINDS, rgb


def numbers(ops: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+\.\d+", ops)]


@pytest.mark.parametrize("name", resources.names("icons", ".svg"))
def test_every_icon_is_inside_its_box(name: str) -> None:
    ops = icons.operators(name)
    assert re.fullmatch(r"(?:(?:-?\d+\.\d+ )+[mlc]|h)(?: (?:(?:-?\d+\.\d+ )+[mlc]|h))*", ops)
    assert all(-0.5 <= n <= icons.SIDE + 0.5 for n in numbers(ops))


def test_every_kind_has_a_shipped_icon() -> None:
    assert all(icons.exists(look.icon) for look in KINDS.values())
    assert not icons.exists("../fonts/OFL-Inter")
    assert not icons.exists("")


def test_a_known_icon_is_drawn_as_its_file_says() -> None:
    assert icons.operators("check") == "20.000 6.000 m 9.000 17.000 l 4.000 12.000 l"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("sweep", [False, True])
@pytest.mark.parametrize("turn", [0.0, 30.0])
def test_an_arc_stays_on_its_ellipse_and_ends_where_it_should(large: bool, sweep: bool, turn: float) -> None:
    ellipse = Ellipse(5, 3, turn)
    start, end = 2 + 3j, 6 + 5j
    parts = list(curves(start, ellipse, large, sweep, end))
    assert abs(parts[-1][2] - end) < 1e-9
    assert len(parts) >= 3 if large else len(parts) <= 2
    centre = centre_of(start, ellipse, large, sweep, end)
    for _, _, point in parts:
        away = (point - centre) / complex(math.cos(math.radians(turn)), math.sin(math.radians(turn)))
        assert (away.real / 5) ** 2 + (away.imag / 3) ** 2 == pytest.approx(1)


def centre_of(start: complex, ellipse: Ellipse, large: bool, sweep: bool, end: complex) -> complex:
    """SVG 1.1, F.6.5, by its own formulas."""
    phi = math.radians(ellipse.turn)
    half = (start - end) / 2
    x = math.cos(phi) * half.real + math.sin(phi) * half.imag
    y = -math.sin(phi) * half.real + math.cos(phi) * half.imag
    rx, ry = ellipse.rx, ellipse.ry
    root = math.sqrt(
        (rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x) / (rx * rx * y * y + ry * ry * x * x)
    )
    sign = -1 if large == sweep else 1
    cx, cy = sign * root * rx * y / ry, -sign * root * ry * x / rx
    return (
        complex(math.cos(phi) * cx - math.sin(phi) * cy, math.sin(phi) * cx + math.cos(phi) * cy)
        + (start + end) / 2
    )


def test_a_half_circle_goes_the_way_it_is_told() -> None:
    ways = {sweep: next(curves(0, Ellipse(1, 1, 0), False, sweep, 2))[2] for sweep in (True, False)}
    assert ways[True] == pytest.approx(1 - 1j)
    assert ways[False] == pytest.approx(1 + 1j)


def test_an_arc_without_length_is_a_line() -> None:
    assert list(curves(1, Ellipse(0, 3, 0), False, True, 4)) == [(1, 4, 4)]


def test_only_a_colour_is_a_colour() -> None:
    assert rgb("#FF8000") == "1 0.502 0"
    for wrong in ("röd", "#12345", "#1234567", "1 0 0 rg", "#12345g"):
        with pytest.raises(ValueError, match=r"colour|invalid literal"):
            rgb(wrong)


def test_the_head_of_a_picture_is_read() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x03\x08\x06"
    assert read_head(png) == Head(258, 3, 3)
    table = b"\xff\xc4\x00\x04ab"
    frame = b"\xff\xc2\x00\x11\x08\x00\x07\x00\x09\x04" + b"\0" * 8
    assert read_head(b"\xff\xd8" + table + frame) == Head(9, 7, 4)
    assert read_head(b"\xff\xd8" + table) is None
    assert read_head(b"GIF89a") is None
