"""Install what is missing and check all that must hold: python3 packaging/test.py [what pytest is given]."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bootstrap import prepare
from environment import WITH_TESTS, Environment
from steps import ROOT, guarded, say, shown, succeeds

MOST_WORKERS = 4


def main() -> int:
    """Run every check, also after one has failed, with pytest last; 0 when all hold."""
    environment = Environment(ROOT)
    prepare(environment, WITH_TESTS, on_screen=True)
    failed = [check for check in checks(environment, sys.argv[1:]) if not holds(check)]
    for check in failed:
        say(f"Håller inte: {shown(check)}")
    return 1 if failed else 0


def checks(environment: Environment, for_pytest: Sequence[str]) -> list[list[str]]:
    """Return the commands of all checks, in the order they run."""
    python = environment.program("python")
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    return [
        [environment.program("ruff"), "format", "--check"],
        [environment.program("ruff"), "check"],
        [environment.program("basedpyright"), "--pythonpath", python],
        [environment.program("lint-imports"), "--no-cache"],
        [python, "-m", "pytest", "-n", str(workers), *for_pytest],
    ]


def holds(check: Sequence[str]) -> bool:
    """Show one check, run it in the project's folder, and say whether it held."""
    say(f"\n$ {shown(check)}")
    return succeeds(check, ROOT)


if __name__ == "__main__":
    sys.exit(guarded(main))
