"""Something that can be attached: a file that stands on a disk, or bytes that are only in memory yet."""

from collections.abc import Callable
from pathlib import Path

from crisisdesk.base.record import Value


class Attachable(Value):
    """Where bytes come from, before they are copied in.

    Either `path` is a file, or `make` gives the bytes: it is called once, in another thread, since making a
    picture of what was pasted takes time. `name` is what it is called ("" for a picture that was pasted: it
    gets its name from the incident's time).
    """

    name: str = ""
    path: Path | None = None
    make: Callable[[], bytes] | None = None


def from_path(path: Path) -> Attachable:
    """Return the file at the path as something to attach."""
    return Attachable(name=path.name, path=path)


def from_bytes(name: str, content: bytes) -> Attachable:
    """Return the bytes as something to attach."""
    return Attachable(name=name, make=lambda: content)
