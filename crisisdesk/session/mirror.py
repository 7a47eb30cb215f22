"""The second copy: follows the incident line by line in another place, and never disturbs the first."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from itertools import islice
from pathlib import Path

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.row import Row

AT_A_TIME = 500
"""Facts handed over in one go: a place that was away catches up in several."""


class Mirror:
    """A copy at `path`, a file of the same kind, whole whenever its stick is pulled.

    `rows_after(seq)` gives the facts after a seq as they are stored; it is called by whoever calls `follow`,
    never by the worker, so the incident's own file is touched by one thread alone. `wall` is the real time.
    `copied_at` is when the copy last had everything (UTC), `fault` why it has not now (Swedish).
    """

    def __init__(
        self, path: Path, rows_after: Callable[[int], Iterator[Row]], wall: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.copied_at: datetime | None = None
        self.fault = ""
        self._rows_after = rows_after
        self._wall = wall
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="second-copy")
        self._work: Future[int] | None = None
        self._facts = -1

    def follow(self) -> None:
        """Hand over what has come since the last time, else look whether the copy still stands there.

        Returns at once. Call it after each change and each half minute.
        """
        if self._work is not None and not self._work.done():
            return
        self._take_in()
        rows = list(islice(self._rows_after(self._facts), AT_A_TIME)) if self._facts >= 0 else []
        self._work = (
            self._worker.submit(_append, self.path, rows) if rows else self._worker.submit(_head, self.path)
        )

    def settle(self) -> None:
        """Wait until the copy has all there is, or the place fails: when the incident is left."""
        complete = False
        while not complete:
            self.follow()
            if self._work is not None:
                self._work.exception()
            complete = self._take_in() or bool(self.fault)

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
            self._facts = work.result()
        except WorldFault as fault:
            self.fault = fault.sentence
            self._facts = -1
            return False
        if any(islice(self._rows_after(self._facts), 1)):
            return False
        self.fault = ""
        self.copied_at = self._wall()
        return True


def _head(path: Path) -> int:
    from crisisdesk.journal.copies import SecondCopy

    return SecondCopy(path).head().facts


def _append(path: Path, rows: list[Row]) -> int:
    from crisisdesk.journal.copies import SecondCopy

    return SecondCopy(path).append(rows).facts
