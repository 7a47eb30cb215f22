"""Where the parts of a log row go: its columns, its flowing text with tags, its height."""

from dataclasses import dataclass, field
from typing import Final, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.text_block import place_lines
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space, Type, Weight

LINE: Final = 20  # px from line to line, at 100 %
PAD: Final = 6  # above and below the text of a row
SEPARATOR: Final = 33  # the row of a day
_HARD_SPACE: Final = "\u00a0"
_COMPACT_HEAD: Final = 20  # time, kind and number over the text of a narrow row


@dataclass(frozen=True)
class Columns:
    """Left edges and widths in px. Without a route column (narrow) the route follows the text."""

    compact: bool
    number: QRectF
    time: QRectF
    kind: QRectF
    text: QRectF
    route: QRectF | None
    sign: QRectF | None


def columns(theme: Theme, width: float, *, compact: bool) -> Columns:
    """Return the columns of a log `width` px wide."""
    return _compact_columns(theme, width) if compact else _wide_columns(theme, width)


def _compact_columns(theme: Theme, width: float) -> Columns:
    side, px = theme.px(14), theme.px
    inner = width - 2 * side
    return Columns(
        compact=True,
        number=QRectF(width - side - px(60), 0, px(60), 0),
        time=QRectF(side, 0, px(47), 0),
        kind=QRectF(side + px(47), 0, inner - px(110), 0),
        text=QRectF(side, 0, inner, 0),
        route=None,
        sign=None,
    )


def _wide_columns(theme: Theme, width: float) -> Columns:
    px = theme.px
    left, right = px(Space.M), width - px(Space.M)
    kind = left + px(114)
    text = kind + px(104)
    sign = right - px(34)
    room = sign - text
    route = min(max(room * _ROUTE_PART, px(150)), px(280)) if room > px(_ROUTE_FROM) else 0.0
    gap = px(Space.M)
    return Columns(
        compact=False,
        number=QRectF(left, 0, px(50), 0),
        time=QRectF(left + px(52), 0, px(60), 0),
        kind=QRectF(kind, 0, px(100), 0),
        text=QRectF(text, 0, room - gap - (route + gap if route else 0), 0),
        route=QRectF(sign - gap - route, 0, route, 0) if route else None,
        sign=QRectF(sign, 0, right - sign, 0),
    )


_ROUTE_PART: Final = 0.3
_ROUTE_FROM: Final = 420  # px for text and route together


@dataclass
class RowLayout:
    """A laid-out row: `text` and `route` to draw, `tags` with their places in the text, `height` with
    hairline.
    """

    text: QTextLayout
    height: int
    text_top: float
    tags: list[tuple[QRectF, LogTag]] = field(default_factory=list[tuple[QRectF, LogTag]])
    route: QTextLayout | None = None


class RowLayouter:
    """Lays out rows for one width and theme; made anew when either changes."""

    def __init__(self, theme: Theme, cols: Columns, highlight: str = "") -> None:
        self._theme = theme
        self.columns = cols
        self._highlight = highlight.casefold()
        self._font = theme.font(Type.BODY)
        self._tag_font = theme.font(Type.TAG, Weight.STRONG)
        self._tag_metrics = QFontMetricsF(self._tag_font)
        self._space = QFontMetricsF(self._font).horizontalAdvance(_HARD_SPACE)
        self._pitch = float(theme.dp(LINE))

    def lay_out(self, row: LogRow) -> RowLayout:
        """Return where everything of `row` goes."""
        flow = self._flow(row)
        text, used = self._wrapped(flow.text, self._text_width(row), flow.formats)
        route, route_used = self._route(row)
        head = self._theme.dp(_COMPACT_HEAD) if self.columns.compact else 0
        pad = 2 * self._theme.dp(PAD + 2 if self.columns.compact else PAD)
        height = round(max(used, route_used) + head + pad + Size.HAIR)
        laid = RowLayout(text, height, pad / 2 + head, route=route)
        laid.tags = [(self._tag_rect(text, start, tag), tag) for start, tag in flow.tags]
        return laid

    def _text_width(self, row: LogRow) -> float:
        # a line that came from nobody uses the room of the route as well
        if self.columns.route is None or row.route:
            return self.columns.text.width()
        return self.columns.route.right() - self.columns.text.x()

    def _flow(self, row: LogRow) -> "_Flow":
        flow = _Flow()
        flow.add(row.text, self._format("ink3" if row.struck else "ink", struck=row.struck))
        if row.struck and row.replaced_note:
            flow.add(f" {_bound(row.replaced_note)}", self._format("ink2"))
        for tag in row.tags:
            flow.add(" ", self._format("ink2"))
            flow.tags.append((flow.length, tag))
            flow.add(_HARD_SPACE * self._hard_spaces(tag), self._format("ink2"))
        quiet = "" if self.columns.compact else row.secondary
        if self.columns.route is None and not self.columns.compact and row.route:
            quiet = f"{quiet} ·{_HARD_SPACE}{row.route}" if quiet else f"·{_HARD_SPACE}{row.route}"
        if quiet:
            flow.add(f" {_bound(quiet)}", self._format("ink2"))
        self._mark_hits(flow, flow.text)
        return flow

    def _mark_hits(self, flow: "_Flow", text: str) -> None:
        if not self._highlight:
            return
        folded = text.casefold()
        at = folded.find(self._highlight) if len(folded) == len(text) else -1
        while at >= 0:
            flow.mark(at, len(self._highlight), self._hit())
            at = folded.find(self._highlight, at + len(self._highlight))

    def _hit(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(self._theme.color("warnsoft"))
        form.setForeground(self._theme.color("ink"))
        return form

    def _format(self, token: str, *, struck: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.color(token)))
        form.setFontStrikeOut(struck)
        return form

    def tag_width(self, tag: LogTag) -> float:
        """Return the width of a tag in px."""
        icon = self._theme.px(Size.ICON_SMALL + Space.XS) if tag.icon else 0.0
        return self._tag_metrics.horizontalAdvance(tag.word) + icon + self._theme.px(12)

    def _hard_spaces(self, tag: LogTag) -> int:
        # a tag stands on spaces that do not break, so that the text wraps around it as around a long word
        return int(self.tag_width(tag) / self._space) + 1

    def _tag_rect(self, text: QTextLayout, start: int, tag: LogTag) -> QRectF:
        line = text.lineForTextPosition(start)
        left = _cursor_x(line, start)
        top = round(line.y() + line.height() / 2 - self._theme.px(Size.TAG) / 2)
        return QRectF(round(left), top, round(self.tag_width(tag)), self._theme.dp(Size.TAG))

    def _route(self, row: LogRow) -> tuple[QTextLayout | None, float]:
        if self.columns.route is None or not row.route:
            return None, 0.0
        return self._wrapped(row.route, self.columns.route.width(), [], self._theme.font(Type.QUIET))

    def _wrapped(
        self, text: str, width: float, formats: list[QTextLayout.FormatRange], font: QFont | None = None
    ) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text.replace("\n", "\u2028"), font or self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        return layout, place_lines(layout, width, self._pitch)


def _cursor_x(line: QTextLine, at: int) -> float:
    # PySide6 answers (x, cursor position), where its type stub says one object
    found = cast("tuple[float, int] | float", line.cursorToX(at))
    return found[0] if isinstance(found, tuple) else found


def _bound(text: str) -> str:
    # a number is never parted from its nr, nor from the arrow before it
    return text.replace("nr ", f"nr{_HARD_SPACE}").replace("→ nr", f"→{_HARD_SPACE}nr")


class _Flow:
    """Text with formats and tags, put together piece by piece."""

    def __init__(self) -> None:
        self.text = ""
        self.length = 0  # in UTF-16 units, as Qt counts
        self.formats: list[QTextLayout.FormatRange] = []
        self.tags: list[tuple[int, LogTag]] = []

    def add(self, piece: str, form: QTextCharFormat) -> None:
        """Add `piece` at the end."""
        length = _units(piece)
        self.mark_units(self.length, length, form)
        self.text += piece
        self.length += length

    def mark(self, start: int, length: int, form: QTextCharFormat) -> None:
        """Format letters `start` to `start + length` of the text so far."""
        before = _units(self.text[:start])
        self.mark_units(before, _units(self.text[start : start + length]), form)

    def mark_units(self, start: int, length: int, form: QTextCharFormat) -> None:
        """Format a stretch counted in UTF-16 units."""
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = start, length, form  # pyright: ignore[reportAttributeAccessIssue]
        self.formats.append(span)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
