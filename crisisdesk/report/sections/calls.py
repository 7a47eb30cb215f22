"""The calls: who was reached, every attempt, who was never called. No telephone numbers."""

from crisisdesk.features import calls
from crisisdesk.features.calls.state import Call, CallState, persons_on_list, targets_of
from crisisdesk.features.calls.wording import OUTCOME_WORDS, name
from crisisdesk.incident import queries
from crisisdesk.report.document import Block, Cell, Column, Heading, Paragraph, Row, Signal, Table, Tag
from crisisdesk.report.source import Source, capital, joined, nr

_OUTCOMES: dict[calls.facts.CallOutcome, tuple[str, Signal]] = {
    "reached": ("check", "ok"),
    "coming": ("clock", "ok"),
    "message": ("message-square", "warn"),
    "no_answer": ("x", "alarm"),
}


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the calls, nothing when there were none and the plan has no call list."""
    state: CallState = source.state[calls.FEATURE]
    if not state.calls and source.plan.call_list is None:
        return ()
    title = source.plan.call_list.short if source.plan.call_list is not None else "Kontakter"
    return (
        Heading(level=1, text=title),
        *_counts(source),
        _attempts(source, state),
        *_never(source, state),
    )


def _counts(source: Source) -> list[Block]:
    if source.plan.call_list is None:
        return []
    found = queries.calls_progress(source.state)
    return [Paragraph(text=f"{found.done} av {found.total} på larmlistan nådda", tone="strong")]


def _attempts(source: Source, state: CallState) -> Table:
    columns = (
        Column(title="Tid", mm=14),
        Column(title="Sökt", share=1.2),
        Column(title="Utfall", mm=34),
        Column(title="Ersättare och anteckning", share=1.2),
        Column(title="Sign", mm=13),
        Column(title="Logg", mm=13),
    )
    rows: list[Row] = []
    for title, listed in (("På larmlistan", True), ("Utanför larmlistan", False)):
        found = [call for call in state.calls.values() if call.target.startswith("function:") == listed]
        if found:
            rows.append(Row(cells=(title,), group=True))
            rows += [_row(source, call) for call in found]
    return Table(columns=columns, rows=tuple(rows), empty="Inga samtal är noterade.")


def _row(source: Source, call: Call) -> Row:
    who = name(source.plan, call.target)
    person = call.person if call.person.casefold() != who.casefold() else ""
    deputy = f"Ersättare: {name(source.plan, call.deputy)}." if call.deputy else ""
    hidden = source.hidden_line(call.number)
    note = Cell(masked=hidden) if hidden else Cell(text=joined((deputy, call.note)), after=_withdrawn(call))
    cells = (
        source.clock(call.at),
        Cell(text=who, secondary=person),
        Cell(tag=_outcome(source, call)),
        note,
        call.recorded_by,
        Cell(text=nr(call.number), refs=(call.number,) if call.number else ()),
    )
    return Row(cells=cells, struck=not call.stands)


def _outcome(source: Source, call: Call) -> Tag:
    icon, signal = _OUTCOMES[call.outcome]
    word = capital(OUTCOME_WORDS[call.outcome])
    return Tag(text=joined((word, source.clock(call.coming_at))), icon=icon, signal=signal)


def _withdrawn(call: Call) -> str:
    return f"Återtaget: {call.withdrawn}" if call.withdrawn else ""


def _never(source: Source, state: CallState) -> list[Block]:
    """Return who on the call list was never called: counted by person, not by function."""
    if source.plan.call_list is None:
        return []
    everyone = persons_on_list(source.plan)
    called = {p for p in everyone if any(state.latest(t) for t in targets_of(source.plan, p))}
    missing = [person for person in everyone if person not in called]
    return [Paragraph(text=f"Inte sökta: {', '.join(missing)}.")] if missing else []
