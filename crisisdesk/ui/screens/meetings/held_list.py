"""The earlier meetings in a list; Enter opens the minutes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import ElideLabel, EmptyState, Label
from crisisdesk.ui.screens.meetings.held_rows import HeldRow
from crisisdesk.ui.screens.meetings.rows import MeetingsRows

_NUMBER = 60
_WHEN = 130


class HeldList(QWidget):
    """`read(meeting)` when one is opened."""

    read = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.list = RowList(theme, self.tr("Tidigare möten"), tint_away=False)
        self._empty = EmptyState(theme, self.tr("Här står mötena med sina protokoll när de är slut."))
        column = Column(theme, self, gap=0)
        column.addWidget(self.list)
        column.addWidget(self._empty)
        self.setFocusProxy(self.list)
        self.list.row_activated.connect(self._open)

    def show_rows(self, rows: MeetingsRows) -> None:
        """Show the meetings, the latest first."""
        self.list.set_rows([self._spec(held) for held in rows.held])
        self.list.setVisible(bool(rows.held))
        self.list.take_focus_of(self)
        self._empty.setVisible(not rows.held)

    def choose(self, meeting: int) -> None:
        """Focus the meeting's row."""
        self.list.focus_key(str(meeting), take_focus=True)

    def _open(self, key: str) -> None:
        self.read.emit(int(key))

    def _spec(self, held: HeldRow) -> RowSpec:
        name = self.tr("Möte {0}, {1}, {2}, {3}").format(held.meeting, held.title, held.when, held.said)
        return RowSpec(
            str(held.meeting), partial(_HeldView, self._theme), partial(_show, row=held), name=name
        )


class _HeldView(QWidget):
    """A meeting on one line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = Label(theme, "", "strong")
        self._title = ElideLabel(theme, "", "body")
        self._said = ElideLabel(theme, "", "quiet")
        self._when = Label(theme, "", "digits")
        self._when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hold_size(theme, self._number, width=_NUMBER)
        hold_size(theme, self._when, width=_WHEN)
        line = Row(theme, self, margin=(Space.M, Space.XS, Space.M, Space.XS), gap=Space.S)
        line.addWidget(self._number)
        line.addWidget(self._title, 2)
        line.addWidget(self._said, 3)
        line.addWidget(self._when)

    def show_row(self, row: HeldRow) -> None:
        """Show the meeting."""
        self._number.setText(self.tr("Möte {0}").format(row.meeting))
        self._title.setText(row.title)
        self._said.setText(row.said)
        self._when.setText(row.when)


def _show(widget: QWidget, row: HeldRow) -> None:
    if isinstance(widget, _HeldView):
        widget.show_row(row)
