"""The navigation: the plan's phases, the work, the time after. One stop for Tab; arrows move inside it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.buttons import ButtonLook
from crisisdesk.ui.kit.painting import fill
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import Column, Label, NavRow, Panel, Scroller
from crisisdesk.ui.shell.navigation import Count, ScreenSpec

WIDTH: Final = 208
RAIL: Final = 52
LOWEST: Final = 25  # px at 100 %: still easy to hit


class SideNav(Panel):
    """Rows by screen key; `chosen(key)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, specs: Sequence[ScreenSpec], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "nav", parent=parent)
        self._rows: dict[str, _Row] = {}
        self._heads: list[Label] = []
        self._current = ""
        self._inner = _Rows(self._step)
        self._column = Column(theme, self._inner, margin=(Space.S, Space.XS, Space.S, Space.XS), gap=0)
        self.setAccessibleName(self.tr("Skärmar"))
        self._fill(theme, specs)
        self.add(Scroller(theme, self._inner))
        self._wide = WIDTH
        theme.changed.connect(self._set_width)
        self._set_width()

    def set_rail(self, rail: bool) -> None:
        """Show icons alone, or with words."""
        self._wide = RAIL if rail else WIDTH
        self._set_width()
        for head in self._heads:
            head.setVisible(not rail)
        for row in self._rows.values():
            row.set_rail(rail)

    def set_current(self, key: str) -> None:
        """Mark the screen one is on."""
        self._current = key
        for name, row in self._rows.items():
            row.set_on(name == key)
            on = name == key or (key not in self._rows and name == next(iter(self._rows), ""))
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def set_counts(self, counts: dict[str, Count]) -> None:
        """Show how far each screen is, or what waits on it."""
        for key, count in counts.items():
            if key in self._rows:
                self._rows[key].show_count(count)

    def row(self, key: str) -> NavRow:
        """Return the row of a screen; an unknown key is a KeyError."""
        return self._rows[key]

    def _step(self, step: int) -> bool:
        """Move the focus by so many rows; return whether it was on one."""
        rows = list(self._rows.values())
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), -1)
        if here >= 0:
            rows[min(max(here + step, 0), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        return here >= 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows be as high as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lower the rows where they would scroll: every screen stands in sight at 768 lines, also in an
        exercise; they scroll first when they would be too low to hit.
        """
        heads = sum(head.sizeHint().height() for head in self._heads if not head.isHidden())
        room = self.height() - heads - 2 * self._theme.dp(Space.XS)
        high = room / max(len(self._rows), 1) / self._theme.scale
        for row in self._rows.values():
            row.set_high(min(max(high, LOWEST), Size.NAV_ROW))

    def _set_width(self) -> None:
        self.setFixedWidth(self._theme.dp(self._wide))
        for head in self._heads:
            head.setContentsMargins(self._theme.dp(Space.S), self._theme.dp(Space.XS), 0, 0)
        self._fit()

    def _fill(self, theme: Theme, specs: Sequence[ScreenSpec]) -> None:
        section = ""
        for spec in specs:
            if spec.section != section:
                section = spec.section
                self._heads.append(self._head(theme, spec.section_words))
            row = _Row(theme, spec.words, spec.icon)
            row.clicked.connect(lambda _=False, key=spec.key: self.chosen.emit(key))
            self._rows[spec.key] = row
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _head(self, theme: Theme, words: str) -> Label:
        head = Label(theme, words, "section", token="navdim")
        self._column.addWidget(head)
        return head


class _Rows(QWidget):
    """Holds the rows; takes Up and Down before the scroller around it does."""

    def __init__(self, step: Callable[[int], bool]) -> None:
        super().__init__()
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the rows; other keys go on."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self._step(step):
            event.ignore()


class _Row(NavRow):
    """A row that can be an icon alone, with a red point when something on its screen is late."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        super().__init__(theme, words, icon)
        self._rail = False
        self._count_shown = Count()
        self._high: float = Size.NAV_ROW

    def set_high(self, high: float) -> None:
        """Be so high (px at 100 %)."""
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), int(self._theme.px(self._high)))

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self.setToolTip(self.text() if rail else "")
        self.update()

    def show_count(self, count: Count) -> None:
        if count != self._count_shown:
            self._count_shown = count
            self.set_count(count.text, late=count.late, done=count.done)

    def count(self) -> Count:
        return self._count_shown

    def _paint_content(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        if not self._rail:
            super()._paint_content(painter, rect, look)
            return
        self._paint_icon(painter, rect.x() + self._theme.px(10), rect, "navtext")
        if self._count_shown.late:
            side = self._theme.px(8)
            point = QRectF(rect.x() + self._theme.px(24), rect.y() + self._theme.px(4), side, side)
            fill(painter, point, self._theme.color("alarmfill"), side / 2)
