"""The facts beside a question: figures with what they mean, and ways to the lines they rest on."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from crisisdesk.ui.kit.layouts import Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Label, Panel, WrapLabel
from crisisdesk.ui.screens.evaluation.line_link import LineLink
from crisisdesk.ui.screens.evaluation.rows import Fact

_TILE: Final = 148
_NARROWEST: Final = 90
_MOST: Final = 3  # lines named under a figure
_FEWEST: Final = 3  # columns, so that one figure alone does not stretch over the page


class FactGrid(QWidget):
    """Figures in as many columns as there is room for. `line_asked(number)` when a line is chosen."""

    line_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._tiles: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show the figures; nothing is built anew when they are the same."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [self._tile(fact) for fact in self._facts]
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of two figures: what stands in more columns goes under each other."""
        return QSize(self._theme.dp(2 * _NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = max(self.width() // self._theme.dp(_TILE), 2)
        columns = min(fitting, max(len(self._tiles), _FEWEST))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)

    def _tile(self, fact: Fact) -> QWidget:
        tile = Panel(
            self._theme, "surface", edges=("top",), edge_token="ink", edge_width=2, margin=(0, 6, 0, 0), gap=0
        )
        tile.setAccessibleName(f"{fact.value} {fact.label}")
        tile.add(Label(self._theme, fact.value, "title"))
        tile.add(WrapLabel(self._theme, fact.label, "small"))
        if fact.lines:
            tile.body.addLayout(self._links(fact.lines))
        return tile

    def _links(self, lines: Sequence[int]) -> Row:
        row = Row(self._theme, gap=0)
        row.addWidget(Label(self._theme, self.tr("nr"), "small"))
        for number in lines[:_MOST]:
            link = LineLink(self._theme, number)
            link.clicked.connect(partial(self._ask, number))
            row.addWidget(link)
        more = len(lines) - _MOST
        row.addWidget(Label(self._theme, self.tr("+{0}").format(more) if more > 0 else "", "small"), 1)
        return row

    def _ask(self, number: int) -> None:
        self.line_asked.emit(number)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.dp(Space.L))
        self._grid.setVerticalSpacing(self._theme.dp(Space.M))
        self._columns = 0
        self._arrange()
