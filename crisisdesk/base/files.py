"""Small files that are whole or absent: written beside, then put in place."""

import errno
import os
from pathlib import Path

from crisisdesk.base.errors import WorldFault


def write_whole(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Put `content` in the file, all of it or nothing; WorldFault when the disk refuses.

    `sync` makes it survive a power cut; without it only a killed program. Only the user can read it: a
    draft may hold what is secret.
    """
    beside = path.with_name(f"{path.name}.ny")
    try:
        beside.unlink(missing_ok=True)
        with open(beside, "xb", opener=_for_the_user_alone) as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise WorldFault(f"{path.name} går inte att skriva: {why(error)}.") from error


def _for_the_user_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def write_new(path: Path, *content: bytes) -> None:
    """Put `content`, piece after piece, in a new file, all of it or nothing.

    WorldFault when there is one of that name already, or the disk refuses.
    """
    beside = path.with_name(f"{path.name}.ny")
    try:
        with path.open("xb"):  # takes the name, so that nobody else's file is written over
            pass
        try:
            beside.unlink(missing_ok=True)
            with beside.open("xb") as file:  # follows no link that somebody put there
                file.writelines(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WorldFault(f"{path.name} går inte att skriva: {why(error)}.") from error


def read_if_there(path: Path) -> bytes | None:
    """Return the file's content, None when there is no file; WorldFault when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorldFault(f"{path.name} går inte att läsa: {why(error)}.") from error


def remove(path: Path) -> None:
    """Take the file away, if it is there; WorldFault when the disk refuses."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WorldFault(f"{path.name} går inte att ta bort: {why(error)}.") from error


def why(error: OSError) -> str:
    """Return what the system's error means, as the end of a Swedish sentence."""
    return _WORDS.get(error.errno or 0) or error.strerror or str(error)


_FULL = "disken är full"
_WORDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: "behörighet saknas",
    errno.EROFS: "disken är skrivskyddad",
    errno.EIO: "disken svarar med fel",
    errno.EEXIST: "det finns redan en fil med det namnet",
    errno.ENOENT: "den finns inte",
    errno.EISDIR: "det är en mapp",
    errno.ENAMETOOLONG: "namnet är för långt",
}
"""What the system tells in English, by its number."""
