"""What can be asked of tasks."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.command import Command


class Add(Command, kw_only=True):
    """Give a task. Only the text is needed now: owner and deadline can come later."""

    NAME: ClassVar[str] = "tasks.add"

    text: str
    owner: str = ""
    due_at: datetime | None = None
    source: str = ""
    secrecy: str = ""


class Answer(Command, kw_only=True):
    """Say that the task is done, and what came of it."""

    NAME: ClassVar[str] = "tasks.answer"

    task: int
    answer: str = ""


class Reopen(Command, kw_only=True):
    """Take a task up again that was done or carried over."""

    NAME: ClassVar[str] = "tasks.reopen"

    task: int
    reason: str


class HandOver(Command, kw_only=True):
    """Let another own the task."""

    NAME: ClassVar[str] = "tasks.hand_over"

    task: int
    owner: str


class SetDue(Command, kw_only=True):
    """Set or move the deadline; None takes it away."""

    NAME: ClassVar[str] = "tasks.set_due"

    task: int
    due_at: datetime | None = None


class CarryOver(Command, kw_only=True):
    """Hand the task to someone outside the crisis group, usually the ordinary organisation."""

    NAME: ClassVar[str] = "tasks.carry_over"

    task: int
    to: str = ""
    note: str = ""


class Withdraw(Command, kw_only=True):
    """Take the task back: its line is struck."""

    NAME: ClassVar[str] = "tasks.withdraw"

    task: int
    reason: str


class SetReminder(Command, kw_only=True):
    """Remind the group of the task every so many minutes, from 5 to 1440; 0 for no more."""

    NAME: ClassVar[str] = "tasks.set_reminder"

    task: int
    every_minutes: int


class SeeReminder(Command, kw_only=True):
    """Say that the reminder was seen: the next one comes an interval from now."""

    NAME: ClassVar[str] = "tasks.see_reminder"

    task: int
