"""`crisisdesk board FILE --out OUT`: the board as a picture, as it stands or as it stood."""

import re
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import click

from crisisdesk.base.errors import BadInput
from crisisdesk.base.times import parse_moment
from crisisdesk.cli.printing import printed_at, read
from crisisdesk.cli.swedish_click import Command
from crisisdesk.incident.board_rows import BoardRows
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State

_SIZE: Final = re.compile(r"(\d{1,5})\s*[x×X]\s*(\d{1,5})")
_LEAST, _MOST = 320, 8192
_PAPER: Final = (1123, 794)
"""A4 lying down, in px."""

_SCREEN: Final = (1920, 1080)
_MINUTE: Final = timedelta(minutes=1) - timedelta(microseconds=1)


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Bild att skriva: .pdf, .svg eller .png.",
)
@click.option("--at", "moment", metavar="TID", help="Tavlan som den var då: 14:10 eller 2027-01-14 14:10.")
@click.option("--number", type=int, metavar="NR", help="Den frysta lägesbilden med numret.")
@click.option("--dark", is_flag=True, help="Mörka färger, för en skärm i ett mörkt rum.")
@click.option("--size", metavar="BxH", help="Bredd och höjd i bildpunkter, till exempel 3840x2160.")
@click.option("--masked", is_flag=True, help="Maskerad kopia: sekretess täcks.")
def board(
    file: Path, out: Path, moment: str | None, number: int | None, dark: bool, size: str | None, masked: bool
) -> None:
    """Rita lägesbilden, som den är eller som den var."""
    if moment is not None and number is not None:
        raise click.UsageError("välj --at eller --number, inte båda")
    width, height = _size(size, out)
    with closing(read(file)) as session:
        state = covered_state(session.state) if masked else session.state
        now = printed_at(state)
        at = _moment(moment, now, state) if moment is not None else None
        rows = _rows(state, at, number, now)
        _write(state, rows, out, (width, height), at=at or now, dark=dark, masked=masked)


def _write(
    state: State,
    rows: BoardRows,
    out: Path,
    size: tuple[int, int],
    *,
    at: datetime,
    dark: bool,
    masked: bool,
) -> None:
    from crisisdesk.report.board_files import write_board
    from crisisdesk.report.board_picture import draw

    picture = draw(state, rows, *size, at=at, dark=dark, masked=masked)
    write_board(picture, out)
    click.echo(str(out))
    if picture.left_out:
        cards = "1 kort" if picture.left_out == 1 else f"{picture.left_out} kort"
        click.echo(f"{cards} fick inte plats. Pröva en större --size.", err=True)


def _size(size: str | None, out: Path) -> tuple[int, int]:
    if size is None:
        return _PAPER if out.suffix.casefold() == ".pdf" else _SCREEN
    found = _SIZE.fullmatch(size.strip())
    if found is None:
        raise click.UsageError("--size skrivs bredd x höjd, till exempel 1920x1080")
    width, height = int(found[1]), int(found[2])
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise click.UsageError(f"--size går från {_LEAST} till {_MOST} bildpunkter")
    return width, height


def _moment(text: str, now: datetime, state: State) -> datetime:
    at = parse_moment(text, now, state.zone, future=False)
    if at is None:
        raise click.UsageError("--at förstås inte. Skriv 14:10 eller 2027-01-14 14:10")
    # A minute means all of it.
    return at.replace(second=0, microsecond=0) + _MINUTE


def _rows(state: State, at: datetime | None, number: int | None, now: datetime) -> BoardRows:
    from crisisdesk.report.board_picture import board_at, frozen_board

    if number is None:
        return board_at(state, at, now)
    rows = frozen_board(state, number, now)
    if rows is None:
        raise BadInput(f"Händelsen har ingen lägesbild {number}.")
    return rows
