"""`crisisdesk export FILE`: attachments as files, the log as a table for Excel or as JSON lines."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import click

from crisisdesk.base import files, swedish
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.file_names import safe_name
from crisisdesk.cli.log import json_lines
from crisisdesk.cli.printing import read, visible
from crisisdesk.cli.swedish_click import CHECK_FAILED, Command
from crisisdesk.features import attachments, log
from crisisdesk.features.attachments.facts import FileAttached
from crisisdesk.incident import secrecy
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS, Recorded
from crisisdesk.session import attached
from crisisdesk.session.session import Session

_OUT = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option(
    "--attachments",
    "folder",
    metavar="MAPP",
    type=click.Path(path_type=Path, file_okay=False),
    help="Skriv bilagorna i mappen, en fil var.",
)
@click.option("--csv", "table", metavar="FIL", type=_OUT, help="Skriv loggen som tabell för Excel.")
@click.option("--jsonl", "lines", metavar="FIL", type=_OUT, help="Skriv loggen som JSON, en rad per loggrad.")
@click.option("--masked", is_flag=True, help="Utan sekretess: text täcks, bilagor utelämnas.")
def export(file: Path, folder: Path | None, table: Path | None, lines: Path | None, masked: bool) -> int:
    """Skriv ut bilagor och logg till filer. Inget skrivs över."""
    if folder is None and table is None and lines is None:
        raise click.UsageError("välj --attachments, --csv eller --jsonl")
    with closing(read(file)) as session:
        state = covered_state(session.state) if masked else session.state
        if table is not None:
            _write(table, "\ufeff" + log_table(state))
        if lines is not None:
            _write(lines, "".join(f"{line}\n" for line in json_lines(state)))
        return _write_attachments(session, folder, masked=masked) if folder is not None else 0


def _write(path: Path, text: str) -> None:
    files.write_new(path, text.encode())
    click.echo(str(path))


# ---------------------------------------------------------------- attachments


def _write_attachments(session: Session, folder: Path, *, masked: bool) -> int:
    """Write every attachment that is whole and may be given; return the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldFault(f"Mappen {folder} går inte att skapa: {files.why(error)}.") from error
    code = 0
    for held in session.state[attachments.FEATURE].attachments.values():
        provision = attachment_provision(session.state, held.fact) if masked else ""
        if provision:
            click.echo(f"Bilaga {held.fact.id} är utelämnad: sekretess {provision}.")
            continue
        code = max(code, _write_attachment(session, folder, held.fact))
    return code


def _write_attachment(session: Session, folder: Path, fact: FileAttached) -> int:
    try:
        content = attached.whole(session.attachment, fact)
    except WorldFault as fault:
        click.echo(f"Fel: {visible(fault.sentence)}", err=True)
        return CHECK_FAILED
    path = folder / file_name(fact)
    files.write_new(path, content)
    click.echo(visible(str(path)))
    return 0


def file_name(fact: FileAttached) -> str:
    """Return the name of the attachment's file: its number first, then its own name, made harmless."""
    return safe_name(f"{fact.id} {safe_name(fact.name)}")


def attachment_provision(state: State, fact: FileAttached) -> str:
    """Return the provision that the attachment is secret by, its own or its line's; "" when it is open."""
    return secrecy.of_ref(state, f"attachment:{fact.id}") or secrecy.of_line(state, fact.line)


# ---------------------------------------------------------------- the log as a table

_COLUMNS: Final = (
    "Nr",
    "Hände",
    "Loggat",
    "Slag",
    "Text",
    "Från",
    "Till",
    "Kanal",
    "Källa",
    "Gjort av",
    "Fört av",
    "Stryker",
    "Struken av",
    "Sekretess",
    "Bilagor",
)
_FORMULA: Final = re.compile(r"^[=+\-@\t\r]")


def log_table(state: State) -> str:
    """Return the log as a table that a Swedish Excel opens: semicolons, one row a line of the log."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for recorded in state.timeline.lines:
        writer.writerow(_harmless(cell) for cell in _cells(state, recorded))
    return out.getvalue()


def _cells(state: State, recorded: Recorded) -> Iterator[str]:
    number, zone = recorded.number, recorded.zone
    line = state.timeline.says(number)
    fact = recorded.fact
    entry = fact if isinstance(fact, log.facts.EntryRecorded) else None
    yield str(number)
    yield swedish.stamp(recorded.happened_at, zone)
    yield swedish.stamp(recorded.recorded_at, zone)
    yield LINE_WORDS[line.kind]
    yield line.text
    yield from (entry.sender, entry.receiver, entry.channel, entry.source) if entry else ("", "", "", "")
    yield recorded.done_by
    yield recorded.recorded_by
    yield str(line.strikes or "")
    yield str(state.timeline.struck_by.get(number, ""))
    yield secrecy.of_line(state, number)
    yield ", ".join(state[attachments.FEATURE].beside.get(number, ()))


def _harmless(cell: str) -> str:
    """Return the cell so that a spreadsheet reads it as text: what begins as a formula gets an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
