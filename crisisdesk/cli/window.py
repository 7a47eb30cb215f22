"""`crisisdesk [--data-dir DIR] [FILE]` opens the window; `--smoke` opens it, paints, and leaves with 0."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from crisisdesk.base.errors import WorldFault
from crisisdesk.cli.swedish_click import WORLD_FAILED, Command, run

NO_SCREEN: Final = "Det finns ingen skärm att visa fönstret på."
TRY_THIS: Final = "Kommandona fungerar ändå, till exempel: crisisdesk exercise brand --out MAPP."

BEFORE_QT: Final = (
    "crisisdesk.compose",
    "crisisdesk.session.opening",
    "crisisdesk.journal.sqlite",
    "crisisdesk.plan.loader",
)
"""What needs no Qt is imported before it: PySide6 reads through the source of every module after its own."""


@click.command(cls=Command)
@click.option(
    "--data-dir", type=click.Path(path_type=Path), default=None, help="Mapp för händelser och övningar."
)
@click.option("--smoke", is_flag=True, help="Öppna fönstret, rita, avsluta.")
@click.argument("file", metavar="[FIL]", required=False, type=click.Path(path_type=Path))
def window(data_dir: Path | None, smoke: bool, file: Path | None) -> int:
    """Öppna fönstret, med en händelse om FIL anges."""
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
        click.echo(
            f"Fel: fönstret kan inte starta: {error}. Kör packaging/run.py, som installerar det som saknas.",
            err=True,
        )
        return WORLD_FAILED
    return run_app(data_dir=data_dir, file=file, smoke=smoke)


def _has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether a window can be shown: without a display Qt would end the program in English."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(arguments: list[str]) -> int:
    """Open the window and return the exit code when it is closed."""
    return run(window, arguments)
