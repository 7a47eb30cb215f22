"""What the one who takes over must know: the sheet of a relief, and the text that is logged with it."""

from collections.abc import Iterable
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, lifecycle, meetings, people, tasks
from crisisdesk.features.board.state import Frozen, Pinned
from crisisdesk.features.tasks.wording import owner_name
from crisisdesk.incident import queries, secrecy
from crisisdesk.incident.state import State


class Item(Record, kw_only=True):
    """A line of the sheet. `lead` is its number, `late` that its time has passed."""

    lead: str
    text: str
    place: str = ""
    late: bool = False


class Handover(Record, kw_only=True):
    """The sheet. `text` is what is logged: it names numbers and times, never what is secret."""

    situation: str
    events: tuple[Item, ...]
    worst: str
    likely: str
    decisions: tuple[Item, ...]
    tasks: tuple[Item, ...]
    uncertainties: tuple[Item, ...]
    next_meeting: str
    text: str


def handover(state: State, now: datetime) -> Handover:
    """Return the sheet as it stands at the moment (UTC) (product: relief)."""
    frozen = next(reversed(state[board.FEATURE].frozen), None)
    made = tuple(_decisions(state))
    given = tuple(_tasks(state, now))
    unknown = tuple(_uncertainties(state, now))
    meeting = _next_meeting(state, now)
    return Handover(
        situation=_situation(state, frozen, now),
        events=tuple(_events(state, frozen)),
        worst=frozen.worst if frozen is not None else state[board.FEATURE].forecast.get("worst", ""),
        likely=frozen.likely if frozen is not None else state[board.FEATURE].forecast.get("likely", ""),
        decisions=made,
        tasks=given,
        uncertainties=unknown,
        next_meeting=meeting,
        text=_text(frozen, made, given, unknown, meeting),
    )


def _situation(state: State, frozen: Frozen | None, now: datetime) -> str:
    if frozen is None:
        return "Ingen lägesbild är fryst än. Se lägesbilden som den står nu."
    return f"Lägesbild {frozen.number}, {swedish.near(frozen.at, state.zone, now)}"


def _events(state: State, frozen: Frozen | None) -> Iterable[Item]:
    """Yield the cards of the event column of the last frozen board."""
    column = state.plan.column_for("event")
    if frozen is None or column is None:
        return
    for pinned in frozen.cards:
        if pinned.column == column.id:
            yield _card(state, pinned)


def _card(state: State, pinned: Pinned) -> Item:
    mark = secrecy.of_ref(state, f"card:{pinned.card}")
    return Item(lead="", text=_open(pinned.content.text, mark), place=f"card:{pinned.card}")


def _open(text: str, mark: str) -> str:
    """Return the text, or only that it is secret: the sheet may stand on a projector."""
    return f"Sekretess ({mark})" if mark else text


def _decisions(state: State) -> Iterable[Item]:
    for one in state[decisions.FEATURE].open():
        text = _open(one.text, secrecy.of_ref(state, f"decision:{one.decision}"))
        yield Item(lead=str(one.decision), text=text, place=f"decision:{one.decision}")


def _tasks(state: State, now: datetime) -> Iterable[Item]:
    for task in state[tasks.FEATURE].open():
        text = _open(task.text, secrecy.of_ref(state, f"task:{task.task}"))
        owner = owner_name(state.plan, task.owner)
        due = f"klart {swedish.near(task.due_at, state.zone, now)}" if task.due_at is not None else ""
        about = ", ".join(part for part in (owner, due) if part)
        text = f"{text} ({about})" if about else text
        yield Item(lead=str(task.task), text=text, place=f"task:{task.task}", late=task.is_late(now))


def _uncertainties(state: State, now: datetime) -> Iterable[Item]:
    for card in state[board.FEATURE].open_uncertainties():
        ref = f"uncertainty:{card.uncertainty}"
        text = _open(card.content.text, secrecy.of_ref(state, ref))
        late = card.needed_by is not None and card.needed_by < now
        yield Item(lead=str(card.uncertainty), text=text, place=ref, late=late)


def _next_meeting(state: State, now: datetime) -> str:
    at = queries.next_meeting(state)
    if at is not None:
        return swedish.near(at, state.zone, now)
    return "inga fler möten" if state[meetings.FEATURE].no_more else "ingen tid satt"


def _text(
    frozen: Frozen | None,
    made: tuple[Item, ...],
    given: tuple[Item, ...],
    unknown: tuple[Item, ...],
    meeting: str,
) -> str:
    parts = [
        f"Lägesbild {frozen.number} gäller." if frozen is not None else "",
        _named("Öppna beslut", made),
        _named("Öppna uppgifter", given),
        _named("Oklarheter", unknown),
        f"Nästa möte: {meeting}.",
    ]
    return " ".join(part for part in parts if part)


def _named(what: str, items: tuple[Item, ...]) -> str:
    return f"{what}: {swedish.listed([item.lead for item in items])}." if items else ""


def signs(state: State, function: str) -> tuple[str, str]:
    """Return the sign of who is relieved and the name of who is planned to take over ("" when not known)."""
    planned = state[people.FEATURE].planned.get(function)
    keeper = state[lifecycle.FEATURE].keeper
    known = state[people.FEATURE].sign_of(function)
    log_keeper = state.plan.function(function).duty == "log_keeper"
    return known or (keeper if log_keeper else ""), planned.person if planned is not None else ""
