"""Sheets to fill in by hand or filled in already, and lines to sign on."""

from collections.abc import Iterator, Sequence
from typing import Final

from crisisdesk.report.document import Form, FormField, Signature, Signatures
from crisisdesk.report.pdf.draw import draw_lines
from crisisdesk.report.pdf.inline import Line, height_of
from crisisdesk.report.pdf.pages import BODY, BOTTOM, LEFT, ROOM, Pages, fitting
from crisisdesk.report.pdf.palette import INK, INK3

_PAD: Final = 5.0
_LINE: Final = 22.0
"""The height of a line written by hand (8 mm)."""

_SIGN_GAP: Final = 24.0
_SIGN_ROOM: Final = 30.0


def print_form(pages: Pages, block: Form) -> None:
    """Print the boxes of the form, row by row."""
    pages.gap(4)
    for fields in _rows(block.fields):
        _print_row(pages, fields)
    pages.gap(10)


def _rows(fields: Sequence[FormField]) -> Iterator[list[FormField]]:
    row: list[FormField] = []
    used = 0.0
    for field in fields:
        if row and used + field.share > 1.001:
            yield row
            row, used = [], 0.0
        row.append(field)
        used += field.share
    if row:
        yield row


def _print_row(pages: Pages, fields: Sequence[FormField]) -> None:
    boxes = [_field_lines(pages, field) for field in fields]
    height = max(_height(lines, field) for lines, field in zip(boxes, fields, strict=True))
    if height <= BODY:
        pages.need(height)
        _draw_boxes(pages, fields, boxes, height)
        return
    # An answer longer than a page: the boxes go on until every answer is printed.
    while any(boxes):
        room = pages.room - 2 * _PAD
        counts = [max(1, fitting(lines, room)) for lines in boxes]
        _draw_boxes(pages, fields, [b[:n] for b, n in zip(boxes, counts, strict=True)], pages.room)
        boxes = [lines[n:] for lines, n in zip(boxes, counts, strict=True)]
        if any(boxes):
            pages.turn()


def _field_lines(pages: Pages, field: FormField) -> list[Line]:
    width = ROOM * field.share - 2 * _PAD
    label = f"{field.number} {field.label}".strip()
    lines = pages.setting.lines(label, pages.styles.small, width)
    return lines + (pages.setting.lines(field.value, pages.styles.body, width) if field.value else [])


def _height(lines: Sequence[Line], field: FormField) -> float:
    by_hand = lines[0].height + field.lines * _LINE if lines else 0.0
    return max(height_of(lines), by_hand if not field.value else 0.0) + 2 * _PAD


def _draw_boxes(
    pages: Pages, fields: Sequence[FormField], boxes: Sequence[Sequence[Line]], height: float
) -> None:
    x = LEFT
    height = min(height, pages.y - BOTTOM)
    for field, lines in zip(fields, boxes, strict=True):
        width = ROOM * field.share
        pages.sheet.frame((x, pages.y - height, x + width, pages.y), INK3)
        draw_lines(pages.sheet, lines, x + _PAD, pages.y - _PAD)
        x += width
    pages.y -= height


def print_signatures(pages: Pages, block: Signatures) -> None:
    """Print lines to sign on, two to a row; what was signed on the screen stands on its line."""
    for at in range(0, len(block.lines), 2):
        pages.need(_SIGN_ROOM + 30)
        _print_pair(pages, block.lines[at : at + 2])


def _print_pair(pages: Pages, pair: Sequence[Signature]) -> None:
    sheet, styles = pages.sheet, pages.styles
    width = (ROOM - _SIGN_GAP) / 2
    line = pages.y - _SIGN_ROOM
    for index, signature in enumerate(pair):
        x = LEFT + index * (width + _SIGN_GAP)
        signed = ", ".join(part for part in (signature.sign, signature.time) if part)
        sheet.put(x, line + 4, pages.setting.clipped(signed, styles.body, width), styles.body)
        sheet.rule(x, line, x + width, line, INK, 0.75)
        label = pages.setting.lines(signature.label, styles.label, width)
        draw_lines(sheet, label[:2], x, line - 2)
    pages.y = line - 34
