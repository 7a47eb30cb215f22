"""The report of an incident: the whole of it, or any part alone, at any time."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from crisisdesk.base.errors import BadInput
from crisisdesk.base.record import Record
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State
from crisisdesk.report.document import Block, Cover, Document
from crisisdesk.report.head import Head
from crisisdesk.report.pictures import Read
from crisisdesk.report.sections import (
    attachments,
    board,
    calls,
    checklists,
    course,
    cover,
    decisions,
    evaluation,
    information,
    intake,
    integrity,
    log,
    meetings,
    paper,
    people,
    sketches,
    summary,
    tasks,
)
from crisisdesk.report.source import Source, source_of

MASKED = "Maskerad kopia"


class Part(Record, kw_only=True):
    """A part that can be printed alone: its id, its Swedish name, what it prints (nothing when absent)."""

    id: str
    title: str
    blocks: Callable[[Source], tuple[Block, ...]]


PARTS: tuple[Part, ...] = (
    Part(id="summary", title="Sammanfattning", blocks=summary.blocks),
    Part(id="course", title="Händelseförlopp", blocks=course.blocks),
    Part(id="decisions", title="Beslut", blocks=decisions.blocks),
    Part(id="checklists", title="Checklistor", blocks=checklists.blocks),
    Part(id="sheet", title="Faktablad", blocks=intake.blocks),
    Part(id="cards", title="Rollkort och åtgärdskort", blocks=checklists.cards),
    Part(id="boards", title="Lägesbilder", blocks=board.blocks),
    Part(id="sketches", title="Skisser", blocks=sketches.blocks),
    Part(id="meetings", title="Möten", blocks=meetings.blocks),
    Part(id="calls", title="Larmlista", blocks=calls.blocks),
    Part(id="people", title="Funktioner", blocks=people.blocks),
    Part(id="information", title="Information", blocks=information.blocks),
    Part(id="tasks", title="Uppgifter", blocks=tasks.blocks),
    Part(id="paper", title="Blanketter", blocks=paper.blocks),
    Part(id="evaluation", title="Utvärdering", blocks=evaluation.blocks),
    Part(id="attachments", title="Bilagor", blocks=attachments.blocks),
    Part(id="log", title="Loggen", blocks=log.blocks),
)
"""The parts in the order they are printed. The integrity statement follows every one of them."""


def build(
    state: State,
    head: Head,
    *,
    printed_at: datetime,
    parts: tuple[str, ...] | None = None,
    masked: bool = False,
    closing: Head | None = None,
    sheets_before: int = -1,
    read: Read | None = None,
) -> Document:
    """Return the report as data; `parts` (ids of PARTS) prints those alone, without a cover.

    `masked` covers what is marked secret: it is not in the document at all. `closing` is the head at the
    closing of the incident, where whoever prints knows it. `read` gives the bytes of an attachment: without
    it no picture is printed. BadInput when there is no such part.
    """
    source = source_of(state, printed_at, masked=masked, read=read)
    chosen = _chosen(parts)
    blocks = tuple(block for part in chosen for block in part.blocks(source))
    whole = parts is None
    return document(
        source,
        head,
        subtitle=cover.title(source) if whole else ", ".join(part.title for part in chosen),
        cover=cover.cover(source) if whole else None,
        blocks=(*blocks, *integrity.blocks(source, head, closing)),
        sheets_before=sheets_before,
    )


def build_known(
    state: State, then: State, head: Head, *, decision: int, printed_at: datetime, masked: bool = False
) -> Document:
    """Return a decision with what was known when it was made; `then` is the incident just before it.

    KeyError when there is no such decision.
    """
    source = source_of(state, printed_at, masked=masked)
    # What is secret now is covered in what was known then, too.
    known = covered_state(then, state.marks) if masked else then
    blocks = decisions.known(source, known, decision)
    return document(source, head, subtitle=f"Beslut {decision} och vad som var känt", blocks=blocks)


def document(
    source: Source,
    head: Head,
    *,
    subtitle: str,
    blocks: tuple[Block, ...],
    cover: Cover | None = None,
    sheets_before: int = -1,
) -> Document:
    """Return the blocks as a document of the incident; `sheets_before` as in Document."""
    life, plan = source.life, source.plan.plan
    return Document(
        title=life.name,
        subtitle=subtitle,
        organisation=plan.organisation,
        exercise=life.exercise,
        own_number=life.own_number,
        dnr=life.registry_number,
        head_hash=head.hash,
        line_count=head.lines,
        fact_count=head.facts,
        plan_version=plan.version,
        printed_at=source.printed_at,
        zone=source.state.zone,
        mark=MASKED if source.masked else "",
        cover=cover,
        contents=cover is not None,
        sheets_before=sheets_before,
        blocks=blocks,
    )


def _chosen(parts: tuple[str, ...] | None) -> list[Part]:
    known = {part.id: part for part in PARTS}
    unknown = [name for name in parts or () if name not in known]
    if unknown:
        raise BadInput(f"Rapporten har ingen del {unknown[0]}. Välj bland {', '.join(known)}.")
    return [part for part in PARTS if parts is None or part.id in parts]


def write_report(
    state: State,
    head: Head,
    path: Path,
    *,
    printed_at: datetime,
    parts: tuple[str, ...] | None = None,
    masked: bool = False,
    closing: Head | None = None,
) -> None:
    """Write the report as PDF to the path, as `build` makes it. WorldFault when it cannot be written."""
    # The PDF writer costs a tenth of a second to import: only when something is printed.
    from crisisdesk.report.pdf import write_pdf

    write_pdf(
        build(state, head, printed_at=printed_at, parts=parts, masked=masked, closing=closing),
        path,
    )
