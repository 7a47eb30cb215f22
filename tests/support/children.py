"""What a process that a test starts must know to find the program and its data."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment, with the paths that pytest gave to this process alone."""
    paths = [str(ROOT), str(ROOT / "resources"), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **more}
