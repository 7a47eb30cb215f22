"""The time axis under the board: follows the incident until the user moves it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.incident import axis
from crisisdesk.incident.axis import AxisMark
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import Mark, TimeAxis

_LATE_PART = 0.7
"""When the now line is farther along the strip than this, the strip moves on."""


class BoardAxis(QWidget):
    """The strip. `go(place)` when a mark is chosen."""

    go = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[AxisMark, ...] | None = None
        self._places: dict[str, str] = {}
        self._moved = self._moving = False
        self._column = Column(theme, self)
        self.axis: TimeAxis | None = None

    def show_state(self, state: State, now: datetime) -> None:
        """Show the marks as of the moment (UTC)."""
        strip = self.axis or self._make(state.zone)
        marks = axis.marks(state, now)
        if marks != self._shown:
            self._shown = marks
            self._places = {mark.key: mark.place for mark in marks}
            strip.set_marks([_mark(mark) for mark in marks])
        strip.set_now(now)
        if self._outgrown(strip, now):
            self._moving = True
            strip.set_span(*axis.stretch(state, now))
            self._moving = False

    def _make(self, zone: str) -> TimeAxis:
        made = self.axis = TimeAxis(self._theme, self.tr("Tidsaxel"), zone)
        self._column.addWidget(made)
        made.mark_activated.connect(self._activated)
        made.span_changed.connect(self._span_changed)
        return made

    def _outgrown(self, strip: TimeAxis, now: datetime) -> bool:
        span = strip.span()
        if span is None:
            return True
        start, end = span
        return not self._moved and not start <= now <= start + (end - start) * _LATE_PART

    def _activated(self, key: str) -> None:
        if key in self._places:
            self.go.emit(self._places[key])

    def _span_changed(self) -> None:
        self._moved = self._moved or not self._moving


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
