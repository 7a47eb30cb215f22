"""The tasks: who had them, until when, what came of them."""

from collections.abc import Iterable

from crisisdesk.base import swedish
from crisisdesk.features import tasks
from crisisdesk.features.tasks.state import Happened, Task
from crisisdesk.features.tasks.wording import STANDING_WORDS, owner_name
from crisisdesk.incident import wording
from crisisdesk.report.document import Block, Cell, Column, Heading, Row, Signal, Table, Tag
from crisisdesk.report.source import Source, capital, joined, nr

_STANDING: dict[str, tuple[str, Signal]] = {
    "open": ("circle", "warn"),
    "done": ("check", "ok"),
    "carried": ("arrow-right", "accent"),
    "withdrawn": ("strikethrough", "plain"),
}


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the tasks, nothing when there are none."""
    every = source.state[tasks.FEATURE].tasks.values()
    if not every:
        return ()
    return (Heading(level=1, text="Uppgifter"), _table(source, every))


def _table(source: Source, every: Iterable[Task]) -> Table:
    columns = (
        Column(title="Nr", mm=9),
        Column(title="Uppgift", share=1.1),
        Column(title="Ansvarig", mm=34),
        Column(title="Läge", mm=29),
        Column(title="Utfall", share=1.0),
        Column(title="Logg", mm=14),
    )
    rows = tuple(_row(source, task) for task in every)
    return Table(columns=columns, rows=rows, empty="Inga uppgifter.")


def of_owner(source: Source, owner: str) -> tuple[Block, ...]:
    """Return the tasks of one owner: a function's id or name, or a person's name."""
    wanted = owner_name(source.plan, owner).casefold()
    every = source.state[tasks.FEATURE].tasks.values()
    own = [task for task in every if owner_name(source.plan, task.owner).casefold() == wanted]
    title = Heading(level=1, text=f"Uppgifter för {owner_name(source.plan, owner)}")
    return (title, _table(source, own))


def _row(source: Source, task: Task) -> Row:
    mark = source.mark("task", task.task)
    hidden = bool(source.hidden(mark))
    due = source.clock(task.due_at)
    numbers = tuple(dict.fromkeys(h.number for h in task.trail if h.number))
    return Row(
        cells=(
            Cell(text=str(task.task), tone="strong"),
            source.text(task.text, mark, _origin(task)),
            "" if hidden else owner_name(source.plan, task.owner),
            Cell(tag=_standing(source, task), secondary=f"senast {due}" if due else "ingen sluttid"),
            Cell(masked=mark) if hidden else _outcome(source, task),
            Cell(text=nr(*numbers).replace(" och ", ", "), refs=numbers),
        ),
        struck=task.standing == "withdrawn" and not hidden,
    )


def _origin(task: Task) -> str:
    kind, _, number = task.source.partition(":")
    if kind == "line":
        return f"Från nr {number}"
    return f"Från {wording.ref(task.source)}" if task.source else ""


def _standing(source: Source, task: Task) -> Tag:
    icon, signal = _STANDING[task.standing]
    if task.is_late(source.end):
        return Tag(text="Sen", icon="triangle-alert", signal="alarm")
    return Tag(text=capital(STANDING_WORDS[task.standing]), icon=icon, signal=signal)


def _outcome(source: Source, task: Task) -> Cell:
    """Return what came of it; what happened on the way stands quietly below."""
    ends = {"done": task.answer, "carried": f"Till {task.carried_to}", "withdrawn": task.note}
    when = source.clock(task.ended_at)
    said = joined((ends.get(task.standing, ""), task.note if task.standing == "carried" else ""), ". ")
    on_the_way = [_step(source, h) for h in task.trail if h.what in ("handed_over", "reopened")]
    late = _lateness(task)
    return Cell(text=said, secondary=joined((when, late, *on_the_way), " · "))


def _step(source: Source, happened: Happened) -> str:
    what = "Öppnad igen" if happened.what == "reopened" else "Ny ansvarig"
    return f"{what} {source.clock(happened.at)}: {owner_name(source.plan, happened.text)}"


def _lateness(task: Task) -> str:
    if task.ended_at is None or task.due_at is None or task.ended_at <= task.due_at:
        return ""
    return f"{swedish.duration(task.ended_at - task.due_at)} sent"
