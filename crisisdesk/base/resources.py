"""The only reader of the shipped data: plan, scenarios, styles, icons, fonts, help."""

from functools import cache
from pathlib import Path

import crisisdesk_resources


def read_text(name: str) -> str:
    """Return the text of the resource, such as `"icons/siren.svg"` (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return the bytes of the resource, such as `"fonts/CrisisSans-Regular.ttf"`."""
    return path(name).read_bytes()


def path(name: str) -> Path:
    """Return a real path; the package is always unpacked (wheel, checkout or frozen folder)."""
    return _folder() / name


def names(folder: str, suffix: str) -> list[str]:
    """Return the sorted file names in `folder` that end with `suffix`, without the suffix."""
    return sorted(f.name.removesuffix(suffix) for f in path(folder).iterdir() if f.name.endswith(suffix))


@cache
def _folder() -> Path:
    # Not by importlib.resources, which reads from archives as well: loading it is a fiftieth of a start.
    return Path(crisisdesk_resources.__path__[0])
