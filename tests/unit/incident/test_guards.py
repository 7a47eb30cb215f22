"""What the incident as a whole refuses: what would be written and then not be readable again."""

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, log, secrecy
from crisisdesk.kernel.command import Command
from tests.support.incident_play import Incident

LONG = "9" * 5000


def test_what_was_known_needs_its_decision() -> None:
    incident = Incident()
    head = incident.session.head
    with pytest.raises(RuleBroken) as refused:
        incident.do(decisions.commands.NoteKnown(decision=1))
    assert refused.value.sentence == "Det finns inget beslut 1."
    assert incident.session.head == head


@pytest.mark.parametrize(
    "command",
    [
        log.commands.Record(text="Ringer", links=(f"line:{LONG}",)),
        decisions.commands.Record(text="Stäng", links=(f"task:{LONG}",)),
        board.commands.LinkCard(card=1, ref=f"task:{LONG}"),
        board.commands.EditCard(card=1, links=(f"decision:{LONG}",)),
        secrecy.commands.Mark(ref=f"point:{LONG}/5.2.3", provision="OSL 18:1"),
        secrecy.commands.MarkSeveral(refs=("card:1", f"card:{LONG}"), provision="OSL 18:1"),
    ],
    ids=lambda command: command.NAME,
)
def test_a_ref_too_long_to_be_one_is_refused(command: Command) -> None:
    incident = Incident()
    incident.do(board.commands.AddCard(text="Rök", column="handelse"))
    with pytest.raises(RuleBroken, match="Det finns inget som heter"):
        incident.do(command)
