"""The minutes of an earlier meeting, to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.detail import ValueList
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, Label, SectionHead, Tag, WrapLabel
from crisisdesk.ui.screens.meetings.held_rows import HeldRow, MinuteRow
from crisisdesk.ui.screens.meetings.point_view import link_list
from crisisdesk.ui.screens.meetings.rows import SHORT

_NUMBER = {True: 56, False: 20}
_MARK = 92
_LINE = 19
_INDENT = 20


class MinutesView(QWidget):
    """The minutes. `left` when the reader goes back; `go(place)` to what came of the meeting."""

    left = Signal()
    go = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: HeldRow | None = None
        self._title = WrapLabel(theme, "", "heading")
        self._back = Button(theme, self.tr("Tillbaka"), "arrow-left", key_hint=self.tr("Esc"))
        self._back.clicked.connect(self.left)
        self._values = ValueList(theme, name_width=92)
        self.list = RowList(theme, self.tr("Protokoll"))
        self._came = SectionHead(theme, self.tr("Vad det ledde till"))
        self._links = QWidget()
        head = Row(theme, gap=Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        facts = Card(theme)
        facts.add(self._values)
        self._column = Column(theme, self, gap=Space.M)
        self._column.addLayout(head)
        self._column.addWidget(facts)
        self._column.addWidget(self.list)
        self._column.addWidget(self._came)
        self._column.addWidget(self._links)
        self._column.addStretch(1)

    def show_row(self, row: HeldRow) -> None:
        """Show the minutes."""
        if row == self._row:
            return
        self._row = row
        self._title.setText(self.tr("Möte {0}: {1}").format(row.meeting, row.title))
        self._values.set_values(row.values)
        self.list.set_rows([self._spec(minute) for minute in row.minutes])
        self._came.setVisible(bool(row.links))
        links = link_list(self._theme, row.links, self.go.emit)
        self._column.replaceWidget(self._links, links)
        self._links.hide()
        self._links.deleteLater()
        self._links = links

    def _spec(self, minute: MinuteRow) -> RowSpec:
        # The key holds what is said, so that another meeting's point is another row.
        held = self._row.meeting if self._row is not None else 0
        parts = (f"{minute.number} {minute.text}", minute.notes, minute.mark)
        said = ", ".join(part for part in parts if part)
        return RowSpec(
            f"{held}/{minute.key}",
            lambda: _MinuteView(self._theme, minute, long_number=self._long()),
            name=said,
        )

    def _long(self) -> bool:
        minutes = self._row.minutes if self._row is not None else ()
        return any(len(minute.number) > SHORT for minute in minutes)


class _MinuteView(QWidget):
    """A point of the minutes: number, text, notes, when it was done."""

    def __init__(self, theme: Theme, row: MinuteRow, *, long_number: bool) -> None:
        super().__init__()
        top = Qt.AlignmentFlag.AlignTop
        number = Label(theme, row.number, "digits")
        hold_size(theme, number, width=_NUMBER[long_number], height=_LINE)
        mark = Label(theme, row.mark, "quiet", token="ok" if row.mark.startswith("klar") else "ink2")
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hold_size(theme, mark, width=_MARK, height=_LINE)
        words = Column(theme, gap=2)
        words.addWidget(WrapLabel(theme, row.text, "quiet" if row.notes else "body", token="ink2"))
        if row.notes:
            words.addWidget(WrapLabel(theme, row.notes, "read"))
        if row.secrecy:
            words.addWidget(Tag(theme, row.secrecy, "lock"), 0, Qt.AlignmentFlag.AlignLeft)
        line = Row(theme, self, margin=(Space.M + row.depth * _INDENT, 6, Space.M, 6), gap=Space.S)
        line.addWidget(number, 0, top)
        line.addLayout(words, 1)
        line.addWidget(mark, 0, top)
