"""The board as ready rows: forecast, columns of cards with their tags, frozen pictures."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Literal

from crisisdesk.base import certainty, swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, lifecycle
from crisisdesk.features.board.facts import Content, Which
from crisisdesk.features.board.state import BoardState, Difference, Frozen, Pinned, difference
from crisisdesk.features.board.wording import LINK_WORDS, RESOURCE_WORDS, SUFFICES_WORDS
from crisisdesk.incident import board_looks
from crisisdesk.incident.board_looks import Signal
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Column, ColumnPurpose

Change = Literal["", "new", "changed", "gone"]
CHANGE_WORDS: dict[Change, str] = {"": "", "new": "ny", "changed": "ändrad", "gone": "borta"}

_NO_CHANGE = Difference(frozenset(), frozenset(), ())


class TagRow(Record, kw_only=True):
    """A state: word, icon, the signal that colours it."""

    word: str
    icon: str
    signal: Signal


class CardRow(Record, kw_only=True):
    """A card, ready to be shown.

    `meta` is time, source or owner in quiet text, `late` stands after it in red, `note` under the tags.
    `content` is what a form starts from, `line` where the log tells of the card, `became` the card that an
    answer led to (0: none), `versions` how often it has been written.
    """

    card: int
    column: str
    purpose: ColumnPurpose
    text: str
    meta: str = ""
    late: str = ""
    tags: tuple[TagRow, ...] = ()
    note: str = ""
    answer: str = ""
    uncertainty: int = 0
    change: Change = ""
    struck: bool = False
    content: Content
    line: int = 0
    became: int = 0
    by_line: int = 0
    by_card: int = 0
    links: tuple[str, ...] = ()
    versions: int = 1
    spoken: str = ""


class ColumnRow(Record, kw_only=True):
    """A column with its cards in order. `hint` says what belongs in it."""

    id: str
    title: str
    icon: str
    purpose: ColumnPurpose
    hint: str
    cards: tuple[CardRow, ...]


class FrozenRow(Record, kw_only=True):
    """A frozen board in the list of them."""

    number: int
    title: str
    when: str


class BoardRows(Record, kw_only=True):
    """The whole board. `changed` says what is new since the last frozen one, "" when nothing is; `gone` has
    the cards gone since. `past` says which frozen board this is, "" for the board as it stands. A forecast
    that is secret has its lock, as its mark stands now.
    """

    columns: tuple[ColumnRow, ...]
    worst: str
    likely: str
    worst_lock: TagRow | None = None
    likely_lock: TagRow | None = None
    changed: str = ""
    gone: tuple[CardRow, ...] = ()
    next_number: int = 1
    frozen: tuple[FrozenRow, ...] = ()
    past: str = ""
    closed: bool = False
    zone: str
    answers_to: str = ""

    def numbers(self) -> list[int]:
        """Return the numbers of every card, in board order."""
        return [card.card for column in self.columns for card in column.cards]

    def card(self, number: int) -> CardRow | None:
        """Return the card, None when it does not hang here."""
        return next((c for column in self.columns for c in column.cards if c.card == number), None)


def board_rows(state: State, now: datetime) -> BoardRows:
    """Return the board as it stands at the moment (UTC)."""
    found = state[board.FEATURE]
    changes = found.since_frozen()
    writer = _Writer(state, now)
    answers_to = state.plan.column_for("event")
    return BoardRows(
        columns=_columns(state, found.pinned(), changes, writer),
        worst=found.forecast.get("worst", ""),
        likely=found.forecast.get("likely", ""),
        worst_lock=_forecast_lock(state, "worst", found.forecast.get("worst", "")),
        likely_lock=_forecast_lock(state, "likely", found.forecast.get("likely", "")),
        changed=_changed(found, changes),
        gone=_gone(state, changes, writer),
        next_number=len(found.frozen) + 1,
        frozen=_frozen_list(state, now),
        closed=state[lifecycle.FEATURE].closed,
        zone=state.zone,
        answers_to=answers_to.title if answers_to is not None else "",
    )


def frozen_rows(state: State, number: int, now: datetime) -> BoardRows:
    """Return Lägesbild `number` with what had changed since the one before; KeyError when there is none."""
    frozen = state[board.FEATURE].frozen
    if not 0 < number <= len(frozen):
        raise KeyError(number)
    this = frozen[number - 1]
    changes = difference(frozen[number - 2].cards, this.cards) if number > 1 else _NO_CHANGE
    return picture_rows(
        state,
        Picture(
            cards=this.cards,
            changes=changes,
            worst=this.worst,
            likely=this.likely,
            at=this.at,
            words=frozen_words(this, state.zone, now),
            changed=since(number - 1, changes) if number > 1 else "",
        ),
        now,
        shows_gone=True,
    )


class Picture(Record, kw_only=True):
    """A board of the past: what hung at `at` (UTC), what had changed, and what it is called in `words`."""

    cards: tuple[Pinned, ...]
    changes: Difference
    worst: str
    likely: str
    at: datetime
    words: str
    changed: str = ""


def picture_rows(state: State, picture: Picture, now: datetime, *, shows_gone: bool = False) -> BoardRows:
    """Return a board of the past as rows, with what was gone last when told so."""
    writer = _Writer(state, picture.at, shows_gone=shows_gone)
    return BoardRows(
        columns=_columns(state, picture.cards, picture.changes, writer),
        worst=picture.worst,
        likely=picture.likely,
        worst_lock=_forecast_lock(state, "worst", picture.worst),
        likely_lock=_forecast_lock(state, "likely", picture.likely),
        changed=picture.changed,
        gone=_gone(state, picture.changes, writer),
        next_number=len(state[board.FEATURE].frozen) + 1,
        frozen=_frozen_list(state, now),
        past=picture.words,
        closed=state[lifecycle.FEATURE].closed,
        zone=state.zone,
    )


def _forecast_lock(state: State, which: Which, text: str) -> TagRow | None:
    """Return the tag of a forecast that says something and is secret, however it was marked."""
    return _lock(state.marks.of(f"forecast:{which}")) if text else None


def _frozen_list(state: State, now: datetime) -> tuple[FrozenRow, ...]:
    return tuple(
        FrozenRow(
            number=one.number,
            title=f"{one.number} {one.name}".strip(),
            when=swedish.near(one.at, state.zone, now),
        )
        for one in state[board.FEATURE].frozen
    )


def frozen_words(frozen: Frozen, zone: str, now: datetime) -> str:
    """Return what a frozen board is called: its number, name and time, and its meeting."""
    name = f" ({frozen.name})" if frozen.name else ""
    where = f", möte {frozen.meeting}" if frozen.meeting else ""
    return f"Lägesbild {frozen.number}{name}, fryst {swedish.near(frozen.at, zone, now)}{where}"


def _changed(found: BoardState, changes: Difference) -> str:
    return f"ändrad {since(len(found.frozen), changes)}" if found.frozen and _counted(changes) else ""


def since(number: int, changes: Difference) -> str:
    """Return what had changed since Lägesbild `number`, in words."""
    return f"sedan nr {number}: {_counted(changes) or 'inget nytt'}"


def _counted(changes: Difference) -> str:
    counts = (
        swedish.plural(len(changes.new), "ny", "nya") if changes.new else "",
        swedish.plural(len(changes.changed), "ändrad", "ändrade") if changes.changed else "",
        f"{len(changes.gone)} borta" if changes.gone else "",
    )
    return ", ".join(count for count in counts if count)


def _columns(
    state: State, cards: tuple[Pinned, ...], changes: Difference, writer: "_Writer"
) -> tuple[ColumnRow, ...]:
    return tuple(_column(state, column, cards, changes, writer) for column in state.plan.columns)


def _column(
    state: State, column: Column, cards: tuple[Pinned, ...], changes: Difference, writer: "_Writer"
) -> ColumnRow:
    here = [writer.card(p, column, _change(p, changes)) for p in cards if p.column == column.id]
    # What went since then stands last, struck, in a picture of the past; the living board shows what hangs.
    gone = [writer.card(p, column, "gone") for p in changes.gone if p.column == column.id]
    return ColumnRow(
        id=column.id,
        title=column.title,
        icon=column.icon,
        purpose=column.purpose,
        hint=column.hint,
        cards=(*here, *(gone if writer.shows_gone else ())),
    )


def _gone(state: State, changes: Difference, writer: "_Writer") -> tuple[CardRow, ...]:
    return tuple(writer.card(p, state.plan.column(p.column), "gone") for p in changes.gone)


def _change(pinned: Pinned, changes: Difference) -> Change:
    if pinned.card in changes.new:
        return "new"
    return "changed" if pinned.card in changes.changed else ""


@lru_cache(maxsize=16_384)
def _near(moment: datetime, zone: str, today: datetime) -> str:
    return swedish.near(moment, zone, today)


class _Writer:
    """Writes cards as of a moment (UTC)."""

    def __init__(self, state: State, now: datetime, *, shows_gone: bool = False) -> None:
        self._zone = state.zone
        self._marks = state.marks
        self._lines = state[board.FEATURE].cards
        self._now = now
        # How a time is said depends on the day alone, so that a slider says each one once.
        self._noon = swedish.local(now, state.zone).replace(hour=12, minute=0, second=0, microsecond=0)
        self.shows_gone = shows_gone

    def card(self, pinned: Pinned, column: Column, change: Change) -> CardRow:
        late, secret = self._late(pinned), self._marks.of(f"card:{pinned.card}")
        line = self._lines[pinned.card].number
        return _written(pinned, column, change, line, late, secret, self._zone, self._noon)

    def _late(self, pinned: Pinned) -> str:
        needed = pinned.content.needed_by
        if not pinned.uncertainty or pinned.answer is not None or needed is None or needed >= self._now:
            return ""
        return f"sen {swedish.duration(self._now - needed)}"


@lru_cache(maxsize=8_192)
def _written(
    pinned: Pinned,
    column: Column,
    change: Change,
    line: int,
    late: str,
    secret: str,
    zone: str,
    noon: datetime,
) -> CardRow:
    """Write a card; one that nothing has happened to is the same row as before, however large the board."""
    content = pinned.content
    meta = _meta(pinned, late, zone, noon)
    tags = tuple(tag for tag in _tags(pinned, secret, zone, noon) if tag is not None)
    note, said = _note(pinned), pinned.answer
    answer = f"{_near(said.at, zone, noon)} {said.text}" if said is not None else ""
    heard = (
        f"Oklarhet {pinned.uncertainty}" if pinned.uncertainty else column.title,
        content.text,
        meta,
        late,
        *(tag.word for tag in tags),
        note,
        answer,
        CHANGE_WORDS[change],
    )
    return CardRow(
        card=pinned.card,
        column=column.id,
        purpose=column.purpose,
        text=content.text,
        meta=meta,
        late=late,
        tags=tags,
        note=note,
        answer=answer,
        uncertainty=pinned.uncertainty,
        change=change,
        struck=change == "gone" or content.certainty == "contradicted",
        content=content,
        line=line,
        became=said.became if said is not None else 0,
        by_line=pinned.by_line,
        by_card=pinned.by_card,
        links=pinned.links,
        versions=pinned.version,
        spoken=", ".join(part for part in heard if part),
    )


def _meta(pinned: Pinned, late: str, zone: str, noon: datetime) -> str:
    content = pinned.content
    owner = f"ägare: {content.owner}" if content.owner else ""
    if pinned.uncertainty and pinned.answer is None:
        needed = f"behövs {_near(content.needed_by, zone, noon)}" if content.needed_by is not None else ""
        parts = [owner or "ingen ägare", "" if late else needed]
    else:
        # What a card says holds since it was said: a change of certainty or state does not move it.
        source = f"{_near(pinned.said_at, zone, noon)} {content.source}".strip()
        parts = [source, owner]
    return " · ".join(part for part in parts if part)


def _tags(pinned: Pinned, secret: str, zone: str, noon: datetime) -> list[TagRow | None]:
    content = pinned.content
    return [
        _lock(secret),
        _tag(certainty.LOOKS, certainty.WORDS, content.certainty),
        _tag(board_looks.RESOURCE, RESOURCE_WORDS, content.resource, _until(pinned, zone, noon)),
        _tag(board_looks.SUFFICES, SUFFICES_WORDS, content.suffices),
        TagRow(word="besvarad", icon="circle-check", signal="ok") if pinned.answer is not None else None,
    ]


def _lock(secret: str) -> TagRow | None:
    return TagRow(word=secret, icon="lock", signal="neutral") if secret else None


def _until(pinned: Pinned, zone: str, noon: datetime) -> str:
    """Return till when the state of a resource holds, else since when a changed one has."""
    until = pinned.content.until
    if until is None and pinned.state_at > pinned.added_at:
        until = pinned.state_at
    return f" {_near(until, zone, noon)}" if until is not None else ""


def _tag(
    looks: Mapping[str, tuple[str, Signal]], words: dict[str, str], value: str, more: str = ""
) -> TagRow | None:
    look = looks.get(value)
    return TagRow(word=words[value] + more, icon=look[0], signal=look[1]) if look is not None else None


def _note(pinned: Pinned) -> str:
    """Return what is lacking, what says otherwise and what the card belongs to."""
    shortage = pinned.content.shortage
    lacking = f"saknas: {shortage}" if shortage else ""
    return " · ".join(part for part in (lacking, against(pinned), *_linked(pinned)) if part)


def against(pinned: Pinned) -> str:
    """Return which line and card say otherwise, in words, "" for none."""
    line = f"nr {pinned.by_line}" if pinned.by_line else ""
    said = " och ".join(part for part in (line, f"kort {pinned.by_card}" if pinned.by_card else "") if part)
    return f"motsägs av {said}" if said else ""


def _linked(pinned: Pinned) -> tuple[str, ...]:
    refs = (ref.partition(":") for ref in pinned.links)
    return tuple(f"{LINK_WORDS[kind]} {number}" for kind, _, number in refs)
