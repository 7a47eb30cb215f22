"""What is open, as columns of Storbild: decisions, tasks, uncertainties, what is late first. No Qt here."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features import board, decisions, lifecycle, tasks
from crisisdesk.features.board.facts import Content
from crisisdesk.features.board.state import Card
from crisisdesk.features.decisions.state import Decision
from crisisdesk.features.tasks.state import Task
from crisisdesk.incident.board_rows import CardRow, ColumnRow
from crisisdesk.incident.state import State
from crisisdesk.plan.content import ColumnPurpose


def open_rows(state: State, now: datetime) -> tuple[ColumnRow, ...]:
    """Return what is open at the moment (UTC); a closed incident has nothing open."""
    closed = state[lifecycle.FEATURE].closed
    made = [] if closed else sorted(state[decisions.FEATURE].open(), key=_follow_up)
    given = [] if closed else sorted(state[tasks.FEATURE].open(), key=_due)
    asked = [] if closed else sorted(state[board.FEATURE].open_uncertainties(), key=_needed)
    zone = state.zone
    return (
        _column("Beslut", "gavel", [decision_card(d, zone, now) for d in made], "Inga öppna beslut."),
        _column(
            "Uppgifter", "square-check-big", [task_card(t, zone, now) for t in given], "Inga öppna uppgifter."
        ),
        _column(
            "Oklarheter",
            "circle-question-mark",
            [uncertainty_card(c, zone, now) for c in asked],
            "Inga oklarheter.",
            "uncertainty",
        ),
    )


def _column(
    title: str, icon: str, cards: list[CardRow], empty: str, purpose: ColumnPurpose = "plain"
) -> ColumnRow:
    return ColumnRow(id=icon, title=title, icon=icon, purpose=purpose, hint=empty, cards=tuple(cards))


def _card(
    numbered: str, text: str, parts: tuple[str, ...], late: str, purpose: ColumnPurpose = "plain"
) -> CardRow:
    return CardRow(
        card=0,
        column="",
        purpose=purpose,
        text=f"{numbered} {text}",
        meta=" · ".join(part for part in parts if part),
        late=late,
        content=Content(text=text),
    )


def _numbered(word: str, number: int, *, named: bool) -> str:
    return f"{word} {number}:" if named else f"{number}."


def decision_card(decision: Decision, zone: str, now: datetime, *, named: bool = False) -> CardRow:
    """Return an open decision as a card; `named` says that it is one, where other things stand beside it."""
    follow = _when("följs upp", decision.follow_up_at, zone, now)
    missing = "ofullständigt" if decision.missing else ""
    parts = (decision.responsible or "ingen ansvarig", follow, missing)
    numbered = _numbered("Beslut", decision.decision, named=named)
    return _card(numbered, decision.text, parts, swedish.late(decision.follow_up_at, now))


def task_card(task: Task, zone: str, now: datetime, *, named: bool = False) -> CardRow:
    """Return an open task as a card; `named` as for a decision."""
    parts = (task.owner or "ingen ägare", _when("klar", task.due_at, zone, now))
    return _card(
        _numbered("Uppgift", task.task, named=named), task.text, parts, swedish.late(task.due_at, now)
    )


def uncertainty_card(card: Card, zone: str, now: datetime, *, named: bool = False) -> CardRow:
    """Return an open uncertainty as a card; `named` as for a decision."""
    owner = f"ägare: {card.content.owner}" if card.content.owner else "ingen ägare"
    parts = (owner, _when("behövs", card.needed_by, zone, now))
    numbered = _numbered("Oklarhet", card.uncertainty, named=named)
    return _card(numbered, card.content.text, parts, swedish.late(card.needed_by, now), "uncertainty")


def _when(word: str, at: datetime | None, zone: str, now: datetime) -> str:
    """Return when something is due; what is late says so itself."""
    return f"{word} {swedish.near(at, zone, now)}" if at is not None and at >= now else ""


def _follow_up(decision: Decision) -> tuple[bool, float, int]:
    return _order(decision.follow_up_at, decision.decision)


def _due(task: Task) -> tuple[bool, float, int]:
    return _order(task.due_at, task.task)


def _needed(card: Card) -> tuple[bool, float, int]:
    return _order(card.needed_by, card.uncertainty)


def _order(at: datetime | None, number: int) -> tuple[bool, float, int]:
    """Order by what is due first; what has no time comes last."""
    return at is None, at.timestamp() if at is not None else 0.0, number
