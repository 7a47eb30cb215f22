"""The time axis, drawn: ticks below the line, icons and labels above it, long times in several strips."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from crisisdesk.base import swedish
from crisisdesk.report.document import Timeline
from crisisdesk.report.pdf import axis
from crisisdesk.report.pdf.axis import Fit, Placed, Strip
from crisisdesk.report.pdf.pages import LEFT, RIGHT, ROOM, Pages
from crisisdesk.report.pdf.palette import ACCENT, INK2, INK3, KINDS

_ICON: Final = 12.0
_ROW: Final = 14.0
_TIER: Final = 12.5
_OVER_LINE: Final = 5.0
_UNDER_LINE: Final = 30.0
_TICK_ROOM: Final = 46.0
_INSET: Final = 4.0


class _Drawing:
    """A time axis that has been laid out."""

    def __init__(self, pages: Pages, block: Timeline) -> None:
        self._pages = pages
        self._block = block
        self._style = pages.styles.label.coloured(pages.styles.body.colour)
        legible = self._style.face.legible
        self._labels = {id(m): legible(m.label.replace("\n", " ")) for m in block.marks}
        strip = axis.whole(block.start, block.end, LEFT + _INSET, RIGHT - _INSET)
        fit = Fit(lambda text: self._style.width(legible(text.replace("\n", " "))), _ICON + 1, 6.0)
        self.parts = axis.arrange(block.marks, strip, fit, block.now)
        self.left_out = axis.left_out(self.parts)

    def height(self, index: int) -> float:
        """Return the height of a strip."""
        return self._over(self.parts[index].placed) + _UNDER_LINE

    def _over(self, part: Sequence[Placed]) -> float:
        tiers = 1 + max((p.tier for p in part if p.tier is not None), default=-1)
        return _icons_top(part) + tiers * _TIER + 4

    def draw(self, index: int) -> None:
        """Draw a strip below what is printed."""
        strip, part = self.parts[index]
        line = self._pages.y - self._over(part)
        self._pages.sheet.rule(LEFT, line, RIGHT, line, INK3, 0.75)
        self._draw_ticks(strip, line)
        if self._block.now is not None and strip.start <= self._block.now <= strip.end:
            self._draw_now(strip, self._block.now, line, self._over(part))
        for placed in part:
            self._draw_mark(placed, line)
            self._draw_label(placed, line + _icons_top(part), line + _icons_at(part, placed.x))
        self._pages.y = line - _UNDER_LINE

    def _draw_ticks(self, strip: Strip, line: float) -> None:
        style = self._pages.styles.label
        for tick in axis.ticks(strip, self._block.zone, _TICK_ROOM):
            self._pages.sheet.rule(tick.x, line - 3, tick.x, line + 1, INK2, 0.5)
            half = style.width(tick.text) / 2
            x = min(max(tick.x, LEFT + half), RIGHT - half)
            self._pages.sheet.put_centred(x, line - 13, tick.text, style)

    def _draw_now(self, strip: Strip, now: datetime, line: float, over: float) -> None:
        sheet, x = self._pages.sheet, strip.x(now)
        sheet.rule(x, line - 24, x, line + over, ACCENT, 1.25)
        text = f"nu {swedish.clock(now, self._block.zone)}"
        style = self._pages.styles.head.coloured(ACCENT)
        fits = x + 3 + style.width(text) <= RIGHT
        sheet.put(x + 3 if fits else x - 3 - style.width(text), line - 24, text, style)

    def _draw_mark(self, placed: Placed, line: float) -> None:
        sheet, x, look = self._pages.sheet, placed.x, KINDS[placed.mark.kind]
        if placed.row is None:
            sheet.block((x - 1.5, line - 1.5, x + 1.5, line + 1.5), look.colour, radius=1.5)
        else:
            y = line + _OVER_LINE + placed.row * _ROW
            sheet.icon(placed.mark.icon or look.icon, x - _ICON / 2, y, _ICON, look.colour)

    def _draw_label(self, placed: Placed, icons_top: float, leader_foot: float) -> None:
        if placed.tier is None:
            return
        base = icons_top + placed.tier * _TIER + 3
        beside = not placed.label_x <= placed.x <= placed.label_x + placed.label_width
        leader_top = base + (7 if beside else -2)
        if leader_top > leader_foot + 4:
            self._pages.sheet.rule(placed.x, leader_foot, placed.x, leader_top, INK3, 0.4)
        self._pages.sheet.put(placed.label_x, base, self._labels[id(placed.mark)], self._style)


def _icons_top(part: Sequence[Placed]) -> float:
    """Return how high over the line the icons reach."""
    rows = 1 + max((p.row for p in part if p.row is not None), default=-1)
    return _OVER_LINE + rows * _ROW


def _icons_at(part: Sequence[Placed], x: float) -> float:
    """Return how high the icons reach that a leader at x would cross."""
    near = [p for p in part if abs(p.x - x) <= _ICON / 2]
    return _icons_top(near) if near else 0.0


def timeline_height(pages: Pages, block: Timeline) -> float:
    """Return the height of the axis' first strip."""
    return _Drawing(pages, block).height(0) + 12


def print_timeline(pages: Pages, block: Timeline) -> None:
    """Print the time axis and its caption."""
    drawing = _Drawing(pages, block)
    pages.gap(4)
    for index in range(len(drawing.parts)):
        pages.need(drawing.height(index))
        drawing.draw(index)
    caption = " ".join(part for part in (block.caption, _omission(drawing.left_out)) if part)
    if caption:
        pages.gap(2)
        pages.print_lines(pages.setting.lines(caption, pages.styles.label, ROOM))
    pages.gap(10)


def _omission(count: int) -> str:
    return f"{swedish.plural(count, 'märke', 'märken')} saknar text: platsen räcker inte." if count else ""
