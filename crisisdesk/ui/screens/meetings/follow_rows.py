"""What a meeting follows up and what came of it, as links. No Qt here."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board, decisions, tasks
from crisisdesk.features.meetings.state import Meeting
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
            text=f"Beslut {decision.decision}: {_open_text(decision.text, decision.secrecy)}",
            icon="gavel",
            token="k_dec",
            place=f"decision:{decision.decision}",
            late=_late(decision.follow_up_at, now),
        )
    for task in state[tasks.FEATURE].late(now):
        owner = f" · {task.owner}" if task.owner else ""
        yield FollowRow(
            text=f"Uppgift {task.task}: {_open_text(task.text, task.secrecy)}{owner}",
            icon="square-check-big",
            token="k_task",
            place=f"task:{task.task}",
            late=_late(task.due_at, now),
        )
    for card in state[board.FEATURE].open_uncertainties():
        owner = f" · {card.content.owner}" if card.content.owner else ""
        yield FollowRow(
            text=f"Oklarhet {card.uncertainty}: {_open_text(card.content.text, card.secrecy)}{owner}",
            icon="circle-question-mark",
            token="k_unc",
            place=f"uncertainty:{card.uncertainty}",
            late=_late(card.needed_by, now),
        )


def _open_text(text: str, secrecy: str) -> str:
    return f"{text} (sekretess {secrecy})" if secrecy else text


def _late(moment: datetime | None, now: datetime) -> str:
    return f"sen {swedish.duration(now - moment)}" if moment is not None and moment < now else ""


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
        text = f"Beslut {number}: {_open_text(decision.text, decision.secrecy)}"
        yield FollowRow(text=text, icon="gavel", token="k_dec", place=f"decision:{number}")


def given(state: State, meeting: Meeting) -> Iterator[FollowRow]:
    """Yield the tasks that the meeting gave."""
    for task in state[tasks.FEATURE].from_source(f"meeting:{meeting.meeting}"):
        text = f"Uppgift {task.task}: {_open_text(task.text, task.secrecy)}"
        yield FollowRow(text=text, icon="square-check-big", token="k_task", place=f"task:{task.task}")
