"""Two boards side by side: equal cards aligned, what is new, changed and gone, words that differ. No Qt."""

from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from typing import Final

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.base.times import parse_moment
from crisisdesk.features import board
from crisisdesk.features.board.state import Pinned, difference
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.board_rows import (
    BoardRows,
    CardRow,
    Change,
    Picture,
    Signal,
    TagRow,
    board_rows,
    picture_rows,
)
from crisisdesk.incident.state import State
from crisisdesk.ui.screens.board.past_rows import board_at, moment_at, track

Spans = tuple[tuple[int, int], ...]
"""Where in a text words differ: from, to."""

NOW: Final = "now"
AT: Final = "at"
CHANGE_LOOKS: Final[dict[Change, tuple[str, str, Signal]]] = {
    "": ("", "", "neutral"),
    "new": ("ny", "plus", "ok"),
    "changed": ("ändrad", "pencil", "accent"),
    "gone": ("borta", "strikethrough", "alarm"),
}
"""Word, icon and signal of each change."""


class Choice(Record, kw_only=True):
    """A board that can be chosen: `now`, `frozen:3`, or `at` for any minute."""

    key: str
    words: str


class Side(Record, kw_only=True):
    """A card on one side: its text, its quiet text and its tags, with the words that the other side has
    otherwise. `own_tags` are those that the other side does not have.
    """

    text: str
    meta: str
    tags: tuple[TagRow, ...] = ()
    text_spans: Spans = ()
    meta_spans: Spans = ()
    own_tags: tuple[TagRow, ...] = ()


class PairRow(Record, kw_only=True):
    """A column's head (`card` 0) or a card on both sides (None: it does not hang there)."""

    key: str
    card: int = 0
    title: str = ""
    icon: str = ""
    change: Change = ""
    left: Side | None = None
    right: Side | None = None
    spoken: str = ""


class Compared(Record, kw_only=True):
    """Two boards: what each is called, how they differ in words, and the rows."""

    left: str
    right: str
    counted: str
    rows: tuple[PairRow, ...]
    differ: int


class _Board(Record, kw_only=True):
    words: str
    cards: tuple[Pinned, ...]
    rows: BoardRows


def choices(state: State, now: datetime) -> tuple[Choice, ...]:
    """Return what can be compared: the board now, the frozen ones from the newest, any minute."""
    frozen = (
        Choice(
            key=f"frozen:{one.number}",
            words=f"Nr {f'{one.number} {one.name}'.strip()}, {swedish.near(one.at, state.zone, now)}",
        )
        for one in reversed(state[board.FEATURE].frozen)
    )
    return (Choice(key=NOW, words="Tavlan nu"), *frozen, Choice(key=AT, words="En annan tid"))


def read_minute(state: State, past: BoardPast, text: str, now: datetime) -> str:
    """Return the key of a minute as people write it, "" when the text is no time that has been."""
    at = parse_moment(text, now, state.zone, future=False)
    if at is None:
        return ""
    return f"{AT}:{track(state, past, now).held(at).isoformat()}"


def compared(
    state: State, past: BoardPast, left: str, right: str, now: datetime, *, all_cards: bool = True
) -> Compared | None:
    """Return the boards of the two keys beside each other, None when one of them is not there.

    `past` follows the state. Without `all_cards` the cards that are the same are left out.
    """
    before, after = _board(state, past, left, now), _board(state, past, right, now)
    if before is None or after is None:
        return None
    found = difference(before.cards, after.cards)
    counts = {"new": len(found.new), "changed": len(found.changed), "gone": len(found.gone)}
    return Compared(
        left=before.words,
        right=after.words,
        counted=_counted(counts),
        rows=tuple(_rows(before, after, found.new, found.changed, all_cards=all_cards)),
        differ=sum(counts.values()),
    )


def _board(state: State, past: BoardPast, key: str, now: datetime) -> _Board | None:
    kind, _, rest = key.partition(":")
    found = state[board.FEATURE]
    if kind == NOW:
        return _Board(words="Tavlan nu", cards=found.pinned(), rows=board_rows(state, now))
    if kind == "frozen":
        number = int(rest) if rest.isdecimal() else 0
        if not 0 < number <= len(found.frozen):
            return None
        one = found.frozen[number - 1]
        words = f"Lägesbild {f'{number} {one.name}'.strip()}, {swedish.near(one.at, state.zone, now)}"
        return _pictured(state, one.cards, one.at, words, now)
    if kind != AT or not rest:
        return None
    moment = moment_at(state, datetime.fromisoformat(rest), now)
    return _pictured(state, board_at(past, moment).pinned(), moment.at, f"Tavlan {moment.words}", now)


def _pictured(state: State, cards: tuple[Pinned, ...], at: datetime, words: str, now: datetime) -> _Board:
    picture = Picture(cards=cards, changes=difference(cards, cards), worst="", likely="", at=at, words=words)
    return _Board(words=words, cards=cards, rows=picture_rows(state, picture, now))


def _counted(counts: dict[str, int]) -> str:
    parts = (
        swedish.plural(counts["new"], "ny", "nya") if counts["new"] else "",
        swedish.plural(counts["changed"], "ändrad", "ändrade") if counts["changed"] else "",
        f"{counts['gone']} borta" if counts["gone"] else "",
    )
    return swedish.listed([part for part in parts if part]) or "Ingen skillnad"


def _rows(
    before: _Board, after: _Board, new: frozenset[int], changed: frozenset[int], *, all_cards: bool
) -> Iterator[PairRow]:
    old = {c.card: c for column in before.rows.columns for c in column.cards}
    now = {c.card: c for column in after.rows.columns for c in column.cards}
    titles = {c.card: column.title for column in before.rows.columns for c in column.cards}
    for was, column in zip(before.rows.columns, after.rows.columns, strict=True):
        pairs: list[PairRow] = []
        for number in _merged([c.card for c in was.cards if c.card not in now], was.cards, column.cards):
            change = _change(number, now, new, changed)
            if change or all_cards:
                moved = titles.get(number, column.title) if change == "changed" else column.title
                from_column = "" if moved == column.title else moved
                pairs.append(_pair(old.get(number), now.get(number), change, from_column))
        if pairs:
            title = f"{column.title}: {len(pairs)}"
            yield PairRow(key=f"column:{column.id}", title=column.title, icon=column.icon, spoken=title)
            yield from pairs


def _merged(gone: list[int], was: tuple[CardRow, ...], now: tuple[CardRow, ...]) -> list[int]:
    """Return the cards in the order of now, what is gone after the card that it hung under."""
    order = [card.card for card in now]
    left_out = set(gone)
    last = -1
    for card in was:
        if card.card in left_out:
            last += 1
            order.insert(last, card.card)
        elif card.card in order:
            last = order.index(card.card)
    return order


def _change(number: int, now: dict[int, CardRow], new: frozenset[int], changed: frozenset[int]) -> Change:
    if number not in now:
        return "gone"
    return "new" if number in new else "changed" if number in changed else ""


def _pair(old: CardRow | None, now: CardRow | None, change: Change, from_column: str) -> PairRow:
    left = _side(old, from_column) if old is not None else None
    right = _side(now, "") if now is not None else None
    if change == "changed" and left is not None and right is not None:
        left, right = _differing(left, right)
    word = CHANGE_LOOKS[change][0] or "lika"
    card = now or old
    number = card.card if card is not None else 0
    said = (word, _said("förut", left), _said("nu", right)) if change == "changed" else (
        word, _said("", right or left),
    )  # fmt: skip
    return PairRow(
        key=f"card:{number}",
        card=number,
        change=change,
        left=left,
        right=right,
        spoken=". ".join(part for part in said if part),
    )


def _said(when: str, side: Side | None) -> str:
    if side is None:
        return ""
    words = ", ".join(part for part in (side.text, side.meta, *(tag.word for tag in side.tags)) if part)
    return f"{when}: {words}" if when else words


def _side(card: CardRow, from_column: str) -> Side:
    where = f"i {from_column}" if from_column else ""
    words = (where, card.meta, card.late, card.note, card.answer)
    return Side(text=card.text, meta=" · ".join(word for word in words if word), tags=card.tags)


def _differing(left: Side, right: Side) -> tuple[Side, Side]:
    text = differing_words(left.text, right.text)
    meta = differing_words(left.meta, right.meta)
    return (
        _marked(left, text[0], meta[0], right),
        _marked(right, text[1], meta[1], left),
    )


def _marked(side: Side, text: Spans, meta: Spans, other: Side) -> Side:
    own = tuple(tag for tag in side.tags if tag not in other.tags)
    return Side(
        text=side.text, meta=side.meta, tags=side.tags, text_spans=text, meta_spans=meta, own_tags=own
    )


def differing_words(before: str, after: str) -> tuple[Spans, Spans]:
    """Return where in each text stand words that the other does not have there."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [w for w, _ in old], [w for w, _ in new], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple(_spans(old, [(start, end) for _, start, end, _, _ in steps])),
        tuple(_spans(new, [(start, end) for _, _, _, start, end in steps])),
    )


def _words(text: str) -> list[tuple[str, int]]:
    """Return each word with where it begins."""
    found: list[tuple[str, int]] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        found.append((word, at))
        at += len(word)
    return found


def _spans(words: list[tuple[str, int]], runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the runs of words stand, without the points that part them."""
    for first, after in runs:
        said = [n for n in range(first, after) if words[n][0] != "·"]
        if said:
            last, at = words[said[-1]]
            yield words[said[0]][1], at + len(last)
