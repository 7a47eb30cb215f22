"""How a bootstrap step speaks, runs a command and fails: standard library alone, any Python 3.8 and later."""

from __future__ import annotations

import io
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


class StepFailed(Exception):
    """A step did not come through: what it was, and what a person can do instead."""

    def __init__(self, sentence: str, by_hand: Sequence[str]) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.by_hand = tuple(by_hand)

    def __str__(self) -> str:
        lines = [f"Det gick inte: {self.sentence}", "Gör så här för hand:"]
        lines += [f"  {number}. {line}" for number, line in enumerate(self.by_hand, 1)]
        return "\n".join(lines)


def say(sentence: str) -> None:
    """Print one line at once, so that it stands before what the step itself prints."""
    print(sentence, flush=True)


def shown(command: Sequence[str]) -> str:
    """Return the command as a person would type it."""
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


def succeeds(command: Sequence[str], folder: Path | None = None, *, quiet: bool = False) -> bool:
    """Run the command in the folder (else in this one); whether it ended well (a missing one did not)."""
    output = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(command, cwd=folder, stdout=output, stderr=output, check=False).returncode == 0
    except OSError as fault:
        say(f"{command[0]}: {fault.strerror}")
        return False


def check_python(version: Sequence[int] = sys.version_info[:2]) -> None:
    """Refuse a Python that the program does not run on, before anything else can fail on it."""
    if tuple(version) < OLDEST_PYTHON:
        wanted, have = _dotted(OLDEST_PYTHON), _dotted(version)
        raise StepFailed(
            f"CrisisDesk behöver Python {wanted} eller senare, det här är {have}.",
            [f"Installera Python {wanted} eller senare.", "Kör samma kommando igen med den."],
        )


def guarded(main: Callable[[], int]) -> int:
    """Run `main` and return its exit code: 1 with advice when a step fails, 130 when stopped by Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that lacks å shows ? rather than ending the step
            stream.reconfigure(errors="replace")
    try:
        check_python()
        return main()
    except StepFailed as failed:
        print(f"\n{failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nAvbrutet.", file=sys.stderr)
        return 130


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(part) for part in version)
