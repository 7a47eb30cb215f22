"""The head of a screen: what it is at the left, what can be done at the right; wraps where room is short."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from crisisdesk.ui.kit.flow import Flow
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space


class _Apart(Flow):
    """A flow whose first line has its first items at the left edge and the rest at the right."""

    def __init__(self, theme: Theme, parent: QWidget, left: int) -> None:
        super().__init__(theme, parent, gap=Space.S, line_gap=Space.S)
        self._left = left

    def _place(self, line: list[QLayoutItem], at: QPoint, height: int, width: int) -> None:
        shown = self._shown()
        leading = [item for item in shown if self.indexOf(item) < self._left]
        if line[0] is not shown[0] or len(line) <= len(leading):
            super()._place(line, at, height, width)
            return
        rest = line[len(leading) :]
        super()._place(leading, at, height, width)
        used = sum(item.sizeHint().width() for item in rest) + self._theme.dp(Space.S) * (len(rest) - 1)
        super()._place(rest, QPoint(at.x() + width - used, at.y()), height, width)


class HeadBar(QWidget):
    """`left` stands at the left, `right` at the right end of the same line, or under it."""

    def __init__(
        self,
        theme: Theme,
        left: tuple[QWidget, ...],
        right: tuple[QWidget, ...],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        apart = _Apart(theme, self, len(left))
        for widget in (*left, *right):
            apart.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
