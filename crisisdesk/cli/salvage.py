"""`crisisdesk salvage FILE --out NEW.crisisdesk`: what is whole in a damaged file, in a new one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from crisisdesk.cli.printing import read, require_file
from crisisdesk.cli.swedish_click import Command
from crisisdesk.compose import salvage as write
from crisisdesk.features import attachments
from crisisdesk.journal.store import Report
from crisisdesk.session import attached
from crisisdesk.session.session import Session


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="NY.crisisdesk",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Den nya filen. Inget skrivs över.",
)
def salvage(file: Path, out: Path) -> None:
    """Rädda det som är helt i en skadad fil till en ny. Den skadade ändras aldrig."""
    require_file(file)
    report = write(file, out)
    with closing(read(out)) as session:
        click.echo("\n".join((str(out), *_kept(report), *_attachments(session))))


def _kept(report: Report) -> Iterator[str]:
    head, fault = report.head, report.fault
    yield f"Räddat: {head.lines} rader, {head.facts} fakta."
    if fault is None:
        yield "Alla rader är hela."
    else:
        yield f"Inte räddat: faktum {fault.seq} och det som kom efter. {fault.sentence}"
    yield f"Logghuvud: {head.hash}"


def _attachments(session: Session) -> Iterator[str]:
    """Say how many attachments are whole, and which are not: by number, a name may be secret."""
    lost = [fact.id for fact, _why in attached.faults(session.state, session.attachment)]
    count = len(session.state[attachments.FEATURE].attachments)
    if count:
        yield f"Bilagor: {count - len(lost)} hela, {len(lost)} förlorade."
    if lost:
        yield f"Förlorade bilagor: {', '.join(lost)}. Leta efter dem i den andra kopian."
