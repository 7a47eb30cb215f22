"""Cards as ready rows: who holds them, what is done, when it was last done, whom to reach. No Qt here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import checklists, lifecycle, people, tasks
from crisisdesk.features.checklists.state import Mark
from crisisdesk.incident.state import State
from crisisdesk.plan import freshness
from crisisdesk.plan.content import Card, Contact, Item, ListKind

NO_SIGN = "–"
VACANT = "vakant"
DUE_AGAIN: Final = timedelta(hours=1)
"""How long after it was done a repeating item says that it is time again."""

ItemState = Literal["off", "on", "skipped"]


class Link(Record, kw_only=True):
    """A way to what came of an item, such as its task."""

    text: str
    place: str


class ItemRow(Record, kw_only=True):
    """A line to tick. `repeats` can be done again and again; `depth` is 1 below another item."""

    key: str
    text: str
    said: str = ""
    depth: int = 0
    repeats: bool = False
    state: ItemState = "off"
    mark: str = ""
    mark_note: str = ""
    due_again: bool = False
    times: int = 0
    agenda: str = ""
    links: tuple[Link, ...] = ()


class ContactRow(Record, kw_only=True):
    """Whom to reach: numbers to call in order, other ways, and a warning when that was checked long ago."""

    key: str
    title: str
    phones: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    note: str = ""
    warning: str = ""


class CardRow(Record, kw_only=True):
    """A card in the list: who holds it (`vacant` when nobody does), and how much is done."""

    key: str
    title: str
    icon: str
    holder: str = ""
    vacant: bool = False
    count: str = ""
    complete: bool = False


class OpenCard(Record, kw_only=True):
    """The chosen card. `sign` is whose sign its ticks carry, "" for the keeper's; `warning` is about all
    contacts.
    """

    key: str
    title: str
    intro: str
    holder: str
    vacant: bool
    sign: str
    keeper: str
    done: int
    total: int
    items: tuple[ItemRow, ...]
    contacts: tuple[ContactRow, ...] = ()
    warning: str = ""
    sketch: str = ""
    zone: str = ""

    def item(self, key: str) -> ItemRow | None:
        """Return the item, None when the card has none with that id."""
        return next((item for item in self.items if item.key == key), None)

    def next_after(self, key: str) -> str:
        """Return the first open item after `key`, else the first of all; "" when none is open."""
        keys = [item.key for item in self.items]
        at = keys.index(key) + 1 if key in keys else 0
        order = self.items[at:] + self.items[:at]
        return next((item.key for item in order if item.state == "off" and not item.repeats), "")


def card_rows(state: State, kind: ListKind) -> tuple[CardRow, ...]:
    """Return the plan's cards of the kind, in its order."""
    return tuple(_card_row(state, card) for card in state.plan.cards if card.kind == kind)


def open_card(state: State, card_id: str, now: datetime) -> OpenCard:
    """Return the card as it stands at the moment (UTC); KeyError when the plan has none with that id."""
    card = state.plan.card(card_id)
    done, total = _progress(state, card)
    holder, vacant = _holder(state, card)
    today = swedish.local(now, state.zone).date()
    warning = _common_warning(card.contacts, today)
    return OpenCard(
        key=card.id,
        title=card.title,
        intro=card.intro,
        holder=holder,
        vacant=vacant,
        sign=state[people.FEATURE].sign_of(card.function) if card.function else "",
        keeper=state[lifecycle.FEATURE].keeper or NO_SIGN,
        done=done,
        total=total,
        items=tuple(_items(state, card.items, now)),
        contacts=tuple(_contacts(card.contacts, today, common=warning)),
        warning=warning,
        sketch=card.sketch,
        zone=state.zone,
    )


def _card_row(state: State, card: Card) -> CardRow:
    done, total = _progress(state, card)
    holder, vacant = _holder(state, card)
    return CardRow(
        key=card.id,
        title=card.title,
        icon=card.icon,
        holder=holder,
        vacant=vacant,
        count=f"{done}/{total}" if done else "",
        complete=done == total,
    )


def _holder(state: State, card: Card) -> tuple[str, bool]:
    """Return who holds the card's function, and whether nobody does."""
    if not card.function:
        return "", False
    holder = state[people.FEATURE].holder(card.function)
    if holder is not None:
        sign = "" if not holder.sign or holder.sign == holder.person else f", {holder.sign}"
        return f"{holder.person}{sign}", False
    post = state[people.FEATURE].holder_or_post(state.plan, card.function)
    return (post, False) if post else (VACANT, True)


def _progress(state: State, card: Card) -> tuple[int, int]:
    """Return how many lines to tick are settled, of how many; a repeating one counts once it was done."""
    keys = [item.id for item, _depth in _lines(card.items)]
    return state[checklists.FEATURE].settled(keys), len(keys)


def _lines(items: Sequence[Item], depth: int = 0) -> Iterable[tuple[Item, int]]:
    """Yield the items that are ticked, each with its depth.

    What stands below a repeating item is what to think of each time: it is ticked with that item.
    """
    for item in items:
        yield item, depth
        if not item.repeats:
            yield from _lines(item.items, depth + 1)


def _items(state: State, items: Sequence[Item], now: datetime) -> Iterable[ItemRow]:
    for item, depth in _lines(items):
        yield _item(state, item, depth, now)


def _item(state: State, item: Item, depth: int, now: datetime) -> ItemRow:
    ticked = state[checklists.FEATURE]
    mark = ticked.mark(item.id)
    below = "\n".join(_text(part) for part in item.items) if item.repeats else ""
    reason = swedish.sentence(mark.text) if mark is not None and mark.text else ""
    return ItemRow(
        key=item.id,
        text=_text(item),
        said="\n".join(part for part in (below, reason) if part),
        depth=depth,
        repeats=item.repeats,
        state=_state(mark, item),
        mark=_mark(mark, state.zone, now),
        mark_note=_mark_note(mark, item, now),
        due_again=_due_again(mark, item, now),
        times=sum(1 for each in ticked.history.get(item.id, ()) if each.kind == "signed"),
        agenda=_agenda(state, item),
        links=tuple(_links(state, item)),
    )


def _text(item: Item) -> str:
    """Return the text, with its number where that is one of the paper's own (1, 2, 3)."""
    return f"{item.number} {item.text}" if item.number and "." not in item.number else item.text


def _state(mark: Mark | None, item: Item) -> ItemState:
    if mark is None:
        return "off"
    if mark.kind == "dropped":
        return "skipped"
    return "off" if item.repeats else "on"


def _mark(mark: Mark | None, zone: str, now: datetime) -> str:
    if mark is None:
        return ""
    time = swedish.near(mark.at, zone, now)
    return f"{time} {mark.done_by or NO_SIGN}" if mark.kind == "signed" else f"Ej aktuellt {time}"


def _mark_note(mark: Mark | None, item: Item, now: datetime) -> str:
    if mark is None:
        return ""
    if item.repeats and mark.kind == "signed":
        return f"{swedish.duration(now - mark.at)} sedan"
    return f"infört av {mark.recorded_by}" if mark.recorded_by not in ("", NO_SIGN, mark.done_by) else ""


def _due_again(mark: Mark | None, item: Item, now: datetime) -> bool:
    return mark is not None and item.repeats and mark.kind == "signed" and now - mark.at >= DUE_AGAIN


def _agenda(state: State, item: Item) -> str:
    return state.plan.agenda(item.agenda).short if item.agenda else ""


def _links(state: State, item: Item) -> Iterable[Link]:
    for task in state[tasks.FEATURE].from_source(f"step:{item.id}"):
        yield Link(text=f"Uppgift {task.task}", place=f"task:{task.task}")


def _contacts(contacts: Sequence[Contact], today: date, *, common: str) -> Iterable[ContactRow]:
    for place, contact in enumerate(contacts):
        warning = freshness.warning(contact.checked, today)
        yield ContactRow(
            key=str(place),
            title=contact.title,
            phones=tuple(phone for phone in (contact.phone, contact.alternative) if phone),
            ways=tuple(way for way in (contact.email, contact.web) if way),
            note=contact.note,
            warning="" if warning == common else warning,
        )


def _common_warning(contacts: Sequence[Contact], today: date) -> str:
    """Return the warning that all contacts share, so that it is said once."""
    warnings = {freshness.warning(contact.checked, today) for contact in contacts}
    return warnings.pop() if len(warnings) == 1 else ""
