"""`crisisdesk forms [FILE] --count 10 --out OUT.pdf`: blank paper forms, numbered for an incident."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from crisisdesk.base.clock import SystemClock
from crisisdesk.base.errors import BadInput, RuleBroken
from crisisdesk.cli.printing import printed_at, require_file
from crisisdesk.cli.swedish_click import Command
from crisisdesk.compose import library, load_plan
from crisisdesk.features.forms import commands, facts
from crisisdesk.features.forms.rules import MOST_AT_ONCE
from crisisdesk.features.forms.wording import COUNT
from crisisdesk.incident import paper_forms
from crisisdesk.session.session import Session


@click.command(cls=Command)
@click.argument("file", metavar="[FIL]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--count", type=int, default=10, show_default=True, metavar="ANTAL", help="Hur många, 1 till 200."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="PDF att skriva.")
@click.option("--plan", type=click.Path(path_type=Path), help="Utan FIL: en egen krisplan.")
def forms(file: Path | None, count: int, out: Path, plan: Path | None) -> None:
    """Skriv tomma blanketter som PDF. Med FIL får de händelsens nästa nummer, och det står i loggen."""
    if file is None:
        _write_unnumbered(plan, count, out)
    else:
        first, last = _write_numbered(file, count, out)
        click.echo(f"Blankett {first}–{last}")
    click.echo(str(out))


def _write_unnumbered(plan: Path | None, count: int, out: Path) -> None:
    from crisisdesk.report.blank_forms import write_unnumbered

    if not 1 <= count <= MOST_AT_ONCE:
        raise BadInput(COUNT.format(most=MOST_AT_ONCE))
    write_unnumbered(load_plan(plan), count, out, printed_at=datetime.now(UTC), zone=SystemClock().zone)


def _write_numbered(file: Path, count: int, out: Path) -> tuple[int, int]:
    """Reserve the numbers in the file and write the forms; WorldFault when a program has the file open."""
    from crisisdesk.report.blank_forms import write_forms

    require_file(file)
    with closing(library(file.parent).open(file)) as session:
        first = paper_forms.next_free(session.state)
        taken = _reserve(session, commands.Reserve(count=count, first=first))
        numbers = tuple(range(taken.first, taken.last + 1))
        write_forms(session.state, numbers, out, printed_at=printed_at(session.state), head=session.head)
    return taken.first, taken.last


def _reserve(session: Session, command: commands.Reserve) -> facts.FormsReserved:
    try:
        return session.execute(command).first(facts.FormsReserved)
    except RuleBroken as refusal:
        raise BadInput(refusal.sentence) from None
