"""A picture of Storbild as plain data: boxes, text, icons and strokes at places, in px. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from typing import Final, NamedTuple

from crisisdesk.base import type_measure
from crisisdesk.base.type_measure import REGULAR, STRONG
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Shape, baseline
from crisisdesk.ui.kit.wall_tokens import LINES, PITCH, WallType

__all__ = ["REGULAR", "STRONG", "Face", "Item", "Rect", "Scene", "Stroke"]


class Stroke(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    token: str
    width: float
    dashed: bool = False


Item = Shape | Stroke
_SMALLEST_SIDE: Final = 240.0  # px; below that nothing could be laid out


@dataclass(frozen=True)
class Face:
    """A type size in whole px with its weight."""

    size: int
    weight: int = REGULAR

    @property
    def pitch(self) -> int:
        """Return the distance of lines in px."""
        return round(self.size * PITCH)

    def width(self, text: str) -> float:
        """Return the width of one line of text in px."""
        return type_measure.width(text, self.weight, self.size)

    def wrap(self, text: str, room: float, most: int = 0) -> list[str]:
        """Return the lines of the text in `room` px, at most `most` (0: all), the last then with …"""
        return type_measure.wrap(text, self.weight, self.size, max(room, self.size), most)

    def elide(self, text: str, room: float) -> str:
        """Return the text, or its beginning with … when it is wider than `room` px."""
        return type_measure.elide(text, self.weight, self.size, max(room, self.size))


@dataclass
class Scene:
    """What is painted, in order, on a display of the size (px)."""

    width: float
    height: float
    items: list[Item] = field(default_factory=list[Item])

    @property
    def unit(self) -> float:
        """Return how many px of this display one px at 1080 lines is: its shorter side decides."""
        return max(min(self.width, self.height), _SMALLEST_SIDE) / LINES

    def px(self, size: float) -> float:
        """Return a size given at 1080 lines in px of this display."""
        return size * self.unit

    def face(self, size: float = WallType.READ, weight: int = REGULAR) -> Face:
        """Return a face; whole px, upwards, so that nothing is under the size asked for."""
        return Face(ceil(self.px(size) - 1e-9), weight)

    def texts(self) -> list[str]:
        """Return every text that stands in the picture, in order."""
        return [item.text for item in self.items if isinstance(item, Run)]

    def add(self, shapes: Iterable[Item]) -> None:
        """Put ready shapes."""
        self.items.extend(shapes)

    def box(
        self, rect: Rect, ground: str = "", *, line: str = "", stroke: float = 0.0, radius: float = 0.0
    ) -> None:
        """Put a ground, an edge, or both."""
        self.items.append(Box(rect, ground, line, radius, stroke))

    def words(
        self, x: float, y: float, text: str, face: Face, token: str = "ink", *, struck: bool = False
    ) -> float:
        """Put one line of text in a line box from `y`; return its width in px."""
        wide = face.width(text)
        if text:
            line = baseline(y, face.pitch, face.size)
            self.items.append(Run(x, line, text, face.size, face.weight, token, wide, struck))
        return wide

    def icon(self, x: float, y: float, side: float, name: str, token: str) -> None:
        """Put an icon."""
        self.items.append(Icon(Rect(x, y, side, side), name, token))

    def stroke(
        self, x1: float, y1: float, x2: float, y2: float, token: str, width: float, *, dashed: bool = False
    ) -> None:
        """Put a line."""
        self.items.append(Stroke(x1, y1, x2, y2, token, width, dashed))
