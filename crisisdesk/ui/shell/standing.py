"""Opens the window on the place where the user stood, and keeps where that is."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base.errors import WorldFault
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.session.last_place import LastPlace, Place
from crisisdesk.ui.shell.navigation import ScreenSpec
from crisisdesk.ui.shell.travel import Travel

_log = logging.getLogger(__name__)


class Standing(QObject):
    """`last` is None in an incident that is only read: there it begins as a new one does."""

    def __init__(
        self,
        travel: Travel,
        last: LastPlace | None,
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._travel = travel
        self._last = last
        self._wall = wall

    def begin(self, state: State, specs: Sequence[ScreenSpec]) -> None:
        """Go where the user stood; at a first start, or another day, to the phase that is next in turn."""
        left = self._left()
        if left is not None and left.screen in {spec.key for spec in specs}:
            self._travel.resume(left.screen, left.thing)
        elif first := first_place(state, specs):
            self._travel.go(first)

    def keep(self) -> None:
        """Keep where the user stands: called each second, and it writes only when that is somewhere else."""
        screen, thing = self._travel.where()
        if self._last is None or not screen:
            return
        try:
            self._last.keep(Place(screen=screen, thing=thing), self._wall())
        except WorldFault as fault:
            # No bar: nothing that anybody wrote is lost, and the disk tells of itself at the next line.
            _log.warning("where the user stands was not kept: %s", fault)

    def _left(self) -> Place | None:
        if self._last is None:
            return None
        try:
            return self._last.left(self._wall())
        except WorldFault as fault:
            _log.warning("where the user stood is not known: %s", fault)
            return None


def first_place(state: State, specs: Sequence[ScreenSpec]) -> str:
    """Return the phase that is next in turn, the first screen when all are done; "" when there is none."""
    there = [spec.key for spec in specs]
    waiting = (p for p in state.plan.phases if not queries.progress(state, p).complete)
    phase = next((key for p in waiting if (key := f"phase:{p.id}") in there), "")
    return phase or next(iter(there), "")
