"""Lays out columns of cards with the board's own geometry at the wall's sizes. No Qt here."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from crisisdesk.incident import board_layout
from crisisdesk.incident.board_layout import BoardLayout
from crisisdesk.incident.board_rows import BoardRows, ColumnRow
from crisisdesk.incident.board_shapes import Sizes, moved
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.scene import Rect, Scene

_SPACING: Final = 1.7
"""Distances of the board in the window times this are those at 1080 lines: closer than its type, which has to
be read from six metres."""


class WallSizes(Sizes):
    """The board's measures on a wall, where a px at 1080 lines is `unit` px."""

    def __init__(self, unit: float) -> None:
        super().__init__(_SPACING * unit)
        self.body = ceil(WallType.READ * unit - 1e-9)
        self.quiet = self.tag = ceil(WallType.SMALL * unit - 1e-9)
        self.head = ceil(WallType.HEAD * unit - 1e-9)
        self.tag_height = round(WallSize.TAG * unit)
        self.icon = round(WallSize.ICON * unit)
        self.icon_small = round(WallSize.ICON_SMALL * unit)


@lru_cache(maxsize=4)
def wall_sizes(unit: float) -> WallSizes:
    """Return the measures, the same ones each time: laid-out cards are remembered by them."""
    return WallSizes(unit)


def lay_columns(scene: Scene, rect: Rect, columns: Sequence[ColumnRow]) -> None:
    """Put the columns; cards that do not fit are counted."""
    put(scene, rect, fitted(scene, rect, BoardRows(columns=tuple(columns), worst="", likely="", zone="")))


def fitted(scene: Scene, rect: Rect, rows: BoardRows, *, forecast: bool = False) -> BoardLayout:
    """Return the board laid out for the room."""
    return board_layout.lay_out(rows, rect.width, rect.height, wall_sizes(scene.unit), forecast=forecast)


def put(scene: Scene, rect: Rect, layout: BoardLayout) -> None:
    """Put a board that is laid out."""
    scene.add(moved(layout.shapes(), rect.x, rect.y))
