"""The overview of all keys: what the key map says, and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Card,
    Column,
    KeyCap,
    Label,
    Row,
    Scroller,
    SectionHead,
    WrapLabel,
)
from crisisdesk.ui.shell.keys import Key, groups, words


class KeyPanel(Card):
    """Every key by where it works, in two columns. `closed` is the button to press."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, line="ink3", margin=Space.L, gap=Space.S, parent=parent)
        self.setAccessibleName(self.tr("Alla kortkommandon"))
        self.close_button = Button(theme, self.tr("Stäng"), key_hint=self.tr("Esc"), variant="quiet")
        head = Row(theme)
        head.addWidget(Label(theme, self.tr("Alla kortkommandon"), "heading"))
        head.addStretch(1)
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        self._scroller = Scroller(theme, self._columns())
        self.add(self._scroller, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.singleStep() * 2)

    def _columns(self) -> QWidget:
        box = QWidget()
        row = Row(self._theme, box, gap=Space.XL * 2)
        found = groups()
        half = _half(found)
        for part in (found[:half], found[half:]):
            column = Column(self._theme, gap=Space.XS)
            for title, keys in part:
                column.addWidget(SectionHead(self._theme, title))
                column.addWidget(self._table(keys))
            column.addStretch(1)
            row.addLayout(column, 1)
        return box

    def _table(self, keys: list[Key]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.dp(Space.M))
        grid.setVerticalSpacing(self._theme.dp(6))
        grid.setColumnMinimumWidth(0, self._theme.dp(104))
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(keys):
            grid.addWidget(KeyCap(self._theme, key.cap), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrapLabel(self._theme, words(key), "body"), place, 1)
        return box


def _half(found: Sequence[tuple[str, list[Key]]]) -> int:
    """Return how many groups stand in the first column, for two columns of about the same height."""
    heights = [len(keys) + 1 for _title, keys in found]
    return min(range(len(found)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
