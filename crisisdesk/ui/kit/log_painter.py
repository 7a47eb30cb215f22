"""Strokes of the log: a row, the row of a day, the column head."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.log_columns import Columns
from crisisdesk.ui.kit.log_layout import LINE, SEPARATOR, RowLayout
from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.painting import bar, fill, outline
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS, TONES, Radius, Size, Space, Type, Weight

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowState(Value):
    """What is true of a row while it is painted."""

    current: bool
    chosen: bool
    focus: bool


class LogPainter:
    """Paints rows on one painter; the caller owns it."""

    def __init__(self, theme: Theme, painter: QPainter, cols: Columns, ratio: float) -> None:
        self._theme = theme
        self._painter = painter
        self._cols = cols
        self._ratio = ratio

    def day(self, rect: QRectF, text: str) -> None:
        """Paint the row of a day."""
        self._painter.fillRect(rect, self._theme.color("bg"))
        box = rect.adjusted(
            self._cols.text.left() if self._cols.compact else self._theme.px(Space.M), 0, 0, 0
        )
        self._text(box, text, self._theme.font(Type.QUIET, Weight.STRONG), "ink2")
        self._hairline(rect)

    def row(self, rect: QRectF, row: LogRow, laid: RowLayout, look: RowState) -> None:
        """Paint a row; the chosen ones on the soft accent, the current one with its bar, ringed when the log
        has the focus.
        """
        if look.current or look.chosen:
            self._painter.fillRect(rect.adjusted(0, 0, 0, -Size.HAIR), self._theme.color("accentsoft"))
        if look.current:
            bar(self._painter, self._theme, rect.adjusted(0, 0, 0, -Size.HAIR))
        self._hairline(rect)
        first = self._first_line(rect, laid)
        if self._cols.compact:
            self._compact_head(first, row)
        else:
            self._wide_cells(first, rect, row, laid)
        self._flow(rect, laid)
        if look.current and look.focus:
            ringed = rect.adjusted(0, 0, 0, -Size.HAIR)
            outline(self._painter, ringed, self._theme.color("accent"), self._theme.px(Size.RING))

    def _first_line(self, rect: QRectF, laid: RowLayout) -> QRectF:
        line = self._theme.dp(LINE)
        top = laid.text_top - (line if self._cols.compact else 0)
        return QRectF(rect.x(), rect.y() + top, rect.width(), line)

    def _wide_cells(self, line: QRectF, rect: QRectF, row: LogRow, laid: RowLayout) -> None:
        read, strong = self._theme.font(Type.READ), self._theme.font(Type.READ, Weight.STRONG)
        self._column("number", line, str(row.number), read, "ink2")
        self._column("time", line, row.time, strong, "ink")
        kind = self._cols.place("kind")
        if kind is not None:
            self._kind(self._cell(kind, line), row)
        self._painter.setPen(self._theme.color("ink2"))
        for x, words in laid.beside:
            words.draw(self._painter, QPointF(rect.x() + x, rect.y() + laid.text_top))
        self._column("sign", line, row.sign, self._theme.font(Type.QUIET), "ink2", right=True)

    def _compact_head(self, line: QRectF, row: LogRow) -> None:
        self._column("time", line, row.time, self._theme.font(Type.BODY, Weight.STRONG), "ink")
        kind = self._cols.place("kind")
        if kind is not None:
            self._kind(self._cell(kind, line), row)
        self._column("number", line, str(row.number), self._theme.font(Type.LABEL), "ink2", right=True)

    def _column(
        self, name: str, line: QRectF, text: str, font: QFont, token: str, *, right: bool = False
    ) -> None:
        place = self._cols.place(name)
        if place is not None:
            self._text(self._cell(place, line), text, font, token, right=right)

    def _kind(self, box: QRectF, row: LogRow) -> None:
        token = KINDS[row.kind].token
        side = self._icon(row.kind_icon, token, box, Size.ICON_SMALL)
        words = box.adjusted(side + self._theme.px(6), 0, 0, 0)
        self._text(words, row.kind_word, self._theme.font(Type.QUIET, Weight.STRONG), token)

    def _flow(self, rect: QRectF, laid: RowLayout) -> None:
        at = QPointF(rect.x() + self._cols.text.x(), rect.y() + laid.text_top)
        laid.text.draw(self._painter, at)
        for place, tag in laid.tags:
            self._tag(place.translated(at), tag)

    def _tag(self, box: QRectF, tag: LogTag) -> None:
        look = TONES[tag.tone]
        fill(self._painter, box, self._theme.color(look.ground), self._theme.px(Radius.TAG))
        words = box.adjusted(self._theme.px(6), 0, 0, 0)
        if tag.icon:
            side = self._icon(tag.icon, look.ink, words, Size.ICON_SMALL)
            words = words.adjusted(side + self._theme.px(Space.XS), 0, 0, 0)
        self._text(words, tag.word, self._theme.font(Type.TAG, Weight.STRONG), look.ink)

    def _icon(self, name: str, token: str, box: QRectF, size: float) -> float:
        """Paint the icon at the left of `box` and return its width."""
        pixmap = self._theme.icons.pixmap(name, token, size, ratio=self._ratio)
        side = pixmap.deviceIndependentSize().height()
        self._painter.drawPixmap(QPointF(round(box.x()), round(box.center().y() - side / 2)), pixmap)
        return side

    def _cell(self, column: QRectF, line: QRectF) -> QRectF:
        return QRectF(line.x() + column.x(), line.y(), column.width(), line.height())

    def _text(self, box: QRectF, text: str, font: QFont, token: str, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(token))
        self._painter.drawText(box, _RIGHT if right else _LEFT, text)

    def _hairline(self, rect: QRectF) -> None:
        line = QRectF(rect.x(), rect.bottom() - Size.HAIR, rect.width(), Size.HAIR)
        self._painter.fillRect(line, self._theme.color("line"))


def separator_height(theme: Theme) -> int:
    """Return the height of the row of a day in px."""
    return theme.dp(SEPARATOR)
