"""`crisisdesk plan check PLAN` and `crisisdesk plan show [PLAN] --json`."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from crisisdesk.base.errors import BadInput
from crisisdesk.cli.swedish_click import CHECK_FAILED, Command, Group
from crisisdesk.compose import load_plan
from crisisdesk.plan import loader
from crisisdesk.plan.checks import problems
from crisisdesk.plan.listing import items


@click.group(cls=Group)
def plan() -> None:
    """Kontrollera och visa en krisplan."""


@plan.command(cls=Command)
@click.argument("path", metavar="PLAN", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """Kontrollera en krisplan: fel stoppar, luckor nämns."""
    try:
        loaded = loader.load_unchecked(path)
    except BadInput as fault:
        click.echo(f"Fel: {fault.sentence}", err=True)
        return CHECK_FAILED
    found = problems(loaded, today=datetime.now(UTC).date())
    wrong = [p for p in found if p.severity == "error"]
    for problem in found:
        click.echo(f"{'Fel' if problem in wrong else 'Lucka'}: {problem.sentence}")
    verdict = "går inte att använda" if wrong else "går att använda"
    name = f"{loaded.plan.title}, version {loaded.plan.version}"
    click.echo(f"{name}: {verdict}. Fel: {len(wrong)}. Luckor: {len(found) - len(wrong)}.")
    return CHECK_FAILED if wrong else 0


@plan.command(cls=Command)
@click.argument("path", metavar="[PLAN]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="En JSON-lista.")
def show(path: Path | None, as_json: bool) -> None:
    """Visa varje numrerad punkt i krisplanen: den som följer med, eller PLAN."""
    listed = items(load_plan(path))
    if as_json:
        rows = [{n: getattr(i, n) for n in i.__struct_fields__} for i in listed]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    part = ""
    for item in listed:
        if item.part != part:
            part = item.part
            click.echo(f"\n{part}")
        who = f"  ({item.responsible})" if item.responsible else ""
        click.echo(f"  {item.number:<10} {item.text}{who}")
