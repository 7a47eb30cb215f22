"""What is open before closing, and what was signed after it, as ready rows. No Qt here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, information, lifecycle, log, meetings, people, tasks
from crisisdesk.features.lifecycle.state import LifecycleState
from crisisdesk.features.tasks.wording import owner_name
from crisisdesk.incident import paper_forms, queries, secrecy, wording
from crisisdesk.incident.paper_forms import spans
from crisisdesk.incident.state import State

Kind = Literal["decision", "task", "uncertainty"]


class OpenThing(Record, kw_only=True):
    """Something that must be handled or carried over. `key` is its ref, such as `decision:3`."""

    key: str
    kind: Kind
    number: int
    text: str
    about: str = ""
    late: bool = False
    secrecy: str = ""


class Carried(Record, kw_only=True):
    """A task that somebody outside the group goes on with."""

    key: str
    number: int
    text: str
    to: str


class Closed(Record, kw_only=True):
    """What was signed at the closing: when, by whom, how much the log held, what was carried over."""

    at: str
    chair: str
    keeper: str
    lines: int
    facts: int
    carries: str
    note: str


class ClosingRows(Record, kw_only=True):
    """What is open and who may sign; `closed` is None while the incident is open.

    `loose` are sentences of what else is not finished: it stops nobody. `reopened` are times with reasons.
    """

    open: tuple[OpenThing, ...]
    carried: tuple[Carried, ...]
    loose: tuple[str, ...]
    chair: str
    keeper: str
    closed: Closed | None = None
    reopened: tuple[tuple[str, str], ...] = ()

    def thing(self, key: str) -> OpenThing | None:
        """Return what is open by its ref, None when it is not open."""
        return next((row for row in self.open if row.key == key), None)


def closing_rows(state: State, now: datetime) -> ClosingRows:
    """Return what is left at the moment (UTC), in the order of `queries.open_refs`."""
    life = state[lifecycle.FEATURE]
    return ClosingRows(
        open=tuple(_thing(state, ref, now) for ref in queries.open_refs(state)),
        carried=tuple(_carried(state)),
        loose=tuple(_loose(state, now)),
        chair=_chair(state),
        keeper=life.keeper,
        closed=_closed(state, life, now),
        reopened=tuple((swedish.near(at, state.zone, now), reason) for at, reason in life.reopened),
    )


def _thing(state: State, ref: str, now: datetime) -> OpenThing:
    kind, _, number = ref.partition(":")
    build = {"decision": _decision, "task": _task, "uncertainty": _uncertainty}
    return build[kind](state, int(number), now)


def _decision(state: State, number: int, now: datetime) -> OpenThing:
    one = state[decisions.FEATURE].decisions[number]
    at, ref = one.follow_up_at, f"decision:{number}"
    follow = f"uppföljning {swedish.near(at, state.zone, now)}" if at is not None else ""
    return OpenThing(
        key=ref,
        kind="decision",
        number=number,
        text=one.text,
        about=_joined(owner_name(state.plan, one.responsible), follow),
        late=at is not None and at < now,
        secrecy=secrecy.of_ref(state, ref),
    )


def _task(state: State, number: int, now: datetime) -> OpenThing:
    task = state[tasks.FEATURE].tasks[number]
    ref = f"task:{number}"
    due = f"klart {swedish.near(task.due_at, state.zone, now)}" if task.due_at is not None else ""
    return OpenThing(
        key=ref,
        kind="task",
        number=number,
        text=task.text,
        about=_joined(owner_name(state.plan, task.owner), due),
        late=task.is_late(now),
        secrecy=secrecy.of_ref(state, ref),
    )


def _uncertainty(state: State, number: int, now: datetime) -> OpenThing:
    card = state[board.FEATURE].uncertainty(number)
    if card is None:
        raise LookupError(number)
    at, ref = card.needed_by, f"uncertainty:{number}"
    needed = f"svar behövs {swedish.near(at, state.zone, now)}" if at is not None else ""
    return OpenThing(
        key=ref,
        kind="uncertainty",
        number=number,
        text=card.content.text,
        about=_joined(owner_name(state.plan, card.content.owner), needed),
        late=at is not None and at < now,
        secrecy=secrecy.of_ref(state, ref),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _carried(state: State) -> Iterable[Carried]:
    for task in state[tasks.FEATURE].standing():
        if task.standing == "carried":
            yield Carried(key=f"carried:{task.task}", number=task.task, text=task.text, to=task.carried_to)


def _loose(state: State, now: datetime) -> Iterable[str]:
    """Yield what the report will show as unfinished; none of it stops the closing."""
    running = state[meetings.FEATURE].running
    if running is not None:
        yield f"Möte {running.meeting} pågår."
    if state[meetings.FEATURE].calls_stopped:
        yield "Växeln stoppar samtal. Säg till att den släpper på."
    incomplete = len(state[decisions.FEATURE].incomplete())
    if incomplete:
        yield f"{swedish.plural(incomplete, 'beslut är ofullständigt', 'beslut är ofullständiga')}."
    unexplained = len(state[log.FEATURE].unexplained)
    if unexplained:
        yield f"{swedish.plural(unexplained, 'sen rad saknar skäl', 'sena rader saknar skäl')}."
    missing = paper_forms.missing(state)
    if missing:
        yield f"{swedish.plural(len(missing), 'blankett saknas', 'blanketter saknas')}: {spans(missing)}."
    waiting = len(state[information.FEATURE].waiting())
    if waiting:
        yield f"{swedish.plural(waiting, 'budskap har inte gått ut', 'budskap har inte gått ut')}."
    reliefs = len(state[people.FEATURE].due_reliefs())
    if reliefs:
        yield f"{swedish.plural(reliefs, 'planerad avlösning', 'planerade avlösningar')} kvar."


def _chair(state: State) -> str:
    """Return the chair's sign, else who holds the function ("" when the plan has none)."""
    chair = state.plan.function_with("chair")
    if chair is None:
        return ""
    held = state[people.FEATURE]
    return held.sign_of(chair.id) or held.holder_or_post(state.plan, chair.id)


def _closed(state: State, life: LifecycleState, now: datetime) -> Closed | None:
    if life.closed_at is None or life.closing is None:
        return None
    signed = life.closing
    return Closed(
        at=swedish.near(life.closed_at, state.zone, now),
        chair=signed.chair,
        keeper=signed.keeper,
        lines=sum(1 for line in state.timeline.lines if line.seq <= life.closing_seq),
        facts=life.closing_seq,
        carries=swedish.listed([wording.ref(ref) for ref in signed.carries]),
        note=signed.note,
    )
