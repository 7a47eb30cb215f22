"""Large figures, labels with values, texts beside each other, grades."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.report.document import Columns, Figure, Figures, Grade, KeyValues, Pair, TextColumn
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.inline import Line, height_of
from crisisdesk.report.pdf.pages import BODY, LEFT, ROOM, Pages
from crisisdesk.report.pdf.palette import INK, LINE, SIGNALS
from crisisdesk.report.pdf.rows import Look, Rows, Slot
from crisisdesk.report.pdf.setting import Setting

_PER_ROW: Final = 4
_FIGURE_GAP: Final = 10.5
_FIGURE_WIDTH: Final = (ROOM - (_PER_ROW - 1) * _FIGURE_GAP) / _PER_ROW
_LABEL_WIDTH: Final = 112.0
_COLUMN_GAP: Final = 18.0
_BOX: Final = (19.5, 7.5, 4.5)
_WHOLE: Final = BODY / 3
_PLAIN: Final = Look(air=1.5, rule=None)


def figure_lines(setting: Setting, figure: Figure) -> list[Line]:
    """Return the lines of a large figure: its value, then what it means."""
    styles = setting.styles
    value = setting.lines(figure.value, styles.figure, _FIGURE_WIDTH)
    return value + setting.lines(figure.label, styles.label, _FIGURE_WIDTH, figure.refs)


def print_figures(pages: Pages, block: Figures) -> None:
    """Print large figures, four to a row."""
    pages.gap(4)
    for at in range(0, len(block.figures), _PER_ROW):
        _print_figure_row(pages, block.figures[at : at + _PER_ROW])
    pages.gap(6)


def _print_figure_row(pages: Pages, figures: Sequence[Figure]) -> None:
    cells = [figure_lines(pages.setting, figure) for figure in figures]
    height = max(height_of(cell) for cell in cells)
    pages.need(height + 16)
    for index, cell in enumerate(cells):
        x = LEFT + index * (_FIGURE_WIDTH + _FIGURE_GAP)
        pages.sheet.rule(x, pages.y, x + _FIGURE_WIDTH, pages.y, INK, 1.5)
        draw_lines(pages.sheet, cell, x, pages.y - 4)
    pages.y -= height + 16


def pair_slots(setting: Setting, pair: Pair, label_width: float = _LABEL_WIDTH) -> list[Slot]:
    """Return a label and its value as the cells of a row."""
    styles = setting.styles
    style = styles.strong if pair.strong else styles.body
    label = setting.lines(pair.label, styles.quiet, label_width - 8)
    value = setting.lines(pair.value or "–", style, ROOM - label_width, pair.refs)
    return [Slot(LEFT, label_width, label), Slot(LEFT + label_width, ROOM - label_width, value)]


def print_key_values(pages: Pages, block: KeyValues) -> None:
    """Print labels with their values."""
    pages.need(key_values_height(pages, block))
    rows = Rows(pages, _PLAIN)
    for pair in block.pairs:
        rows.add(pair_slots(pages.setting, pair))
    pages.gap(8)


def key_values_height(pages: Pages, block: KeyValues) -> float:
    """Return the height that must stand on one page: all of it, unless that is much."""
    slots = [pair_slots(pages.setting, pair) for pair in block.pairs]
    height = sum(max(height_of(slot.lines) for slot in pair) + 2 * _PLAIN.air for pair in slots)
    return height if height <= _WHOLE else 48.0


def print_columns(pages: Pages, block: Columns) -> None:
    """Print texts beside each other, each under its heading."""
    if not block.columns:
        return
    count = len(block.columns)
    width = (ROOM - (count - 1) * _COLUMN_GAP) / count
    pages.gap(4)
    rows = Rows(pages, _PLAIN)
    rows.begin(48)
    rows.add([_column(pages.setting, c, i, width) for i, c in enumerate(block.columns)])
    pages.gap(8)


def _column(setting: Setting, column: TextColumn, index: int, width: float) -> Slot:
    title = setting.lines(column.title, setting.styles.h3.coloured(SIGNALS[column.signal]), width)
    text = setting.lines(column.text or "–", setting.styles.body, width, column.refs)
    return Slot(LEFT + index * (width + _COLUMN_GAP), width, title + text)


def print_grade(pages: Pages, block: Grade) -> None:
    """Print a grade as boxes and words."""
    sheet, styles = pages.sheet, pages.styles
    pages.need(34)
    pages.print_lines(pages.setting.lines(block.title, styles.h3, ROOM))
    wide, high, gap = _BOX
    baseline = pages.y - styles.body.drop
    for index in range(block.of):
        colour = INK if index < block.value else LINE
        x = LEFT + index * (wide + gap)
        sheet.block((x, baseline - 0.5, x + wide, baseline - 0.5 + high), colour)
    said = f"{block.value} av {block.of}" if block.value else "inget betyg"
    words = ", ".join(part for part in (said, block.word) if part)
    x = LEFT + block.of * (wide + gap) + gap
    text = pages.setting.clipped(words, styles.body, LEFT + ROOM - x)
    sheet.put(x, baseline, text, styles.body)
    pages.y -= styles.body.leading + 8
