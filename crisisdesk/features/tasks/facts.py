"""What can have happened to a task."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class TaskAdded(Fact, kw_only=True):
    """A task was given. `owner` is a function (`function:hr`) or what the group wrote ("" for nobody yet).

    `source` is where it comes from, such as `step:4.7`, `decision:7`, `line:12` or `point:2/5`.
    """

    KIND: ClassVar[str] = "tasks.task_added"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "owner")

    task: int
    text: str
    owner: str = ""
    due_at: datetime | None = None
    source: str = ""
    secrecy: str = ""


class TaskAnswered(Fact, kw_only=True):
    """The task is done; `answer` is what came of it ("" when there is nothing to say)."""

    KIND: ClassVar[str] = "tasks.task_answered"
    TEXTS: ClassVar[tuple[str, ...]] = ("answer",)

    task: int
    answer: str = ""


class TaskReopened(Fact, kw_only=True):
    """The task is to be worked on again."""

    KIND: ClassVar[str] = "tasks.task_reopened"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    task: int
    reason: str


class TaskHandedOver(Fact, kw_only=True):
    """Another owns the task. `before` is who did ("" for nobody)."""

    KIND: ClassVar[str] = "tasks.task_handed_over"
    TEXTS: ClassVar[tuple[str, ...]] = ("owner", "before")

    task: int
    owner: str
    before: str = ""


class TaskDueSet(Fact, kw_only=True):
    """The task got another deadline; None for no deadline."""

    KIND: ClassVar[str] = "tasks.task_due_set"

    task: int
    due_at: datetime | None


class TaskCarriedOver(Fact, kw_only=True):
    """The task leaves the crisis group: `to` is who goes on with it outside."""

    KIND: ClassVar[str] = "tasks.task_carried_over"
    TEXTS: ClassVar[tuple[str, ...]] = ("to", "note")

    task: int
    to: str
    note: str = ""


class TaskWithdrawn(Fact, kw_only=True):
    """The task was a mistake or is not needed: its line is struck."""

    KIND: ClassVar[str] = "tasks.task_withdrawn"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    task: int
    reason: str


class ReminderSet(Fact, kw_only=True):
    """The group wants to be reminded of the task every so many minutes; 0 for no more. A detail."""

    KIND: ClassVar[str] = "tasks.reminder_set"

    task: int
    every_minutes: int


class ReminderSeen(Fact, kw_only=True):
    """Somebody saw the reminder: the next one comes an interval later. A detail."""

    KIND: ClassVar[str] = "tasks.reminder_seen"

    task: int
