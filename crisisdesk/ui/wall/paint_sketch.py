"""Paints a sketch page: on the wall's own ground, or on paper when a map or a photo lies under it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from crisisdesk.base.type_measure import REGULAR
from crisisdesk.ui.kit.painting import fill
from crisisdesk.ui.kit.sketch_painter import TOKENS, Colours, page_rect, paint_drawing, paint_picture
from crisisdesk.ui.kit.wall_tokens import WALL_LIGHT
from crisisdesk.ui.wall.look import WallLook
from crisisdesk.ui.wall.pictures import Pictures
from crisisdesk.ui.wall.scene import Rect, Scene
from crisisdesk.ui.wall.sketch_rows import SketchRow, page_room


def paint_sketch(painter: QPainter, rect: Rect, row: SketchRow, look: WallLook, pictures: Pictures) -> None:
    """Paint the page as large as it can be in the room; nothing of one that is hidden or not there."""
    if row.hidden or not row.page:
        return
    device = painter.device()
    room = page_room(Scene(float(device.width()), float(device.height())), rect)
    page = page_rect(row.drawing, QRectF(room.x, room.y, room.width, room.height))
    picture = pictures.picture(row.background, row.media, row.sheet) if row.background else QImage()
    colours = _colours(look, paper=bool(row.background))
    fill(painter, page, colours("ground"))
    paint_picture(painter, picture, page)
    paint_drawing(painter, row.drawing, page, colours, look.font(1, REGULAR))


def _colours(look: WallLook, *, paper: bool) -> Colours:
    def colour(word: str) -> QColor:
        token = TOKENS.get(word, "ink")
        return QColor(getattr(WALL_LIGHT, token)) if paper else look.color(token)

    return colour
