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


def cut(path: Path, commits: int) -> None:
    """Keep the first `commits` commits of the file's write-ahead log and cut off the rest.

    No connection may have the file open. OSError when the disk refuses.
    """
    log = wal_path(path)
    if not log.exists():
        return
    with log.open("r+b") as file:
        end = _end_of(file, commits)
        if end < os.fstat(file.fileno()).st_size:
            file.truncate(end)
            os.fsync(file.fileno())


def _end_of(file: BinaryIO, commits: int) -> int:
    """Return the offset after the last frame of the given commit, or of the last complete one."""
    header = file.read(_HEADER)
    if len(header) < _HEADER:
        return 0
    page_size = int.from_bytes(header[8:12], "big")
    salts = header[16:24]
    end, offset, done, in_commit = _HEADER, _HEADER, 0, False
    while True:
        file.seek(offset)
        frame = file.read(_FRAME_HEADER)
        if len(frame) < _FRAME_HEADER or frame[8:16] != salts:
            return end
        offset += _FRAME_HEADER + page_size
        # A commit ends in a frame that carries the size of the database; on some disks it is repeated to
        # fill the sector. Ours never consist of that one frame alone, except the very first.
        commit = frame[4:8] != b"\0\0\0\0"
        if commit and not in_commit:
            done += 1
        in_commit = commit
        if done > commits:
            return end
        if commit:
            end = offset
