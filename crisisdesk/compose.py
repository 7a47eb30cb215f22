"""The only place that picks concrete classes: which journal, which clock, which folders."""

from collections.abc import Sequence
from pathlib import Path

from crisisdesk.base.clock import Clock, SystemClock
from crisisdesk.incident.registry import FACTS
from crisisdesk.incident.state import State
from crisisdesk.journal.ballast import Ballast
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.journal.store import Fault, Head, Journal, Report
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.content import Plan
from crisisdesk.session.library import Library

CODEC = Codec(FACTS)
"""How facts are written: every class the features know, by its literal kind and version."""


class SqliteJournals:
    """Journals as SQLite files. `reserve` is where space is kept to write on when the disk is full."""

    def __init__(self, reserve: Path | None = None) -> None:
        self._reserve = reserve

    def create(self, path: Path) -> Journal:
        """Make a new incident file."""
        from crisisdesk.journal.sqlite import SqliteJournal

        return SqliteJournal.create(path, CODEC, ballast=self._ballast())

    def open(self, path: Path) -> Journal:
        """Open an incident file for writing."""
        from crisisdesk.journal.sqlite import SqliteJournal

        return SqliteJournal.open(path, CODEC, ballast=self._ballast())

    def open_read_only(self, path: Path) -> Journal:
        """Open a copy of an incident file."""
        from crisisdesk.journal.sqlite import SqliteJournal

        return SqliteJournal.open_read_only(path, CODEC)

    def glance(self, path: Path, kinds: Sequence[str]) -> tuple[Recorded, ...]:
        """Return the facts of these kinds without opening the file as a whole."""
        from crisisdesk.journal.reading import glance

        return glance(path, CODEC, kinds)

    def _ballast(self) -> Ballast | None:
        return Ballast(self._reserve) if self._reserve is not None else None


class MemoryJournals:
    """Journals in memory, by path: for tests."""

    def __init__(self) -> None:
        self._held: dict[Path, MemoryJournal] = {}

    def create(self, path: Path) -> Journal:
        """Make a new journal under the path."""
        return self._held.setdefault(path, MemoryJournal(CODEC))

    def open(self, path: Path) -> Journal:
        """Return the journal under the path."""
        return self._held[path]

    def open_read_only(self, path: Path) -> Journal:
        """Return the journal under the path."""
        return self._held[path]

    def glance(self, path: Path, kinds: Sequence[str]) -> tuple[Recorded, ...]:
        """Return the facts of these kinds."""
        return tuple(each for each in self._held[path].read() if each.fact.KIND in kinds)


def default_data_dir() -> Path:
    """Return the local application data folder: never a synchronised one."""
    import platformdirs

    return Path(platformdirs.user_data_dir("CrisisDesk", appauthor=False, roaming=False))


def library(data_dir: Path | None = None, clock: Clock | None = None, *, reserve: bool = False) -> Library:
    """Return the library of incident files under the folder (the default one when None).

    `reserve` keeps 16 MB beside the files to let go when the disk is full: for work that must not stop.
    """
    folder = data_dir or default_data_dir()
    journals = SqliteJournals(folder / "reserv" if reserve else None)
    return Library(folder, journals, clock or SystemClock())


def load_plan(path: Path | None = None) -> Plan:
    """Return the plan at the path, the shipped one when None; BadInput says what is wrong with it."""
    from crisisdesk.plan import loader

    return loader.load_shipped() if path is None else loader.load(path)


def check_file(path: Path) -> Report:
    """Return whether the incident file is whole, every attachment too, without touching it."""
    from crisisdesk.journal.reading import check_file as check

    report = check(path)
    in_the_log = report.fault is not None and report.fault.seq > report.head.facts
    return report if in_the_log else _with_attachments(path, report)


def salvage(damaged: Path, path: Path) -> Report:
    """Write what can be trusted in a damaged file to a new one, and return how far that was.

    WorldFault when there is such a file already, or nothing can be trusted.
    """
    from crisisdesk.journal.copies import salvage as write

    return write(damaged, path)


def _with_attachments(path: Path, report: Report) -> Report:
    """Name the first attachment that is not what its fact says: the journal alone cannot know."""
    from crisisdesk.features import attachments
    from crisisdesk.incident import secrecy
    from crisisdesk.session import attached

    session = Library(path.parent, SqliteJournals(), SystemClock()).read(path)
    try:
        found = next(attached.faults(session.state, session.attachment), None)
    finally:
        session.close()
    if found is None:
        return report
    fact, sentence = found
    held = session.state[attachments.FEATURE].attachments[fact.id]
    if secrecy.of_ref(session.state, f"attachment:{fact.id}") or secrecy.of_line(session.state, fact.line):
        # A name says what is in the file: the number says enough.
        sentence = sentence.replace(f" ({fact.name})", "")
    fault = Fault(seq=held.seq, number=held.number, sentence=f"{sentence} Alla rader är hela.")
    return Report(head=report.head, fault=fault)


def head_at(path: Path, fact: int) -> Head:
    """Return where the file's chain stood once it had so many facts; LookupError when it never had.

    WorldFault when the file cannot be read, or a program has it open.
    """
    from crisisdesk.journal.chain import after
    from crisisdesk.journal.reading import ReadOnlyJournal

    head = Head()
    with ReadOnlyJournal.open(path, CODEC) as journal:
        for row in journal.stored():
            head = after(head, row)
            if head.facts == fact:
                return head
    raise LookupError(fact)


def state_before(path: Path, fact: int) -> State:
    """Return the incident in the file as it stood before the fact with that seq.

    WorldFault when the file cannot be read, or a program has it open.
    """
    from crisisdesk.journal.reading import ReadOnlyJournal

    state = State()
    with ReadOnlyJournal.open(path, CODEC) as journal:
        for recorded in journal.read():
            if recorded.seq >= fact:
                break
            state.fold(recorded)
    return state
