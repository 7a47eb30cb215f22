"""A sketch to take the handbook's picture of: a house, smoke, a cordon and who stands where."""

import math
from typing import Any

from crisisdesk.features import sketch
from crisisdesk.ui.shell.incident_window import IncidentWindow

_HOUSE = (500, 500, 1700, 500, 1700, 1350, 500, 1350, 500, 500)
_SYMBOLS = (
    ("command_post", 3100, 1750, "ink"),
    ("assembly_point", 2300, 1800, "green"),
    ("rally_point", 3500, 900, "blue"),
    ("vehicle", 2450, 700, "ink"),
    ("vehicle", 2750, 700, "ink"),
    ("danger", 1100, 800, "red"),
)
_TEXTS = (
    ("Hus B", 560, 620, 90),
    ("trapphus 2", 940, 1010, 62),
    ("Räddningstjänsten", 2330, 560, 62),
    ("Samlingsplats", 2100, 2030, 62),
    ("Ledningsplats", 2920, 1960, 62),
)


def draw(window: IncidentWindow) -> None:
    """Draw the page that the picture shows."""

    def mark(**fields: Any) -> None:
        window.bridge.execute(sketch.commands.Draw(page=1, **fields))

    window.bridge.execute(sketch.commands.AddPage(title="Hus B och gården"))
    mark(tool="pen", points=_HOUSE, width=14)
    mark(tool="pen", points=(500, 1100, 1700, 1100), width=8)
    smoke = [(1100 + i * 22, 420 - int(90 * math.sin(i / 6)) - i * 3) for i in range(60)]
    mark(tool="marker", points=tuple(v for point in smoke for v in point), width=110, colour="red")
    mark(tool="arrow", points=(2450, 240, 2900, 130), colour="red")
    mark(tool="symbol", symbol="cordon", points=(1050, 1600, 1800, 1500), colour="amber")
    for symbol, x, y, colour in _SYMBOLS:
        mark(tool="symbol", symbol=symbol, points=(x, y), colour=colour)
    for text, x, y, size in _TEXTS:
        mark(tool="text", text=text, points=(x, y), width=size)
