"""`crisisdesk log FILE [--json]`: the log as a text table, or one JSON object a line."""

import json
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crisisdesk.base import swedish
from crisisdesk.cli.printing import read, visible
from crisisdesk.cli.swedish_click import Command
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS, Recorded


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="En JSON-rad per loggrad.")
@click.option("--masked", is_flag=True, help="Utan sekretess: hemlig text täcks.")
def log(file: Path, as_json: bool, masked: bool) -> None:
    """Visa loggen."""
    session = read(file)
    state = covered_state(session.state) if masked else session.state
    lines = json_lines(state) if as_json else _table(state)
    click.echo("\n".join(lines))
    session.close()


def json_lines(state: State) -> Iterator[str]:
    """Yield each line of the log as a JSON object."""
    for recorded in state.timeline.lines:
        yield json.dumps(_entry(state, recorded), ensure_ascii=False)


def _entry(state: State, recorded: Recorded) -> dict[str, Any]:
    line = state.timeline.says(recorded.number)
    return {
        "number": recorded.number,
        "happened_at": recorded.happened_at.isoformat(),
        "recorded_at": recorded.recorded_at.isoformat(),
        "zone": recorded.zone,
        "kind": line.kind,
        "text": line.text,
        "done_by": recorded.done_by,
        "recorded_by": recorded.recorded_by,
        "strikes": line.strikes or None,
        "struck_by": state.timeline.struck_by.get(recorded.number),
        "refs": list(line.refs),
        "secrecy": line.secrecy or None,
        "fact": type(recorded.fact).KIND,
        "seq": recorded.seq,
    }


def _table(state: State) -> Iterator[str]:
    width = max(60, min(shutil.get_terminal_size((120, 24)).columns, 160))
    yield f"{'Nr':>5}  {'Hände':<5}  {'Slag':<10} Text (sign)"
    day = ""
    for recorded in state.timeline.lines:
        today = swedish.long_date(recorded.happened_at, recorded.zone)
        if today != day:
            day = today
            yield f"       {day}"
        yield from _rows(state, recorded, width)


def _rows(state: State, recorded: Recorded, width: int) -> Iterator[str]:
    line = state.timeline.says(recorded.number)
    by = state.timeline.struck_by.get(recorded.number)
    struck = f" [struken, se {by}]" if by else ""
    secret = f" [sekretess {line.secrecy}]" if line.secrecy else ""
    text = f"{line.text}{secret}{struck} ({recorded.recorded_by})"
    time = swedish.clock(recorded.happened_at, recorded.zone)
    # Line breaks and tabs are white space to the wrapping, all other control characters are shown.
    wrapped = textwrap.wrap(visible(" ".join(text.split())), max(30, width - 26)) or [""]
    yield f"{recorded.number:>5}  {time:<5}  {LINE_WORDS[line.kind]:<10} {wrapped[0]}"
    for rest in wrapped[1:]:
        yield f"{'':26}{rest}"
