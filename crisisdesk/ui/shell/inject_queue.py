"""The injects of an exercise on its clock: what has come, what is unread, what comes next. No Qt here."""

from collections.abc import Sequence
from datetime import datetime

from crisisdesk.session.scenario import Timed


class InjectQueue:
    """Injects in order of time. Those up to `since` came before the window was opened: they are read."""

    def __init__(self, injects: Sequence[Timed], since: datetime | None = None) -> None:
        self._waiting = [i for i in injects if since is None or i.at > since]
        self._unread: list[Timed] = []

    def advance(self, now: datetime) -> bool:
        """Let everything up to the moment arrive; return whether something did."""
        come = [i for i in self._waiting if i.at <= now]
        self._waiting = self._waiting[len(come) :]
        self._unread += come
        return bool(come)

    def unread(self) -> tuple[Timed, ...]:
        """Return what has come and is not read, oldest first."""
        return tuple(self._unread)

    def read_first(self) -> None:
        """Take the oldest unread one as read."""
        self._unread = self._unread[1:]

    def next(self) -> Timed | None:
        """Return what comes next, None after the last."""
        return self._waiting[0] if self._waiting else None
