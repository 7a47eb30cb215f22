"""The call of the window as click sees it: says in Swedish what is wrong with one."""

from pathlib import Path

import click

from crisisdesk.cli.show import DATA_DIR, SMOKE, show
from crisisdesk.cli.swedish_click import Command


@click.command(cls=Command)
@click.option(
    DATA_DIR, type=click.Path(path_type=Path), default=None, help="Mapp för händelser och övningar."
)
@click.option(SMOKE, is_flag=True, help="Öppna fönstret, rita, avsluta.")
@click.argument("file", metavar="[FIL]", required=False, type=click.Path(path_type=Path))
def window(data_dir: Path | None, smoke: bool, file: Path | None) -> int:
    """Öppna fönstret, med en händelse om FIL anges."""
    return show(data_dir, smoke, file)
