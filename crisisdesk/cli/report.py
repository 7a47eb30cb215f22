"""`crisisdesk report FILE --out OUT.pdf`: the report of an incident, or something out of it."""

from contextlib import closing
from functools import partial
from pathlib import Path

import click
import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.cli.printing import closing_head, printed_at, read
from crisisdesk.cli.swedish_click import Command
from crisisdesk.compose import state_before
from crisisdesk.report.document import Document
from crisisdesk.session import attached
from crisisdesk.session.session import Session


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="PDF att skriva.")
@click.option(
    "--part", "parts", multiple=True, metavar="DEL", help="Bara den delen, till exempel log. Kan upprepas."
)
@click.option("--number", type=int, default=0, metavar="NR", help="Med decision eller meetings: vilket.")
@click.option(
    "--lines", default="", metavar="RADER", help="Med log: 3-9,12. Med forms: blanketternas nummer."
)
@click.option("--title", default="", metavar="TEXT", help="Med lines: rubriken. Med tasks: den ansvariga.")
@click.option("--masked", is_flag=True, help="Maskerad kopia: sekretess täcks.")
@click.option("--wish", "wish_file", type=click.Path(path_type=Path), hidden=True)
def report(
    file: Path,
    out: Path,
    parts: tuple[str, ...],
    number: int,
    lines: str,
    title: str,
    masked: bool,
    wish_file: Path | None,
) -> None:
    """Skriv händelsens rapport som PDF, hela eller en del."""
    from crisisdesk.report.pdf import write_pdf

    asked = PrintWish(part=next(iter(parts), ""), lines=numbers(lines), title=title, number=number)
    wish = _read_wish(wish_file) if wish_file is not None else asked
    with closing(read(file)) as session:
        masked = masked or wish.masked
        document = _several(session, file, parts, masked) if len(parts) > 1 else None
        pages = write_pdf(document or _document(session, file, wish, masked), out)
    click.echo(str(out))
    if wish_file is not None:
        # The window asks: it keeps how many sheets there are.
        click.echo(str(pages))


def _document(session: Session, file: Path, wish: PrintWish, masked: bool) -> Document:
    from crisisdesk.report.wishes import build_wish

    return build_wish(
        session.state,
        session.head,
        wish,
        printed_at=printed_at(session.state),
        before=partial(state_before, file),
        masked=masked,
        closing=closing_head(file, session.state),
        read=partial(attached.whole, session.attachment),
    )


def _several(session: Session, file: Path, parts: tuple[str, ...], masked: bool) -> Document:
    from crisisdesk.report.incident import build

    return build(
        session.state,
        session.head,
        printed_at=printed_at(session.state),
        parts=parts,
        masked=masked,
        closing=closing_head(file, session.state),
        read=partial(attached.whole, session.attachment),
    )


def _read_wish(path: Path) -> PrintWish:
    try:
        return msgspec.json.decode(path.read_bytes(), type=PrintWish)
    except (OSError, msgspec.DecodeError) as wrong:
        raise BadInput(f"{path} är ingen beställning av en utskrift: {wrong}.") from wrong


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that `3-9,12` means, in order; BadInput when it means none."""
    found: set[int] = set()
    for part in (part.strip() for part in text.split(",") if part.strip()):
        first, dash, last = part.partition("-")
        if not _is_number(first) or (dash and not _is_number(last)):
            raise BadInput(f"{part} är inga nummer. Skriv som 3-9,12.")
        found.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(found))


def _is_number(text: str) -> bool:
    """Return whether it numbers a line: a few digits, no ² and nothing that would fill the memory."""
    return text.isdecimal() and len(text) <= 6
