"""A board as one picture: head, forecast and columns at a size, in the type size that lets every card in."""

from datetime import datetime
from typing import Final, NamedTuple, cast

import msgspec

from crisisdesk.base import swedish, type_measure
from crisisdesk.base.type_measure import REGULAR, STRONG
from crisisdesk.features import board, lifecycle
from crisisdesk.incident.board_layout import lay_out
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.board_rows import (
    BoardRows,
    CardRow,
    ColumnRow,
    Picture,
    frozen_rows,
    picture_rows,
    since,
)
from crisisdesk.incident.board_shapes import Box, Rect, Run, Shape, Sizes, baseline, moved, sizes
from crisisdesk.incident.state import State
from crisisdesk.report.board_colours import DARK, LIGHT
from crisisdesk.report.pdf.legible import legible

MASKED: Final = "Maskerad kopia"
_SCALES: Final = (2.5, 2.25, 2.0, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8)
"""Type sizes, the biggest first; 0.8 of 13.5 px is the smallest that is read with ease on paper."""


class BoardPicture(NamedTuple):
    """A picture of `width` × `height` px: its shapes from behind, its colours by token, and how many cards
    had no room. `name` is the incident, `words` says which board it is, `at` (UTC) when.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    colours: dict[str, str]
    left_out: int
    name: str
    words: str
    at: datetime
    zone: str


def board_at(state: State, at: datetime | None, now: datetime) -> BoardRows:
    """Return the board as it stood at the moment (UTC; None: the board as it stands), as rows.

    A moment means everything that was recorded up to it.
    """
    moment = now if at is None else at
    past = BoardPast()
    past.follow(state[board.FEATURE])
    found = state[board.FEATURE] if at is None else past.at(at)
    changes = found.since_frozen()
    picture = Picture(
        cards=found.pinned(),
        changes=changes,
        worst=found.forecast.get("worst", ""),
        likely=found.forecast.get("likely", ""),
        at=moment,
        words=f"Tavlan {swedish.stamp(moment, state.zone)}",
        changed=since(len(found.frozen), changes) if found.frozen else "",
    )
    return picture_rows(state, picture, now)


def frozen_board(state: State, number: int, now: datetime) -> BoardRows | None:
    """Return Lägesbild `number` as rows, None when there is none."""
    return frozen_rows(state, number, now) if 0 < number <= len(state[board.FEATURE].frozen) else None


def draw(
    state: State,
    rows: BoardRows,
    width: float,
    height: float,
    *,
    at: datetime,
    dark: bool = False,
    masked: bool = False,
) -> BoardPicture:
    """Return the picture of the board at the size (px).

    The type is as big as it can be with every card in sight; below a size that can be read, cards are left
    out and counted. `rows` are those of a covered State when it is `masked`: the picture only says so.
    """
    rows = _legible(rows)
    life = state[lifecycle.FEATURE]
    mark = MASKED if masked else ""
    shapes, left_out = _fitted(rows, life.name, life.exercise, mark, width, height)
    ground = Box(Rect(0, 0, width, height), "bg")
    return BoardPicture(
        width,
        height,
        (ground, *shapes),
        DARK if dark else LIGHT,
        left_out,
        life.name,
        rows.past,
        at,
        state.zone,
    )


def _fitted(
    rows: BoardRows, name: str, exercise: bool, mark: str, width: float, height: float
) -> tuple[tuple[Shape, ...], int]:
    made: tuple[tuple[Shape, ...], int] = ((), 0)
    whole = frozenset(rows.numbers())
    # Long cards are shown whole when there is room for that in a size that is read with ease.
    tries = [(scale, whole) for scale in _SCALES if scale >= 1]
    for scale, unfolded in [*tries, *((scale, frozenset[int]()) for scale in _SCALES)]:
        size = sizes(scale)
        margin = size.whole(16)
        head, top = _head(rows, _short(name), exercise, mark, margin, width - 2 * margin, size)
        laid = lay_out(rows, width - 2 * margin, height - top - margin, scale, unfolded=unfolded)
        made = (*head, *moved(laid.shapes(), margin, top)), laid.left_out
        if not laid.left_out and laid.height <= height - top - margin:
            break
    return made


def _head(
    rows: BoardRows, name: str, exercise: bool, mark: str, margin: float, width: float, size: Sizes
) -> tuple[list[Shape], float]:
    """Say whose board it is, which one, and what it must say of itself; return where the board begins."""
    big, high = size.whole(20), size.whole(32)
    said = " · ".join(part for part in (rows.past, rows.changed, mark) if part)
    title = type_measure.elide(name, STRONG, big, width * 0.6)
    wide = type_measure.width(title, STRONG, big)
    shapes: list[Shape] = [Run(margin, baseline(margin, high, big), title, big, STRONG, "ink", wide)]
    x = margin + wide + size.whole(12)
    if exercise:
        tag = type_measure.width(_EXERCISE, STRONG, size.tag) + 2 * size.whole(8)
        rect = Rect(x, margin + (high - size.tag_height) / 2, tag, size.tag_height)
        base = baseline(rect.y, rect.height, size.tag)
        inner = tag - 2 * size.whole(8)
        shapes.append(Box(rect, "ex", "", size.radius))
        shapes.append(Run(x + size.whole(8), base, _EXERCISE, size.tag, STRONG, "onfill", inner))
        x += tag + size.whole(12)
    room = margin + width - x
    shown = type_measure.elide(said, REGULAR, size.body, room)
    shown_wide = type_measure.width(shown, REGULAR, size.body)
    base = baseline(margin, high, size.body)
    shapes.append(Run(margin + width - shown_wide, base, shown, size.body, REGULAR, "ink2", shown_wide))
    return shapes, margin + high + size.whole(12)


_EXERCISE: Final = "ÖVNING"


def _short(text: str) -> str:
    return legible(" ".join(text.split()), type_measure.face(REGULAR).codes)


def _legible(rows: BoardRows) -> BoardRows:
    """Return the rows with what the font lacks as codes: a picture draws nothing that cannot be read."""
    columns = tuple(
        msgspec.structs.replace(
            _clean_column(column), cards=tuple(_clean_card(card) for card in column.cards)
        )
        for column in rows.columns
    )
    return msgspec.structs.replace(
        rows,
        columns=columns,
        worst=_clean(rows.worst),
        likely=_clean(rows.likely),
        past=_short(rows.past),
        changed=_short(rows.changed),
    )


def _clean(text: str) -> str:
    return legible(text, type_measure.face(REGULAR).codes)


def _clean_column(column: ColumnRow) -> ColumnRow:
    return msgspec.structs.replace(column, title=_short(column.title), hint=_clean(column.hint))


def _clean_card(card: CardRow) -> CardRow:
    texts = {
        name: _clean(cast(str, getattr(card, name))) for name in ("text", "meta", "late", "note", "answer")
    }
    tags = tuple(msgspec.structs.replace(tag, word=_short(tag.word)) for tag in card.tags)
    return msgspec.structs.replace(card, tags=tags, **texts)
