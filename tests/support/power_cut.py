"""A power cut, rebuilt: which states the disk can be in when a program is cut off at any moment.

The program runs under strace. All it writes is recorded; what has been synced is on the disk, and of the
rest each sector of 512 bytes may have reached it or not, in any order. The same holds for the names of
files made and removed until their folder is synced.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.tools import strace

SECTOR = 512

_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_DESCRIPTOR = re.compile(r"^(\d+)<([^>]*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class _File:
    """One file: what is safely on the disk, and the writes and cuts that came after the last sync."""

    durable: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list[tuple[int, bytes | None]])

    def now(self) -> bytes:
        content = bytearray(self.durable)
        for offset, data in self.pending:
            _put(content, offset, data)
        return bytes(content)

    def sync(self) -> None:
        self.durable, self.pending = self.now(), []

    def after_a_cut(self, chance: random.Random, share: float) -> bytes:
        content = bytearray(self.durable)
        for offset, data in self.pending:
            for start, piece in _sectors(offset, data):
                if chance.random() < share:
                    _put(content, start, piece)
        return bytes(content)


@dataclass
class State:
    """The disk after a cut: file contents by name, and the last line that had been acknowledged by then."""

    files: dict[str, bytes]
    acknowledged: int


def record(log: Path, run: list[str]) -> list[str]:
    """Run the program, and return the calls by which it changed files and told of saved lines."""
    calls = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink"
    done = strace("-o", str(log), "-y", "-xx", "-s", "70000", "-e", f"trace={calls}", run=run)
    assert done.returncode == 0, done.stderr
    return log.read_text().splitlines()


def states(calls: list[str], folder: Path, chance: random.Random, at_each: int) -> Iterator[State]:
    """Yield states of the files in the folder that a cut can leave, so many for each moment."""
    disk = _Disk(folder)
    for call in calls:
        if not disk.take(call):
            continue
        for number in range(at_each):
            # The hardest cuts leave almost all, or almost nothing, of what was not synced.
            yield disk.after_a_cut(chance, (0.5, 0.95, 0.05)[number % 3])


class _Disk:
    """The folder's files by name, as the program sees them and as they are safely on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._seen: dict[str, _File] = {}
        self._safe: dict[str, _File] = {}
        self._acknowledged = 0

    def take(self, call: str) -> bool:
        """Take one call in; return whether it changed anything."""
        match = _CALL.match(call)
        if not match or match[3].startswith("-"):
            return False
        name, arguments = match[1], match[2]
        if name in ("openat", "unlink"):
            return self._named(name, arguments)
        descriptor = _DESCRIPTOR.match(arguments)
        assert descriptor, call
        if name == "write" and descriptor[1] == "1":
            return self._told(_bytes(arguments).decode())
        return self._changed(name, _path(descriptor[2]), arguments)

    def after_a_cut(self, chance: random.Random, share: float) -> State:
        names = {**self._safe}
        for name in self._seen.keys() | self._safe.keys():
            if self._seen.get(name) is not self._safe.get(name) and chance.random() < share:
                names.pop(name, None)
                if name in self._seen:
                    names[name] = self._seen[name]
        files = {name: file.after_a_cut(chance, share) for name, file in names.items()}
        return State(files, self._acknowledged)

    def _told(self, words: str) -> bool:
        if words.startswith("saved "):
            self._acknowledged = int(words.split()[1])
        return True

    def _named(self, call: str, arguments: str) -> bool:
        path = _bytes(arguments).decode()
        if not self._ours(path):
            return False
        name = Path(path).name
        if call == "unlink":
            return self._seen.pop(name, None) is not None
        if "O_CREAT" in arguments and name not in self._seen:
            self._seen[name] = _File()
            return True
        return False

    def _changed(self, call: str, path: str, arguments: str) -> bool:
        if path == self._folder:
            self._safe = {**self._seen}
            return True
        if not self._ours(path):
            return False
        file = self._seen[Path(path).name]
        if call in ("fsync", "fdatasync"):
            file.sync()
        elif call == "ftruncate":
            file.pending.append((int(arguments.rsplit(",", 1)[1]), None))
        elif call == "pwrite64":
            file.pending.append((int(arguments.rsplit(",", 1)[1]), _bytes(arguments)))
        else:
            file.pending.append((len(file.now()), _bytes(arguments)))
        return True

    def _ours(self, path: str) -> bool:
        return str(Path(path).parent) == self._folder


def _put(content: bytearray, offset: int, data: bytes | None) -> None:
    """Write the data at the offset; None cuts the file to that length."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield offset, None
        return
    start = 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (offset + start) % SECTOR)
        yield offset + start, data[start:end]
        start = end


def _bytes(arguments: str) -> bytes:
    string = _STRING.search(arguments)
    assert string, arguments[:200]
    return bytes.fromhex(string[1].replace("\\x", ""))


def _path(told: str) -> str:
    """Return the path of a descriptor, which -xx gives in hexadecimal as well."""
    return bytes.fromhex(told.replace("\\x", "")).decode() if told.startswith("\\x") else told
