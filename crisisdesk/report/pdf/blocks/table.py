"""Tables of cells."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.report.document import Cell, Column, Row, Table
from crisisdesk.report.pdf.blocks.text import MM
from crisisdesk.report.pdf.draw import draw_lines, icon_inset, masked_runs, tag_inset
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.inline import Inset, Line, Run, height_of, set_lines
from crisisdesk.report.pdf.pages import LEFT, RIGHT, ROOM, Pages
from crisisdesk.report.pdf.palette import INK, INK3, KINDS
from crisisdesk.report.pdf.rows import Look, Rows, Slot
from crisisdesk.report.pdf.setting import Setting, line_anchor

GAP: Final = 8.0
"""The room between two columns."""

_HAND_ROW: Final = 9 * MM
_LEAST_COLUMN: Final = 12.0


def print_table(pages: Pages, block: Table) -> None:
    """Print a table, its column heads on every page."""
    places = column_places(block.columns)
    pages.gap(4)
    look = Look(least=_HAND_ROW, rule=INK3, columns=_between(places)) if block.lined else Look()
    rows = Rows(pages, look, lambda: print_column_heads(pages, block.columns, places))
    rows.begin(60)
    for row in block.rows:
        _print_row(rows, pages.setting, block, row, places)
    close_table(pages, block.note, "" if block.rows else block.empty)


def column_places(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Return x and width of each column: fixed ones first, the others share what is left."""
    gaps = GAP * (len(columns) - 1)
    fixed = sum(column.mm * MM for column in columns)
    shares = sum(column.share for column in columns if not column.mm) or 1.0
    per_share = max(ROOM - gaps - fixed, 0.0) / shares
    places: list[tuple[float, float]] = []
    x = LEFT
    for column in columns:
        width = max(column.mm * MM or column.share * per_share, _LEAST_COLUMN)
        places.append((x, width))
        x += width + GAP
    return places


def _between(places: Sequence[tuple[float, float]]) -> list[float]:
    return [x - GAP / 2 for x, _ in places[1:]]


def print_column_heads(
    pages: Pages, columns: Sequence[Column], places: Sequence[tuple[float, float]]
) -> None:
    """Print the titles of the columns, and the rule below them."""
    titles = [
        pages.setting.lines(column.title, pages.styles.head, width)
        for column, (_, width) in zip(columns, places, strict=True)
    ]
    height = max(height_of(lines) for lines in titles)
    for column, lines, (x, width) in zip(columns, titles, places, strict=True):
        top = pages.y - (height - height_of(lines))
        draw_lines(pages.sheet, lines, x, top, width, column.align)
    pages.y -= height + 4
    pages.sheet.rule(LEFT, pages.y, RIGHT, pages.y, INK, 0.75)


def close_table(pages: Pages, note: str, empty: str) -> None:
    """Print what stands below a table: what an empty one says, and its note."""
    if empty:
        pages.gap(4)
        pages.print_lines(pages.setting.lines(empty, pages.styles.cell_quiet, ROOM))
    if note:
        pages.gap(4)
        pages.print_lines(pages.setting.lines(note, pages.styles.label, ROOM))
    pages.gap(10)


def _print_row(
    rows: Rows, setting: Setting, table: Table, row: Row, places: Sequence[tuple[float, float]]
) -> None:
    anchor = line_anchor(row.line) if row.line else ""
    cells = [Cell(text=cell) if isinstance(cell, str) else cell for cell in row.cells]
    if row.group:
        rows.band(cell_lines(setting, cells[0], ROOM, setting.styles.cell_strong))
        return
    style = setting.styles.cell_strong if row.strong else setting.styles.cell
    slots = [
        Slot(x, width, cell_lines(setting, cell, width, style, struck=row.struck), column.align)
        for cell, column, (x, width) in zip(cells, table.columns, places, strict=True)
    ]
    rows.add(slots, anchor)


def cell_lines(
    setting: Setting, cell: Cell, width: float, style: Style, *, struck: bool = False
) -> list[Line]:
    """Return the lines of a cell: icon, text, what replaced it and tag in one flow, the secondary below."""
    style = _toned(setting, cell, style)
    lines = set_lines(cell_runs(setting, cell, style, width, struck=struck), width)
    if cell.secondary and not cell.masked:
        lines += setting.lines(cell.secondary, setting.styles.small, width, cell.refs)
    return lines


def _toned(setting: Setting, cell: Cell, style: Style) -> Style:
    if cell.kind is not None:
        return setting.styles.cell_strong.coloured(KINDS[cell.kind].colour)
    if cell.tone == "quiet":
        return setting.styles.cell_quiet
    return setting.styles.cell_strong if cell.tone == "strong" else style


def cell_runs(
    setting: Setting, cell: Cell, style: Style, room: float, *, struck: bool = False
) -> Sequence[Run | Inset]:
    """Return what stands in the cell's own flow."""
    if cell.masked:
        # Nothing but the bar: what is secret must not come back through another field.
        return masked_runs(setting, cell.masked, style, room)
    text = setting.runs(cell.text, style, cell.refs, struck=struck or cell.struck)
    if cell.kind is None and cell.tag is None and not cell.after:
        return text
    icon = [icon_inset(KINDS[cell.kind].icon, style, style.colour)] if cell.kind is not None else []
    after = setting.runs(cell.after, setting.styles.cell, cell.refs) if cell.after else []
    tag = [tag_inset(setting, cell.tag, style)] if cell.tag is not None else []
    return setting.joined([icon, text, after, tag], style)
