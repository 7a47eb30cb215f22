"""What stands on every page: the head with name, ÖVNING and numbers, the foot with head hash and page."""

from typing import Final

from crisisdesk.base import swedish
from crisisdesk.report.document import Document
from crisisdesk.report.pdf.palette import LINE
from crisisdesk.report.pdf.setting import Setting
from crisisdesk.report.pdf.sheet import HEIGHT, WIDTH, Sheet

LEFT: Final = 55.5
RIGHT: Final = WIDTH - LEFT
ROOM: Final = RIGHT - LEFT
"""The width of the text."""

EXERCISE_WORD: Final = "ÖVNING"
_HEAD: Final = HEIGHT - 32
_HEAD_RULE: Final = HEIGHT - 41.5
_FOOT_RULE: Final = 40.5
_FOOT: Final = 25.0
_SPACING: Final = 0.6
_PAGE_ROOM: Final = 90.0


def foot_text(document: Document) -> str:
    """Return the foot's left side: what the document shows of the journal, or else of the plan."""
    if document.head_hash:
        short = document.head_hash[:8]
        facts = f"{document.fact_count} fakta"
        lines = swedish.plural(document.line_count, "rad", "rader")
        head = f"logghuvud {short[:4]} {short[4:]}"
        parts = [f"Krisledning {document.own_number}".strip(), head, f"{lines}, {facts}"]
    else:
        parts = [f"Krisplan {document.plan_version}"] if document.plan_version else []
    return " · ".join([*parts, f"utskrivet {swedish.stamp(document.printed_at, document.zone)}"])


def marks_of(document: Document) -> str:
    """Return what is marked on every page: ÖVNING, the document's own mark, or both."""
    return " · ".join(m for m in (EXERCISE_WORD if document.exercise else "", document.mark.upper()) if m)


class Furniture:
    """Draws head and foot. The number of pages is known last: `Sida x av y` is a form that is drawn then."""

    def __init__(self, document: Document, setting: Setting) -> None:
        styles = setting.styles
        self._style = styles.page
        self._mark_style = styles.page_mark
        self._marks = setting.clipped(marks_of(document), styles.page_mark, ROOM * 0.4)
        self._name = setting.clipped(document.title, styles.page, ROOM * 0.4 if self._marks else ROOM * 0.6)
        numbers = " · ".join(n for n in (document.own_number, document.dnr) if n)
        self._numbers = setting.clipped(numbers, styles.page, ROOM * 0.28)
        self._loose = document.loose
        self._sheets_before = document.sheets_before
        beside = 0 if document.loose else _PAGE_ROOM
        self._foot = setting.clipped(foot_text(document), styles.page, ROOM - beside)

    def head(self, sheet: Sheet) -> None:
        """Draw the head of the page."""
        sheet.put(LEFT, _HEAD, self._name, self._style)
        sheet.put_right(RIGHT, _HEAD, self._numbers, self._style)
        wide = self._mark_style.width(self._marks) + _SPACING * len(self._marks)
        sheet.put_spaced((WIDTH - wide) / 2, _HEAD, self._marks, self._mark_style, _SPACING)
        sheet.rule(LEFT, _HEAD_RULE, RIGHT, _HEAD_RULE, LINE)

    def foot(self, sheet: Sheet, number: int) -> None:
        """Draw the foot of the page, with a place for its number."""
        sheet.rule(LEFT, _FOOT_RULE, RIGHT, _FOOT_RULE, LINE)
        sheet.put(LEFT, _FOOT, self._foot, self._style)
        sheet.show_form(f"page-{number}")

    def number_pages(self, sheet: Sheet, count: int) -> None:
        """Draw the numbers of all the pages."""
        for number in range(1, count + 1):
            with sheet.form(f"page-{number}", (RIGHT - _PAGE_ROOM, 0, RIGHT, _FOOT_RULE)):
                sheet.put_right(RIGHT, _FOOT, self._number(number, count), self._style)

    def _number(self, number: int, count: int) -> str:
        if self._loose:
            return ""
        if self._sheets_before < 0:
            return f"Sida {number} av {count}"
        return f"Blad {self._sheets_before + number} ({number} av {count})"
