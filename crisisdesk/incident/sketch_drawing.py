"""What a sketch page looks like: its marks as strokes and texts, the same on screen, wall and paper."""

from collections.abc import Iterator
from typing import Final

from crisisdesk.base.drawing import Drawing, SketchText, Stroke
from crisisdesk.features.sketch.facts import HEIGHT, WIDTH, MarkDrawn, Tool
from crisisdesk.features.sketch.state import Page
from crisisdesk.features.sketch.strokes import pairs
from crisisdesk.features.sketch.symbols import placed

WIDTHS: Final[dict[Tool, int]] = {"pen": 12, "marker": 70, "arrow": 14, "text": 90, "symbol": 12}
"""How wide a stroke is (how high a text) in units of the page, when nothing else was chosen."""


def drawing(page: Page) -> Drawing:
    """Return what is seen of the page: what is rubbed out is left out."""
    marks = page.drawn()
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        strokes=tuple(stroke for mark in marks for stroke in strokes(mark)),
        texts=tuple(text for mark in marks for text in _texts(mark)),
    )


def strokes(mark: MarkDrawn) -> Iterator[Stroke]:
    """Yield the lines of a mark; a text has none."""
    if mark.tool == "symbol":
        yield from _symbol(mark)
    elif mark.tool != "text":
        yield Stroke(
            points=tuple((float(x), float(y)) for x, y in pairs(mark.points)),
            width=mark.width or WIDTHS[mark.tool],
            colour=mark.colour,
            soft=mark.tool == "marker",
            arrow=mark.tool == "arrow",
        )


def _symbol(mark: MarkDrawn) -> Iterator[Stroke]:
    for line in placed(mark.symbol, pairs(mark.points)):
        yield Stroke(
            points=line.points,
            width=mark.width or WIDTHS["symbol"],
            colour=mark.colour,
            filled=line.filled,
            ground=line.ground,
        )


def _texts(mark: MarkDrawn) -> Iterator[SketchText]:
    if mark.tool == "text" and mark.points:
        x, y = pairs(mark.points)[0]
        yield SketchText(x=x, y=y, text=mark.text, size=mark.width or WIDTHS["text"], colour=mark.colour)


def hit(page: Page, x: float, y: float, reach: float) -> int:
    """Return the number of the topmost mark within `reach` units of the place, 0 when there is none."""
    for mark in reversed(page.drawn()):
        if _touches(mark, x, y, reach):
            return mark.mark
    return 0


def _touches(mark: MarkDrawn, x: float, y: float, reach: float) -> bool:
    if mark.tool == "text":
        return any(_in_text(text, x, y, reach) for text in _texts(mark))
    return any(_near(stroke.points, x, y, reach + stroke.width / 2) for stroke in strokes(mark))


def _in_text(text: SketchText, x: float, y: float, reach: float) -> bool:
    # Letters are a little more than half as wide as they are high.
    wide = 0.6 * text.size * max((len(line) for line in text.text.split("\n")), default=0)
    high = 1.3 * text.size * text.text.count("\n")
    across = text.x - reach <= x <= text.x + wide + reach
    return across and text.y - text.size - reach <= y <= text.y + high + reach


def _near(points: tuple[tuple[float, float], ...], x: float, y: float, reach: float) -> bool:
    ends = points[1:] or points
    return any(_distance(x, y, a, b) <= reach for a, b in zip(points, ends, strict=False))


def _distance(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    along, down = end[0] - start[0], end[1] - start[1]
    length = along * along + down * down
    share = ((x - start[0]) * along + (y - start[1]) * down) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return ((x - start[0] - share * along) ** 2 + (y - start[1] - share * down) ** 2) ** 0.5
