"""Incident files of any length, for benches and large tests: a busy log, as a long crisis makes it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import CODEC, MemoryJournals
from crisisdesk.features import decisions, lifecycle, log, tasks
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan import loader
from crisisdesk.session.library import Library

START = datetime(2027, 1, 14, 12, 5, tzinfo=UTC)
TEXTS = (
    "Räddningsledare: hus B är utrymt, alla är räknade.",
    "Växeln får många samtal från oroliga anhöriga. Informationsfunktionen tar över dem.",
    "POSOM på plats vid samlingsplatsen.",
    "Fastighetsjouren stänger ventilationen i hus A och B. Sanering börjar i morgon, tar två dygn.",
)


def recorded(lines: int) -> list[Recorded]:
    """Return the facts of an incident whose log has so many lines: entries, some decisions and tasks."""
    clock = SetClock(START)
    journals = MemoryJournals()
    library = Library(Path("memory"), journals, clock)
    path = Path("memory/long.crisisdesk")
    session = library.start(path, loader.load_shipped(), "2027-001", name="Lång händelse")
    session.execute(lifecycle.commands.ChangeKeeper(sign="MK"))
    for number, command in enumerate(_commands(lines - 2)):
        clock.set(START + timedelta(seconds=20 * number))
        session.execute(command)
    return list(journals.open(path).read())


def _commands(count: int) -> Iterator[Command]:
    for number in range(count):
        text = f"{TEXTS[number % len(TEXTS)]} ({number})"
        if number % 40 == 39:
            yield decisions.commands.Record(text=text, decider="Ordförande LS", reason="Läget kräver det")
        elif number % 25 == 24:
            yield tasks.commands.Add(text=text, owner="Förvaltningschef")
        else:
            kind = "in" if number % 3 == 0 else "note"
            yield log.commands.Record(text=text, kind=kind, sender="Räddningsledare", channel="telefon")


def write(path: Path, lines: int, batch: int = 500) -> Path:
    """Write an incident file of so many lines, in few transactions, and return its path."""
    facts = recorded(lines)
    with SqliteJournal.create(path, CODEC) as journal:
        for at in range(0, len(facts), batch):
            journal.append(facts[at : at + batch])
    return path
