"""Install what is missing and open CrisisDesk: python3 packaging/run.py [what the program is given]."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap import prepare
from display import answers, is_named
from environment import PROGRAM, Environment
from steps import ROOT, StepFailed, guarded, say, shown

EXERCISE = "brand"


def main() -> int:
    """Prepare, then hand over to the program; without a display it plays the shipped exercise instead."""
    arguments = sys.argv[1:]
    environment = Environment(ROOT)
    on_screen = is_named(os.environ, sys.platform)
    prepare(environment, PROGRAM, on_screen)
    # Whatever lies in the folder that it is called from, -P keeps it from being imported.
    program = [environment.program("python"), "-P", "-m", "crisisdesk"]
    if arguments or (on_screen and answers(os.environ, sys.platform)):
        return hand_over([*program, *arguments])
    return play_exercise(program, ROOT / "build" / f"ovning-{EXERCISE}")


def hand_over(command: list[str]) -> int:
    """Become the program; on Windows wait for it, since a process cannot be replaced there."""
    if sys.platform != "win32":
        os.execv(command[0], command)
    return subprocess.call(command)


def play_exercise(program: Sequence[str], folder: Path) -> int:
    """Play the shipped exercise to its end without a window and say where its files are."""
    say("Ingen skärm hittades, så fönstret kan inte öppnas härifrån.")
    say(f"Spelar övningen {EXERCISE} utan fönster i stället …")
    command = [*program, "exercise", EXERCISE, "--out", str(folder)]
    if subprocess.call(command) != 0:
        raise StepFailed("övningen spelades inte till slut.", ["Läs felet ovanför.", f"Kör {shown(command)}"])
    say(f"Övningen är spelad. Filerna ligger i {folder}:")
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        say(f"  {file.relative_to(folder)}  ({kilobytes(file.stat().st_size)})")
    return 0


def kilobytes(size: int) -> str:
    """Return a size in bytes as whole kilobytes, rounded up."""
    return f"{-(-size // 1000)} kB"


if __name__ == "__main__":
    sys.exit(guarded(main))
