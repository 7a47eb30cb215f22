"""Parts of the start window: its left side, the table of incidents, the checks, the scenarios."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.plan.content import Header
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    BigButton,
    Button,
    Card,
    Column,
    ElideLabel,
    EmptyState,
    ExerciseBand,
    IconView,
    Label,
    Panel,
    Row,
    Rule,
    Scroller,
    Tag,
    WrapLabel,
    hold_size,
)
from crisisdesk.ui.shell.readiness import Check, Verdict
from crisisdesk.ui.shell.start_rows import IncidentRow, ScenarioRow

SIDE_WIDTH: Final = 440
NARROW_SIDE: Final = 396
_NARROW_BELOW: Final = 1200  # px at 100 %: the window's width under which the side gives room
_ROW: Final = 43
_NUMBER: Final = 122
_BEGAN: Final = 142
_STANDING: Final = 112


class StartSide(Panel):
    """The dark side: one red button, and what else is at hand. Up and Down move between the buttons."""

    def __init__(self, theme: Theme, header: Header, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "nav", margin=(34, 28, 34, 34), gap=Space.M, parent=parent)
        self._wide = 0.0
        self.alarm = BigButton(
            theme,
            self.tr("Larm: ny händelse"),
            "siren",
            self.tr("Startar loggen nu. Allt annat kan vänta."),
            variant="alarm",
            stacked=True,
        )
        self.exercise = BigButton(theme, self.tr("Övning …"), "play")
        self.plan = BigButton(theme, self.tr("Krisplan och larmlista"), "book-open")
        self.print = BigButton(theme, self.tr("Skriv ut tomma blanketter"), "printer")
        self._buttons = (self.alarm, self.exercise, self.plan, self.print)
        self._fill(theme, header)
        theme.changed.connect(self._fit)

    def set_window_width(self, width: int) -> None:
        """Give room to the other side in a narrow window."""
        self._wide = width
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the buttons; other keys go on."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        shown = [button for button in self._buttons if button.isVisible()]
        here = next((place for place, button in enumerate(shown) if button.hasFocus()), -1)
        if step is None or here < 0:
            event.ignore()
            return
        shown[min(max(here + step, 0), len(shown) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        narrow = self._wide < self._theme.px(_NARROW_BELOW)
        side = self._theme.dp(20 if narrow else 34)
        self.body.setContentsMargins(side, self._theme.dp(28), side, self._theme.dp(28))
        self.setFixedWidth(self._theme.dp(NARROW_SIDE if narrow else SIDE_WIDTH))

    def _fill(self, theme: Theme, header: Header) -> None:
        titles = Column(theme, gap=Space.XS)
        titles.addWidget(Label(theme, "CrisisDesk", "clock", token="onnav"))
        titles.addWidget(WrapLabel(theme, header.organisation, "read", token="navdim"))
        titles.addSpacing(theme.dp(Space.L))
        self.body.addLayout(titles)
        for button in self._buttons:
            self.add(button)
        self.body.addStretch(1)
        if header.emergency:
            self.add(WrapLabel(theme, header.emergency, "read", token="navtext"))


class IncidentTable(Card):
    """The incidents of this computer; `opened(key)` on Enter or a double click."""

    opened = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, margin=1, gap=0, parent=parent)
        self._narrow = False
        self.list = RowList(theme, self.tr("Händelser"), framed=False, row_height=_ROW)
        self._empty = EmptyState(
            theme, self.tr("Här står händelser och övningar. Larm startar den första."), icon="folder-open"
        )
        self.add(self._head(theme))
        self.add(Rule(theme))
        self.add(self._empty)
        self._scroller = Scroller(theme, self.list)
        self.add(self._scroller, 1)
        self.list.row_activated.connect(self.opened)
        self.show_rows(())

    def show_rows(self, rows: Sequence[IncidentRow]) -> None:
        """Show these incidents."""
        self.list.set_rows([RowSpec(row.key, lambda r=row: self._row(r), name=_spoken(row)) for row in rows])
        self._empty.setVisible(not rows)
        self._scroller.setVisible(bool(rows))

    def set_narrow(self, narrow: bool) -> None:
        """Leave the numbers out where names need the room."""
        self._narrow = narrow
        for cell in self.findChildren(_NumberCell):
            cell.setVisible(not narrow)
        # The scroller does not tell that its content got narrower.
        self._scroller.updateGeometry()

    def _head(self, theme: Theme) -> QWidget:
        titles = (
            Label(theme, self.tr("Namn"), "field"),
            Label(theme, self.tr("Nr"), "field"),
            Label(theme, self.tr("Började"), "field"),
            Label(theme, self.tr("Läge"), "field"),
        )
        return self._across(*titles)

    def _row(self, row: IncidentRow) -> QWidget:
        name = ElideLabel(self._theme, row.name, "body" if row.exercise else "strong")
        standing = (
            ExerciseBand(self._theme, row.standing)
            if row.exercise and not row.fault
            else Tag(self._theme, row.standing, tone=row.tone)
        )
        standing.setToolTip(row.fault)
        number = Label(self._theme, row.number, "digits", token="ink")
        began = Label(self._theme, row.began, "digits", token="ink")
        return self._across(name, number, began, standing)

    def _across(self, name: QWidget, number: QWidget, began: QWidget, standing: QWidget) -> QWidget:
        box = QWidget()
        hold_size(self._theme, box, height=_ROW)
        row = Row(self._theme, box, margin=(Space.L, 0, Space.L, 0))
        row.addWidget(name, 1)
        number_cell = _NumberCell(self._theme, number, _NUMBER)
        row.addWidget(number_cell)
        number_cell.setVisible(not self._narrow)
        row.addWidget(_Cell(self._theme, began, _BEGAN))
        row.addWidget(_Cell(self._theme, standing, _STANDING))
        return box


class _Cell(QWidget):
    """A part of a row in a column of fixed width."""

    def __init__(self, theme: Theme, part: QWidget, width: float) -> None:
        super().__init__()
        hold_size(theme, self, width=width)
        inner = Row(theme, self, gap=0)
        inner.addWidget(part)
        inner.addStretch(1)


class _NumberCell(_Cell):
    """The column that is left out first."""


def _spoken(row: IncidentRow) -> str:
    return ", ".join(part for part in (row.name, row.number, row.began, row.standing, row.fault) if part)


_SIGNS: Final[dict[Verdict, tuple[str, str]]] = {
    "ok": ("check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("x", "alarm"),
    "look": ("info", "ink2"),
}


class CheckTable(Card):
    """What was checked; `acted(act)` on the button of a check."""

    acted = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, margin=1, gap=0, parent=parent)
        self.shown: tuple[Check, ...] = ()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks."""
        if tuple(checks) == self.shown:
            return
        self.shown = tuple(checks)
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, check in enumerate(checks):
            if place:
                self.add(Rule(self._theme))
            self.add(self._row(check))

    def _row(self, check: Check) -> QWidget:
        box = QWidget()
        box.setMinimumHeight(self._theme.dp(36))
        box.setAccessibleName(check.words)
        row = Row(self._theme, box, margin=(Space.L, Space.XS, Space.L, Space.XS), gap=Space.S)
        icon, token = _SIGNS[check.verdict]
        row.addWidget(IconView(self._theme, icon, token))
        row.addWidget(WrapLabel(self._theme, check.words, "body"), 1)
        if check.act:
            button = Button(self._theme, check.act_words)
            button.clicked.connect(lambda: self.acted.emit(check.act))
            row.addWidget(button)
        return box


class ScenarioTable(QWidget):
    """The scenarios to exercise; `chosen(key)` starts one, `left` goes back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = RowList(theme, self.tr("Övningar"))
        self.start = Button(
            theme, self.tr("Starta övningen"), "play", primary=True, key_hint=self.tr("Enter")
        )
        self.back = Button(theme, self.tr("Tillbaka"), "arrow-left", variant="quiet", key_hint=self.tr("Esc"))
        column = Column(theme, self, gap=Space.M)
        column.addWidget(Label(theme, self.tr("Övning"), "title"))
        said = self.tr("Inspelen kommer på övningens egen klocka. Allt annat gör gruppen, som på riktigt.")
        column.addWidget(WrapLabel(theme, said, "body", token="ink2"))
        column.addWidget(self.list)
        buttons = Row(theme)
        buttons.addWidget(self.start)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.list.row_activated.connect(self.chosen)
        self.start.clicked.connect(lambda: self.chosen.emit(self.list.focused_key()))
        self.back.clicked.connect(self.left)

    def show_rows(self, rows: Sequence[ScenarioRow]) -> None:
        """Show these scenarios."""
        self.list.set_rows([RowSpec(row.key, lambda r=row: self._row(r), name=row.title) for row in rows])
        self.start.setEnabled(bool(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _row(self, row: ScenarioRow) -> QWidget:
        box = QWidget()
        outer = Row(self._theme, box, margin=(Space.L, Space.M, Space.L, Space.M), gap=Space.M)
        texts = Column(self._theme, gap=Space.XS)
        texts.addWidget(WrapLabel(self._theme, row.title, "strong"))
        texts.addWidget(WrapLabel(self._theme, row.summary, "body", token="ink2"))
        outer.addLayout(texts, 1)
        outer.addWidget(Label(self._theme, row.lasts, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        return box
