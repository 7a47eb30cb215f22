"""The note beside an open file: who holds it. For the sentence only; the lock itself is the database's."""

import getpass
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from crisisdesk.base.record import Record


class Note(Record, kw_only=True):
    """Who holds the file, on which computer, in which process, since when (local time as text)."""

    who: str
    computer: str
    since: str
    process: int


def note_path(path: Path) -> Path:
    """Return the path of the note beside the file."""
    return path.with_name(f"{path.name}.lock")


def write_note(path: Path) -> None:
    """Say beside the file that this process holds it."""
    note = Note(
        who=_user(),
        computer=platform.node(),
        since=datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M"),
        process=os.getpid(),
    )
    try:
        note_path(path).write_bytes(msgspec.json.encode(note))
    except OSError:
        # Only a courtesy to the next program: a full disk must not keep the incident from opening for it.
        return


def read_note(path: Path) -> Note | None:
    """Return who says to hold the file; None when nobody does, or the note is no note."""
    try:
        return msgspec.json.decode(note_path(path).read_bytes(), type=Note)
    except (OSError, msgspec.MsgspecError):
        return None


def remove_note(path: Path) -> None:
    """Take the note away: the file is free."""
    try:
        note_path(path).unlink(missing_ok=True)
    except OSError:
        # It stays behind, and the next holder writes over it.
        return


def is_held(path: Path) -> bool:
    """Return whether a program has the file open for writing, without touching the file itself."""
    # Opening and closing a file that this very process holds would drop the database's lock on it (POSIX).
    return _held_here(path) or _held_elsewhere(path)


def _held_here(path: Path) -> bool:
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        note = read_note(path)
        return note is not None and (note.process, note.computer) == (os.getpid(), platform.node())
    return any(_same(path, descriptor) for descriptor in descriptors.iterdir())


def _same(path: Path, descriptor: Path) -> bool:
    try:
        return path.samefile(descriptor)
    except OSError:
        # The descriptor that listed the folder is gone by now, and a pipe is no file.
        return False


def _held_elsewhere(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            _try_lock(file.fileno())
        except OSError:
            return True
    return False


# The bytes that SQLite locks (https://www.sqlite.org/lockingv3.html): whoever writes has locked them all.
_SHARED_FIRST = 0x40000000 + 2
_SHARED_SIZE = 510

if sys.platform == "win32":

    def _try_lock(descriptor: int) -> None:
        import msvcrt

        os.lseek(descriptor, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _SHARED_SIZE)
        os.lseek(descriptor, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _SHARED_SIZE)

else:

    def _try_lock(descriptor: int) -> None:
        import fcntl

        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "okänd användare"
