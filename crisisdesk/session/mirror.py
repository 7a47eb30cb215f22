"""The second copy: follows the incident line by line in another place, and never disturbs the first."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.row import Part, Row
from crisisdesk.journal.store import Head

AT_A_TIME = 500
"""Facts handed over in one go: a place that was away catches up in several."""

PARTS_AT_A_TIME = 4
"""Parts of attachments handed over in one go, when every line is there: no line waits for a film."""


PATIENCE = 20.0
"""Seconds that whoever leaves the incident waits for attachments to reach a slow place."""


class Followed(Protocol):
    """What is copied: the open incident."""

    @property
    def head(self) -> Head:
        """Return where its chain stands."""
        ...

    @property
    def parts(self) -> int:
        """Return how many parts of attachments it has."""
        ...

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the facts after a seq as they are stored."""
        ...

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of attachments after a seq as they are stored."""
        ...


class _Standing(NamedTuple):
    """How far the copy has come."""

    facts: int
    parts: int


class Mirror:
    """A copy at `path`, a file of the same kind, whole whenever its stick is pulled.

    `followed` is read by whoever calls `follow`, never by the worker, so the incident's own file is touched
    by one thread alone. Lines go first, then attachments in parts. `wall` is the real time.
    `copied_at` is when the copy last had everything (UTC), `fault` why it has not now (Swedish).
    """

    def __init__(self, path: Path, followed: Followed, wall: Callable[[], datetime]) -> None:
        self.path = path
        self.copied_at: datetime | None = None
        self.fault = ""
        self._followed = followed
        self._wall = wall
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="second-copy")
        self._work: Future[_Standing] | None = None
        self._standing: _Standing | None = None

    def follow(self) -> None:
        """Hand over what has come since the last time, else look whether the copy still stands there.

        Returns at once. Call it after each change and each half minute.
        """
        if self._work is not None and not self._work.done():
            return
        self._take_in()
        self._work = self._handed_over() or self._worker.submit(_look, self.path)

    def _handed_over(self) -> "Future[_Standing] | None":
        """Hand the worker what the copy lacks: lines first; None when it lacks nothing, or was not asked."""
        standing = self._standing
        if standing is None:
            return None
        rows = list(islice(self._followed.stored(standing.facts), AT_A_TIME))
        lacks_parts = not rows and self._followed.parts > standing.parts
        parts = (
            list(islice(self._followed.stored_parts(standing.parts), PARTS_AT_A_TIME)) if lacks_parts else []
        )
        if not rows and not parts:
            return None
        return self._worker.submit(_append, self.path, rows, parts, standing.parts)

    def settle(self, patience: float = PATIENCE) -> None:
        """Wait until the copy has all there is, or the place fails: when the incident is left.

        For attachments no longer than `patience` seconds: a slow stick gets the rest the next time.
        """
        until = time.monotonic() + patience
        complete = False
        while not complete:
            self.follow()
            if self._work is not None:
                self._work.exception()
            complete = self._take_in() or bool(self.fault) or (self._has_lines() and time.monotonic() > until)

    def _has_lines(self) -> bool:
        return self._standing is not None and self._standing.facts >= self._followed.head.facts

    def close(self) -> None:
        """Let the last batch be written and stop."""
        self._worker.shutdown(wait=True)

    def _take_in(self) -> bool:
        """Take in how the last work went, and return whether the copy has everything.

        After a fault the copy is asked anew where it stands.
        """
        work, self._work = self._work, None
        if work is None:
            return False
        try:
            standing = self._standing = work.result()
        except WorldFault as fault:
            self.fault = fault.sentence
            self._standing = None
            return False
        if self._followed.head.facts > standing.facts or self._followed.parts > standing.parts:
            return False
        self.fault = ""
        self.copied_at = self._wall()
        return True


def _look(path: Path) -> _Standing:
    from crisisdesk.journal.copies import SecondCopy

    head, parts = SecondCopy(path).standing()
    return _Standing(head.facts, parts)


def _append(path: Path, rows: list[Row], parts: list[Part], had: int) -> _Standing:
    from crisisdesk.journal.copies import SecondCopy

    head = SecondCopy(path).append(rows, parts)
    return _Standing(head.facts, had + len(parts))
