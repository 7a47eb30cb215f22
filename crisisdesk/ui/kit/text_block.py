"""Wrapped plain text: measured once for a width, painted with the kit's line pitch."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from crisisdesk.ui.kit.tokens import LINE_HEIGHT

_UNWRAPPED: Final = 1e6


@lru_cache(maxsize=256)
def _metrics(font_key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font)


class TextBlock:
    """Lays out one text; remembers the last layout, since a widget asks for it many times."""

    def __init__(self) -> None:
        self._key: tuple[str, str, int] | None = None
        self._layout = QTextLayout()
        self._height = 0.0

    def height(self, text: str, font: QFont, width: int) -> int:
        """Return the height in px of `text` wrapped at `width`."""
        self._lay_out(text, font, width)
        return ceil(self._height)

    def natural_width(self, text: str, font: QFont) -> int:
        """Return the width in px of the longest line when only line breaks in the text count."""
        metrics = QFontMetricsF(font)
        return ceil(max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0.0)) + 1

    def line_height(self, font: QFont) -> int:
        """Return the distance between base lines in px."""
        return ceil(pitch(font))

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        marked: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Paint `text` in `rect` with the painter's pen, and the `marked` stretches as their formats say."""
        self._lay_out(text, font, int(rect.width()))
        self._layout.draw(painter, rect.topLeft(), list(marked))

    def _lay_out(self, text: str, font: QFont, width: int) -> None:
        key = (text, font.key(), width)
        if key == self._key:
            return
        self._key = key
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._height = place_lines(self._layout, float(width), pitch(font))


def pitch(font: QFont) -> float:
    """Return the line distance of the kit for `font` in px, whole so that lines are sharp."""
    metrics = QFontMetricsF(font)
    return float(round(max(metrics.height(), metrics.height() / 1.21 * LINE_HEIGHT)))


def place_lines(layout: QTextLayout, width: float, line_pitch: float) -> float:
    """Break `layout` into lines of `width`, `line_pitch` apart; return the height of all."""
    y = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0.0, y + round((line_pitch - line.height()) / 2)))
        y += line_pitch
        line = layout.createLine()
    layout.endLayout()
    return max(y, line_pitch)
