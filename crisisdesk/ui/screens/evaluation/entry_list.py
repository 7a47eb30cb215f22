"""The parts of the evaluation in a narrow list: what is answered, and which grade it has."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import ElideLabel, IconView, Label, Scroller
from crisisdesk.ui.screens.evaluation.rows import Entry


class EntryRow(QWidget):
    """Number, short name, a tick when there is an answer, and its grade."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = Label(theme, "", "digits")
        self._title = ElideLabel(theme, "", "body")
        self._tick = IconView(theme, "check", "ok", Size.ICON_SMALL)
        self._mark = Label(theme, "", "strong_digits")
        hold_size(theme, self._number, width=28)
        row = Row(theme, self, margin=(Space.M, 0, Space.M, 0), gap=Space.S)
        row.addWidget(self._number)
        row.addWidget(self._title, 1)
        row.addWidget(self._mark)
        row.addWidget(self._tick)

    def show_entry(self, entry: Entry) -> None:
        """Show the part."""
        self._number.setText(entry.number)
        self._number.setVisible(bool(entry.number))
        self._title.setText(entry.title)
        self._mark.setText(entry.mark)
        self._tick.setVisible(entry.done)


class EntryList(QWidget):
    """The parts; the focused one is shown beside."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.rows = RowList(theme, name, row_height=Size.LIST_ROW)
        content = QWidget()
        column = Column(theme, content, gap=0)
        column.addWidget(self.rows)
        column.addStretch(1)
        Column(theme, self, gap=0).addWidget(Scroller(theme, content), 1)
        self.setFocusProxy(self.rows)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show the parts."""
        self.rows.set_rows([self._spec(entry) for entry in entries])

    def _spec(self, entry: Entry) -> RowSpec:
        if entry.head:
            return RowSpec(entry.key, partial(self._head, entry), head=True)
        name = " ".join(part for part in (entry.number, entry.title, entry.mark) if part)
        return RowSpec(entry.key, partial(EntryRow, self._theme), partial(_show, entry), name=name)

    def _head(self, entry: Entry) -> QWidget:
        head = QWidget()
        row = Row(self._theme, head, margin=(Space.M, Space.S, Space.M, Space.XS))
        row.addWidget(ElideLabel(self._theme, entry.title, "section"), 1)
        return head


def _show(entry: Entry, widget: QWidget) -> None:
    if isinstance(widget, EntryRow):
        widget.show_entry(entry)
