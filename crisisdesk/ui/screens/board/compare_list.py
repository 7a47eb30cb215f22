"""The rows of two boards beside each other, painted: only what is in sight is laid out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crisisdesk.incident.board_rows import TagRow
from crisisdesk.ui.kit.painting import bar, fill, outline, ring
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight
from crisisdesk.ui.screens.board.compare_rows import CHANGE_LOOKS, PairRow, Side, Spans
from crisisdesk.ui.screens.board.compare_tags import PlacedTag, paint_tag, paint_tags, placed, tag_width

_MIDDLE: Final = 96  # px at 100 % for the mark between the sides
_HEAD: Final = 34
_PAD: Final = 8
_OVER_TAGS: Final = 4
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class _Text:
    """One side laid out: its text, its quiet text and its tags, and how high they stand together."""

    text: QTextLayout
    meta: QTextLayout
    tags: tuple[PlacedTag, ...]
    height: float


class CompareList(QAbstractScrollArea):
    """Pairs of cards under the heads of their columns. Up, Down, PgUp, PgDn, Home, End move the current pair;
    Enter or a double click says `opened(card)`.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[PairRow, ...] = ()
        self._tops: list[float] = [0.0]
        self._sides: dict[tuple[str, str], _Text] = {}
        self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.viewport().setAccessibleName(name)
        theme.changed.connect(self._lay_out)

    def set_rows(self, rows: Sequence[PairRow]) -> None:
        """Show the rows; the current pair stays current while it is there."""
        self._rows = tuple(rows)
        keys = [row.key for row in self._rows if row.card]
        if self._current not in keys:
            self._current = keys[0] if keys else ""
        row = self.current()
        self.setAccessibleDescription(row.spoken if row is not None else "")
        self._lay_out()

    def current(self) -> PairRow | None:
        """Return the current pair, None when there are no cards."""
        return next((row for row in self._rows if row.key == self._current), None)

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or open; what is not ours goes on to the parent."""
        keys = [row.key for row in self._rows if row.card]
        if not self._ours(event) or not keys:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            at = keys.index(self._current) if self._current in keys else 0
            self._go(keys[min(max(at + self._step(event, len(keys)), 0), len(keys) - 1)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the pair under the mouse current."""
        row = self._row_at(event.position().y())
        if row is not None and row.card:
            self._go(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the pair."""
        self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.color("sunken"))
        scroll = self.verticalScrollBar().value()
        for place, row in enumerate(self._rows):
            top, end = self._tops[place] - scroll, self._tops[place + 1] - scroll
            if end >= 0 and top <= self.viewport().height():
                rect = QRectF(0, top, self.viewport().width(), end - top)
                self._paint_head(painter, row, rect) if not row.card else self._paint_pair(painter, row, rect)
        if self.hasFocus():
            ring(painter, self._theme, QRectF(self.viewport().rect()), Radius.CARD)
        painter.end()

    def _ours(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return plain and (event.key() in _STEPS or event.key() in _FAR)

    def _step(self, event: QKeyEvent, count: int) -> int:
        if event.key() in _STEPS:
            return _STEPS[Qt.Key(event.key())]
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return -6 if event.key() == Qt.Key.Key_PageUp else 6
        return -count if event.key() == Qt.Key.Key_Home else count

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row.card)

    def _go(self, key: str) -> None:
        self._current = key
        row = self.current()
        if row is not None:
            self._show(self._rows.index(row))
            self.setAccessibleDescription(row.spoken)
            announce(self, row.spoken)
        self.viewport().update()

    def _show(self, place: int) -> None:
        scroll = self.verticalScrollBar()
        top, end = round(self._tops[place]), round(self._tops[place + 1])
        if place and not self._rows[place - 1].card:
            top = round(self._tops[place - 1])
        if top < scroll.value():
            scroll.setValue(top)
        elif end > scroll.value() + self.viewport().height():
            scroll.setValue(end - self.viewport().height())

    def _row_at(self, y: float) -> PairRow | None:
        place = bisect_right(self._tops, y + self.verticalScrollBar().value()) - 1
        return self._rows[place] if 0 <= place < len(self._rows) else None

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self._sides = {}
        tops = [0.0]
        for row in self._rows:
            tops.append(tops[-1] + self._height(row))
        self._tops = tops
        scroll = self.verticalScrollBar()
        scroll.setPageStep(self.viewport().height())
        scroll.setSingleStep(self._theme.dp(24))
        scroll.setRange(0, max(round(tops[-1]) + self._theme.dp(Space.S) - self.viewport().height(), 0))
        self.viewport().update()

    def _height(self, row: PairRow) -> float:
        if not row.card:
            return self._theme.px(_HEAD)
        sides = [self._side(row, "left", row.left), self._side(row, "right", row.right)]
        inner = max(side.height for side in sides if side is not None)
        return inner + 2 * self._theme.px(_PAD) + self._theme.px(Space.S)

    def _side(self, row: PairRow, which: str, side: Side | None) -> _Text | None:
        if side is None:
            return None
        key = (row.key, which)
        if key not in self._sides:
            self._sides[key] = self._laid_out(side, which)
        return self._sides[key]

    def _laid_out(self, side: Side, which: str) -> _Text:
        width = self._half() - 2 * self._theme.px(Space.M)
        text = self._wrapped(side.text, side.text_spans, which, width, Type.BODY, 0.0)
        below = text.boundingRect().bottom() + (self._theme.px(2) if side.meta else 0)
        meta = self._wrapped(side.meta, side.meta_spans, which, width, Type.QUIET, below)
        height = meta.boundingRect().bottom() if side.meta else text.boundingRect().bottom()
        top = height + self._theme.px(_OVER_TAGS)
        tags = placed(self._theme, side.tags, side.own_tags, width, top)
        return _Text(text, meta, tags, tags[-1].rect.bottom() if tags else height)

    def _wrapped(
        self, text: str, spans: Spans, which: str, width: float, size: float, top: float
    ) -> QTextLayout:
        laid = QTextLayout(text.replace("\n", "\u2028"), self._theme.font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid.setTextOption(option)
        laid.setFormats([self._differing(start, end, which) for start, end in spans])
        laid.beginLayout()
        y = top
        while (line := laid.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, y))
            y += line.height()
        laid.endLayout()
        return laid

    def _differing(self, start: int, end: int, which: str) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setFontWeight(Weight.STRONG)
        if which == "left":
            look.setFontStrikeOut(True)
            look.setForeground(self._theme.color("alarm"))
            look.setBackground(self._theme.color("alarmsoft"))
        else:
            look.setFontUnderline(True)
            look.setForeground(self._theme.color("ok"))
            look.setBackground(self._theme.color("oksoft"))
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, end - start, look
        return found

    def _half(self) -> float:
        return (self.viewport().width() - self._theme.px(_MIDDLE)) / 2 - self._theme.px(Space.S)

    # ------------------------------------------------------------ strokes

    def _paint_head(self, painter: QPainter, row: PairRow, rect: QRectF) -> None:
        pixmap = self._theme.icons.pixmap(row.icon, "ink2", Size.ICON, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        x = rect.x() + self._theme.px(Space.M)
        painter.drawPixmap(QRectF(x, rect.center().y() - side / 2, side, side).toRect(), pixmap)
        painter.setFont(self._theme.font(Type.BODY, Weight.STRONG))
        painter.setPen(self._theme.color("ink"))
        words = rect.adjusted(self._theme.px(Space.M + Space.S) + side, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.title)

    def _paint_pair(self, painter: QPainter, row: PairRow, rect: QRectF) -> None:
        gap, half = self._theme.px(Space.S), self._half()
        box = rect.adjusted(0, 0, 0, -gap)
        left = QRectF(gap, box.y(), half, box.height())
        right = QRectF(rect.width() - gap - half, box.y(), half, box.height())
        self._paint_side(painter, left, self._side(row, "left", row.left), row, "left")
        self._paint_side(painter, right, self._side(row, "right", row.right), row, "right")
        middle = QRectF(left.right(), box.y(), right.left() - left.right(), box.height())
        self._paint_mark(painter, row, middle)

    def _paint_side(
        self, painter: QPainter, rect: QRectF, side: _Text | None, row: PairRow, which: str
    ) -> None:
        radius = self._theme.px(Radius.TAG)
        if side is None:
            outline(painter, rect, self._theme.color("line"), Size.HAIR, radius)
            return
        current, before = row.key == self._current, which == "left"
        fill(painter, rect, self._theme.color("accentsoft" if current else "surface"), radius)
        outline(painter, rect, self._theme.color("line"), Size.HAIR, radius)
        if current:
            bar(painter, self._theme, rect)
        at = rect.topLeft() + QPointF(self._theme.px(Space.M), self._theme.px(_PAD))
        painter.setPen(self._theme.color("ink2" if before and row.change == "gone" else "ink"))
        side.text.draw(painter, at)
        painter.setPen(self._theme.color("ink2"))
        side.meta.draw(painter, at)
        paint_tags(painter, self._theme, side.tags, at, before=before)

    def _paint_mark(self, painter: QPainter, row: PairRow, rect: QRectF) -> None:
        word, icon, signal = CHANGE_LOOKS[row.change]
        if not word:
            painter.setFont(self._theme.font(Type.TAG))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tr("lika"))
            return
        tag = TagRow(word=word, icon=icon, signal=signal)
        width, height = tag_width(self._theme, tag), self._theme.px(Size.TAG)
        box = QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
        paint_tag(painter, self._theme, box, tag)


_FAR: Final = (
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
