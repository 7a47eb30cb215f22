"""Where the parts of a card go: wrapped text, a flow of quiet text and tags, a note, an answer."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from crisisdesk.ui.kit.painting import fill
from crisisdesk.ui.kit.text_block import TextBlock, pitch
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import TONES, Radius, Size, Space, Type, Weight
from crisisdesk.ui.screens.board.rows import CHANGE_WORDS, CardRow, TagRow

LEFT: Final = 13
RIGHT: Final = 10
TOP: Final = 8
BOTTOM: Final = 9
_GAP: Final = 4
_LINE_GAP: Final = 3
_ELIDE: Final = Qt.TextElideMode.ElideRight
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


@dataclass
class _Text:
    """A wrapped text at a place."""

    text: str
    font: QFont
    token: str
    rect: QRectF
    block: TextBlock


@dataclass
class _Tag:
    """A tag at a place."""

    tag: TagRow
    rect: QRectF


class CardLayout:
    """The parts of one card for a width; `height` follows. Sizes follow the theme's scale."""

    def __init__(self, theme: Theme, row: CardRow, width: float) -> None:
        self._theme = theme
        self._row = row
        self._x = theme.px(LEFT)
        self._room = max(width - self._x - theme.px(RIGHT), theme.px(40))
        self._y = theme.px(TOP)
        self._texts: list[_Text] = []
        self._tags: list[_Tag] = []
        self._lay_out()
        self.height = round(self._y + theme.px(BOTTOM))

    def paint(self, painter: QPainter, ratio: float, *, quiet: bool = False) -> None:
        """Paint the parts; `quiet` makes all ink lighter, for what is past."""
        for text in self._texts:
            painter.setPen(self._theme.color("ink2" if quiet and text.token == "ink" else text.token))
            text.block.paint(painter, text.rect, text.text, text.font)
        for tag in self._tags:
            self._paint_tag(painter, tag, ratio)

    def _lay_out(self) -> None:
        row = self._row
        answered = bool(row.answer)
        font = self._theme.font(Type.BODY)
        font.setStrikeOut(row.struck)
        self._text(row.text, font, "ink3" if row.struck else "ink2" if answered else "ink")
        self._flow()
        if row.note:
            self._gap()
            self._text(row.note, self._quiet(), "ink2")
        if row.answer:
            self._gap()
            self._text(row.answer, self._theme.font(Type.BODY), "ink")

    def _gap(self) -> None:
        self._y += self._theme.px(_LINE_GAP)

    def _text(self, text: str, font: QFont, token: str) -> None:
        block = TextBlock()
        height = block.height(text, font, int(self._room))
        self._texts.append(_Text(text, font, token, QRectF(self._x, self._y, self._room, height), block))
        self._y += height

    def _flow(self) -> None:
        """Lay quiet text, what is late, tags and what is new in lines, as words in a text."""
        row, line = self._row, _Line(self)
        if row.meta:
            line.add_text(row.meta, self._quiet(), "ink2")
        if row.late:
            line.add_text(row.late, self._strong(), "alarm")
        for tag in row.tags:
            line.add_tag(tag)
        if row.change:
            word = CHANGE_WORDS[row.change]
            line.add_text(word, self._strong(), "ink3" if row.change == "gone" else "accent")
        line.close()

    def _quiet(self) -> QFont:
        return self._theme.font(Type.QUIET)

    def _strong(self) -> QFont:
        return self._theme.font(Type.QUIET, Weight.STRONG)

    def tag_width(self, tag: TagRow) -> float:
        """Return the width that the tag needs."""
        word = QFontMetricsF(self._tag_font()).horizontalAdvance(tag.word)
        icon = self._theme.px(Size.ICON_SMALL + Space.XS) if tag.icon else 0.0
        return 2 * self._theme.px(6) + icon + word + 0.5

    def _tag_font(self) -> QFont:
        return self._theme.font(Type.TAG, Weight.STRONG)

    def _paint_tag(self, painter: QPainter, placed: _Tag, ratio: float) -> None:
        look, rect = TONES[placed.tag.signal], placed.rect
        fill(painter, rect, self._theme.color(look.ground), self._theme.px(Radius.TAG))
        x = rect.x() + self._theme.px(6)
        pixmap = self._theme.icons.pixmap(placed.tag.icon, look.ink, Size.ICON_SMALL, ratio=ratio)
        side = pixmap.deviceIndependentSize().height()
        painter.drawPixmap(QRectF(x, rect.center().y() - side / 2, side, side).toRect(), pixmap)
        x += self._theme.px(Size.ICON_SMALL + Space.XS)
        painter.setFont(self._tag_font())
        painter.setPen(self._theme.color(look.ink))
        words = QRectF(x, rect.y(), rect.right() - x, rect.height())
        word = painter.fontMetrics().elidedText(placed.tag.word, _ELIDE, round(words.width()))
        painter.drawText(words, _MIDDLE, word)

    # What the line below asks of its card.

    @property
    def left(self) -> float:
        """Return where lines begin."""
        return self._x

    @property
    def room(self) -> float:
        """Return how wide lines are."""
        return self._room

    @property
    def y(self) -> float:
        """Return where the next line begins."""
        return self._y

    @property
    def theme(self) -> Theme:
        """Return the theme."""
        return self._theme

    def put_text(self, text: str, font: QFont, token: str, rect: QRectF) -> None:
        """Place a text."""
        block = TextBlock()
        block.height(text, font, int(rect.width()))
        self._texts.append(_Text(text, font, token, rect, block))

    def put_tag(self, tag: TagRow, rect: QRectF) -> None:
        """Place a tag."""
        self._tags.append(_Tag(tag, rect))

    def go_down(self, height: float) -> None:
        """Go on below a line of the height."""
        self._y += height + self._theme.px(_LINE_GAP)


class _Line:
    """The line that is being filled in the flow of a card."""

    def __init__(self, card: CardLayout) -> None:
        self._card = card
        self._used = 0.0
        self._open = False
        self._height = card.theme.px(Size.TAG)

    def add_text(self, text: str, font: QFont, token: str) -> None:
        """Add a text; one that is wider than a line wraps and has its lines alone."""
        card = self._card
        width = QFontMetricsF(font).horizontalAdvance(text) + 2
        if width > card.room:
            self.close()
            block = TextBlock()
            height = block.height(text, font, int(card.room))
            card.put_text(text, font, token, QRectF(card.left, card.y, card.room, height))
            card.go_down(height)
            return
        self._make_room(width)
        top = card.y + round((self._height - pitch(font)) / 2)
        card.put_text(text, font, token, QRectF(card.left + self._used, top, width, pitch(font)))
        self._used += width + card.theme.px(_GAP + 1)

    def add_tag(self, tag: TagRow) -> None:
        """Add a tag; one that is wider than the card is cut with …"""
        card = self._card
        width = min(card.tag_width(tag), card.room)
        self._make_room(width)
        card.put_tag(tag, QRectF(card.left + self._used, card.y, width, self._height))
        self._used += width + card.theme.px(_GAP)

    def close(self) -> None:
        """End the line."""
        if self._open:
            self._card.go_down(self._height)
        self._used, self._open = 0.0, False

    def _make_room(self, width: float) -> None:
        if self._open and self._used + width > self._card.room:
            self.close()
        self._open = True
