"""What can have happened to a task."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class TaskAdded(Fact, kw_only=True):
    """A task was given. `owner` is a function (`function:hr`) or what the group wrote ("" for nobody yet).

    `source` is where it comes from, such as `step:4.7`, `decision:7`, `line:12` or `point:2/5`.
    """

    KIND: ClassVar[str] = "tasks.task_added"

    task: int
    text: str
    owner: str = ""
    due_at: datetime | None = None
    source: str = ""
    secrecy: str = ""


class TaskAnswered(Fact, kw_only=True):
    """The task is done; `answer` is what came of it ("" when there is nothing to say)."""

    KIND: ClassVar[str] = "tasks.task_answered"

    task: int
    answer: str = ""


class TaskReopened(Fact, kw_only=True):
    """The task is to be worked on again."""

    KIND: ClassVar[str] = "tasks.task_reopened"

    task: int
    reason: str


class TaskHandedOver(Fact, kw_only=True):
    """Another owns the task. `before` is who did ("" for nobody)."""

    KIND: ClassVar[str] = "tasks.task_handed_over"

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

    task: int
    to: str
    note: str = ""


class TaskWithdrawn(Fact, kw_only=True):
    """The task was a mistake or is not needed: its line is struck."""

    KIND: ClassVar[str] = "tasks.task_withdrawn"

    task: int
    reason: str
