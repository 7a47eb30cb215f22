"""The only reader of the shipped data: plan, scenarios, styles, icons, fonts, help."""

from importlib.resources import files
from pathlib import Path

_PACKAGE = "crisisdesk_resources"


def read_text(name: str) -> str:
    """Return the text of the resource, such as `"icons/siren.svg"` (UTF-8)."""
    return files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return the bytes of the resource, such as `"fonts/CrisisSans-Regular.ttf"`."""
    return files(_PACKAGE).joinpath(name).read_bytes()


def path(name: str) -> Path:
    """Return a real path; the package is always unpacked (wheel, checkout or frozen folder)."""
    return Path(str(files(_PACKAGE).joinpath(name)))


def names(folder: str, suffix: str) -> list[str]:
    """Return the sorted file names in `folder` that end with `suffix`, without the suffix."""
    here = files(_PACKAGE).joinpath(folder)
    return sorted(f.name.removesuffix(suffix) for f in here.iterdir() if f.name.endswith(suffix))
