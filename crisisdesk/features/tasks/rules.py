"""What may be done with tasks."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.tasks import commands, facts, wording
from crisisdesk.features.tasks.state import Task, TaskState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

SHORTEST_REMINDER = 5
LONGEST_REMINDER = 24 * 60
"""Minutes between reminders of a task."""


def _add(state: TaskState, command: commands.Add, given: Given) -> tuple[Fact, ...]:
    added = facts.TaskAdded(
        task=len(state.tasks) + 1,
        text=_required(command.text, wording.TEXT_MISSING, "text"),
        owner=_owner(given.plan, command.owner),
        due_at=command.due_at,
        source=command.source.strip(),
        secrecy=command.secrecy.strip(),
    )
    return (added,)


def _answer(state: TaskState, command: commands.Answer, given: Given) -> tuple[Fact, ...]:
    task = _task(state, command.task)
    answer = command.answer.strip()
    if task.standing == "done" and answer in ("", task.answer):
        return ()
    _must_be_open(task)
    return (facts.TaskAnswered(task=task.task, answer=answer),)


def _reopen(state: TaskState, command: commands.Reopen, given: Given) -> tuple[Fact, ...]:
    task = _task(state, command.task)
    if task.is_open:
        return ()
    reason = _required(command.reason, wording.REOPEN_REASON_MISSING, "reason")
    return (facts.TaskReopened(task=task.task, reason=reason),)


def _hand_over(state: TaskState, command: commands.HandOver, given: Given) -> tuple[Fact, ...]:
    task = _open_task(state, command.task)
    owner = _owner(given.plan, _required(command.owner, wording.OWNER_MISSING, "owner"))
    if owner == task.owner:
        return ()
    return (facts.TaskHandedOver(task=task.task, owner=owner, before=task.owner),)


def _set_due(state: TaskState, command: commands.SetDue, given: Given) -> tuple[Fact, ...]:
    task = _open_task(state, command.task)
    if command.due_at == task.due_at:
        return ()
    return (facts.TaskDueSet(task=task.task, due_at=command.due_at),)


def _carry_over(state: TaskState, command: commands.CarryOver, given: Given) -> tuple[Fact, ...]:
    task = _task(state, command.task)
    to = command.to.strip() or wording.ORDINARY_ORGANISATION
    note = command.note.strip()
    if task.standing == "carried" and (to, note) == (task.carried_to, task.note):
        return ()
    _must_be_open(task)
    return (facts.TaskCarriedOver(task=task.task, to=to, note=note),)


def _withdraw(state: TaskState, command: commands.Withdraw, given: Given) -> tuple[Fact, ...]:
    task = _task(state, command.task)
    reason = _required(command.reason, wording.WITHDRAW_REASON_MISSING, "reason")
    return (facts.TaskWithdrawn(task=task.task, reason=reason),)


def _set_reminder(state: TaskState, command: commands.SetReminder, given: Given) -> tuple[Fact, ...]:
    task = _open_task(state, command.task)
    every = command.every_minutes
    if every and not SHORTEST_REMINDER <= every <= LONGEST_REMINDER:
        raise RuleBroken(wording.REMINDER_INTERVAL, "every_minutes")
    if every == task.remind_every:
        return ()
    return (facts.ReminderSet(task=task.task, every_minutes=every),)


def _see_reminder(state: TaskState, command: commands.SeeReminder, given: Given) -> tuple[Fact, ...]:
    task = _open_task(state, command.task)
    return (facts.ReminderSeen(task=task.task),) if task.remind_every else ()


def _required(text: str, sentence: str, field: str) -> str:
    if not text.strip():
        raise RuleBroken(sentence, field)
    return text.strip()


def _owner(plan: Plan, owner: str) -> str:
    owner = owner.strip()
    kind, _, id = owner.partition(":")
    if kind == "function" and all(function.id != id for function in plan.functions):
        raise RuleBroken(wording.NO_FUNCTION.format(function=id), "owner")
    return owner


def _task(state: TaskState, number: int) -> Task:
    task = state.tasks.get(number)
    if task is None:
        raise RuleBroken(wording.NO_TASK.format(number=number), "task")
    if task.standing == "withdrawn":
        raise RuleBroken(wording.WITHDRAWN.format(number=number), "task")
    return task


def _open_task(state: TaskState, number: int) -> Task:
    task = _task(state, number)
    _must_be_open(task)
    return task


def _must_be_open(task: Task) -> None:
    if task.standing == "done":
        raise RuleBroken(wording.DONE.format(number=task.task), "task")
    if task.standing == "carried":
        raise RuleBroken(wording.CARRIED.format(number=task.task), "task")


RULES: Rules[TaskState] = {
    commands.Add: _add,
    commands.Answer: _answer,
    commands.Reopen: _reopen,
    commands.HandOver: _hand_over,
    commands.SetDue: _set_due,
    commands.CarryOver: _carry_over,
    commands.Withdraw: _withdraw,
    commands.SetReminder: _set_reminder,
    commands.SeeReminder: _see_reminder,
}
