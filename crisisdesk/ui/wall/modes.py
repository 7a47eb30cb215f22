"""The modes of Storbild: what each is called, what it reads of the state, how it is laid out.

A new mode is one more `Mode` in `MODES`. One with strokes or pictures of its own gives a `drawing` as well,
and says in `drawn` which texts are in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from crisisdesk.features import board
from crisisdesk.incident.state import State
from crisisdesk.ui.wall.agenda_rows import agenda_rows, pointed
from crisisdesk.ui.wall.axis_rows import axis_rows
from crisisdesk.ui.wall.lay_agenda import lay_agenda
from crisisdesk.ui.wall.lay_axis import lay_axis
from crisisdesk.ui.wall.lay_board import lay_board, wall_board
from crisisdesk.ui.wall.lay_columns import lay_columns
from crisisdesk.ui.wall.lay_log import lay_log
from crisisdesk.ui.wall.log_rows import log_rows
from crisisdesk.ui.wall.open_rows import open_rows
from crisisdesk.ui.wall.scene import Rect, Scene
from crisisdesk.ui.wall.sketch_rows import lay_sketch, sketch_pages, sketch_row, sketch_texts

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from crisisdesk.ui.wall.look import WallLook
    from crisisdesk.ui.wall.pictures import Pictures

Choices = Callable[[State], list[tuple[int, str]]]
Drawing = Callable[["QPainter", Rect, Any, "WallLook", "Pictures"], None]


def _no_texts(_rows: object) -> Sequence[str]:
    return ()


def _stay(rows: Any, _at: str) -> Any:
    return rows


def _no_choices(_state: State) -> list[tuple[int, str]]:
    return []


@dataclass(frozen=True)
class Mode:
    """`read` makes rows of the state at a moment (UTC) and the number of the picture that was chosen (0: the
    living one, or the latest); `lay` puts them into the room under the head; `drawing` paints over that.
    `pictures` are those to choose from, with their words, and `now` is what 0 is called among them.
    `pointed` makes the rows follow where the keeper is, a place such as `point:1/5.2.6`.
    """

    key: str
    word: str
    icon: str
    read: Callable[[State, datetime, int], Any]
    lay: Callable[[Scene, Rect, Any], None]
    drawing: Drawing | None = None
    drawn: Callable[[Any], Sequence[str]] = _no_texts
    pictures: Choices = _no_choices
    now: str = ""
    pointed: Callable[[Any, str], Any] = _stay


def _log(state: State, now: datetime, _picture: int) -> object:
    return log_rows(state, now)


def _agenda(state: State, now: datetime, _picture: int) -> object:
    return agenda_rows(state, now)


def _axis(state: State, now: datetime, _picture: int) -> object:
    return axis_rows(state, now)


def _open(state: State, now: datetime, _picture: int) -> object:
    return open_rows(state, now)


def _sketch(state: State, _now: datetime, page: int) -> object:
    return sketch_row(state, page)


def _frozen(state: State) -> list[tuple[int, str]]:
    frozen = reversed(state[board.FEATURE].frozen)
    return [(one.number, f"Lägesbild {one.number} {one.name}".strip()) for one in frozen]


def _paint_sketch(painter: "QPainter", rect: Rect, rows: Any, look: "WallLook", pictures: "Pictures") -> None:
    from crisisdesk.ui.wall.paint_sketch import paint_sketch

    paint_sketch(painter, rect, rows, look, pictures)


MODES: Final[tuple[Mode, ...]] = (
    Mode(
        "board",
        "Lägesbild",
        "layout-dashboard",
        wall_board,
        lay_board,
        pictures=_frozen,
        now="Som den är nu",
    ),
    Mode("log", "Logg", "scroll-text", _log, lay_log),
    Mode("agenda", "Möte", "calendar-clock", _agenda, lay_agenda, pointed=pointed),
    Mode("axis", "Tidsaxel", "history", _axis, lay_axis),
    Mode("open", "Öppet", "clipboard-list", _open, lay_columns),
    Mode(
        "sketch",
        "Skiss",
        "pencil",
        _sketch,
        lay_sketch,
        drawing=_paint_sketch,
        drawn=sketch_texts,
        pictures=sketch_pages,
        now="Den som ändrades senast",
    ),
)

_BY_KEY: Final = {mode.key: mode for mode in MODES}


def mode(key: str) -> Mode:
    """Return the mode, the first of all for a key that is none: settings may be of another version."""
    return _BY_KEY.get(key, MODES[0])


def known(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the keys that are modes."""
    return tuple(key for key in keys if key in _BY_KEY)
