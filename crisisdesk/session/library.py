"""The incident files of this computer: list, create, open; real ones and exercises apart."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from crisisdesk import __version__
from crisisdesk.base.clock import Clock
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.record import Record
from crisisdesk.base.swedish import local
from crisisdesk.features import lifecycle, people
from crisisdesk.journal.faults import Held
from crisisdesk.journal.store import Journal
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.content import Plan
from crisisdesk.session.session import Session

_TELL_WHERE_IT_STANDS = (
    lifecycle.facts.IncidentStarted,
    lifecycle.facts.IncidentNamed,
    lifecycle.facts.IncidentClosed,
    lifecycle.facts.IncidentReopened,
)

SUFFIX = ".crisisdesk"
REAL, EXERCISES, PLANS = "handelser", "ovningar", "planer"


class Journals(Protocol):
    """What opens and makes journals: chosen in `compose`."""

    def create(self, path: Path) -> Journal:
        """Make a new file; WorldFault when it cannot be written."""
        ...

    def open(self, path: Path) -> Journal:
        """Open for writing; WorldFault when it is held, damaged or of a newer format."""
        ...

    def open_read_only(self, path: Path) -> Journal:
        """Open a copy to read; the file itself is not touched."""
        ...

    def glance(self, path: Path, kinds: Sequence[str]) -> tuple[Recorded, ...]:
        """Return the facts of these kinds, unchecked; () when only opening the file can tell."""
        ...


class Listed(Record, kw_only=True):
    """An incident in the list. Times are UTC; `fault` says (Swedish) why a file cannot be read; `held` when
    that is only because a program has it open.
    """

    path: str
    own_number: str = ""
    name: str = ""
    exercise: bool = False
    zone: str = ""
    started_at: datetime | None = None
    closed_at: datetime | None = None
    fault: str = ""
    held: bool = False

    @property
    def open(self) -> bool:
        """Return whether it is readable and not closed."""
        return not self.fault and self.closed_at is None


class Library:
    """The folders under `data_dir`; makes them when they are missing."""

    def __init__(self, data_dir: Path, journals: Journals, clock: Clock) -> None:
        self._data_dir = data_dir
        self._journals = journals
        self._clock = clock

    def create(
        self,
        plan: Plan,
        *,
        name: str = "",
        exercise: bool = False,
        scenario: str = "",
        own_number: str = "",
        persons: tuple[people.facts.Person, ...] = (),
        clock: Clock | None = None,
    ) -> tuple[Path, Session]:
        """Make a new incident file and start it: one call, nothing asked that can wait."""
        time = clock or self._clock
        number = own_number or self._next_number(time)
        path = self._free_path(EXERCISES if exercise else REAL, number)
        session = self.start(
            path, plan, number, name=name, exercise=exercise, scenario=scenario, persons=persons, clock=time
        )
        return path, session

    def start(
        self,
        path: Path,
        plan: Plan,
        own_number: str,
        *,
        name: str = "",
        exercise: bool = False,
        scenario: str = "",
        persons: tuple[people.facts.Person, ...] = (),
        clock: Clock | None = None,
    ) -> Session:
        """Make the file at the path and start the incident in it."""
        time = clock or self._clock
        session = Session(self._journals.create(path), time, wall=self._clock if exercise else None)
        start = lifecycle.commands.Start(
            incident=_new_id(),
            own_number=own_number,
            plan=plan,
            name=name,
            exercise=exercise,
            scenario=scenario,
            program=__version__,
        )
        session.execute(start)
        if persons:
            session.execute(people.commands.CopyDirectory(persons=persons))
        return session

    def open(self, path: Path, clock: Clock | None = None) -> Session:
        """Open an incident to go on with it."""
        time = clock or self._clock
        session = Session(self._journals.open(path), time)
        if session.unread:
            session.close()
            raise WorldFault(session.unread, remedy="Öppna filen skrivskyddad, eller uppdatera CrisisDesk.")
        if session.state[lifecycle.FEATURE].exercise:
            session.set_wall(self._clock)
        return session

    def read(self, path: Path) -> Session:
        """Open a copy of an incident to look at."""
        return Session(self._journals.open_read_only(path), self._clock)

    def listed(self) -> tuple[Listed, ...]:
        """Return every incident, the real ones first, newest first."""
        found = [self._look(path) for folder in (REAL, EXERCISES) for path in self._files(folder)]
        found.sort(key=lambda i: i.started_at.timestamp() if i.started_at else 0, reverse=True)
        return tuple(sorted(found, key=lambda i: i.exercise))

    def to_continue(self) -> Path | None:
        """Return the one open real incident, None when there is none or more than one."""
        held = [i for i in self.listed() if i.open and not i.exercise]
        return Path(held[0].path) if len(held) == 1 else None

    def folder(self, name: str) -> Path:
        """Return a folder of the library, made when missing; WorldFault when it cannot be."""
        folder = self._data_dir / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorldFault(
                f"Mappen {folder} går inte att skapa: {error.strerror}.",
                remedy="Välj en annan plats med --data-dir.",
            ) from error
        return folder

    def _files(self, folder: str) -> list[Path]:
        return sorted((self._data_dir / folder).glob(f"*{SUFFIX}"))

    def _look(self, path: Path) -> Listed:
        life = lifecycle.FEATURE.new_state()
        for recorded in self._journals.glance(path, [each.KIND for each in _TELL_WHERE_IT_STANDS]):
            lifecycle.FEATURE.folds[type(recorded.fact)](life, recorded.fact, recorded)
        return _listed(path, life) if life.started_at is not None else self._open_and_look(path)

    def _open_and_look(self, path: Path) -> Listed:
        try:
            session = self.read(path)
        except WorldFault as fault:
            held = isinstance(fault, Held)
            return Listed(path=str(path), name=path.stem, fault=fault.sentence, held=held)
        session.close()
        return _listed(path, session.state[lifecycle.FEATURE])

    def _next_number(self, clock: Clock) -> str:
        year = f"{local(clock.now(), clock.zone).year}-"
        stems = [p.stem for f in (REAL, EXERCISES) for p in self._files(f) if p.stem.startswith(year)]
        taken = [int(digits) for s in stems if (digits := s.removeprefix(year)[:3]).isdecimal()]
        return f"{year}{max(taken, default=0) + 1:03d}"

    def _free_path(self, folder: str, number: str) -> Path:
        here = self.folder(folder)
        names = (f"{number}{'' if i == 1 else f'-{i}'}{SUFFIX}" for i in range(1, 1000))
        return next(path for path in (here / name for name in names) if not path.exists())


def _listed(path: Path, life: lifecycle.LifecycleState) -> Listed:
    return Listed(
        path=str(path),
        own_number=life.own_number,
        name=life.name,
        exercise=life.exercise,
        zone=life.zone,
        started_at=life.started_at,
        closed_at=life.closed_at,
    )


def _new_id() -> str:
    # Loaded for a new incident alone: it brings what asks the system for its name.
    from uuid import uuid4

    return uuid4().hex
