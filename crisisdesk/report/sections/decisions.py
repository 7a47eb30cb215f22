"""The decisions: a list of all, then each with its fields and what was known when it was made."""

from crisisdesk.base import swedish
from crisisdesk.features import board, decisions, tasks
from crisisdesk.features.decisions.state import Decision
from crisisdesk.features.decisions.wording import FIELD_WORDS, PROGRESS_WORDS
from crisisdesk.features.tasks.state import Task
from crisisdesk.features.tasks.wording import STANDING_WORDS
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.report.document import (
    Block,
    Cell,
    Column,
    Heading,
    KeyValues,
    LogTable,
    Pair,
    Row,
    Signal,
    Table,
    Tag,
)
from crisisdesk.report.sections import log
from crisisdesk.report.sections.board import board_block, forecast_blocks, line_of, title_of
from crisisdesk.report.source import Source, capital, in_brackets, joined, nr, secret_words

_STANDING: dict[str, tuple[str, Signal]] = {
    "open": ("circle", "warn"),
    "ongoing": ("play", "accent"),
    "done": ("check", "ok"),
    "revoked": ("ban", "alarm"),
    "replaced": ("strikethrough", "plain"),
}
_ALWAYS = ("reason", "follow_up_at")
"""Fields that are printed also when they are missing: their absence is what the reader must see."""

_MOST_TOLD = 120
"""How many letters of the last information stand with a decision."""


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the decisions, nothing when there are none."""
    every = list(source.state[decisions.FEATURE].decisions.values())
    if not every:
        return ()
    found: list[Block] = [Heading(level=1, text="Beslut", new_page=True), _overview(source, every)]
    for decision in every:
        found += _one(source, decision)
    return tuple(found)


def _overview(source: Source, every: list[Decision]) -> Table:
    columns = (
        Column(title="Nr", mm=9),
        Column(title="Tid", mm=13),
        Column(title="Beslut"),
        Column(title="Ansvarig", mm=34),
        Column(title="Uppföljning", mm=23),
        Column(title="Läge", mm=27),
    )
    return Table(columns=columns, rows=tuple(_row(source, decision) for decision in every))


def _row(source: Source, decision: Decision) -> Row:
    gone = decision.standing in ("revoked", "replaced")
    mark = source.mark("decision", decision.decision)
    shown = source.text(decision.text, mark, "Beslut att avvakta" if decision.waits else "")
    hidden = bool(source.hidden(mark))
    return Row(
        cells=(
            Cell(text=str(decision.decision), tone="strong"),
            source.clock(decision.at),
            shown,
            "" if hidden else decision.responsible,
            source.clock(decision.follow_up_at),
            Cell(tag=standing(decision)),
        ),
        struck=gone and not hidden,
    )


def standing(decision: Decision) -> Tag:
    """Return the tag of where the decision stands."""
    icon, signal = _STANDING[decision.standing]
    return Tag(text=capital(PROGRESS_WORDS[decision.standing]), icon=icon, signal=signal)


def known(source: Source, then: State, number: int) -> tuple[Block, ...]:
    """Return a decision with what was known: `then` is the incident as it stood just before it."""
    decision = source.state[decisions.FEATURE].decisions[number]
    found = _one(source, decision)
    hidden = source.hidden(source.mark("decision", number))
    return (
        tuple(found) if hidden or not source.plan.columns else (*found, *_board_then(source, then, decision))
    )


def _board_then(source: Source, then: State, decision: Decision) -> list[Block]:
    held = then[board.FEATURE]
    forecast = held.forecast
    title = Heading(level=2, text=f"Tavlan {source.clock(decision.at)}")
    return [
        title,
        *forecast_blocks(forecast.get("worst", ""), forecast.get("likely", "")),
        board_block(source, held.pinned()),
    ]


def _one(source: Source, decision: Decision) -> list[Block]:
    if source.hidden(source.mark("decision", decision.decision)):
        covered = LogTable(rows=lambda: (log.row(source, decision.number),), anchors=False)
        return [Heading(level=2, text=f"Beslut {decision.decision}"), covered]
    title = Heading(level=2, text=decision.text, number=f"Beslut {decision.decision}")
    return [title, KeyValues(pairs=(*_pairs(source, decision), *_known(source, decision)))]


def _pairs(source: Source, decision: Decision) -> list[Pair]:
    made = f"{source.clock(decision.at)}{in_brackets(decision.number)}, skrivet av {decision.recorded_by}"
    pairs = [Pair(label="Tid", value=made, refs=(decision.number,))]
    pairs += [Pair(label="Slag", value="beslut att avvakta")] if decision.waits else []
    pairs += _fields(source, decision)
    pairs += [Pair(label="Läge", value=_stands(source, decision))]
    if decision.missing:
        pairs.append(Pair(label="Saknas", value=swedish.listed([FIELD_WORDS[n] for n in decision.missing])))
    mark = source.mark("decision", decision.decision)
    if mark:
        pairs.append(Pair(label="Sekretess", value=mark, strong=True))
    return [*pairs, *_followed(source, decision)]


def _followed(source: Source, decision: Decision) -> list[Pair]:
    """Return what came of it: its tasks, and the lines that name it later."""
    ref = f"decision:{decision.decision}"
    given = source.state[tasks.FEATURE].from_source(ref)
    said = [f"{task.task}. {_task(source, task)}{in_brackets(task.number)}" for task in given]
    found = [Pair(label="Uppgifter", value="\n".join(said), refs=_numbers(given))] if said else []
    known = {decision.number, *_numbers(given)}
    later = tuple(n for n in source.state.timeline.about.get(ref, []) if n not in known)
    return [*found, *([Pair(label="Mer i loggen", value=nr(*later), refs=later)] if later else [])]


def _task(source: Source, task: Task) -> str:
    mark = source.mark("task", task.task)
    said = secret_words(mark) if source.hidden(mark) else task.text
    return f"{said}, {STANDING_WORDS[task.standing]}"


def _numbers(given: list[Task]) -> tuple[int, ...]:
    return tuple(task.number for task in given if task.number)


def _fields(source: Source, decision: Decision) -> list[Pair]:
    decider = joined((decision.decider, f"({decision.mandate})" if decision.mandate else ""))
    values = {
        "decider": decider,
        "reason": decision.reason,
        "options": decision.options,
        "uncertain": decision.uncertain,
        "affected": decision.affected,
        "responsible": decision.responsible,
        "follow_up_at": source.clock(decision.follow_up_at),
    }
    return [
        Pair(label=capital(FIELD_WORDS[name]), value=value)
        for name, value in values.items()
        if value or (name in _ALWAYS and name in decision.missing)
    ]


def _stands(source: Source, decision: Decision) -> str:
    """Return where it stands, and how it came there."""
    parts = [PROGRESS_WORDS[decision.standing]]
    if decision.replaced_by:
        parts.append(f"av beslut {decision.replaced_by}")
    why = decision.revoked_because or decision.progress_note
    last = decision.trail[-1] if decision.trail else None
    when = f", {source.clock(last[0])} {last[1]}" if last is not None else ""
    carried = ", fördes över vid avslutet" if _is_carried(source, decision) else ""
    return joined((joined(parts) + when + carried, f"({why})" if why else ""))


def _is_carried(source: Source, decision: Decision) -> bool:
    closing = source.life.closing if source.life.closed else None
    return closing is not None and f"decision:{decision.decision}" in closing.carries


def _known(source: Source, decision: Decision) -> list[Pair]:
    """Return what the group knew then: who was there, what was unclear, the board, the lines so far."""
    known = decision.known
    if known is None:
        return []
    pairs = [
        Pair(label="På plats då", value=swedish.listed(known.present) or "ingen hade anmält sig"),
        _unclear(source, known.open_uncertainties),
        _told_out(source, decision),
    ]
    pairs += [_board(source, decision)] if source.plan.columns else []
    pairs.append(Pair(label="Logg då", value=_so_far(decision.number - 1)))
    rests = [f"{_uncertainty(source, number)}{_open(source, number)}" for number in decision.rests_on]
    return [*pairs, Pair(label="Vilar på", value="\n".join(rests))] if rests else pairs


def _open(source: Source, number: int) -> str:
    card = source.state[board.FEATURE].uncertainty(number)
    return ", ännu obesvarad" if card is not None and card.unanswered else ""


def _unclear(source: Source, numbers: tuple[int, ...]) -> Pair:
    said = [_uncertainty(source, number) for number in numbers]
    return Pair(label="Oklart då", value="\n".join(said) or "inget på tavlan", refs=_lines(source, numbers))


def _told_out(source: Source, decision: Decision) -> Pair:
    """Return the last information that had gone out."""
    last = queries.last_out(source.state, decision.number)
    if not last:
        return Pair(label="Senast ut då", value="ingen information")
    mark, text = source.hidden_line(last), source.state.timeline.says(last).text
    said = secret_words(mark) if mark else swedish.in_one_line(text, _MOST_TOLD)
    at = source.near(source.line(last).happened_at, decision.at)
    return Pair(label="Senast ut då", value=f"{at} {said} (nr {last})", refs=(last,))


def _lines(source: Source, numbers: tuple[int, ...]) -> tuple[int, ...]:
    cards = (source.state[board.FEATURE].uncertainty(number) for number in numbers)
    return tuple(card.number for card in cards if card is not None)


def _uncertainty(source: Source, number: int) -> str:
    state = source.state[board.FEATURE]
    card = state.uncertainty(number)
    if card is None:
        return str(number)
    mark = source.mark("card", card.card)
    said = secret_words(mark) if source.hidden(mark) else card.content.text
    return f"{number}. {said}{in_brackets(card.number)}"


def _board(source: Source, decision: Decision) -> Pair:
    """Return the last board that was frozen before the decision."""
    before = [f for f in source.state[board.FEATURE].frozen if f.at <= decision.at]
    if not before:
        return Pair(label="Lägesbild då", value="ingen fryst ännu")
    last = before[-1]
    line = line_of(source, last)
    return Pair(
        label="Lägesbild då",
        value=f"{title_of(last)}, fryst {source.clock(last.at)}{in_brackets(line)}",
        refs=(line,) if line else (),
    )


def _so_far(last: int) -> str:
    return "inga rader" if last < 1 else "nr 1" if last == 1 else f"nr 1 till {last}"
