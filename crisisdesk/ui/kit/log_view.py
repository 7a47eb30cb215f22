"""The log on screen: instant at 100 000 rows, because only rows in sight are ever laid out."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crisisdesk.ui.kit.log_area import Copier, LogArea
from crisisdesk.ui.kit.log_head import LogHead
from crisisdesk.ui.kit.log_row import LogRow, LogRows
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size

__all__ = ["LogRow", "LogRows", "LogView"]


class LogView(QWidget):
    """Log rows in the order given, with a column head and a row where the day changes.

    Up, Down, PgUp, PgDn, Home, End and the mouse move the current row (`current_changed(number)`, 0 for
    none); Enter and double click say `activated(number)`; the context menu is asked for with
    `menu_requested(number, at)`. Shift with these keys chooses several, Ctrl+A all, and Ctrl+C copies what is
    chosen. What arrives moves nothing in sight, unless one is at
    the end where it arrives. `compact` puts time and kind over the text, for a side column; it has no head
    and no frame.
    """

    current_changed = Signal(int)
    activated = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, theme: Theme, name: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = compact
        self._area = LogArea(theme, compact, self)
        self._head = None if compact else LogHead(theme, self)
        self._column = QVBoxLayout(self)
        if self._head is not None:
            self._column.addWidget(self._head)
        self._column.addWidget(self._area, 1)
        self._area.moved.connect(self.current_changed)
        self._area.activated.connect(self.activated)
        self._area.menu_requested.connect(self.menu_requested)
        self.setFocusProxy(self._area)
        self.setAccessibleName(name)
        self._area.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, rows: Iterable[LogRow]) -> None:
        """Show `rows`; the current row and what is in sight stay when they are among them."""
        self._area.set_rows(list(rows))

    def set_source(self, rows: LogRows) -> None:
        """Show rows that are made when they come into sight. Their owner tells with `grown` and `refresh`."""
        self._area.set_rows(rows)

    def grown(self, place: int, count: int = 1) -> None:
        """Take it that the source has `count` more rows before `place`; else as `insert_rows`."""
        self._area.grown(place, count)

    def refresh(self) -> None:
        """Show again what the source says of the rows in sight."""
        self._area.refresh()

    def insert_rows(self, place: int, rows: Sequence[LogRow]) -> None:
        """Put `rows` in before the row at `place`; the length of the log appends."""
        self._area.insert_rows(place, rows)

    def replace_row(self, row: LogRow) -> None:
        """Show `row` instead of the one with its number; an unknown number is a KeyError."""
        self._area.replace_row(row)

    def rows(self) -> tuple[LogRow, ...]:
        """Return the rows in order."""
        rows = self._area.sight.rows
        return tuple(rows[place] for place in range(len(rows)))

    def current(self) -> int:
        """Return the number of the current row, 0 when none is."""
        return self._area.current_number()

    def set_current(self, number: int) -> None:
        """Make the row with `number` current and show it; an unknown number makes none current."""
        self._area.set_current(self._area.sight.place_of(number))

    def chosen(self) -> list[int]:
        """Return the numbers of the chosen rows, from the top; the current one alone when no others are."""
        return self._area.chosen_numbers()

    def set_copier(self, copier: Copier) -> None:
        """Let `copier` make the text that Ctrl+C puts on the clipboard."""
        self._area.copier = copier

    def set_hits(self, words: Sequence[str]) -> None:
        """Mark where the words stand in the rows, whatever their case; none marks nothing."""
        self._area.set_hits(tuple(words))

    def set_columns(self, chosen: Sequence[str]) -> None:
        """Show these columns (`log_columns.ORDER`); what there is no room for follows the text."""
        self._area.set_columns(tuple(chosen))
        if self._head is not None:
            self._head.set_columns(tuple(chosen))

    def column_titles(self) -> dict[str, str]:
        """Return what every column is called, in their order."""
        return self._head.titles() if self._head is not None else {}

    def rows_in_sight(self) -> list[int]:
        """Return the numbers of the rows that are seen, wholly or in part."""
        return [self._area.sight.rows[place].number for place, _y in self._area.sight.visible()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface with round corners and its hairline."""
        painter = painter_on(self)
        radius = 0.0 if self._compact else self._theme.px(Radius.CARD)
        fill(painter, QRectF(self.rect()), self._theme.color("surface"), radius)
        if not self._compact:
            outline(painter, QRectF(self.rect()), self._theme.color("line"), Size.HAIR, radius)
        painter.end()

    def _restyle(self) -> None:
        edge = 0 if self._compact else Size.HAIR
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self.update()
