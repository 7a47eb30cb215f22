"""The open incident: decides commands, writes their facts down, folds them, tells who listens."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from crisisdesk.base.clock import Clock, whole_milliseconds
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import lifecycle
from crisisdesk.incident.act import Draft, decide
from crisisdesk.incident.state import State
from crisisdesk.incident.wording import NOT_STARTED, UNWRITABLE
from crisisdesk.journal.row import Part, Row
from crisisdesk.journal.store import Head as Head
from crisisdesk.journal.store import Journal
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.given import Given

NO_KEEPER = "–"
"""The sign of lines written before anyone has said who keeps the log."""

_UNREAD = "Faktum {seq} går inte att visa: felet är loggat. Rad 1–{last} visas. Inget är borta ur filen."

_log = logging.getLogger(__name__)

Listener = Callable[[Change], None]


class Session:
    """One open incident. The only place that writes; read `state`, never change it.

    `clock` gives the time facts are recorded at (simulated in an exercise); `wall` the real time, stored
    beside it when the two differ. `unread` says (Swedish) where the program could read no further ("" for all
    of it): then it is only to be read.
    """

    def __init__(self, journal: Journal, clock: Clock, *, wall: Clock | None = None) -> None:
        self._journal = journal
        self._clock = clock
        self._wall = wall
        self._listeners: list[Listener] = []
        self.zone = clock.zone
        self.state = State()
        self.saved_at: datetime | None = None
        self.unread = ""
        for recorded in journal.read():
            try:
                self.state.fold(recorded)
            except Exception:  # noqa: BLE001 - a bug is logged and told; what came before is shown
                _log.exception("fact %d could not be folded", recorded.seq)
                self.state.take_back(recorded.seq - 1)
                self.unread = _UNREAD.format(seq=recorded.seq, last=len(self.state.timeline.lines))
                break
            self.saved_at = recorded.recorded_at

    @property
    def head(self) -> Head:
        """Return where the journal's chain stands."""
        return self._journal.head

    @property
    def notice(self) -> str:
        """Return what the user must know though the last write went well ("" for nothing; Swedish)."""
        return self._journal.notice

    @property
    def now(self) -> datetime:
        """Return the incident's time now (UTC)."""
        return self._clock.now()

    def set_wall(self, wall: Clock) -> None:
        """Keep the real time beside the exercise's own from now on."""
        self._wall = wall

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell the listener of every change; returns what stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def execute(self, command: Command) -> Change:
        """Carry the command out: on disk when this returns.

        Raises RuleBroken when it is refused and WorldFault when it could not be written; nothing of it is
        kept then, and nobody is told.
        """
        given = self._given(command)
        recorded = self._recorded(decide(self.state, command, given), given)
        change = Change(recorded=recorded)
        if not recorded:
            return change
        self._take_in(recorded)
        self.saved_at = given.now
        for listener in tuple(self._listeners):
            listener(change)
        return change

    def _take_in(self, recorded: Sequence[Recorded]) -> None:
        """Fold the facts and write them down, both or neither.

        A fact that cannot be folded must never be in the file: no program could open it again. So the fold
        comes first, and is taken back when the disk refuses.
        """
        before = self.state.facts
        try:
            for fact in recorded:
                self.state.fold(fact)
            self._journal.append(recorded)
        except UnicodeEncodeError:
            self.state.take_back(before)
            # Half a character, pasted or out of a dead key: there is no way to write it down.
            raise RuleBroken(UNWRITABLE) from None
        except BaseException:
            self.state.take_back(before)
            raise

    def check(self, command: Command) -> None:
        """Raise RuleBroken when the command would be refused now; nothing is changed."""
        decide(self.state, command, self._given(command))

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the facts after a seq exactly as they are stored: for the second copy."""
        return self._journal.stored(after)

    @property
    def parts(self) -> int:
        """Return how many parts of attachments the journal has."""
        return self._journal.parts

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of attachments after a seq exactly as they are stored: for the second copy."""
        return self._journal.stored_parts(after)

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Keep one part of an attachment, durably; WorldFault when it cannot be: the log is untouched."""
        self._journal.put_part(key, number, content)

    def attachment(self, key: str) -> Iterator[bytes]:
        """Yield what was kept under the key, part by part; WorldFault when it is damaged."""
        return self._journal.attachment(key)

    def export(self, path: Path, *, pictures: bool = False) -> None:
        """Write all facts, as they are stored, to a new incident file; WorldFault when it cannot be.

        Of the attachments only the `pictures` that paper shows go along, and only when they are wished for:
        films are many times larger than all lines together.
        """
        # Slow to import, and only needed when something is printed or copied.
        from crisisdesk.journal.copies import write_whole
        from crisisdesk.session import picture_parts

        parts = picture_parts.of(self.state, self._journal.attachment) if pictures else ()
        write_whole(self._journal.stored(), path, parts)

    def rest(self) -> None:
        """Do what is due when nothing else is: called when the user pauses."""
        self._journal.checkpoint_when_idle()

    def close(self) -> None:
        """Close the file; the incident itself goes on the next time it is opened."""
        self._journal.close()

    def _given(self, command: Command) -> Given:
        now = self._clock.now()
        life = self.state[lifecycle.FEATURE]
        plan = command.plan if isinstance(command, lifecycle.commands.Start) else life.plan
        if plan is None:
            raise RuleBroken(NOT_STARTED)
        keeper = life.keeper
        return Given(
            plan=plan,
            now=now,
            happened_at=whole_milliseconds(command.happened_at or now),
            zone=self.zone,
            done_by=command.done_by.strip() or keeper or NO_KEEPER,
            keeper=keeper or NO_KEEPER,
            last_line=len(self.state.timeline.lines),
        )

    def _recorded(self, drafts: Sequence[Draft], given: Given) -> tuple[Recorded, ...]:
        first = self.state.facts + 1
        wall_at = self._wall.now() if self._wall is not None else None
        number = given.last_line + 1
        return tuple(
            Recorded(
                seq=first + i,
                fact=draft.fact,
                happened_at=given.happened_at,
                recorded_at=given.now,
                zone=given.zone,
                done_by=given.done_by,
                recorded_by=given.keeper,
                wall_at=wall_at,
                cause=first if i else 0,
                number=number if draft.line is not None else 0,
                line=draft.line,
            )
            for i, draft in enumerate(drafts)
        )
