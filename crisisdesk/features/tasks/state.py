"""The tasks as they stand, folded from their facts."""

from datetime import datetime, timedelta
from typing import Literal

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.tasks import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds

Standing = Literal["open", "done", "carried", "withdrawn"]
Happening = Literal["added", "answered", "reopened", "handed_over", "due_set", "carried", "withdrawn"]


class Happened(Kept):
    """One thing that happened to a task: when, what, the text that came with it, and the line (0: none)."""

    at: datetime
    what: Happening
    text: str
    recorded_by: str
    number: int


class Task(Kept):
    """A task. `number` is its line in the log (0: none), `seq` its fact; times are UTC.

    `answer` is kept when the task is reopened, until another takes its place. `remind_every` are the minutes
    between reminders (0: none), `reminded_at` when the last was seen, or they began.
    """

    task: int
    number: int
    seq: int
    added_at: datetime
    recorded_by: str
    text: str
    owner: str
    due_at: datetime | None
    source: str
    secrecy: str
    standing: Standing = "open"
    answer: str = ""
    carried_to: str = ""
    note: str = ""
    ended_at: datetime | None = None
    remind_every: int = 0
    reminded_at: datetime | None = None
    trail: list[Happened] = field(default_factory=list[Happened])

    @property
    def is_open(self) -> bool:
        """Return whether the crisis group still has it to do."""
        return self.standing == "open"

    def is_late(self, now: datetime) -> bool:
        """Return whether it is open and its deadline has passed."""
        return self.is_open and self.due_at is not None and self.due_at < now

    @property
    def reminds_at(self) -> datetime | None:
        """Return when the group wants to be reminded next, None when it does not."""
        if not (self.is_open and self.remind_every and self.reminded_at is not None):
            return None
        return self.reminded_at + timedelta(minutes=self.remind_every)

    def reminds(self, now: datetime) -> bool:
        """Return whether a reminder waits to be seen."""
        return (at := self.reminds_at) is not None and at <= now


class TaskState(Kept):
    """Tasks by number, in order."""

    tasks: dict[int, Task] = field(default_factory=dict[int, Task])

    def standing(self) -> list[Task]:
        """Return the tasks that were not withdrawn."""
        return [task for task in self.tasks.values() if task.standing != "withdrawn"]

    def open(self) -> list[Task]:
        """Return the tasks that are still to be done."""
        return [task for task in self.tasks.values() if task.is_open]

    def late(self, now: datetime) -> list[Task]:
        """Return the open tasks whose deadline has passed, the longest overdue first."""
        return sorted((task for task in self.open() if task.is_late(now)), key=_deadline)

    def due(self) -> list[Task]:
        """Return the open tasks with a deadline, the nearest first."""
        return sorted((task for task in self.open() if task.due_at is not None), key=_deadline)

    def reminding(self, now: datetime) -> list[Task]:
        """Return the open tasks whose reminder waits to be seen."""
        return [task for task in self.open() if task.reminds(now)]

    def from_source(self, source: str) -> list[Task]:
        """Return the standing tasks that come from the decision, step, line or point."""
        return [task for task in self.standing() if task.source == source]

    def answered(self) -> list[Task]:
        """Return the tasks that are done, in order of number."""
        return [task for task in self.tasks.values() if task.standing == "done"]


def _deadline(task: Task) -> tuple[datetime, int]:
    # Only tasks with a deadline are sorted; the day it was added never decides.
    return task.due_at or task.added_at, task.task


def _note(task: Task, what: Happening, text: str, recorded: Recorded) -> None:
    happened = Happened(recorded.happened_at, what, text, recorded.recorded_by, recorded.number)
    task.trail.append(happened)


def _added(state: TaskState, fact: facts.TaskAdded, recorded: Recorded) -> None:
    task = Task(
        task=fact.task,
        number=recorded.number,
        seq=recorded.seq,
        added_at=recorded.happened_at,
        recorded_by=recorded.recorded_by,
        text=fact.text,
        owner=fact.owner,
        due_at=fact.due_at,
        source=fact.source,
        secrecy=fact.secrecy,
    )
    state.tasks[fact.task] = task
    _note(task, "added", fact.owner, recorded)


def _end(task: Task, standing: Standing, recorded: Recorded) -> None:
    task.standing = standing
    task.ended_at = recorded.happened_at


def _answered(state: TaskState, fact: facts.TaskAnswered, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    _end(task, "done", recorded)
    task.answer = fact.answer
    _note(task, "answered", fact.answer, recorded)


def _reopened(state: TaskState, fact: facts.TaskReopened, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    task.standing = "open"
    task.ended_at = None
    task.carried_to = ""
    task.note = ""
    _note(task, "reopened", fact.reason, recorded)


def _handed_over(state: TaskState, fact: facts.TaskHandedOver, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    task.owner = fact.owner
    _note(task, "handed_over", fact.owner, recorded)


def _due_set(state: TaskState, fact: facts.TaskDueSet, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    task.due_at = fact.due_at
    _note(task, "due_set", "", recorded)


def _carried(state: TaskState, fact: facts.TaskCarriedOver, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    _end(task, "carried", recorded)
    task.carried_to = fact.to
    task.note = fact.note
    _note(task, "carried", fact.to, recorded)


def _withdrawn(state: TaskState, fact: facts.TaskWithdrawn, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    _end(task, "withdrawn", recorded)
    task.note = fact.reason
    _note(task, "withdrawn", fact.reason, recorded)


def _reminder_set(state: TaskState, fact: facts.ReminderSet, recorded: Recorded) -> None:
    task = state.tasks[fact.task]
    task.remind_every = fact.every_minutes
    task.reminded_at = recorded.recorded_at


def _reminder_seen(state: TaskState, fact: facts.ReminderSeen, recorded: Recorded) -> None:
    state.tasks[fact.task].reminded_at = recorded.recorded_at


FOLDS: Folds[TaskState] = {
    facts.TaskAdded: _added,
    facts.TaskAnswered: _answered,
    facts.TaskReopened: _reopened,
    facts.TaskHandedOver: _handed_over,
    facts.TaskDueSet: _due_set,
    facts.TaskCarriedOver: _carried,
    facts.TaskWithdrawn: _withdrawn,
    facts.ReminderSet: _reminder_set,
    facts.ReminderSeen: _reminder_seen,
}
