"""A file from outside, as it is read to be attached: what cannot be, and what changes meanwhile, is told."""

import os
import stat
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, Self

from crisisdesk.base import swedish
from crisisdesk.base.attachable import Attachable
from crisisdesk.base.errors import RuleBroken, WorldFault
from crisisdesk.base.files import why
from crisisdesk.journal.row import PART_SIZE

LARGEST: Final = 50_000_000
"""Bytes in an attachment: more would make the incident's file too large to carry around."""

_EMPTY = "{name} är tom. Den är inte bifogad."
_TOO_LARGE = "{name} är {size}. Högst 50 MB går att bifoga. Spara filen för sig och skriv i loggen var."
_FOLDER = "{name} är en mapp. Bifoga filerna i den var för sig."
_NO_FILE = "{name} är ingen fil. Den är inte bifogad."
_UNREADABLE = "{name} går inte att läsa: {why}. Den är inte bifogad."
_CHANGED = "{name} ändrades medan den kopierades. Den är inte bifogad. Försök igen."


class SourceFile:
    """An open source; make it by `open`. Belongs to the thread that reads. `size` is in bytes.

    Every method raises RuleBroken when it is not to be attached and WorldFault when it cannot be read; both
    sentences are whole.
    """

    def __init__(self, file: BinaryIO, size: int, changed: int, name: str) -> None:
        self.size = size
        self._file = file
        self._changed = changed
        self._name = name
        self._hash = sha256()
        self._read = 0

    @classmethod
    def open(cls, source: Attachable, name: str) -> Self:
        """Open what is to be attached, for reading alone, and look whether it can be."""
        try:
            opened = cls._of_path(source.path, name) if source.path is not None else cls._made(source, name)
        except OSError as error:
            raise WorldFault(_UNREADABLE.format(name=name, why=why(error))) from error
        try:
            opened._check_size()
        except RuleBroken:
            opened.close()
            raise
        return opened

    @classmethod
    def _of_path(cls, path: Path, name: str) -> Self:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise RuleBroken(_FOLDER.format(name=name))
        if not stat.S_ISREG(mode):
            # A pipe or a device: reading it could last for ever.
            raise RuleBroken(_NO_FILE.format(name=name))
        file = path.open("rb")
        found = os.fstat(file.fileno())
        return cls(file, found.st_size, found.st_mtime_ns, name)

    @classmethod
    def _made(cls, source: Attachable, name: str) -> Self:
        content = source.make() if source.make is not None else b""
        return cls(BytesIO(content), len(content), 0, name)

    def next_part(self) -> bytes:
        """Return the next bytes, b"" after the last; WorldFault when it is another file by now."""
        try:
            content = self._file.read(PART_SIZE)
            self._read += len(content)
            self._hash.update(content)
            self._check_same(ended=not content)
        except OSError as error:
            raise WorldFault(_UNREADABLE.format(name=self._name, why=why(error))) from error
        return content

    def sha256(self) -> str:
        """Return the hash of what was read (64 hex digits)."""
        return self._hash.hexdigest()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _check_size(self) -> None:
        if not self.size:
            raise RuleBroken(_EMPTY.format(name=self._name))
        if self.size > LARGEST:
            raise RuleBroken(_TOO_LARGE.format(name=self._name, size=swedish.file_size(self.size)))

    def _check_same(self, *, ended: bool) -> None:
        if self._read > self.size or (ended and not self._unchanged()):
            raise WorldFault(_CHANGED.format(name=self._name))

    def _unchanged(self) -> bool:
        if self._read != self.size:
            return False
        return isinstance(self._file, BytesIO) or os.fstat(self._file.fileno()).st_mtime_ns == self._changed
