"""The tasks as rows, by deadline or by owner, and one with everything that is known of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.features import decisions, tasks
from crisisdesk.features.tasks.state import Happened, Task
from crisisdesk.features.tasks.wording import STANDING_WORDS, owner_name
from crisisdesk.incident import secrecy, wording
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.pane_look import (
    BriefHead,
    BriefLook,
    Link,
    Mark,
    NamedValue,
    PaneAction,
    PaneLook,
    PaneSection,
)
from crisisdesk.ui.kit.tokens import Tone

Order = Literal["deadline", "owner"]
Rows = list[BriefLook | BriefHead]

_STANDING_LOOK: dict[str, tuple[str, Tone]] = {
    "done": ("circle-check", "ok"),
    "carried": ("arrow-right", "neutral"),
    "withdrawn": ("strikethrough", "neutral"),
}
_SHOWN_AT_MOST = 8


def rows(state: State, now: datetime, order: Order) -> Rows:
    """Return the tasks under headings: the late first, the ended last."""
    held = state[tasks.FEATURE]
    ended = [task for task in held.tasks.values() if not task.is_open]
    groups = _by_deadline(state, now) if order == "deadline" else _by_owner(state)
    groups.insert(0, (BriefHead("head:reminders", "Påminnelser", late=True), held.reminding(now)))
    shown = {task.task for task in groups[0][1]}
    groups[1:] = [
        (head, [task for task in members if task.task not in shown]) for head, members in groups[1:]
    ]
    last = sorted(ended, key=lambda task: (task.standing == "withdrawn", -task.task))
    groups.append((BriefHead("head:ended", "Klara, överförda och borttagna"), last))
    found: Rows = []
    for head, members in groups:
        if members:
            found.append(_counted(head, members, now))
            by_owner = order == "owner" and head.key != "head:ended"
            found += [brief(state, task, now, owned=not by_owner) for task in members]
    return found


def _counted(head: BriefHead, members: list[Task], now: datetime) -> BriefHead:
    """Return the heading with its count: in red how many are late, else how many there are."""
    late = sum(1 for task in members if task.is_late(now))
    return BriefHead(head.key, head.text, late or len(members), late=head.late or late > 0)


def _by_deadline(state: State, now: datetime) -> list[tuple[BriefHead, list[Task]]]:
    held = state[tasks.FEATURE]
    return [
        (BriefHead("head:late", "Sena"), held.late(now)),
        (BriefHead("head:due", "Ska bli klara"), [t for t in held.due() if not t.is_late(now)]),
        (BriefHead("head:open", "Utan sluttid"), [t for t in held.open() if t.due_at is None]),
    ]


def _by_owner(state: State) -> list[tuple[BriefHead, list[Task]]]:
    """Return open tasks by owner: nobody first, then who has the nearest deadline."""
    held = state[tasks.FEATURE]
    every = [*held.due(), *(task for task in held.open() if task.due_at is None)]
    owners = dict.fromkeys(task.owner.casefold() for task in every)
    groups: list[tuple[BriefHead, list[Task]]] = []
    for owner in sorted(owners, key=bool):
        members = [task for task in every if task.owner.casefold() == owner]
        name = owner_name(state.plan, members[0].owner) or "Ingen ansvarig"
        groups.append((BriefHead(f"head:owner:{owner}", name), members))
    return groups


def brief(state: State, task: Task, now: datetime, *, owned: bool = True) -> BriefLook:
    """Return the task as a row, with its owner when `owned` (not under a heading that says it)."""
    owner = owner_name(state.plan, task.owner) if owned else ""
    late = late_words(state, task, now)
    due = f"klart {swedish.near(task.due_at, state.zone, now)}" if task.due_at is not None else ""
    # The deadline first: it is what one looks for, and the end of the row may be cut.
    said = (due if task.is_open and not late else "", owner, swedish.in_one_line(task.answer, 60))
    return BriefLook(
        key=f"task:{task.task}",
        number=str(task.task),
        title=swedish.in_one_line(task.text, 140),
        said=" · ".join(part for part in said if part),
        late=late,
        lacks="Ingen ansvarig" if owned and task.is_open and not task.owner else "",
        struck=task.standing == "withdrawn",
        marks=marks(state, task),
    )


def late_words(state: State, task: Task, now: datetime) -> str:
    """Return `Skulle varit klar 16:00, 12 min sen` when it is late, else ""."""
    if task.due_at is None or not task.is_late(now):
        return ""
    due = swedish.near(task.due_at, state.zone, now)
    return f"Skulle vara klar {due}, {swedish.duration(now - task.due_at)} sen"


def marks(state: State, task: Task) -> tuple[Mark, ...]:
    """Return what became of the task (nothing while it is open), and whether it is secret."""
    found: list[Mark] = []
    if not task.is_open:
        icon, tone = _STANDING_LOOK[task.standing]
        found.append(Mark(STANDING_WORDS[task.standing], icon, tone))
    if secret := secrecy.of_ref(state, f"task:{task.task}"):
        found.append(Mark(f"sekretess {secret}", "lock"))
    return tuple(found)


# ---------------------------------------------------------------- one task


def pane(state: State, number: int, now: datetime) -> PaneLook:
    """Return the task with all that is known of it; KeyError when there is none."""
    task = state[tasks.FEATURE].tasks[number]
    late = late_words(state, task, now)
    return PaneLook(
        key=f"task:{number}",
        kind="task",
        number=f"uppgift {number}",
        title=task.text,
        struck=task.standing == "withdrawn",
        note=f"Borttagen: {swedish.sentence(task.note)}" if task.standing == "withdrawn" else "",
        marks=(*((Mark(late, "clock", "alarm"),) if late else ()), *marks(state, task)),
        values=tuple(values(state, task, now)),
        sections=tuple(_sections(state, task, now)),
        links=tuple(links(state, task)),
        actions=tuple(actions(task, now)),
    )


def values(state: State, task: Task, now: datetime) -> list[NamedValue]:
    """Return what is known of the task, in the order it is read."""
    due = swedish.near(task.due_at, state.zone, now) if task.due_at is not None else "ingen sluttid"
    given = f"{swedish.near(task.added_at, state.zone, now)}, loggat av {task.recorded_by}"
    found = [
        ("Ansvarig", owner_name(state.plan, task.owner) or "ingen"),
        ("Klart senast", due),
        ("Given", given),
        ("Påminner", _reminder_words(state, task, now)),
        ("Svar", task.answer),
        ("Överförd till", task.carried_to),
        ("Anteckning", task.note if task.standing == "carried" else ""),
    ]
    return [(name, value) for name, value in found if value]


def _reminder_words(state: State, task: Task, now: datetime) -> str:
    if task.reminds_at is None:
        return ""
    every = swedish.duration(timedelta(minutes=task.remind_every))
    return f"var {every}, nästa gång {swedish.near(task.reminds_at, state.zone, now)}"


def _sections(state: State, task: Task, now: datetime) -> Iterator[PaneSection]:
    later = task.trail[1:]
    if later:
        steps = tuple((swedish.near(h.at, state.zone, now), _told(state, h)) for h in later)
        yield PaneSection("Därefter", steps)


_HAPPENED = {
    "answered": "klar",
    "reopened": "öppnad igen",
    "handed_over": "lämnad till",
    "due_set": "ny sluttid",
    "carried": "överförd till",
    "withdrawn": "borttagen",
}


def _told(state: State, happened: Happened) -> str:
    text = owner_name(state.plan, happened.text) if happened.what == "handed_over" else happened.text
    said = _HAPPENED.get(happened.what, happened.what)
    joint = " " if happened.what in ("handed_over", "carried") else ": "
    return f"{said}{joint}{text}, {happened.recorded_by}" if text else f"{said}, {happened.recorded_by}"


def links(state: State, task: Task) -> Iterator[Link]:
    """Yield where the task comes from, its line, and the lines that name it."""
    if task.source:
        yield source_link(state, task.source)
    if task.number and f"line:{task.number}" != task.source:
        yield Link(f"line:{task.number}", f"Nr {task.number} i loggen", "scroll-text")
    named = state.timeline.about.get(f"task:{task.task}", [])
    for number in [n for n in named if n != task.number][-_SHOWN_AT_MOST:]:
        text = f"Nr {number}: {swedish.in_one_line(state.timeline.says(number).text, 60)}"
        yield Link(f"line:{number}", text, "scroll-text")


_SOURCE_ICONS = {
    "step": ("list-checks", "ink2"),
    "decision": ("gavel", "k_dec"),
    "line": ("scroll-text", "ink2"),
    "meeting": ("users", "k_meet"),
    "point": ("users", "k_meet"),
}


def source_link(state: State, source: str) -> Link:
    """Return the link to what the task comes from, such as `decision:7`."""
    kind, _, id = source.partition(":")
    icon, token = _SOURCE_ICONS.get(kind, ("link", "ink2"))
    return Link(source, f"Kommer från {_source_words(state, kind, id)}", icon, token)


def _source_words(state: State, kind: str, id: str) -> str:
    if kind == "step":
        return f"steg {_step_number(state.plan, id)}"
    if kind == "decision" and id.isdigit() and int(id) in state[decisions.FEATURE].decisions:
        return f"beslut {id}: {swedish.in_one_line(state[decisions.FEATURE].decisions[int(id)].text, 50)}"
    if kind == "line" and id.isdigit() and 0 < int(id) <= len(state.timeline.lines):
        return f"nr {id}: {swedish.in_one_line(state.timeline.says(int(id)).text, 50)}"
    if kind == "point":
        meeting, _, point = id.partition("/")
        return f"möte {meeting}, punkt {point.rpartition('.')[2]}"
    return wording.ref(f"{kind}:{id}")


def _step_number(plan: Plan, id: str) -> str:
    try:
        return plan.step(id).number
    except KeyError:
        return id


def actions(task: Task, now: datetime) -> Iterator[PaneAction]:
    """Yield what can be done with the task as it stands at the moment (UTC)."""
    if task.standing == "withdrawn":
        return
    if task.is_open:
        yield PaneAction("answer", "Klar", "check", hint="Space", primary=True)
        yield PaneAction("hand_over", "Lämna över", "user-plus")
        yield PaneAction("due", "Ny tid", "clock")
        if task.reminds(now):
            yield PaneAction("seen", "Påmind", "check")
        yield PaneAction("remind", "Påminn", "bell")
        yield PaneAction("carry", "För över", "arrow-right")
    else:
        yield PaneAction("reopen", "Öppna igen", "rotate-ccw")
    yield PaneAction("withdraw", "Ta bort", "strikethrough", tip="Ctrl+R", danger=True)
