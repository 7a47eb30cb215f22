"""What a meeting follows up and what came of it, as links. No Qt here."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.provisions import bar
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, tasks
from crisisdesk.features.board.state import Card
from crisisdesk.features.decisions.state import Decision
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.features.tasks.state import Task
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.plan.content import PointPurpose


class FollowRow(Record, kw_only=True):
    """Something to follow up, and where it is read."""

    text: str
    icon: str
    token: str
    place: str
    late: str = ""


def follow_up(state: State, now: datetime) -> Iterator[FollowRow]:
    """Yield what the meeting follows up: open decisions, late tasks, unanswered uncertainties."""
    for decision in state[decisions.FEATURE].open():
        yield FollowRow(
            text=f"Beslut {decision.decision}: {_decision_text(state, decision)}",
            icon="gavel",
            token="k_dec",
            place=f"decision:{decision.decision}",
            late=swedish.late(decision.follow_up_at, now),
        )
    for task in state[tasks.FEATURE].late(now):
        owner = f" · {task.owner}" if task.owner else ""
        yield FollowRow(
            text=f"Uppgift {task.task}: {_task_text(state, task)}{owner}",
            icon="square-check-big",
            token="k_task",
            place=f"task:{task.task}",
            late=swedish.late(task.due_at, now),
        )
    for card in state[board.FEATURE].open_uncertainties():
        owner = f" · {card.content.owner}" if card.content.owner else ""
        yield FollowRow(
            text=f"Oklarhet {card.uncertainty}: {_card_text(state, card)}{owner}",
            icon="circle-question-mark",
            token="k_unc",
            place=f"uncertainty:{card.uncertainty}",
            late=swedish.late(card.needed_by, now),
        )


def _decision_text(state: State, decision: Decision) -> str:
    return _open_text(state, decision.text, f"decision:{decision.decision}")


def _task_text(state: State, task: Task) -> str:
    return _open_text(state, task.text, f"task:{task.task}")


def _card_text(state: State, card: Card) -> str:
    return _open_text(state, card.content.text, f"card:{card.card}")


def _open_text(state: State, text: str, ref: str) -> str:
    """Return the text with its mark; a bar says it itself."""
    mark = secrecy.of_ref(state, ref)
    return f"{text} (sekretess {mark})" if mark and text != bar(mark) else text


def made_at(state: State, meeting: Meeting, point: str, purpose: PointPurpose) -> Iterator[FollowRow]:
    """Yield the decisions made at the point; at the point for decisions also the meeting's tasks."""
    lines = state.timeline.about.get(f"point:{meeting.meeting}/{point}", [])
    refs = [ref for number in lines for ref in state.timeline.says(number).refs]
    yield from decided(state, refs)
    if purpose == "decisions":
        yield from given(state, meeting)


def decided(state: State, refs: list[str]) -> Iterator[FollowRow]:
    """Yield the decisions that the refs name, each once."""
    numbers = dict.fromkeys(int(ref.partition(":")[2]) for ref in refs if ref.startswith("decision:"))
    for number in numbers:
        decision = state[decisions.FEATURE].decisions[number]
        text = f"Beslut {number}: {_decision_text(state, decision)}"
        yield FollowRow(text=text, icon="gavel", token="k_dec", place=f"decision:{number}")


def given(state: State, meeting: Meeting) -> Iterator[FollowRow]:
    """Yield the tasks that the meeting or one of its points gave."""
    whole, points = f"meeting:{meeting.meeting}", f"point:{meeting.meeting}/"
    for task in state[tasks.FEATURE].standing():
        if task.source != whole and not task.source.startswith(points):
            continue
        text = f"Uppgift {task.task}: {_task_text(state, task)}"
        yield FollowRow(text=text, icon="square-check-big", token="k_task", place=f"task:{task.task}")
