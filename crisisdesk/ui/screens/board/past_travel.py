"""Travels through the board's past: keeps the moment that is looked at, and makes its rows."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from crisisdesk.features import board
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.board_rows import BoardRows
from crisisdesk.incident.state import State
from crisisdesk.ui.screens.board.past_bar import PastBar
from crisisdesk.ui.screens.board.past_rows import Moment, moment_at, moment_of, past_rows, track

NOW = "past"
"""The place of the past as such: the slider, where it stands now."""


class PastTravel(QObject):
    """Shows a moment in the bar and `shown(rows)` to whoever shows the board; `left` when it is over."""

    shown = Signal(object)
    left = Signal()

    def __init__(self, bar: PastBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.past = BoardPast()
        self._bar = bar
        self._state: State | None = None
        self._now: datetime | None = None
        self._moment: Moment | None = None
        bar.moved.connect(self.go_to_minute)

    @property
    def moment(self) -> Moment | None:
        """Return the moment that is looked at, None when it is now."""
        return self._moment

    def follow(self, state: State, now: datetime) -> None:
        """Take in the incident as it is; the moment that is looked at stays, its board cannot change.

        A State that is covered or uncovered meanwhile tells the same moment in its own words.
        """
        covered = self._state is not None and state is not self._state
        self._state, self._now = state, now
        if self._moment is None:
            return
        self.past.follow(state[board.FEATURE])
        if covered:
            self._show(self._moment)
        else:
            self._show_bar(self._moment)

    def open(self, place: str) -> bool:
        """Go to the moment of a place such as `past:decision:7`; return whether there is one."""
        if self._state is None or self._now is None:
            return False
        self.past.follow(self._state[board.FEATURE])
        if place == NOW:
            moment: Moment | None = moment_at(self._state, self._now, self._now)
        else:
            moment = moment_of(self._state, self.past, place, self._now)
        if moment is not None:
            self._show(moment)
        return moment is not None

    def go_to_minute(self, at: datetime) -> None:
        """Show the board at the end of the minute."""
        if self._state is not None and self._now is not None:
            self.past.follow(self._state[board.FEATURE])
            self._show(moment_at(self._state, at, self._now))

    def leave(self) -> None:
        """Be where it is now."""
        if self._moment is not None:
            self._moment = None
            self._bar.show_past("")
            self.left.emit()

    def rows(self) -> BoardRows | None:
        """Return the board of the moment, None when it is now."""
        if self._moment is None or self._state is None or self._now is None:
            return None
        return past_rows(self._state, self.past, self._moment, self._now)

    def _show(self, moment: Moment) -> None:
        self._moment = moment
        rows = self.rows()
        if rows is not None:
            self._show_bar(moment)
            self.shown.emit(rows)

    def _show_bar(self, moment: Moment) -> None:
        if self._state is not None and self._now is not None:
            words = self.tr("Tavlan {0}").format(moment.words)
            run = track(self._state, self.past, self._now)
            self._bar.show_moment(words, moment.at, run, self._state.zone)
