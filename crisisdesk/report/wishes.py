"""What a wish for paper gives: a part of the report, some lines of the log, one decision, blank forms."""

from collections.abc import Callable
from datetime import datetime

from crisisdesk.base.errors import BadInput
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import decisions, meetings, prints
from crisisdesk.features.tasks.wording import owner_name
from crisisdesk.incident.state import State
from crisisdesk.report import incident
from crisisdesk.report.blank_forms import build_forms
from crisisdesk.report.document import Block, Document
from crisisdesk.report.head import Head
from crisisdesk.report.pictures import Read
from crisisdesk.report.sections import board, log, tasks
from crisisdesk.report.sections.meetings import minutes
from crisisdesk.report.source import Source, source_of

Before = Callable[[int], State]
"""Returns the incident as it stood before the fact with a seq."""


def build_wish(
    state: State,
    head: Head,
    wish: PrintWish,
    *,
    printed_at: datetime,
    before: Before,
    masked: bool = False,
    closing: Head | None = None,
    read: Read | None = None,
) -> Document:
    """Return the document of the wish. BadInput when it asks for something that is not there.

    `before` gives the incident as it stood before a fact: what was known when a decision was made. `read`
    gives the bytes of an attachment.
    """
    source = source_of(state, printed_at, masked=masked)
    if wish.part == "decision":
        return _decision(source, head, wish, before)
    if wish.part == "forms":
        if not wish.lines:
            raise BadInput("Säg vilka blanketter som ska skrivas ut.")
        return build_forms(state, head, wish.lines, printed_at=printed_at)
    if wish.part == "log_since":
        return _since(source, head)
    piece = _piece(source, wish)
    if piece is not None:
        return incident.document(source, head, subtitle=piece[0], blocks=piece[1])
    return incident.build(
        state,
        head,
        printed_at=printed_at,
        parts=(wish.part,) if wish.part else None,
        masked=masked,
        closing=closing,
        sheets_before=0 if wish.part == "log" else -1,
        read=read,
    )


def _piece(source: Source, wish: PrintWish) -> tuple[str, tuple[Block, ...]] | None:
    """Return what a part of a part is called, and its blocks; None when the whole part is wished for."""
    if wish.part == "log" and wish.lines:
        return wish.title or "Ur loggen", _lines(source, wish)
    if wish.part == "meetings" and wish.number:
        held = source.state[meetings.FEATURE].meetings.get(wish.number)
        if held is None:
            raise BadInput(f"Det finns inget möte {wish.number}.")
        return f"Protokoll, möte {wish.number}", tuple(minutes(source, held))
    if wish.part == "boards" and wish.number:
        found = board.only(source, wish.number)
        if not found:
            raise BadInput(f"Det finns ingen lägesbild {wish.number}.")
        return f"Lägesbild {wish.number}", found
    if wish.part == "tasks" and wish.title:
        return f"Uppgifter för {owner_name(source.plan, wish.title)}", tasks.of_owner(source, wish.title)
    return None


def _lines(source: Source, wish: PrintWish) -> tuple[Block, ...]:
    try:
        return log.chosen(source, wish.lines, title=wish.title or "Ur loggen")
    except LookupError as missing:
        raise BadInput(f"Det finns ingen rad {missing} i loggen.") from None


def _decision(source: Source, head: Head, wish: PrintWish, before: Before) -> Document:
    found = source.state[decisions.FEATURE].decisions.get(wish.number)
    if found is None:
        raise BadInput(f"Det finns inget beslut {wish.number}.")
    return incident.build_known(
        source.state,
        before(source.line(found.number).seq),
        head,
        decision=wish.number,
        printed_at=source.printed_at,
        masked=source.masked,
    )


def _since(source: Source, head: Head) -> Document:
    """Return what is not on paper yet; its sheets are numbered after those that are."""
    printed = source.state[prints.FEATURE]
    return incident.document(
        source,
        head,
        subtitle="Loggen, fortsättning" if printed.line else "Loggen",
        blocks=log.since(source, printed.line, printed.sheets),
        sheets_before=printed.sheets,
    )
