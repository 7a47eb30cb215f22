"""`crisisdesk report FILE --out OUT.pdf`: the report of an incident."""

from contextlib import closing
from pathlib import Path

import click

from crisisdesk.cli.printing import closing_head, printed_at, read
from crisisdesk.cli.swedish_click import Command


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="PDF att skriva.")
@click.option(
    "--part", "parts", multiple=True, metavar="DEL", help="Bara den delen, till exempel log. Kan upprepas."
)
@click.option("--masked", is_flag=True, help="Maskerad kopia: sekretess täcks.")
def report(file: Path, out: Path, parts: tuple[str, ...], masked: bool) -> None:
    """Skriv händelsens rapport som PDF, hela eller en del."""
    from crisisdesk.report.incident import write_report

    with closing(read(file)) as session:
        write_report(
            session.state,
            session.head,
            out,
            printed_at=printed_at(session.state),
            parts=parts or None,
            masked=masked,
            closing=closing_head(file, session.state),
        )
    click.echo(str(out))
