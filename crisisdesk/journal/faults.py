"""What can be wrong with an incident's file, in the user's words."""

import errno
from pathlib import Path

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.journal.lock import read_note
from crisisdesk.journal.store import Report

NOT_SAVED = "Raden är inte sparad."
NOT_OPENED = "Händelsen kan inte öppnas."
NOT_CREATED = "Händelsen kan inte skapas."
NOT_COPIED = "Kopian är inte skriven."
NOT_ATTACHED = "Bilagan är inte sparad."
NOT_TIDIED = "Allt är sparat, men filen kan inte städas."

ON_PAPER = "Skriv på en pappersblankett så länge."


class Held(WorldFault):
    """Another program holds the file; the sentence says who, on which computer and since when."""


class NewerFormat(BadInput):
    """The file was written by a later version of the program than this one."""


class DiskFull(WorldFault):
    """There is no room left on the disk of the file."""


class Damaged(WorldFault):
    """The file is damaged or altered; `report` says from which fact on it cannot be trusted."""

    def __init__(self, report: Report) -> None:
        sentence = report.fault.sentence if report.fault else "Filen är skadad."
        super().__init__(sentence, remedy="Öppna filen skrivskyddad, eller öppna kopian.")
        self.report = report


def held(path: Path) -> Held:
    """Return the fault that another program holds the file."""
    note = read_note(path)
    by = f" ({note.who} på datorn {note.computer}, sedan {note.since})" if note else ""
    return Held(
        f"Händelsen är öppen i ett annat program{by}.",
        remedy="Stäng den där, eller öppna kopian skrivskyddad.",
    )


def newer_format(path: Path, found: int, known: int, *, readable: bool) -> NewerFormat:
    """Return the fault that the file's format is newer than the one this program knows."""
    instead = ", eller öppna filen skrivskyddad" if readable else ""
    return NewerFormat(
        f"{path.name} är skriven av en nyare version av CrisisDesk (format {_format(found)}; "
        f"den här versionen kan {_format(known)}).",
        remedy=f"Uppdatera CrisisDesk{instead}.",
    )


def _format(number: int) -> str:
    return f"{number // 100}.{number % 100}"


def read_only(path: Path) -> WorldFault:
    """Return the fault that the file, or its folder, is write-protected."""
    return WorldFault(f"{path.name} är skrivskyddad. {NOT_OPENED}", remedy="Öppna den skrivskyddad.")


def from_database(error: Exception, path: Path, consequence: str) -> WorldFault:
    """Return the fault that the database's error means; `consequence` says what did not happen.

    An error without a code of SQLite's is damaged text that could not even be told.
    """
    code = getattr(error, "sqlite_errorcode", _CORRUPT) & 0xFF
    if code in (5, 6):  # BUSY, LOCKED
        return held(path)
    if code == 13:  # FULL
        return DiskFull(
            f"Disken är full. {consequence}", remedy=f"Frigör utrymme och försök igen. {ON_PAPER}"
        )
    what, remedy = _MEANINGS.get(code, (f"Filen tog inte emot det ({error}).", ON_PAPER))
    return WorldFault(f"{what} {consequence}", remedy=remedy)


def from_system(error: OSError, path: Path, consequence: str) -> WorldFault:
    """Return the fault that the operating system's error means; `consequence` says what did not happen."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"Disken är full. {consequence}", remedy="Frigör utrymme och försök igen.")
    if isinstance(error, FileExistsError):
        return WorldFault(f"Det finns redan en fil som heter {path.name}. {consequence}")
    if isinstance(error, FileNotFoundError):
        return WorldFault(f"{path} finns inte. {consequence}", remedy="Kontrollera att disken sitter i.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return WorldFault(
            f"Mappen {path.parent} är skrivskyddad. {consequence}", remedy="Välj en annan mapp."
        )
    return WorldFault(f"Disken svarar med fel ({error.strerror}). {consequence}", remedy=ON_PAPER)


_CORRUPT = 11

_MEANINGS = {
    3: ("Filen får inte öppnas av den här användaren.", "Be om rättighet till filen, eller öppna kopian."),
    8: (
        "Filen är skrivskyddad.",
        f"Ta bort skrivskyddet, eller flytta händelsen till en annan mapp. {ON_PAPER}",
    ),
    10: ("Disken svarar med fel.", f"Kontrollera att disken sitter i, och försök igen. {ON_PAPER}"),
    11: ("Filen är skadad.", f"Öppna den skrivskyddad, eller öppna kopian. {ON_PAPER}"),
    14: ("Filen går inte att öppna.", "Kontrollera att disken sitter i och att mappen finns."),
    26: ("Filen är ingen händelse från CrisisDesk.", "Välj en fil som slutar på .crisisdesk."),
}
"""What and what to do, by SQLite's primary result code (PERM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB)."""
