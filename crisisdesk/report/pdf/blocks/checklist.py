"""Checklists: number, what, responsible, mark, time and sign; or with room to write them by hand."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.report.document import Checklist, CheckRow, Column
from crisisdesk.report.pdf.blocks.table import close_table, column_places, print_column_heads
from crisisdesk.report.pdf.blocks.text import MM
from crisisdesk.report.pdf.inline import Line
from crisisdesk.report.pdf.pages import ROOM, Pages
from crisisdesk.report.pdf.palette import INK3, LINE
from crisisdesk.report.pdf.rows import Look, Rows, Slot
from crisisdesk.report.pdf.setting import Setting

_MARKS: Final = {"done": "☑", "open": "☐", "dropped": "–"}
_INDENT: Final = 10.0
_HAND_ROW: Final = 8 * MM

Place = tuple[float, float]


def print_checklist(pages: Pages, block: Checklist) -> None:
    """Print the steps with their marks."""
    columns = _columns(block)
    places = column_places(columns)
    least = _HAND_ROW if block.by_hand else 0.0
    look = Look(least=least, rule=INK3 if block.by_hand else LINE)
    rows = Rows(pages, look, lambda: print_column_heads(pages, columns, places))
    pages.gap(4)
    rows.begin(60)
    for row in block.rows:
        if row.group:
            rows.band(pages.setting.lines(f"{row.number} {row.text}".strip(), pages.styles.cell_strong, ROOM))
        else:
            rows.add(_slots(pages.setting, row, places, responsible=block.responsible))
    close_table(pages, "", "")


def _columns(block: Checklist) -> list[Column]:
    by_hand = block.by_hand
    responsible = [Column(title="Ansvarig", mm=38 if by_hand else 34)] if block.responsible else []
    return [
        Column(title="", mm=4),
        Column(title="Nr", mm=11),
        Column(title="Åtgärd"),
        *responsible,
        Column(title="Tid", mm=16 if by_hand else 13),
        Column(title="Sign", mm=16 if by_hand else 11),
    ]


def _slots(setting: Setting, row: CheckRow, places: Sequence[Place], *, responsible: bool) -> list[Slot]:
    styles = setting.styles
    indent = row.indent * _INDENT
    columns: list[tuple[str, Place]] = [(_MARKS[row.state], places[0]), (row.number, places[1])]
    slots = [Slot(*place, setting.lines(text, styles.cell, place[1])) for text, place in columns]
    x, width = places[2][0] + indent, places[2][1] - indent
    slots.append(Slot(x, width, _text_lines(setting, row, width)))
    texts = [row.responsible, row.time, row.sign] if responsible else [row.time, row.sign]
    for text, place in zip(texts, places[3:], strict=True):
        slots.append(Slot(*place, setting.lines(text, styles.cell, place[1]) if text else ()))
    return slots


def _text_lines(setting: Setting, row: CheckRow, width: float) -> list[Line]:
    style = setting.styles.cell_quiet if row.state == "dropped" else setting.styles.cell
    lines = setting.lines(row.text, style, width, row.refs)
    if row.note:
        lines += setting.lines(row.note, setting.styles.small, width, row.refs)
    return lines
