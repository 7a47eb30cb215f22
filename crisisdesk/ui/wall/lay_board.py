"""Lays out Lägesbild, now or as it was frozen, over the latest lines of the log. No Qt here."""

from datetime import datetime
from typing import Final

from crisisdesk.base.record import Record
from crisisdesk.features import board
from crisisdesk.incident.board_rows import BoardRows, board_rows, frozen_rows
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.lay_columns import fitted, put
from crisisdesk.ui.wall.lay_log import lay_latest
from crisisdesk.ui.wall.log_rows import log_rows
from crisisdesk.ui.wall.rows import LineRow
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene

LATEST: Final = 3
_LABEL: Final = 60.0
NOT_NOW: Final = "Visar inte nuläget."


class WallBoard(Record, kw_only=True):
    """The board and, under the living one, the latest lines of the log."""

    board: BoardRows
    latest: tuple[LineRow, ...] = ()


def wall_board(state: State, now: datetime, frozen: int = 0) -> WallBoard:
    """Return the board at the moment (UTC), or Lägesbild `frozen` when there is one of that number."""
    if 0 < frozen <= len(state[board.FEATURE].frozen):
        return WallBoard(board=frozen_rows(state, frozen, now))
    return WallBoard(board=board_rows(state, now), latest=log_rows(state, now, LATEST).lines)


def lay_board(scene: Scene, rect: Rect, rows: WallBoard) -> None:
    """Put the board; a frozen one under a label that says which it is and from when."""
    if rows.board.past:
        rect = _label(scene, rect, rows.board.past)
    if rows.latest:
        bottom = lay_latest(scene, rect, rows.latest, LATEST) - scene.px(WallSize.GAP)
        rect = Rect(rect.x, rect.y, rect.width, bottom - rect.y)
    with_forecast = fitted(scene, rect, rows.board, forecast=True)
    # The forecast stands aside when cards would have to: it is on the time axis as well.
    crowded = with_forecast.left_out and with_forecast.forecast
    put(scene, rect, fitted(scene, rect, rows.board) if crowded else with_forecast)


def _label(scene: Scene, rect: Rect, past: str) -> Rect:
    high, side, face = scene.px(_LABEL), scene.px(WallSize.ICON), scene.face(WallType.READ, STRONG)
    middle, gap = rect.y + high / 2, scene.px(WallSize.PAD)
    bar = Rect(rect.x, rect.y, rect.width, high)
    scene.box(
        bar, "accentsoft", line="accent", stroke=scene.px(WallSize.RING), radius=scene.px(WallSize.RADIUS)
    )
    scene.icon(rect.x + gap, middle - side / 2, side, "snowflake", "accent")
    x = rect.x + 2 * gap + side
    note = scene.face(WallType.READ)
    room = bar.right - gap - x
    fits = face.width(past) + gap + note.width(NOT_NOW) <= room
    x += scene.words(x, middle - face.pitch / 2, face.elide(past, room), face) + gap
    if fits:
        scene.words(x, middle - note.pitch / 2, NOT_NOW, note)
    top = rect.y + high + scene.px(WallSize.GAP)
    return Rect(rect.x, top, rect.width, rect.bottom - top)
