"""A list with the detail of what is chosen beside it; one at a time where both have no room."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from crisisdesk.ui.kit.layouts import Row
from crisisdesk.ui.kit.theme import Theme

_ANY_WIDTH: Final = 16_777_215  # no limit, as Qt counts
_LOWEST: Final = 320


class Split(QWidget):
    """`main` at the left, `side` at the right, `side_width` px wide (100 %).

    When `main` would get less than `main_least`, only one of them is in sight: `open_side` shows the side,
    `close_side` goes back. `hold_side` keeps the side in sight while a sheet is open there.
    `folded_changed(folded)` when it begins or ends.
    """

    folded_changed = Signal(bool)

    def __init__(
        self, theme: Theme, main: QWidget, side: QWidget, *, main_least: float, side_width: float
    ) -> None:
        super().__init__()
        self._theme = theme
        self._main = main
        self._side = side
        self._main_least = main_least
        self._side_width = side_width
        self._opened = False
        self._held = False
        self._folded = False
        whole = Row(theme, self, gap=0)
        # The side folds away in time: the two together never hold the window wide.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(main, 1)
        whole.addWidget(side)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def folded(self) -> bool:
        """Return whether there is room for one of them only."""
        return self._folded

    @property
    def side_alone(self) -> bool:
        """Return whether the side stands in the place of the main part."""
        return self._folded and (self._opened or self._held)

    def set_side_width(self, width: float) -> None:
        """Give the side another width (px at 100 %)."""
        self._side_width = width
        self._fit()

    def open_side(self) -> None:
        """Show the side, also where it is alone."""
        self._opened = True
        self._fit()

    def close_side(self) -> None:
        """Show the main part again."""
        self._opened = False
        self._fit()

    def hold_side(self, held: bool) -> None:
        """Keep the side in sight, or let it fold."""
        self._held = held
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for one of them."""
        least = self._main.minimumSizeHint().width()
        return QSize(min(least, self._theme.dp(self._main_least)), self._theme.dp(_LOWEST))

    def _fit(self) -> None:
        side = self._theme.dp(self._side_width)
        folded = self.width() < self._theme.dp(self._main_least) + side
        alone = folded and (self._opened or self._held)
        self._main.setVisible(not alone)
        self._side.setVisible(not folded or alone)
        self._side.setMinimumWidth(0 if folded else side)
        self._side.setMaximumWidth(_ANY_WIDTH if folded else side)
        if folded != self._folded:
            self._folded = folded
            self.folded_changed.emit(folded)
