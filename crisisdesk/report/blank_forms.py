"""Blank forms to write on when the computer is no use (krisplan bilaga 1): with numbers, or without."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from crisisdesk.base.swedish import plural
from crisisdesk.features import lifecycle
from crisisdesk.features.forms.wording import named
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Plan
from crisisdesk.report.document import BlankForm, Block, Document
from crisisdesk.report.head import Head, ReportHead


def build_forms(state: State, head: Head, numbers: tuple[int, ...], *, printed_at: datetime) -> Document:
    """Return the forms with these numbers, one a page, for the incident. ValueError for no numbers."""
    life = state[lifecycle.FEATURE]
    return Document(
        title=life.name,
        subtitle=named(min(numbers), max(numbers)),
        organisation=state.plan.plan.organisation,
        exercise=life.exercise,
        own_number=life.own_number,
        dnr=life.registry_number,
        head_hash=head.hash,
        line_count=head.lines,
        fact_count=head.facts,
        plan_version=state.plan.plan.version,
        printed_at=printed_at,
        zone=state.zone,
        loose=True,
        blocks=tuple(_forms(state, numbers)),
    )


def _forms(state: State, numbers: Iterable[int]) -> Iterable[Block]:
    life = state[lifecycle.FEATURE]
    for number in numbers:
        yield BlankForm(
            number=number,
            code=f"{life.own_number}/B{number}",
            incident=f"{life.own_number} {life.name}",
            exercise=life.exercise,
        )


def build_unnumbered(plan: Plan, count: int, *, printed_at: datetime, zone: str) -> Document:
    """Return so many forms without an incident: whoever writes on one gives it its number."""
    return Document(
        title=plan.plan.title,
        subtitle=plural(count, "tom blankett", "tomma blanketter"),
        organisation=plan.plan.organisation,
        plan_version=plan.plan.version,
        printed_at=printed_at,
        zone=zone,
        loose=True,
        blocks=tuple(BlankForm() for _ in range(count)),
    )


def write_forms(
    state: State, numbers: tuple[int, ...], path: Path, *, printed_at: datetime, head: Head | None = None
) -> None:
    """Write the forms as PDF. WorldFault when the file cannot be written."""
    from crisisdesk.report.pdf import write_pdf

    write_pdf(build_forms(state, head or ReportHead(), numbers, printed_at=printed_at), path)


def write_unnumbered(plan: Plan, count: int, path: Path, *, printed_at: datetime, zone: str) -> None:
    """Write forms without numbers as PDF. WorldFault when the file cannot be written."""
    from crisisdesk.report.pdf import write_pdf

    write_pdf(build_unnumbered(plan, count, printed_at=printed_at, zone=zone), path)
