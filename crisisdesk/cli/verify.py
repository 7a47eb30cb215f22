"""`crisisdesk verify FILE [--json]`: is the chain whole? Head and count, or the first fact at fault."""

import json
from pathlib import Path

import click

from crisisdesk.cli.printing import require_file, visible
from crisisdesk.cli.swedish_click import CHECK_FAILED, Command
from crisisdesk.compose import check_file


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Svara som JSON.")
def verify(file: Path, as_json: bool) -> int:
    """Kontrollera att loggen är hel: kedjan av kontrollsummor och antalet."""
    require_file(file)
    found = check_file(file)
    head, fault = found.head, found.fault
    if as_json:
        answer = {"whole": fault is None, "facts": head.facts, "lines": head.lines, "head": head.hash}
        if fault is not None:
            answer |= {"fault": {"seq": fault.seq, "number": fault.number, "sentence": fault.sentence}}
        click.echo(json.dumps(answer, ensure_ascii=False))
    elif fault is None:
        click.echo(f"Hel: {head.lines} rader, {head.facts} fakta.\nLogghuvud: {head.hash}")
    else:
        click.echo(f"Inte hel: {fault.sentence}\nDet som är helt får en ny fil: {_rescue(file)}")
    return 0 if fault is None else CHECK_FAILED


def _rescue(file: Path) -> str:
    return f"crisisdesk salvage {visible(str(file))} --out NY.crisisdesk"
