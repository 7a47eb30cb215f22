"""Files on their way into the incident: read in a thread, kept part by part between keystrokes."""

import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import Final, Protocol

from crisisdesk.base import media, swedish
from crisisdesk.base.attachable import Attachable
from crisisdesk.base.errors import RuleBroken, WorldFault
from crisisdesk.base.file_names import own_name
from crisisdesk.base.record import Record
from crisisdesk.features import attachments
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.session.source_file import SourceFile

MARGIN: Final = 64_000_000
"""Bytes that must be left on the disk afterwards: the log goes on."""

_NO_ROOM = "Disken har bara {free} kvar och loggen behöver det. {name} är inte bifogad."


class Keeper(Protocol):
    """Where files are put: the open incident."""

    zone: str

    @property
    def now(self) -> datetime:
        """Return the incident's time (UTC)."""
        ...

    def check(self, command: Command) -> None:
        """Raise RuleBroken when the command would be refused now."""
        ...

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Keep one part, durably; WorldFault when it cannot be."""
        ...


class Progress(Record, kw_only=True):
    """How far the file at work has come (bytes), and how many files wait behind it."""

    name: str
    done: int
    total: int
    waiting: int


class Outcome(Record, kw_only=True):
    """How it ended for one file: `id` of the attachment, else the Swedish `sentence` that says why not."""

    name: str
    line: int
    id: str = ""
    sentence: str = ""


class Attaching:
    """Puts files beside lines, one after another. Call `step` from the thread that owns the incident.

    Each step keeps one part of at most 1 MB, so that other work comes between. `perform` carries the command
    out that makes the attachment a fact: last, when every byte is on the disk. What was interrupted leaves
    parts that nothing names; they are never shown. `free` is the room on the disk in bytes.
    """

    def __init__(self, keeper: Keeper, perform: Callable[[Command], Change], free: Callable[[], int]) -> None:
        self._keeper = keeper
        self._perform = perform
        self._free = free
        self._waiting: deque[tuple[int, Attachable]] = deque()
        self._at_work: _Incoming | None = None
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="attachments")

    @property
    def busy(self) -> bool:
        """Return whether there is a file at work or waiting."""
        return self._at_work is not None or bool(self._waiting)

    @property
    def ready(self) -> bool:
        """Return whether a step has something to do now: the reader is not waited for."""
        return self._at_work.ready if self._at_work is not None else bool(self._waiting)

    @property
    def progress(self) -> Progress | None:
        """Return how far the file at work has come, None when there is none."""
        work = self._at_work
        if work is None:
            return None
        return Progress(name=work.name, done=work.done, total=work.total, waiting=len(self._waiting))

    def add(self, line: int, source: Attachable) -> None:
        """Put the file in the queue."""
        self._waiting.append((line, source))

    def step(self) -> Outcome | None:
        """Do the next small piece of work; return how it ended for the file that is finished by it.

        Returns at once when there is nothing to do yet: `ready` says so.
        """
        work = self._next()
        if work is None or not work.ready:
            return None
        try:
            id = self._go_on(work)
        except (RuleBroken, WorldFault) as refusal:
            return self._end(Outcome(name=work.name, line=work.line, sentence=_told(refusal)))
        return self._end(Outcome(name=work.name, line=work.line, id=id)) if id else None

    def cancel(self) -> None:
        """Leave off: the file at work and those that wait are not attached."""
        self._waiting.clear()
        self._let_go()

    def close(self) -> None:
        """Leave off and let the reader go: the incident is closed."""
        self.cancel()
        self._reader.shutdown(wait=True)

    def _next(self) -> "_Incoming | None":
        if self._at_work is None and self._waiting:
            line, source = self._waiting.popleft()
            self._at_work = _Incoming(line, source, self._named(source), self._reader)
        return self._at_work

    def _named(self, source: Attachable) -> str:
        if source.name:
            return own_name(source.name)
        at = swedish.clock(self._keeper.now, self._keeper.zone)[:5].replace(":", "")
        return f"skarmbild-{at}.png"

    def _go_on(self, work: "_Incoming") -> str:
        """Do the next piece; return the attachment's id when it is one now, "" before."""
        if not work.begun:
            work.begin()
            self._keeper.check(work.command())
            self._check_room(work)
            return ""
        content = work.take()
        if content:
            self._keeper.put_part(work.key, work.parts + 1, content)
            work.kept(content)
            return ""
        return self._perform(work.command()).first(attachments.facts.FileAttached).id

    def _check_room(self, work: "_Incoming") -> None:
        free = self._free()
        if free < work.total + MARGIN:
            raise RuleBroken(_NO_ROOM.format(free=swedish.file_size(max(free, 0)), name=work.name))

    def _end(self, outcome: Outcome) -> Outcome:
        self._let_go()
        return outcome

    def _let_go(self) -> None:
        if self._at_work is not None:
            self._at_work.close()
            self._at_work = None


class _Incoming:
    """One file on its way in. Its bytes are read ahead by one part, in the reader's thread."""

    def __init__(self, line: int, source: Attachable, name: str, reader: ThreadPoolExecutor) -> None:
        self.line = line
        self.name = name
        self.key = uuid.uuid4().hex
        self.parts = 0
        self.done = 0
        self.total = 0
        self._media = media.UNKNOWN
        self._reader = reader
        self._file: SourceFile | None = None
        self._opening = reader.submit(SourceFile.open, source, name)
        self._reading: Future[bytes] | None = None

    @property
    def begun(self) -> bool:
        """Return whether the file was opened and taken over."""
        return self._file is not None

    @property
    def ready(self) -> bool:
        """Return whether the reader is not waited for."""
        return (self._opening if self._reading is None else self._reading).done()

    def begin(self) -> None:
        """Take over the opened file; raises what opening it raised."""
        self._file = self._opening.result()
        self.total = self._file.size
        self._reading = self._reader.submit(self._file.next_part)

    def take(self) -> bytes:
        """Return the next part, b"" after the last; raises what reading it raised."""
        return self._reading.result() if self._reading is not None else b""

    def kept(self, content: bytes) -> None:
        """Count the part that is on the disk now, and have the next one read."""
        if not self.parts:
            self._media = media.kind(self.name, content[: media.HEAD])
        self.parts += 1
        self.done += len(content)
        if self._file is not None:
            self._reading = self._reader.submit(self._file.next_part)

    def command(self) -> Command:
        """Return the command that makes it a fact, as far as it has come."""
        return attachments.commands.Attach(
            line=self.line,
            name=self.name,
            media=self._media,
            size=self.total,
            sha256=self._file.sha256() if self._file is not None and self.done == self.total else "",
            key=self.key,
            parts=self.parts,
        )

    def close(self) -> None:
        """Have the reader let the file go when it is done with it."""
        self._reader.submit(_close, self._opening)


def _close(opening: "Future[SourceFile]") -> None:
    if opening.exception() is None:
        opening.result().close()


def _told(refusal: RuleBroken | WorldFault) -> str:
    remedy = refusal.remedy if isinstance(refusal, WorldFault) else ""
    return f"{refusal.sentence} {remedy}".strip()
