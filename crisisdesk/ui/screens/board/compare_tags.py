"""The tags of a card in the comparison, painted: icon, word and colour as on the board."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from crisisdesk.incident.board_rows import TagRow
from crisisdesk.ui.kit.painting import fill, outline
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import TONES, Radius, Size, Space, Type, Weight

_PAD: Final = 6  # px at 100 % before and after the word


@dataclass(frozen=True)
class PlacedTag:
    """A tag and its place; `differs` when the other side does not have it."""

    rect: QRectF
    tag: TagRow
    differs: bool = False


def placed(
    theme: Theme, tags: Iterable[TagRow], own: Iterable[TagRow], width: float, top: float
) -> tuple[PlacedTag, ...]:
    """Return the tags from the left in lines of the width (px), the first line at `top`."""
    found: list[PlacedTag] = []
    differing = tuple(own)
    x, y = 0.0, top
    for tag in tags:
        wide = min(tag_width(theme, tag), width)
        if x and x + wide > width:
            x, y = 0.0, y + theme.px(Size.TAG + 2)
        found.append(PlacedTag(QRectF(x, y, wide, theme.px(Size.TAG)), tag, tag in differing))
        x += wide + theme.px(Space.XS)
    return tuple(found)


def tag_width(theme: Theme, tag: TagRow) -> float:
    """Return the width of the tag in px."""
    word = QFontMetricsF(theme.font(Type.TAG, Weight.STRONG)).horizontalAdvance(tag.word)
    return word + _lead(theme, tag) + 2 * theme.px(_PAD) + 1


def paint_tags(
    painter: QPainter, theme: Theme, tags: Iterable[PlacedTag], at: QPointF, *, before: bool
) -> None:
    """Paint the tags from `at`; one that differs is struck on the side before, underlined after."""
    for one in tags:
        rect = one.rect.translated(at)
        paint_tag(
            painter, theme, rect, one.tag, struck=one.differs and before, under=one.differs and not before
        )
        if one.differs:
            edge = theme.color("alarm" if before else "ok")
            outline(painter, rect, edge, Size.HAIR, theme.px(Radius.TAG))


def paint_tag(
    painter: QPainter, theme: Theme, rect: QRectF, tag: TagRow, *, struck: bool = False, under: bool = False
) -> None:
    """Paint one tag in the rectangle."""
    look = TONES[tag.signal]
    fill(painter, rect, theme.color(look.ground), theme.px(Radius.TAG))
    if tag.icon:
        _paint_icon(painter, theme, rect, tag.icon, look.ink)
    font = theme.font(Type.TAG, Weight.STRONG)
    font.setStrikeOut(struck)
    font.setUnderline(under)
    painter.setFont(font)
    painter.setPen(theme.color(look.ink))
    words = rect.adjusted(theme.px(_PAD) + _lead(theme, tag), 0, -theme.px(_PAD) + 1, 0)
    said = QFontMetricsF(font).elidedText(tag.word, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)


def _paint_icon(painter: QPainter, theme: Theme, rect: QRectF, icon: str, ink: str) -> None:
    ratio = painter.device().devicePixelRatio()
    pixmap = theme.icons.pixmap(icon, ink, Size.ICON_SMALL, ratio=ratio)
    side = pixmap.deviceIndependentSize().height()
    box = QRectF(rect.x() + theme.px(_PAD), rect.center().y() - side / 2, side, side)
    painter.drawPixmap(box.toRect(), pixmap)


def _lead(theme: Theme, tag: TagRow) -> float:
    """Return the room of the icon, none without one."""
    return theme.px(Size.ICON_SMALL + Space.XS) if tag.icon else 0.0
