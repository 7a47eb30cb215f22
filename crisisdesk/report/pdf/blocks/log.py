"""The log: its own columns, a heading where the day changes, each row a place that references lead to."""

from collections.abc import Iterable, Sequence
from typing import Final

from crisisdesk.report.document import Cell, Column, LogRow, LogTable
from crisisdesk.report.pdf.blocks.table import (
    GAP,
    cell_runs,
    close_table,
    print_column_heads,
)
from crisisdesk.report.pdf.draw import icon_inset
from crisisdesk.report.pdf.inline import Inset, Line, Run, set_lines
from crisisdesk.report.pdf.pages import LEFT, RIGHT, Pages
from crisisdesk.report.pdf.palette import KINDS
from crisisdesk.report.pdf.rows import Look, Rows, Slot
from crisisdesk.report.pdf.setting import Setting, line_anchor

_TITLES: Final = ("Nr", "Hände", "Slag", "Text", "Från, kanal", "Sign")
_TIME, _KIND, _ROUTE, _SIGN = 46.0, 68.0, 84.0, 28.0
_CONTINUED: Final = "forts."


class _Places:
    """Where the columns stand: numbers get the room that the highest of them needs."""

    def __init__(self, setting: Setting, highest: int) -> None:
        number = max(
            setting.styles.cell.width("8" * len(str(highest))), setting.styles.cell.width(_CONTINUED)
        )
        text = RIGHT - LEFT - number - _TIME - _KIND - _ROUTE - _SIGN - 5 * GAP
        self.widths = (number, _TIME, _KIND, text, _ROUTE, _SIGN)
        self.columns = tuple(Column(title=title) for title in _TITLES)
        xs = [LEFT]
        for width in self.widths[:-1]:
            xs.append(xs[-1] + width + GAP)
        self.places = list(zip(xs, self.widths, strict=True))


def line_numbers(block: LogTable) -> Iterable[int]:
    """Yield the numbers of the rows."""
    return (row.number for row in block.rows())


def print_log(pages: Pages, block: LogTable) -> None:
    """Print the log, row by row: nothing is kept of those that are printed."""
    numbers = pages.setting.anchors if block.anchors else line_numbers(block)
    highest = max(numbers, default=0)
    places = _Places(pages.setting, highest)
    rows = Rows(pages, Look(), lambda: print_column_heads(pages, places.columns, places.places))
    pages.gap(4)
    rows.begin(60)
    day = ""
    for row in block.rows():
        if row.day and row.day != day:
            day = row.day
            rows.band(pages.setting.lines(day, pages.styles.cell_strong, RIGHT - LEFT))
        rows.add(_slots(pages.setting, row, places), line_anchor(row.number) if block.anchors else "")
    close_table(pages, block.note, "" if highest else block.empty)


def _slots(setting: Setting, row: LogRow, places: _Places) -> list[Slot]:
    styles = setting.styles
    number = setting.lines(str(row.number), styles.cell, 80)
    # A line that came from nobody has no route: its text takes that room, as on the screen.
    room = places.widths[3] if row.route else places.widths[3] + GAP + _ROUTE
    cells: Sequence[Sequence[Line]] = (
        number,
        _time_lines(setting, row),
        set_lines(_kind_runs(setting, row), _KIND),
        set_lines(_text_runs(setting, row, room), room),
        setting.lines(row.route, styles.cell_quiet, _ROUTE) if row.route else (),
        setting.lines(row.sign, styles.cell, _SIGN) if row.sign else (),
    )
    slots = [Slot(x, width, lines) for lines, (x, width) in zip(cells, places.places, strict=True)]
    slots[0] = Slot(LEFT, places.widths[0], number, again=_again(setting, number))
    return slots


def _again(setting: Setting, number: list[Line]) -> Sequence[Line]:
    return [*number, *setting.lines(_CONTINUED, setting.styles.small, 80)]


def _time_lines(setting: Setting, row: LogRow) -> list[Line]:
    # In the hour that the autumn night repeats, the season stands after the time.
    time, _, season = row.time.partition(" (")
    lines = setting.lines(time, setting.styles.cell_strong, _TIME)
    if season:
        lines += setting.lines(f"({season}", setting.styles.small, _TIME)
    if row.recorded:
        lines += setting.lines(f"förd {row.recorded}", setting.styles.small, _TIME)
    return lines


def _kind_runs(setting: Setting, row: LogRow) -> Sequence[Run | Inset]:
    look = KINDS[row.kind]
    style = setting.styles.cell_strong.coloured(look.colour)
    return [icon_inset(look.icon, style, look.colour), setting.run(row.word, style)]


def _text_runs(setting: Setting, row: LogRow, room: float) -> Sequence[Run | Inset]:
    styles = setting.styles
    cell = Cell(
        text=row.text, struck=row.struck, after=row.after, tag=row.tag, masked=row.masked, refs=row.refs
    )
    runs = cell_runs(setting, cell, styles.cell, room)
    if row.masked or not row.secondary:
        return runs
    return setting.joined([runs, setting.runs(row.secondary, styles.cell_quiet, row.refs)], styles.cell)
