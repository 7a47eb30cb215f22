"""Shows the window until it is closed: what is brought before Qt, what is said where there is no screen."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from crisisdesk.base.errors import WorldFault
from crisisdesk.cli.leaving import WORLD_FAILED, say

DATA_DIR: Final = "--data-dir"
SMOKE: Final = "--smoke"

NO_SCREEN: Final = "Det finns ingen skärm att visa fönstret på."
TRY_THIS: Final = "Kommandona fungerar ändå, till exempel: crisisdesk exercise brand --out MAPP."

BEFORE_QT: Final = (
    "crisisdesk.compose",
    "crisisdesk.session.opening",
    "crisisdesk.journal.sqlite",
)
"""What needs no Qt is imported before it: PySide6 reads through the source of every module after its own."""


def show(data_dir: Path | None, smoke: bool, file: Path | None) -> int:
    """Show the window, with an incident when there is a file, until it is closed; return the exit code."""
    if not _has_screen(sys.platform, os.environ):
        raise WorldFault(NO_SCREEN, remedy=TRY_THIS)
    # Nothing that is made on the way to the window is garbage, and looking for it costs a twentieth of the
    # time. The program looks again when its window is up.
    gc.disable()
    for name in BEFORE_QT:
        import_module(name)
    try:
        from crisisdesk.app.main import run as run_app
    except ImportError as error:
        say(f"Fel: fönstret kan inte starta: {error}. Kör packaging/run.py, som installerar det som saknas.")
        return WORLD_FAILED
    return run_app(data_dir=data_dir, file=file, smoke=smoke)


def _has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether a window can be shown: without a display Qt would end the program in English."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
