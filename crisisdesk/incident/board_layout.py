"""The whole board laid out for a size, without a screen: forecast, columns, cards, what has no room.

The same rows and the same size give the same board, on the wall, on paper and in a picture.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from crisisdesk.base import type_measure
from crisisdesk.base.type_measure import REGULAR, STRONG
from crisisdesk.incident.board_card import CardShapes, card_shapes, frame
from crisisdesk.incident.board_rows import BoardRows, CardRow, ColumnRow
from crisisdesk.incident.board_shapes import (
    Box,
    Icon,
    Rect,
    Run,
    Scale,
    Shape,
    Sizes,
    baseline,
    moved,
    pitch,
    sizes,
)

NARROWEST: Final = 168
"""A column narrower than this (px at 100 %) goes to a second row of columns."""

FORECAST_LINES: Final = 2
_LOWEST: Final = 120  # px at 100 % that a column is never lower than
_NOTHING: Final = "–"


class PlacedCard(NamedTuple):
    """A card at its place; `inside.shapes` count from the corner of `rect`."""

    row: CardRow
    rect: Rect
    inside: CardShapes

    def shapes(self, scale: Scale) -> Iterator[Shape]:
        """Yield all of the card, from behind."""
        yield from frame(self.row, self.rect, scale)
        yield from moved(self.inside.shapes, self.rect.x, self.rect.y)


class Stack(NamedTuple):
    """The cards of a column under each other, `height` high, and how many had no room."""

    cards: tuple[PlacedCard, ...]
    height: float
    left_out: int = 0


class PlacedColumn(NamedTuple):
    """A column: its ground, its head, its cards, and at the foot what it says of those without room."""

    row: ColumnRow
    rect: Rect
    head: tuple[Shape, ...]
    cards: tuple[PlacedCard, ...]
    foot: tuple[Shape, ...]
    left_out: int


class BoardLayout(NamedTuple):
    """The board. `shapes` draws it, from behind; `height` is what it takes."""

    width: float
    height: float
    scale: Scale
    forecast: tuple[Shape, ...]
    columns: tuple[PlacedColumn, ...]

    def shapes(self) -> Iterator[Shape]:
        """Yield everything there is to draw, from behind."""
        yield from self.forecast
        for column in self.columns:
            yield Box(column.rect, "sunken", "", sizes(self.scale).whole(7))
            yield from column.head
            for card in column.cards:
                yield from card.shapes(self.scale)
            yield from column.foot

    @property
    def left_out(self) -> int:
        """Return how many cards had no room."""
        return sum(column.left_out for column in self.columns)


def lay_out(
    rows: BoardRows,
    width: float,
    height: float | None = None,
    scale: Scale = 1.0,
    *,
    forecast: bool = True,
    unfolded: frozenset[int] = frozenset(),
) -> BoardLayout:
    """Return the board `width` px wide; no higher than `height`, or as high as its cards need (None).

    `scale` is the type size: 1.0 is 13.5 px text. Cards that do not fit are counted at the foot of their
    column. `forecast` has the strip over the columns, which is left out when nothing is written in it.
    """
    size = sizes(scale)
    strip, top = _forecast(rows, width, size) if forecast else ((), 0.0)
    across = columns_across(len(rows.columns), width, scale)
    ranks = [rows.columns[at : at + across] for at in range(0, len(rows.columns), across)] if across else []
    wide = _share(width, across, size.column_gap)
    placed: list[PlacedColumn] = []
    for place, rank in enumerate(ranks):
        room = None if height is None else _share(height - top, len(ranks) - place, size.column_gap)
        made = _rank(rank, top, wide, room, size, unfolded)
        placed += made
        top = max(column.rect.bottom for column in made) + size.column_gap
    bottom = top - size.column_gap if placed or strip else 0.0
    return BoardLayout(width, bottom, scale, strip, tuple(placed))


def columns_across(count: int, width: float, scale: Scale = 1.0) -> int:
    """Return how many columns stand beside each other: all, or half of them when they would be too narrow."""
    size = sizes(scale)
    fits = max(int((width + size.column_gap) // (size.px(NARROWEST) + size.column_gap)), 1)
    if count <= fits:
        return count
    return max(min(-(-count // 2), fits), 1)


def stack(
    cards: Sequence[CardRow],
    x: float,
    y: float,
    width: float,
    scale: Scale = 1.0,
    *,
    room: float | None = None,
    unfolded: frozenset[int] = frozenset(),
) -> Stack:
    """Return the cards from y downwards, `width` wide; in `room` px those that fit."""
    size = sizes(scale)
    placed: list[PlacedCard] = []
    top = y
    for row in cards:
        if room is not None and top > y + room:
            break  # neither this one nor any after it has room
        inside = card_shapes(row, width, scale, row.card in unfolded)
        placed.append(PlacedCard(row, Rect(x, top, width, inside.height), inside))
        top += inside.height + size.gap
    whole = len(placed) == len(cards) and (room is None or top - size.gap <= y + room)
    if room is None or whole:
        return Stack(tuple(placed), max(top - size.gap - y, 0.0))
    limit = y + room - more_height(scale)
    fitting = [card for card in placed if card.rect.bottom <= limit]
    bottom = fitting[-1].rect.bottom if fitting else y
    return Stack(tuple(fitting), bottom - y, len(cards) - len(fitting))


def more_height(scale: Scale) -> float:
    """Return the height of the line that counts what has no room, with the space over it."""
    size = sizes(scale)
    return pitch(size.quiet) + size.whole(4)


def _share(whole: float, parts: int, gap: float) -> float:
    return (whole - gap * (parts - 1)) / parts if parts else whole


# ---------------------------------------------------------------- columns


def _rank(
    rank: Sequence[ColumnRow],
    top: float,
    width: float,
    room: float | None,
    size: Sizes,
    unfolded: frozenset[int],
) -> list[PlacedColumn]:
    """Lay columns beside each other: as high as the room, or as the highest of them."""
    made = [
        _column(row, place * (width + size.column_gap), top, width, room, size, unfolded)
        for place, row in enumerate(rank)
    ]
    low = max([size.px(_LOWEST), *(column.rect.height for column in made)]) if room is None else room
    return [column._replace(rect=column.rect._replace(height=low)) for column in made]


def _column(
    row: ColumnRow,
    x: float,
    y: float,
    width: float,
    room: float | None,
    size: Sizes,
    unfolded: frozenset[int],
) -> PlacedColumn:
    head, high = _head(row, x, y, width, size)
    left, top, wide = x + size.side, y + high, width - 2 * size.side
    space = None if room is None else max(room - high - size.side, 0.0)
    found = stack(row.cards, left, top, wide, size, room=space, unfolded=unfolded)
    foot: tuple[Shape, ...] = ()
    if found.left_out and (space is None or found.height + more_height(size) <= space):
        foot = _more(row, found, left, top, wide, size)
    elif not row.cards and row.hint:
        foot, under = _hint(row.hint, left, top, wide, size, space)
        found = found._replace(height=under)
    bottom = high + found.height + size.side
    return PlacedColumn(row, Rect(x, y, width, bottom), head, found.cards, foot, found.left_out)


def _head(row: ColumnRow, x: float, y: float, width: float, size: Sizes) -> tuple[tuple[Shape, ...], float]:
    high, pad = size.whole(36), size.whole(10)
    count = str(len(row.cards))
    wide = type_measure.width(count, REGULAR, size.quiet)
    right = x + width - pad - wide
    middle = y + size.whole(2) + (high - size.icon) / 2
    left = x + pad + size.icon + size.whole(6) if row.icon else x + pad
    title = type_measure.elide(row.title, STRONG, size.head, right - left - size.gap)
    line = baseline(y + size.whole(2), high, size.head)
    title_wide = type_measure.width(title, STRONG, size.head)
    shapes: list[Shape] = [
        Run(left, line, title, size.head, STRONG, "ink", title_wide),
        Run(right, line, count, size.quiet, REGULAR, "ink2", wide),
    ]
    if row.icon:
        shapes.append(Icon(Rect(x + pad, middle, size.icon, size.icon), row.icon, "ink2"))
    return tuple(shapes), high + size.whole(4)


def _more(row: ColumnRow, found: Stack, x: float, top: float, width: float, size: Sizes) -> tuple[Shape, ...]:
    """Count the cards without room, and those of them that somebody looks for: the new and changed ones."""
    count = f"+{found.left_out} till" if found.cards else _counted(found.left_out)
    hidden = row.cards[len(found.cards) :]
    fresh = sum(1 for card in hidden if card.change in ("new", "changed"))
    said, room = f"{count}, {_fresh(fresh)}" if fresh else count, width - size.whole(4)
    # How many are new is read whole or not at all.
    fits = type_measure.width(said, STRONG, size.quiet) <= room
    text = said if fits else type_measure.elide(count, STRONG, size.quiet, room)
    y = top + found.height + (size.whole(4) if found.cards else 0)
    line = baseline(y, pitch(size.quiet), size.quiet)
    wide = type_measure.width(text, STRONG, size.quiet)
    return (Run(x + size.whole(4), line, text, size.quiet, STRONG, "ink2", wide),)


def _fresh(cards: int) -> str:
    return f"{cards} ny{'a' if cards > 1 else ''} eller ändrad{'e' if cards > 1 else ''}"


def _counted(cards: int) -> str:
    return "1 kort" if cards == 1 else f"{cards} kort"


def _hint(
    hint: str, x: float, top: float, width: float, size: Sizes, room: float | None
) -> tuple[tuple[Shape, ...], float]:
    """Say what belongs in an empty column."""
    high = pitch(size.quiet)
    lines = type_measure.wrap(hint, REGULAR, size.quiet, width - size.whole(4))
    fitting = len(lines) if room is None else min(len(lines), int(room // high))
    if fitting < len(lines):
        return (), 0.0
    shapes = [
        Run(
            x + size.whole(4),
            baseline(top + at * high, high, size.quiet),
            line,
            size.quiet,
            REGULAR,
            "ink2",
            type_measure.width(line, REGULAR, size.quiet),
        )
        for at, line in enumerate(lines)
    ]
    return tuple(shapes), high * len(lines)


# ---------------------------------------------------------------- forecast


def _forecast(rows: BoardRows, width: float, size: Sizes) -> tuple[tuple[Shape, ...], float]:
    """Lay out the strip; return it and where the columns begin."""
    if not rows.worst and not rows.likely:
        return (), 0.0
    wide = _share(width, 2, size.column_gap)
    fields = (("Farligast", "alarm", rows.worst), ("Troligast", "ink", rows.likely))
    written = [
        _field(title, token, text, place * (wide + size.column_gap), wide, size)
        for place, (title, token, text) in enumerate(fields)
    ]
    high = max(lines for _, lines in written) * pitch(size.body) + 2 * size.whole(8)
    shapes: list[Shape] = []
    for place, (runs, _) in enumerate(written):
        rect = Rect(place * (wide + size.column_gap), 0.0, wide, high)
        shapes += [Box(rect, "surface", "line", size.whole(7), size.hair), *runs]
    return tuple(shapes), high + size.column_gap


def _field(title: str, token: str, text: str, x: float, width: float, size: Sizes) -> tuple[list[Shape], int]:
    left, high = x + size.whole(12), pitch(size.body)
    titled = type_measure.elide(title, STRONG, size.body, width - 2 * size.whole(12))
    wide = type_measure.width(titled, STRONG, size.body)
    start = left + wide + size.gap
    room = x + width - size.whole(12) - start
    lines = type_measure.wrap(text or _NOTHING, REGULAR, size.body, room, FORECAST_LINES) if room > 0 else []
    top = size.whole(8)
    shapes: list[Shape] = [Run(left, baseline(top, high, size.body), titled, size.body, STRONG, token, wide)]
    for at, line in enumerate(lines):
        line_wide = type_measure.width(line, REGULAR, size.body)
        base = baseline(top + at * high, high, size.body)
        shapes.append(Run(start, base, line, size.body, REGULAR, "ink", line_wide))
    return shapes, max(len(lines), 1)
