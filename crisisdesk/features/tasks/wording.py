"""The Swedish sentences of tasks."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features.tasks import facts
from crisisdesk.features.tasks.state import Task, TaskState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

TEXT_MISSING = "Skriv vad som ska göras."
OWNER_MISSING = "Skriv vem som tar över uppgiften."
REOPEN_REASON_MISSING = "Skriv varför uppgiften öppnas igen."
WITHDRAW_REASON_MISSING = "Skriv varför uppgiften tas bort."
NO_FUNCTION = "Planen har ingen funktion {function}."
NO_TASK = "Det finns ingen uppgift {number}."
WITHDRAWN = "Uppgift {number} är borttagen."
DONE = "Uppgift {number} är redan klar. Öppna den igen först."
CARRIED = "Uppgift {number} är överförd. Öppna den igen först."
REMINDER_INTERVAL = "Påminn var 5:e till var 1440:e minut, eller aldrig."
ORDINARY_ORGANISATION = "ordinarie verksamhet"

STANDING_WORDS = {"open": "öppen", "done": "klar", "carried": "överförd", "withdrawn": "borttagen"}

_LONGEST_NAME = 80


def owner_name(plan: Plan, owner: str) -> str:
    """Return the owner in words: a function's title, or what the group wrote ("" for nobody)."""
    kind, _, id = owner.partition(":")
    if kind != "function":
        return owner
    return next((f.title for f in plan.functions if f.id == id), id)


def short_text(task: Task) -> str:
    """Return what the task is about on one line, cut when it is long."""
    first = task.text.splitlines()[0]
    return swedish.shortened(first, _LONGEST_NAME)


def _added(state: TaskState, fact: facts.TaskAdded, given: Given) -> Line:
    owner = owner_name(given.plan, fact.owner)
    parts = [f"Uppgift {fact.task}: {swedish.sentence(fact.text)}"]
    parts.append(f"Ansvarig: {swedish.sentence(owner)}" if owner else "Ingen ansvarig än.")
    if fact.due_at is not None:
        parts.append(f"Klart {_when(fact.due_at, given)}.")
    refs = [f"task:{fact.task}", fact.source, fact.owner if fact.owner.startswith("function:") else ""]
    return Line(kind="task", text=" ".join(parts), refs=_distinct(refs), secrecy=fact.secrecy)


def _answered(state: TaskState, fact: facts.TaskAnswered, given: Given) -> Line:
    task = state.tasks[fact.task]
    text = f"Uppgift {fact.task} klar: {swedish.sentence(short_text(task))} {swedish.sentence(fact.answer)}"
    return _line(task, text.rstrip())


def _reopened(state: TaskState, fact: facts.TaskReopened, given: Given) -> Line:
    task = state.tasks[fact.task]
    text = f"Uppgift {fact.task} öppnas igen: {swedish.sentence(short_text(task))}"
    return _line(task, f"{text} Skäl: {swedish.sentence(fact.reason)}")


def _handed_over(state: TaskState, fact: facts.TaskHandedOver, given: Given) -> Line:
    task = state.tasks[fact.task]
    owner, before = owner_name(given.plan, fact.owner), owner_name(given.plan, fact.before)
    was = f" (före: {before})" if before else ""
    text = f"Uppgift {fact.task}: {swedish.sentence(short_text(task))} Ansvarig är nu {owner}{was}."
    return _line(task, text, fact.owner)


def _due_set(state: TaskState, fact: facts.TaskDueSet, given: Given) -> Line:
    task = state.tasks[fact.task]
    what = "Ingen sluttid" if fact.due_at is None else f"Klart {_when(fact.due_at, given)}"
    was = f" (före: {_when(task.due_at, given)})" if task.due_at is not None else ""
    text = f"Uppgift {fact.task}: {swedish.sentence(short_text(task))} {what}{was}."
    return _line(task, text)


def _carried(state: TaskState, fact: facts.TaskCarriedOver, given: Given) -> Line:
    task = state.tasks[fact.task]
    text = f"Uppgift {fact.task} förs över till {fact.to}: {swedish.sentence(short_text(task))}"
    return _line(task, f"{text} {swedish.sentence(fact.note)}".rstrip())


def _withdrawn(state: TaskState, fact: facts.TaskWithdrawn, given: Given) -> Line:
    task = state.tasks[fact.task]
    return Line(
        kind="task",
        text=f"Uppgift {fact.task} tas bort: {swedish.sentence(fact.reason)}",
        strikes=task.number,
        refs=(f"task:{fact.task}",),
        secrecy=task.secrecy,
    )


def _line(task: Task, text: str, owner: str = "") -> Line:
    refs = [f"task:{task.task}", owner if owner.startswith("function:") else ""]
    return Line(kind="task", text=text, refs=_distinct(refs), secrecy=task.secrecy)


def _when(moment: datetime, given: Given) -> str:
    return swedish.near(moment, given.zone, given.now)


def _distinct(refs: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for ref in refs if ref))


WORDINGS: Wordings[TaskState] = {
    facts.TaskAdded: _added,
    facts.TaskAnswered: _answered,
    facts.TaskReopened: _reopened,
    facts.TaskHandedOver: _handed_over,
    facts.TaskDueSet: _due_set,
    facts.TaskCarriedOver: _carried,
    facts.TaskWithdrawn: _withdrawn,
}
