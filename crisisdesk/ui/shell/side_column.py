"""The side column: the latest lines of the log, and what is open. A press goes there."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.painting import fill, painter_on, ring
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight
from crisisdesk.ui.kit.widgets import (
    Button,
    Column,
    IconButton,
    KeyCap,
    Label,
    Panel,
    Rule,
    SectionHead,
    hold_size,
)
from crisisdesk.ui.shell.keys import key
from crisisdesk.ui.shell.side_rows import OpenRow, latest_rows, open_rows

WIDTH: Final = 300


class SideColumn(Panel):
    """`go_requested(place)` for a line or something open, `search_requested` on the magnifying glass."""

    go_requested = Signal(str)
    search_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", edges=("left",), margin=(1, 0, 0, 0), gap=0, parent=parent)
        self._open_rows: tuple[OpenRow, ...] | None = None
        self.log = LogView(theme, self.tr("Senaste rader"), compact=True)
        self.open = _OpenList(theme)
        self._fill(theme)
        hold_size(theme, self, width=WIDTH)
        self.log.activated.connect(self._go_to_line)
        self.open.go_requested.connect(self.go_requested)

    def show_state(self, state: State, now: datetime) -> None:
        """Show the latest lines and what is open at the moment (UTC)."""
        rows = latest_rows(state, now)
        if rows != self.log.rows():
            self.log.set_rows(rows)
        self.open.show_rows(open_rows(state, now))

    def _go_to_line(self, number: int) -> None:
        self.go_requested.emit(f"line:{number}")

    def _fill(self, theme: Theme) -> None:
        head = SectionHead(theme, self.tr("Logg"))
        search = IconButton(theme, "search", self.tr("Sök i loggen"), tight=True)
        search.clicked.connect(self.search_requested)
        head.add(search)
        head.add(KeyCap(theme, key("search").cap))
        self.add(_padded(theme, head))
        self.add(Rule(theme))
        self.add(self.log, 1)
        self.add(Rule(theme))
        self.add(_padded(theme, SectionHead(theme, self.tr("Öppet"))))
        self.add(self.open)


def _padded(theme: Theme, head: SectionHead) -> QWidget:
    box = QWidget()
    column = Column(theme, box, margin=(14, Space.XS, Space.M, 2), gap=0)
    column.addWidget(head)
    return box


class _OpenList(QWidget):
    """Rows of what is open; buttons are kept by key, so that the focus stays."""

    go_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[OpenRow, ...] | None = None
        self._buttons: dict[str, OpenButton] = {}
        self._empty = Label(theme, self.tr("Inget är öppet."), "quiet")
        self._empty.setIndent(theme.dp(Space.S))
        self._column = Column(theme, self, margin=(Space.S, 0, Space.S, Space.M), gap=0)
        self._column.addWidget(self._empty)

    def show_rows(self, rows: tuple[OpenRow, ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self._empty.setVisible(not rows)
        for gone in self._buttons.keys() - {row.key for row in rows}:
            button = self._buttons.pop(gone)
            button.hide()
            button.deleteLater()
        for place, row in enumerate(rows):
            self._button(row, place).show_row(row)

    def buttons(self) -> list["OpenButton"]:
        return [self._buttons[row.key] for row in self._rows or ()]

    def _button(self, row: OpenRow, place: int) -> "OpenButton":
        button = self._buttons.get(row.key)
        if button is None:
            button = self._buttons[row.key] = OpenButton(self._theme)
            button.pressed_for.connect(self.go_requested)
        self._column.removeWidget(button)
        self._column.insertWidget(place, button)
        return button


class OpenButton(Button):
    """How many of what is open; late ones count in red."""

    pressed_for = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", variant="quiet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = OpenRow(key="", count=0, words="", place="")
        self.clicked.connect(lambda: self.pressed_for.emit(self._row.place))

    def show_row(self, row: OpenRow) -> None:
        """Show the row."""
        self._row = row
        self.set_text(f"{row.count} {row.words}")

    def row(self) -> OpenRow:
        """Return what is shown."""
        return self._row

    def sizeHint(self) -> QSize:
        """Return a row a little lower than a button, so that six fit."""
        return QSize(self._theme.dp(200), self._theme.dp(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count, right-aligned in its own column, and the words."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            fill(painter, rect, self._theme.color("bg"), self._theme.px(Radius.TAG))
        column = self._theme.px(24)
        painter.setFont(self._font(Weight.STRONG))
        painter.setPen(self._theme.color("alarm" if self._row.late else "ink"))
        painter.drawText(QRectF(0, 0, column, rect.height()), _RIGHT, str(self._row.count))
        painter.setFont(self._font(Weight.REGULAR))
        painter.setPen(self._theme.color("ink"))
        left = column + self._theme.px(Size.BAR * 2)
        room = rect.width() - left
        words = QFontMetricsF(painter.font()).elidedText(self._row.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            ring(painter, self._theme, rect, Radius.TAG)
        painter.end()

    def _font(self, weight: int) -> QFont:
        return self._theme.font(Type.BODY, weight)


_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
