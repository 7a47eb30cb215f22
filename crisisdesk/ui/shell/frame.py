"""The frame of the incident window: head, navigation, screens, side column, quick line, status line."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Column, Panel, Row
from crisisdesk.ui.shell import folding
from crisisdesk.ui.shell.deck import Deck
from crisisdesk.ui.shell.folding import Folding
from crisisdesk.ui.shell.head_rows import head_row
from crisisdesk.ui.shell.header import HEIGHT as HEAD_HEIGHT
from crisisdesk.ui.shell.header import Header
from crisisdesk.ui.shell.navigation import ScreenSpec
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.shell.quick_line import QuickContext, QuickLine
from crisisdesk.ui.shell.side_column import SideColumn
from crisisdesk.ui.shell.side_nav import SideNav
from crisisdesk.ui.shell.status_line import StatusLine

UNDER_HEAD: Final = HEAD_HEIGHT + Space.XS
"""Px at 100 % from the window's upper edge to where floating things begin."""

Shown = Callable[[], tuple[State, datetime]]


class Frame(Panel):
    """Lays the parts out and keeps them up to date; what they wish for is carried out by the window."""

    def __init__(
        self,
        theme: Theme,
        specs: Sequence[ScreenSpec],
        context: QuickContext,
        shown: Shown,
        *,
        strip: QWidget | None = None,
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg", gap=0, parent=parent)
        self._shown = shown
        self.folding = Folding(folded)
        self.header = Header(theme)
        self.nav = SideNav(theme, specs)
        self.deck = Deck(theme, specs, shown)
        self.side = SideColumn(theme)
        self.notices = Notices(theme)
        self.quick = QuickLine(theme, context)
        self.status = StatusLine(theme)
        self._lay_out(theme, strip)
        theme.changed.connect(self.fold)

    def refresh(self) -> None:
        """Show the incident as it is now, everywhere."""
        state, now = self._shown()
        self.nav.set_counts({spec.key: spec.count(state, now) for spec in self.deck.specs()})
        self.side.show_state(state, now)
        self.deck.refresh()
        self.tick()

    def tick(self) -> None:
        """Let the clocks follow the time."""
        state, now = self._shown()
        self.header.show_row(head_row(state, now))
        self.quick.tick()

    def fold(self) -> None:
        """Let the side columns stand aside where the room or the screen asks for it."""
        width = self.width() / self._theme.scale
        spec = self.deck.spec()
        wide = spec is not None and spec.wide
        self.nav.set_rail(folding.rail(width))
        self.quick.set_narrow(folding.rail(width))
        self.side.setVisible(self.folding.side(width, wide_screen=wide))
        self.status.set_room(width)

    def toggle_side(self) -> None:
        """Fold the side column in or out."""
        spec = self.deck.spec()
        wide = spec is not None and spec.wide
        self.folding.toggle(self.width() / self._theme.scale, wide_screen=wide)
        self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the new width."""
        super().resizeEvent(event)
        self.fold()

    def _lay_out(self, theme: Theme, strip: QWidget | None) -> None:
        work = Row(theme, gap=0)
        work.addWidget(self.deck, 1)
        work.addWidget(self.side)
        right = Column(theme, gap=0)
        right.addLayout(work, 1)
        right.addWidget(self.notices)
        right.addWidget(self.quick)
        middle = Row(theme, gap=0)
        middle.addWidget(self.nav)
        middle.addLayout(right, 1)
        self.add(self.header)
        if strip is not None:
            self.add(strip)
        self.body.addLayout(middle, 1)
        self.add(self.status)
