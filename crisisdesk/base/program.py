"""How this program starts itself again, for work in a process of its own."""

import sys


def own_program() -> tuple[str, ...]:
    """Return the program and the arguments that start this program again."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "crisisdesk")
