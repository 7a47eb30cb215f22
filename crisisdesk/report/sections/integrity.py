"""The integrity statement: the head of the chain at closing and now, how to verify it; lines to sign on."""

from crisisdesk.incident import milestones
from crisisdesk.report.document import (
    Block,
    Heading,
    KeyValues,
    Note,
    Pair,
    Paragraph,
    Signature,
    Signatures,
)
from crisisdesk.report.head import Head
from crisisdesk.report.source import Source, in_brackets

_HOW = (
    "Varje rad och detalj i händelsens fil är ett faktum. Varje faktum bär en kontrollsumma (SHA-256) över "
    "sig självt och summan före. Loggens huvud är den sista summan: ändras något tidigare blir den en annan."
)
_VERIFY = (
    "Kör kommandot crisisdesk verify med händelsens fil. Svaret ska visa samma antal rader, samma antal "
    "fakta och samma huvud som här, om inget har skrivits efter utskriften."
)


def blocks(source: Source, head: Head, closing: Head | None) -> tuple[Block, ...]:
    """Return the statement and the signature lines. `closing` is the head at closing, if it is known."""
    return (
        Heading(level=1, text="Äkthet", new_page=True),
        Paragraph(text=_HOW),
        *_closing(source, closing),
        Heading(level=2, text="Vid utskriften"),
        _head(head, source.stamp(source.printed_at), "Utskrivet"),
        Note(title="Så kontrollerar du", text=_VERIFY),
        Heading(level=2, text="Underskrifter"),
        Signatures(lines=_signatures(source)),
    )


def _closing(source: Source, closing: Head | None) -> list[Block]:
    if not source.life.closed:
        return [Paragraph(text="Händelsen är inte avslutad. Loggen kan få fler rader.", tone="strong")]
    number = milestones.closing_line(source.state)
    when = f"{source.stamp(source.life.closed_at)}{in_brackets(number)}"
    title = Heading(level=2, text="Vid avslutet")
    if closing is not None:
        return [title, _head(closing, when, "Avslutad")]
    facts = source.life.closing_seq
    pairs = (
        Pair(label="Avslutad", value=when, refs=(number,)),
        Pair(label="Avslutande faktum", value=f"nummer {facts}"),
    )
    return [title, KeyValues(pairs=pairs)]


def _head(head: Head, when: str, label: str) -> KeyValues:
    return KeyValues(
        pairs=(
            Pair(label=label, value=when),
            Pair(label="Loggens huvud", value=grouped(head.hash), strong=True),
            Pair(label="Rader i loggen", value=str(head.lines)),
            Pair(label="Fakta i filen", value=str(head.facts)),
        )
    )


def grouped(digest: str) -> str:
    """Return the whole hash in groups of eight, four to a row: it is compared by eye."""
    groups = [digest[i : i + 8] for i in range(0, len(digest), 8)]
    rows = [" ".join(groups[i : i + 4]) for i in range(0, len(groups), 4)]
    return "\n".join(rows)


def _signatures(source: Source) -> tuple[Signature, ...]:
    closing = source.life.closing if source.life.closed else None
    if closing is None:
        return (Signature(label="Ordförande"), Signature(label="Loggförare"))
    when = source.stamp(source.life.closed_at)
    return (
        Signature(label="Ordförande", sign=closing.chair, time=when),
        Signature(label="Loggförare", sign=closing.keeper, time=when),
    )
