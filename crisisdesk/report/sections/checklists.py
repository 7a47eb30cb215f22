"""The plan's steps by phase with signs and times, and the role and action cards that were used."""

from typing import Literal

from crisisdesk.features import checklists, decisions
from crisisdesk.features.checklists.state import ChecklistState, Mark
from crisisdesk.incident import queries
from crisisdesk.plan.content import Card, Item, ListKind, Phase, Step
from crisisdesk.report.document import Block, Checklist, CheckRow, Heading, Paragraph
from crisisdesk.report.source import Source, joined

_KINDS: dict[ListKind, str] = {"role_card": "Rollkort", "action_card": "Åtgärdskort", "room": "Rum"}


def blocks(source: Source) -> tuple[Block, ...]:
    """Return each phase of steps as a checklist, nothing when the plan has none."""
    phases = [phase for phase in source.plan.phases if phase.kind == "steps" and phase.steps]
    if not phases:
        return ()
    found: list[Block] = [Heading(level=1, text="Checklistor", new_page=True)]
    for phase in phases:
        found += _phase(source, phase)
    return tuple(found)


def _phase(source: Source, phase: Phase) -> list[Block]:
    progress = queries.progress(source.state, phase)
    return [
        Heading(level=2, text=phase.title, number=phase.number),
        Paragraph(text=f"{progress.done} av {progress.total} klara", tone="quiet"),
        Checklist(rows=tuple(_rows(source, phase))),
    ]


def _rows(source: Source, phase: Phase) -> list[CheckRow]:
    groups = {group.id: group for group in phase.groups}
    found: list[CheckRow] = []
    last = ""
    for step in phase.steps:
        if step.group and step.group != last:
            group = groups[step.group]
            found.append(CheckRow(number=group.number, text=group.text, group=True))
        last = step.group
        found.append(_step(source, step))
    return found


def _step(source: Source, step: Step) -> CheckRow:
    mark = source.state[checklists.FEATURE].mark(step.id)
    return check(source, step.number, step.text, mark, step.responsible, indent=1 if step.group else 0)


def check(
    source: Source, number: str, text: str, mark: Mark | None, responsible: str = "", *, indent: int = 0
) -> CheckRow:
    """Return the row of a thing to tick, with its mark."""
    if mark is None:
        return CheckRow(number=number, text=text, responsible=responsible, indent=indent)
    state: Literal["done", "dropped"] = "done" if mark.kind == "signed" else "dropped"
    line = _line(source, mark)
    return CheckRow(
        number=number,
        text=text,
        responsible=responsible,
        state=state,
        time=source.clock(mark.at),
        sign=mark.done_by or mark.recorded_by,
        note=_note(mark, line),
        indent=indent,
        refs=(line,) if line else (),
    )


def _line(source: Source, mark: Mark) -> int:
    """Return the line that tells of the mark: its own, or that of the decision that settled it."""
    decision = source.state[decisions.FEATURE].decisions.get(mark.decision)
    return mark.number or (decision.number if decision is not None else 0)


def _note(mark: Mark, line: int) -> str:
    why = "Ej aktuellt" if mark.kind == "dropped" else ""
    by = f"beslut {mark.decision}" if mark.decision else ""
    said = joined((mark.text.rstrip("."), by), ", ")
    text = joined((why, said), ": ")
    return joined((text[:1].upper() + text[1:], f"nr {line}" if line else ""), ", ")


def cards(source: Source) -> tuple[Block, ...]:
    """Return the cards with something ticked, nothing when there are none."""
    marks = source.state[checklists.FEATURE].history
    used = [card for card in source.plan.cards if any(item.id in marks for item in card.walk())]
    if not used:
        return ()
    found: list[Block] = [Heading(level=1, text="Rollkort och åtgärdskort")]
    for card in used:
        found.append(Heading(level=2, text=f"{_KINDS[card.kind]}: {card.title}", number=card.number))
        found.append(Checklist(rows=tuple(_items(source, card)), responsible=False))
    return tuple(found)


def _items(source: Source, card: Card) -> list[CheckRow]:
    state = source.state[checklists.FEATURE]
    found: list[CheckRow] = []
    for top in card.items:
        found += _with_subitems(source, state, top, 0)
    return found


def _with_subitems(source: Source, state: ChecklistState, item: Item, indent: int) -> list[CheckRow]:
    row = check(source, item.number, item.text, state.mark(item.id), indent=indent)
    times = [source.clock(mark.at) for mark in state.history.get(item.id, ()) if mark.kind == "signed"]
    if item.repeats and len(times) > 1:
        row = CheckRow(
            number=row.number,
            text=row.text,
            state=row.state,
            time=row.time,
            sign=row.sign,
            note=f"{len(times)} gånger: {', '.join(times)}",
            indent=indent,
            refs=row.refs,
        )
    below = [found for sub in item.items for found in _with_subitems(source, state, sub, indent + 1)]
    return [row, *below]
