"""`crisisdesk report FILE --out OUT.pdf`: the report of an incident."""

from pathlib import Path

import click

from crisisdesk.cli.printing import printed_at, read
from crisisdesk.cli.swedish_click import Command


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="PDF att skriva.")
def report(file: Path, out: Path) -> None:
    """Skriv händelsens rapport som PDF."""
    from crisisdesk.report.incident import write_report

    session = read(file)
    write_report(session.state, session.head, out, printed_at=printed_at(session.state))
    session.close()
    click.echo(str(out))
