"""Every frozen lägesbild, with what was new, changed and gone since the one before, and the uncertainties."""

from collections.abc import Mapping
from typing import Literal

from crisisdesk.base import certainty, swedish
from crisisdesk.features import board
from crisisdesk.features.board.state import Card, Difference, Frozen, Pinned, difference
from crisisdesk.features.board.wording import LINK_WORDS, RESOURCE_WORDS, SUFFICES_WORDS
from crisisdesk.incident import board_looks, board_rows
from crisisdesk.kernel.fact import LineKind
from crisisdesk.plan.content import Column as PlanColumn
from crisisdesk.plan.content import ColumnPurpose
from crisisdesk.report.document import (
    Block,
    Board,
    BoardCard,
    BoardColumn,
    Cell,
    Column,
    Columns,
    Heading,
    Paragraph,
    Row,
    Signal,
    Table,
    Tag,
    TextColumn,
)
from crisisdesk.report.sections import board_history
from crisisdesk.report.source import Source, capital, in_brackets, joined, nr, secret_tag

_KINDS: dict[ColumnPurpose, LineKind] = {
    "event": "note",
    "consequence": "ass",
    "uncertainty": "unc",
    "resource": "task",
    "plain": "sys",
}

_LONGEST = 48  # letters of a card's text where it is named

UNCHANGED = Difference(frozenset(), frozenset(), ())
"""Nothing new, changed or gone."""


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the frozen boards and the uncertainties, nothing when the plan has no board."""
    state = source.state[board.FEATURE]
    if not source.plan.columns or not (state.cards or state.frozen or state.forecasts):
        return ()
    found: list[Block] = [Heading(level=1, text="Lägesbilder", new_page=True)]
    before: tuple[Pinned, ...] = ()
    for frozen in state.frozen:
        found += _frozen(source, frozen, before)
        before = frozen.cards
    if not state.frozen:
        found.append(Paragraph(text="Ingen lägesbild är fryst. Så här ser tavlan ut nu."))
        texts = (
            _forecast_text(source, state.forecast.get(which, ""), state.forecast_secrecy.get(which, ""))
            for which in ("worst", "likely")
        )
        found += [*forecast_blocks(*texts), board_block(source, state.pinned())]
    return (*found, *_uncertainties(source), *board_history.blocks(source))


def only(source: Source, number: int) -> tuple[Block, ...]:
    """Return frozen board `number` alone, nothing when there is none."""
    frozen = source.state[board.FEATURE].frozen
    if not 0 < number <= len(frozen):
        return ()
    before = frozen[number - 2].cards if number > 1 else ()
    return tuple(_frozen(source, frozen[number - 1], before))


def title_of(frozen: Frozen) -> str:
    """Return `Lägesbild 2`, with its name when it has one."""
    return joined((f"Lägesbild {frozen.number}", frozen.name), ": ")


def line_of(source: Source, frozen: Frozen) -> int:
    """Return the line that tells of the freezing: its own, or that of the meeting point that led to it."""
    told = source.state.timeline.about.get(f"board:{frozen.number}", [])
    return frozen.line or (told[0] if told else 0)


def _frozen(source: Source, frozen: Frozen, before: tuple[Pinned, ...]) -> list[Block]:
    first = not before
    changes = UNCHANGED if first else difference(before, frozen.cards)
    line = line_of(source, frozen)
    meeting = f"Möte {frozen.meeting}" if frozen.meeting else ""
    when = f"Fryst {source.clock(frozen.at)}{in_brackets(line)}"
    said = swedish.sentence(joined((when, meeting, "" if first else _counted(changes)), ". "))
    found: list[Block] = [
        Heading(level=2, text=title_of(frozen)),
        Paragraph(text=said, tone="quiet", refs=(line,) if line else ()),
    ]
    worst = _forecast_text(source, frozen.worst, frozen.worst_secrecy)
    likely = _forecast_text(source, frozen.likely, frozen.likely_secrecy)
    named = _named_changes(source, changes, frozen.cards)
    return [*found, *forecast_blocks(worst, likely), *named, board_block(source, frozen.cards, changes)]


def _forecast_text(source: Source, text: str, provision: str) -> str:
    """Return the text, or what it is secret by in a masked copy."""
    mark = source.hidden(provision)
    return f"Sekretess {mark}" if mark and text else text


def _named_changes(source: Source, changes: Difference, cards: tuple[Pinned, ...]) -> list[Block]:
    """Return what was new, changed and gone, by name, for who reads the report aloud."""
    named = (
        ("Nytt", [p for p in cards if p.card in changes.new]),
        ("Ändrat", [p for p in cards if p.card in changes.changed]),
        ("Borta", list(changes.gone)),
    )
    said = [
        f"{word}: {swedish.listed([_name(source, p) for p in pinned])}." for word, pinned in named if pinned
    ]
    return [Paragraph(text=" ".join(said), tone="quiet")] if said else []


def _name(source: Source, pinned: Pinned) -> str:
    mark = source.hidden(source.mark("card", pinned.card))
    if mark:
        return f"ett kort (sekretess {mark})"
    first = pinned.content.text.strip().splitlines()[0].rstrip(".")
    return f"«{first if len(first) <= _LONGEST else first[: _LONGEST - 1].rstrip() + '…'}»"


def _counted(changes: Difference) -> str:
    counts = {"nya": len(changes.new), "ändrade": len(changes.changed), "borta": len(changes.gone)}
    said = swedish.listed([f"{count} {word}" for word, count in counts.items() if count])
    return f"Sedan förra: {said or 'inget nytt'}"


def forecast_blocks(worst: str, likely: str) -> list[Block]:
    """Return the strip of the forecast, nothing when there is none."""
    if not worst and not likely:
        return []
    return [
        Columns(
            columns=(
                TextColumn(title="Farligast", text=worst or "–", signal="alarm"),
                TextColumn(title="Troligast", text=likely or "–", signal="accent"),
            )
        )
    ]


def board_block(source: Source, cards: tuple[Pinned, ...], changes: Difference = UNCHANGED) -> Board:
    """Return the cards as a board in the plan's columns, with what changed marked."""
    return Board(columns=tuple(_column(source, column, cards, changes) for column in source.plan.columns))


def _column(
    source: Source, column: PlanColumn, cards: tuple[Pinned, ...], changes: Difference
) -> BoardColumn:
    here = [_card(source, p, _change(p, changes)) for p in cards if p.column == column.id]
    gone = [_card(source, p, "gone") for p in changes.gone if p.column == column.id]
    return BoardColumn(
        title=column.title, cards=(*here, *gone), icon=column.icon, kind=_KINDS[column.purpose]
    )


def _change(pinned: Pinned, changes: Difference) -> Literal["", "new", "changed"]:
    if pinned.card in changes.new:
        return "new"
    return "changed" if pinned.card in changes.changed else ""


def _card(source: Source, pinned: Pinned, change: Literal["", "new", "changed", "gone"]) -> BoardCard:
    content = pinned.content
    hidden = source.hidden(source.mark("card", pinned.card))
    if hidden:
        return BoardCard(text="", masked=hidden, change=change)
    number = f"{pinned.uncertainty}. " if pinned.uncertainty else ""
    answer = pinned.answer
    after = f"\nSvar {source.clock(answer.at)}: {answer.text}" if answer is not None else ""
    gone = change == "gone"
    return BoardCard(
        text=f"{number}{content.text}{after}",
        meta=_meta(source, pinned),
        tags=_tags(source, pinned),
        change=change,
        struck=gone,
        after=_struck(source.state[board.FEATURE].cards[pinned.card]) if gone else "",
    )


def _struck(card: Card) -> str:
    return f"Struket: {card.struck_because}" if card.struck_because else ""


def _meta(source: Source, pinned: Pinned) -> str:
    content = pinned.content
    changed = f", ändrat {source.clock(pinned.changed_at)}" if pinned.changed_at > pinned.said_at else ""
    return joined(
        (
            f"{source.clock(pinned.said_at)}{changed}",
            content.source,
            board_rows.against(pinned),
            *(_linked(ref) for ref in pinned.links),
            f"ägare {content.owner}" if content.owner else "",
            f"behövs senast {source.clock(content.needed_by)}" if content.needed_by is not None else "",
        ),
        " · ",
    )


def _linked(ref: str) -> str:
    kind, _, number = ref.partition(":")
    return f"{LINK_WORDS[kind]} {number}"


def _tags(source: Source, pinned: Pinned) -> tuple[Tag, ...]:
    content = pinned.content
    until = f" {source.near(content.until, pinned.changed_at)}" if content.until is not None else ""
    found = [
        secret_tag(source.mark("card", pinned.card)),
        _tag(certainty.LOOKS, certainty.WORDS, content.certainty),
        _tag(board_looks.RESOURCE, RESOURCE_WORDS, content.resource, until),
        _tag(board_looks.SUFFICES, SUFFICES_WORDS, content.suffices),
    ]
    return tuple(tag for tag in found if tag is not None)


def _tag(
    looks: Mapping[str, tuple[str, board_looks.Signal]], words: dict[str, str], value: str, more: str = ""
) -> Tag | None:
    look = looks.get(value)
    if look is None:
        return None
    signal: Signal = "plain" if look[1] == "neutral" else look[1]
    return Tag(text=capital(words[value]) + more, icon=look[0], signal=signal)


def _uncertainties(source: Source) -> list[Block]:
    state = source.state[board.FEATURE]
    cards = [state.cards[card] for card in state.uncertainties.values()]
    if not cards:
        return []
    columns = (
        Column(title="Nr", mm=9),
        Column(title="Oklarhet", share=1.2),
        Column(title="Ägare", mm=32),
        Column(title="Behövs senast", mm=20),
        Column(title="Svar", share=1.2),
        Column(title="Logg", mm=17),
    )
    rows = tuple(_uncertainty(source, card) for card in cards)
    return [Heading(level=2, text="Oklarheter"), Table(columns=columns, rows=rows)]


def _uncertainty(source: Source, card: Card) -> Row:
    content = card.content
    mark = source.mark("card", card.card)
    hidden = bool(source.hidden(mark))
    lines = tuple(n for n in (card.number, card.answer.line if card.answer else 0) if n)
    return Row(
        cells=(
            Cell(text=str(card.uncertainty), tone="strong"),
            source.text(content.text, mark, f"Kom {source.clock(card.added_at)}"),
            "" if hidden else content.owner,
            source.clock(content.needed_by),
            Cell(masked=mark) if hidden and card.answer else _answer(source, card),
            Cell(text=nr(*lines).replace(" och ", ", "), refs=lines),
        ),
        struck=card.struck and not hidden,
    )


def _answer(source: Source, card: Card) -> Cell:
    answer = card.answer
    if answer is None:
        return Cell(tag=Tag(text="Obesvarad", icon="circle-question-mark", signal="alarm"))
    late = card.needed_by is not None and answer.at > card.needed_by
    after = swedish.duration(answer.at - card.added_at)
    return Cell(
        text=answer.text,
        secondary=joined((source.clock(answer.at), f"efter {after}", "för sent" if late else ""), " · "),
    )
