"""The project's own Python environment in .venv: made once, and again when what it is made of changes."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from steps import StepFailed, say, shown, succeeds

# What builds the package, installed first: then nothing is fetched without a pinned version.
BUILDER = "hatchling"
PROGRAM, WITH_TESTS = ".", ".[dev]"


class Environment:
    """The environment of one checkout; an extent is PROGRAM, or WITH_TESTS, which holds PROGRAM too."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._made_of = (root / "packaging" / "constraints.txt", root / "pyproject.toml")

    def program(self, name: str) -> str:
        """Return the path of a program in the environment, such as python or ruff."""
        if sys.platform == "win32":
            return str(self.folder / "Scripts" / f"{name}.exe")
        return str(self.folder / "bin" / name)

    def is_ready(self, extent: str) -> bool:
        """Whether everything of that extent is installed, as pyproject and the constraints say now."""
        stamps = {self._stamp(WITH_TESTS), self._stamp(extent)}
        written = [stamp.read_text(encoding="ascii") for stamp in stamps if stamp.exists()]
        return Path(self.program("python")).exists() and self._fingerprint() in written

    def prepare(self, extent: str) -> None:
        """Make the environment and install everything of the extent.

        Raises StepFailed with what to do by hand. A call that failed or was stopped can be made again.
        """
        self._make()
        self._fill(extent)
        self._stamp(extent).write_text(self._fingerprint(), encoding="ascii")

    def _make(self) -> None:
        say(f"Skapar en egen Python-miljö i {self.folder.name} …")
        command = [sys.executable, "-m", "venv", *self._clearing(), str(self.folder)]
        if not succeeds(command):
            raise StepFailed(
                "Python-miljön skapades inte.",
                [
                    "Installera modulerna venv och ensurepip (Debian: apt-get install python3-venv).",
                    f"Ta bort mappen {self.folder}",
                    "Kör samma kommando igen.",
                ],
            )

    def _clearing(self) -> list[str]:
        """Return the option that empties an environment of another Python or another place."""
        settings = self.folder / "pyvenv.cfg"
        if not settings.exists():
            return []
        text = settings.read_text(encoding="utf-8")
        signs = (f"version = {sys.version_info.major}.{sys.version_info.minor}.", str(self.folder))
        return [] if all(sign in text for sign in signs) else ["--clear"]

    def _fill(self, extent: str) -> None:
        say("Hämtar programdelarna (några minuter första gången) …")
        pinned = ["-c", str(self._made_of[0].relative_to(self.root))]
        pip = [self.program("python"), "-m", "pip", "install"]
        builder = [*pip, *pinned, BUILDER]
        everything = [*pip, *pinned, "--no-build-isolation", "-e", extent]
        if not all(succeeds([*command, *_calm()], self.root) for command in (builder, everything)):
            raise StepFailed(
                "programdelarna hämtades inte.",
                [
                    "Läs felet ovanför. Når datorn nätet och det paketregister som pip är inställd på?",
                    f"Kör i mappen {self.root}: {shown(builder)}",
                    f"Kör sedan: {shown(everything)}",
                    "Kör samma kommando igen.",
                ],
            )

    def _stamp(self, extent: str) -> Path:
        return self.folder / ("ready-with-tests" if extent == WITH_TESTS else "ready")

    def _fingerprint(self) -> str:
        """Return a digest of what the environment is made of, where it lies and which Python it is for."""
        digest = hashlib.sha256()
        for file in self._made_of:
            digest.update(file.read_bytes() + b"\0")
        digest.update(f"{self.folder} {sys.version_info.major}.{sys.version_info.minor}".encode())
        return digest.hexdigest()


def _calm() -> list[str]:
    """Return the options that keep pip from asking, and from filling a log with progress."""
    options = ["--disable-pip-version-check", "--no-input"]
    return options if sys.stdout.isatty() else [*options, "--quiet"]
