"""A list of things on short rows with headings, for a screen that shows the chosen one beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.flow import flow_box
from crisisdesk.ui.kit.labels import ElideLabel, Label, SectionHead, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.pane_look import BriefHead, BriefLook, Mark
from crisisdesk.ui.kit.panels import Scroller
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.tags import Count, Tag
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space

_NUMBER: Final = 30
_LAYOUT_TURNS: Final = 3  # turns of the event loop until wrapped texts have their heights


class BriefRow(QWidget):
    """One thing: its number, its title, and under it what is late, lacking and said, with its marks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: BriefLook | None = None
        self._number = Label(theme, "", "digits")
        self._title = WrapLabel(theme, "", "read")
        self._late = WrapLabel(theme, "", "strong", token="alarm")
        self._lacks = WrapLabel(theme, "", "quiet", token="warn")
        self._marks: list[Tag] = []
        self._said = ElideLabel(theme, "", "quiet")
        self._foot = flow_box(theme, self._said, gap=Space.S)
        hold_size(theme, self._number, width=_NUMBER)
        row = Row(theme, self, margin=(Space.M, Space.S, Space.M, Space.S), gap=Space.XS)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=2)
        for part in (self._title, self._late, self._lacks, self._foot):
            column.addWidget(part)
        row.addLayout(column, 1)

    def show_look(self, look: BriefLook) -> None:
        """Show the thing; the same again changes nothing."""
        if look == self._look:
            return
        before, self._look = self._look, look
        self._number.setText(look.number)
        self._title.set_struck(look.struck)
        texts = (
            (self._title, look.title),
            (self._late, look.late),
            (self._lacks, look.lacks),
            (self._said, look.said),
        )
        for label, text in texts:
            label.setText(text)
            label.setVisible(bool(text))
        if before is None or before.marks != look.marks:
            self._show_marks(look.marks)
        self._foot.setVisible(bool(look.marks or look.said))

    def _show_marks(self, marks: Sequence[Mark]) -> None:
        """Put the marks before what is said, on the same line where there is room."""
        layout = self._foot.layout()
        if layout is None:
            return
        for tag in self._marks:
            layout.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        layout.removeWidget(self._said)
        self._marks = [Tag(self._theme, mark.word, mark.icon, mark.tone) for mark in marks]
        for part in (*self._marks, self._said):
            layout.addWidget(part)
        for tag in self._marks:
            tag.show()


class _HeadRow(QWidget):
    """A heading with a count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._head = SectionHead(theme, "")
        self._count = Count(theme, 0)
        self._head.add(self._count)
        row = Row(theme, self, margin=(Space.M, Space.XS, Space.M, 0))
        row.addWidget(self._head)

    def show_look(self, look: BriefHead) -> None:
        """Show the heading."""
        self._head.set_text(look.text)
        self._count.set_number(look.count, late=look.late)
        self._count.setVisible(look.count > 0)


class BriefList(QWidget):
    """Rows that scroll. `chosen(key)` when another row is the focused one, `opened(key)` on Enter or double
    click, `toggled(key)` on Space.
    """

    chosen = Signal(str)
    opened = Signal(str)
    toggled = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys: list[str] = []
        self.rows = RowList(theme, name, row_height=Size.STEP_ROW)
        content = QWidget()
        column = Column(theme, content, gap=0)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._scroller = Scroller(theme, content)
        Column(theme, self, gap=0).addWidget(self._scroller, 1)
        self.setFocusProxy(self.rows)
        self.rows.focus_moved.connect(self.chosen)
        self.rows.row_activated.connect(self.opened)
        self.rows.row_toggled.connect(self.toggled)

    def set_rows(self, looks: Sequence[BriefLook | BriefHead]) -> None:
        """Show the rows in order; the focused one and the scroll stay."""
        self._keys = [look.key for look in looks if isinstance(look, BriefLook)]
        self.rows.set_rows([self._spec(look) for look in looks])
        self.rows.setVisible(bool(looks))
        self.rows.take_focus_of(self)

    def keys(self) -> list[str]:
        """Return the keys of the rows in order, headings left out."""
        return list(self._keys)

    def current(self) -> str:
        """Return the key of the focused row, "" when there is none."""
        return self.rows.focused_key()

    def set_current(self, key: str, *, take_focus: bool = False) -> bool:
        """Focus the row and show it; return whether it is here."""
        if key not in self._keys:
            return False
        self.rows.focus_key(key, take_focus=take_focus)
        self._reveal(_LAYOUT_TURNS)
        return True

    def _reveal(self, turns: int) -> None:
        """Bring the row into sight, and again while rows that were just set get their heights."""
        row = self.rows.widget_of(self.current())
        if row is not None:
            self._scroller.show_widget(row)
        if turns:
            QTimer.singleShot(0, self, partial(self._reveal, turns - 1))

    def _spec(self, look: BriefLook | BriefHead) -> RowSpec:
        if isinstance(look, BriefHead):
            return RowSpec(look.key, partial(_HeadRow, self._theme), partial(_show_head, look), head=True)
        return RowSpec(look.key, partial(BriefRow, self._theme), partial(_show_row, look), name=look.spoken)


def _show_row(look: BriefLook, widget: QWidget) -> None:
    if isinstance(widget, BriefRow):
        widget.show_look(look)


def _show_head(look: BriefHead, widget: QWidget) -> None:
    if isinstance(widget, _HeadRow):
        widget.show_look(look)
