"""The attachments: what stood beside which line, and the hash that tells whether a copy is the same file."""

from crisisdesk.features import attachments
from crisisdesk.features.attachments.state import Attachment
from crisisdesk.features.attachments.wording import described
from crisisdesk.incident import secrecy
from crisisdesk.report.document import Block, Cell, Column, Heading, Paragraph, Row, Table
from crisisdesk.report.source import Source, nr

_HOW = (
    "Bilagorna ligger i händelsens fil. De skrivs ut till en mapp med crisisdesk export. "
    "Kontrollsumman (SHA-256) visar att en fil är den som bifogades."
)


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the list of attachments, nothing when there are none."""
    every = tuple(source.state[attachments.FEATURE].attachments.values())
    if not every:
        return ()
    return (Heading(level=1, text="Bilagor"), Paragraph(text=_HOW, tone="quiet"), _table(source, every))


def _table(source: Source, every: tuple[Attachment, ...]) -> Table:
    columns = (
        Column(title="Nr", mm=14),
        Column(title="Bilaga", share=1.0),
        Column(title="Kontrollsumma", share=1.0),
        Column(title="Till", mm=14),
        Column(title="Logg", mm=14),
    )
    return Table(columns=columns, rows=tuple(_row(source, held) for held in every))


def _row(source: Source, held: Attachment) -> Row:
    fact = held.fact
    mark = secrecy.of_ref(source.state, f"attachment:{fact.id}") or secrecy.of_line(source.state, fact.line)
    hidden = bool(source.hidden(mark))
    numbers = tuple(number for number in (held.number, held.struck_by) if number)
    said = f"{described(fact)}. {held.text}".removesuffix(" ")
    return Row(
        cells=(
            Cell(text=fact.id, tone="strong"),
            source.text(fact.name, mark, "" if hidden else said),
            Cell(masked=mark) if hidden else Cell(text=_in_groups(fact.sha256), tone="quiet"),
            Cell(text=nr(fact.line), refs=(fact.line,)),
            Cell(text=nr(*numbers).replace(" och ", ", "), refs=numbers),
        ),
        struck=bool(held.struck_by) and not hidden,
    )


def _in_groups(sha256: str) -> str:
    """Return the hash so that two people can read it against each other."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
