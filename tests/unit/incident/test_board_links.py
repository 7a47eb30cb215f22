"""A card belongs only to tasks and decisions that are there."""

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, tasks
from crisisdesk.kernel.command import Command
from tests.support.incident_play import Incident


@pytest.fixture
def incident() -> Incident:
    made = Incident()
    made.do(board.commands.AddCard(column="resurser", text="Medborgarhuset"))
    made.do(tasks.commands.Add(text="Ordna lokal"))
    made.do(decisions.commands.Record(text="Flytta dit"))
    return made


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (board.commands.LinkCard(card=1, ref="task:2"), "ref"),
        (board.commands.LinkCard(card=1, ref="decision:2"), "ref"),
        (board.commands.EditCard(card=1, links=("task:1", "task:9")), "task"),
    ],
)
def test_what_is_not_there_is_refused(incident: Incident, command: Command, field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        incident.do(command)
    assert refusal.value.field == field


def test_what_is_there_is_shown_on_the_card_and_in_the_line(incident: Incident) -> None:
    incident.do(board.commands.EditCard(card=1, links=("task:1", "decision:1")))
    assert incident.state[board.FEATURE].cards[1].links == ("task:1", "decision:1")
    assert incident.state.timeline.about["task:1"][-1] == len(incident.state.timeline.lines)
