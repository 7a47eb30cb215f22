"""The write-ahead log beside an open file: cut off what was written but never acknowledged.

When a COMMIT fails in its sync, all its frames can stand in the log, and the next opening would take them
for committed. What was told not saved would then be there, and typed again it would be there twice.
The layout is SQLite's documented WAL format.
"""

import os
from pathlib import Path
from typing import BinaryIO

_HEADER = 32
_FRAME_HEADER = 24


def wal_path(path: Path) -> Path:
    """Return the path of the write-ahead log of the database file."""
    return path.with_name(f"{path.name}-wal")


def cut(path: Path, commits: int) -> int:
    """Keep the first commits of the file's write-ahead log and cut off the rest; return how many it has.

    `commits` is how many were acknowledged. No connection may have the file open. OSError from the disk.
    """
    log = wal_path(path)
    if not log.exists():
        return 0
    with log.open("r+b") as file:
        ends = _ends_of_commits(file)[:commits]
        end = ends[-1] if ends else 0
        if end < os.fstat(file.fileno()).st_size:
            file.truncate(end)
            os.fsync(file.fileno())
    return len(ends)


def _ends_of_commits(file: BinaryIO) -> list[int]:
    """Return the offsets at which the commits in the log end."""
    header = file.read(_HEADER)
    page_size = int.from_bytes(header[8:12], "big")
    ends: list[int] = []
    offset, after_commit = _HEADER, False
    while len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == header[16:24]:
        offset += _FRAME_HEADER + page_size
        # A commit ends in a frame that carries the size of the database. On some disks SQLite repeats it to
        # fill the sector; none of our commits consists of that one frame alone, but the first in the log.
        is_commit = frame[4:8] != b"\0\0\0\0"
        if is_commit and after_commit:
            ends[-1] = offset
        elif is_commit:
            ends.append(offset)
        after_commit = is_commit
        file.seek(offset)
    return ends
