"""The time axis under the board: follows the incident until the user moves it, shows the moment looked at."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from crisisdesk.incident import axis
from crisisdesk.incident.axis import AxisMark
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS, LineKind
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import Mark, TimeAxis
from crisisdesk.ui.kit.tokens import KINDS, Space
from crisisdesk.ui.kit.widgets import IconButton

_LATE_PART: Final = 0.7
"""When the now line is farther along the strip than this, the strip moves on."""

_MOST_LISTED: Final = 24
"""A group with more marks than this is zoomed into, not listed."""


class BoardAxis(QWidget):
    """The strip. `go(place)` when a mark is chosen."""

    go = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[AxisMark, ...] | None = None
        self._read: tuple[object, ...] = ()
        self._places: dict[str, str] = {}
        self._kinds = axis.EVENTS
        self._moved = self._moving = False
        self._state: State | None = None
        self._now: datetime | None = None
        self.axis: TimeAxis | None = None
        self._row = Row(theme, self, gap=Space.XS)
        self._row.addLayout(self._side())

    def show_state(self, state: State, now: datetime) -> None:
        """Show the marks as of the moment (UTC)."""
        self._state, self._now = state, now
        strip = self.axis or self._make(state.zone)
        self._show_marks(strip, state, now)
        strip.set_now(now)
        if self._outgrown(strip, now):
            self._moving = True
            strip.set_span(*axis.stretch(state, now))
            self._moving = False

    def show_moment(self, moment: datetime | None) -> None:
        """Show which moment of the past the board shows, None for now."""
        if self.axis is not None:
            self._moving = True
            self.axis.set_then(moment)
            self._moving = False

    def show_kinds(self, kinds: frozenset[LineKind]) -> None:
        """Show what happened of these kinds alone."""
        self._kinds = kinds
        if self._state is not None and self._now is not None:
            self.show_state(self._state, self._now)

    def kinds(self) -> frozenset[LineKind]:
        """Return the kinds that are shown."""
        return self._kinds

    def _side(self) -> Column:
        """Lay out the buttons beside the strip."""
        self._filter = IconButton(self._theme, "funnel", self.tr("Välj slag på tidsaxeln"))
        self._back = IconButton(self._theme, "target", self.tr("Till nu på tidsaxeln"))
        self._filter.clicked.connect(self._choose_kinds)
        self._back.clicked.connect(self._to_now)
        side = Column(self._theme, gap=0)
        for button in (self._filter, self._back):
            side.addWidget(button)
        side.addStretch(1)
        return side

    def _make(self, zone: str) -> TimeAxis:
        made = self.axis = TimeAxis(self._theme, self.tr("Tidsaxel"), zone)
        self._row.insertWidget(0, made, 1)
        made.mark_activated.connect(self._activated)
        made.group_activated.connect(self._show_group)
        made.span_changed.connect(self._span_changed)
        self.setFocusProxy(made)
        return made

    def _show_marks(self, strip: TimeAxis, state: State, now: datetime) -> None:
        minute = now.replace(second=0, microsecond=0)
        read = (state, state.facts, minute, self._kinds)
        if read == self._read:
            return
        self._read = read
        marks = axis.marks(state, now, self._kinds)
        if marks != self._shown:
            self._shown = marks
            self._places = {mark.key: mark.place for mark in marks}
            strip.set_marks([_mark(mark) for mark in marks])

    def _outgrown(self, strip: TimeAxis, now: datetime) -> bool:
        span = strip.span()
        if span is None:
            return True
        start, end = span
        return not self._moved and not start <= now <= start + (end - start) * _LATE_PART

    def _to_now(self) -> None:
        """Follow the incident again."""
        if self.axis is not None and self._state is not None and self._now is not None:
            self.axis.set_span(*axis.stretch(self._state, self._now))
            self._moved = False

    def _activated(self, key: str) -> None:
        if key in self._places:
            self.go.emit(self._places[key])

    def _span_changed(self) -> None:
        self._moved = self._moved or not self._moving

    def _show_group(self, keys: tuple[str, ...], at: QPoint) -> None:
        """List marks that stand as one, or go closer when they are too many for a list."""
        members = [mark for mark in self._shown or () if mark.key in keys]
        if len(members) > _MOST_LISTED and self._go_closer(members):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in members[:_MOST_LISTED]:
            look = self._theme.icons.pixmap(mark.icon or _icon(mark.kind), "ink2", 16, ratio=1.0)
            menu.addAction(look, mark.label, partial(self._activated, mark.key))
        menu.popup(at)

    def _go_closer(self, members: list[AxisMark]) -> bool:
        """Return whether the group takes more time than the strip can show at the closest."""
        first, last = members[0].at, members[-1].at
        if self.axis is None or first == last:
            return False
        margin = (last - first) / 10
        self.axis.set_span(first - margin, last + margin)
        return True

    def _choose_kinds(self) -> None:
        menu = self._kinds_menu()
        menu.popup(self._filter.mapToGlobal(QPoint(0, 0)))

    def _kinds_menu(self) -> QMenu:
        """Return a menu that ticks the kinds."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, word in LINE_WORDS.items():
            entry = menu.addAction(word)
            entry.setCheckable(True)
            entry.setChecked(kind in self._kinds)
            entry.toggled.connect(partial(self._tick, kind))
        return menu

    def _tick(self, kind: LineKind, on: bool) -> None:
        one = frozenset((kind,))
        self.show_kinds(self._kinds | one if on else self._kinds - one)


def _icon(kind: LineKind) -> str:
    return KINDS[kind].icon


def _mark(mark: AxisMark) -> Mark:
    return Mark(
        key=mark.key,
        at=mark.at,
        kind=mark.kind,
        label=mark.label,
        above=mark.kind != "meet",
        future=mark.future,
        weight=mark.weight,
        icon=mark.icon,
        token="alarm" if mark.late else "",
        spoken=mark.spoken,
    )
