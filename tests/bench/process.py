"""Whole processes, measured: how long one took, and how much memory it held at most."""

import os
import subprocess
import time
from pathlib import Path

from tests.support.children import environment


def run(command: list[str], bytecode: Path, until: str = "") -> tuple[float, float]:
    """Run it to its end; return how long it took (s) and its peak memory (MB).

    With `until`, the time is that to a line on its standard output, which must be this one. Bytecode is kept
    in the folder, as it is where the program has run before. SystemExit when the process fails.
    """
    compiled = environment(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(bytecode))
    begun = time.perf_counter()
    child = subprocess.Popen(
        command, env=compiled, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout is not None
    with child.stdout as stdout:
        said = stdout.readline() if until else stdout.read()
        taken = time.perf_counter() - begun
        stdout.read()
    # Only wait4 tells the memory of this one child, so subprocess does not wait for it.
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode or (until and said.rstrip("\n") != until):
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return taken, used.ru_maxrss / 1024


def megabytes(name: str, value: float, floor: float, goal: str) -> None:
    """Print one figure of memory."""
    print(f"{name:<44} {value:>7.0f} MB {floor:>7.0f} MB {value / floor:>5.1f}×  {goal}")
