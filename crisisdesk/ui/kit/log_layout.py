"""Where the parts of a log row go: its columns, its flowing text with tags, its height."""

from collections.abc import Sequence
from typing import Final, cast

from msgspec import field
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from crisisdesk.base.record import Kept
from crisisdesk.ui.kit.log_columns import Columns
from crisisdesk.ui.kit.log_hits import hits, units
from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.text_block import place_lines
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space, Type, Weight

LINE: Final = 20  # px from line to line, at 100 %
PAD: Final = 6  # above and below the text of a row
SEPARATOR: Final = 33  # the row of a day
_HARD_SPACE: Final = "\u00a0"
_COMPACT_HEAD: Final = 20  # time, kind and number over the text of a narrow row


class RowLayout(Kept):
    """A laid-out row: `text` to draw, `tags` with their places in it, `beside` what the columns beside it say
    with their left edges, `height` with hairline.
    """

    text: QTextLayout
    height: int
    text_top: float
    tags: list[tuple[QRectF, LogTag]] = field(default_factory=list[tuple[QRectF, LogTag]])
    beside: list[tuple[float, QTextLayout]] = field(default_factory=list[tuple[float, QTextLayout]])


class RowLayouter:
    """Lays out rows for one width and theme; made anew when either changes."""

    def __init__(self, theme: Theme, cols: Columns, searched: Sequence[str] = ()) -> None:
        self._theme = theme
        self.columns = cols
        self._hits = tuple(word.casefold() for word in searched if word)
        self._font = theme.font(Type.BODY)
        self._tag_font = theme.font(Type.TAG, Weight.STRONG)
        self._tag_metrics = QFontMetricsF(self._tag_font)
        self._space = QFontMetricsF(self._font).horizontalAdvance(_HARD_SPACE)
        self._pitch = float(theme.dp(LINE))

    def lay_out(self, row: LogRow) -> RowLayout:
        """Return where everything of `row` goes."""
        flow = self._flow(row)
        text, used = self._wrapped(flow.text, self._text_width(row), flow.formats)
        beside, beside_used = self._beside(row)
        head = self._theme.dp(_COMPACT_HEAD) if self.columns.compact else 0
        pad = 2 * self._theme.dp(PAD + 2 if self.columns.compact else PAD)
        height = round(max(used, beside_used) + head + pad + Size.HAIR)
        laid = RowLayout(text, height, pad / 2 + head, beside=beside)
        laid.tags = [(self._tag_rect(text, start, tag), tag) for start, tag in flow.tags]
        return laid

    def _text_width(self, row: LogRow) -> float:
        # a line that says nothing in the columns next to the text uses their room as well
        right = self.columns.text.right()
        after = [(key, box) for key, box in self.columns.places if box.x() > right]
        for key, box in after:
            if key == "sign" or row.cell(key):
                break
            right = box.right()
        return right - self.columns.text.x()

    def _flow(self, row: LogRow) -> "_Flow":
        flow = _Flow()
        flow.add(row.text, self._format("ink3" if row.struck else "ink", struck=row.struck))
        if row.struck and row.replaced_note:
            flow.add(f" {_bound(row.replaced_note)}", self._format("ink2"))
        if self.columns.place("tags") is None:
            self._add_tags(flow, row)
        if quiet := self._quiet(row):
            flow.add(f" {_bound(quiet)}", self._format("ink2"))
        for start, length in hits(flow.text, self._hits):
            flow.mark(start, length, self._hit())
        return flow

    def _add_tags(self, flow: "_Flow", row: LogRow) -> None:
        for tag in row.tags:
            flow.add(" ", self._format("ink2"))
            flow.tags.append((flow.length, tag))
            flow.add(_HARD_SPACE * self._hard_spaces(tag), self._format("ink2"))

    def _quiet(self, row: LogRow) -> str:
        """Return what follows the text in quiet ink, and what the columns that have no room would say."""
        if self.columns.compact:
            return ""
        without = ("reliability", "tags")  # stand in the text as tags already
        said = [row.cell(key) for key in self.columns.follows if key not in without]
        return " ".join([row.secondary, *(f"·{_HARD_SPACE}{words}" for words in said if words)]).strip()

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

    def _beside(self, row: LogRow) -> tuple[list[tuple[float, QTextLayout]], float]:
        laid: list[tuple[float, QTextLayout]] = []
        used = 0.0
        for key, box in self.columns.beside:
            if words := row.cell(key):
                layout, height = self._cell(words, box.width())
                laid.append((box.x(), layout))
                used = max(used, height)
        return laid, used

    def _cell(self, words: str, width: float) -> tuple[QTextLayout, float]:
        flow = _Flow()
        flow.add(words, QTextCharFormat())
        for start, length in hits(words, self._hits):
            flow.mark(start, length, self._hit())
        return self._wrapped(words, width, flow.formats, self._theme.font(Type.QUIET))

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
        length = units(piece)
        self.markunits(self.length, length, form)
        self.text += piece
        self.length += length

    def mark(self, start: int, length: int, form: QTextCharFormat) -> None:
        """Format letters `start` to `start + length` of the text so far."""
        before = units(self.text[:start])
        self.markunits(before, units(self.text[start : start + length]), form)

    def markunits(self, start: int, length: int, form: QTextCharFormat) -> None:
        """Format a stretch counted in UTF-16 units."""
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = start, length, form  # pyright: ignore[reportAttributeAccessIssue]
        self.formats.append(span)
