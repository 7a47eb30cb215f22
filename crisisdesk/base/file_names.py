"""Names of files from outside: made harmless before they are shown, and again before they are written."""

import re
import unicodedata
from pathlib import Path
from typing import Final

LONGEST: Final = 120
"""Letters in a name; bytes are held below what any file system takes."""

_LONGEST_BYTES: Final = 200
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*]')
_UNNAMED: Final = "bilaga"


def own_name(name: str) -> str:
    """Return the last part of a path of any system, without signs that nobody sees: to be shown and kept.

    A name that turns the reading direction would show another ending than it has.
    """
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"))
    return _cut(" ".join(seen.split())) or _UNNAMED


def safe_name(name: str) -> str:
    """Return a name that can be written on any system, in the folder it is put in and nowhere else."""
    plain = _NOT_IN_NAMES.sub("_", own_name(name)).strip(". ")
    stem, dot, rest = plain.partition(".")
    if stem.strip().lower() in _RESERVED:
        plain = f"_{stem}{dot}{rest}"
    return plain or _UNNAMED


def free_path(folder: Path, name: str) -> Path:
    """Return where `name` can be written in the folder: `foto (2).jpg` when there is a `foto.jpg` already."""
    wanted = folder / safe_name(name)
    path, count = wanted, 1
    while path.exists() or path.is_symlink():
        count += 1
        path = folder / f"{wanted.stem} ({count}){wanted.suffix}"
    return path


def _cut(name: str) -> str:
    """Cut a long name before its ending, which says what the file is."""
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = name, "", ""
    tail = f"{dot}{ending}"
    stem = stem[: LONGEST - len(tail)]
    while len(f"{stem}{tail}".encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return f"{stem}{tail}"
