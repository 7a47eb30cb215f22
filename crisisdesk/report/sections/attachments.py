"""The attachments: what stood beside which line, the hash that tells a true copy, and the pictures."""

from collections.abc import Iterator

from crisisdesk.base.media import PDF
from crisisdesk.features import attachments
from crisisdesk.features.attachments.facts import FileAttached
from crisisdesk.features.attachments.state import Attachment
from crisisdesk.features.attachments.wording import described
from crisisdesk.incident import secrecy
from crisisdesk.report.document import Block, Cell, Column, Heading, Paragraph, Row, Table
from crisisdesk.report.pictures import HALF
from crisisdesk.report.sketch import Photo
from crisisdesk.report.source import Source, joined, nr, secret_words

_HOW = (
    "Bilagorna ligger i händelsens fil. De skrivs ut till en mapp med crisisdesk export. "
    "Kontrollsumman (SHA-256) visar att en fil är den som bifogades."
)


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the list of attachments and their pictures, nothing when there are none."""
    every = tuple(source.state[attachments.FEATURE].attachments.values())
    if not every:
        return ()
    listed = (Heading(level=1, text="Bilagor"), Paragraph(text=_HOW, tone="quiet"), _table(source, every))
    photos = tuple(_photos(source, every))
    title = (Heading(level=2, text="Bilder"),) if photos else ()
    return (*listed, *title, *photos)


def _photos(source: Source, every: tuple[Attachment, ...]) -> Iterator[Photo]:
    """Yield the pictures among them, of a PDF its first page; what is secret has none in a masked copy."""
    for held in every:
        fact = held.fact
        if source.pictures is None or source.hidden(_mark(source, fact)):
            continue
        found = source.pictures.of(fact.id, HALF)
        if found.picture or found.why:
            first = "Första sidan." if fact.media == PDF and found.picture else ""
            mark = secret_words(_mark(source, fact))
            text = joined((f"Till {nr(fact.line)}.", held.text, first, found.why, f"{mark}." if mark else ""))
            yield Photo(title=f"{fact.id} {fact.name}", text=text, picture=found.picture, refs=(fact.line,))


def _mark(source: Source, fact: FileAttached) -> str:
    return secrecy.of_ref(source.state, f"attachment:{fact.id}") or secrecy.of_line(source.state, fact.line)


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
    mark = _mark(source, fact)
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
