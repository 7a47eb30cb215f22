"""How far the log is on paper: the next print follows on."""

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import log, prints
from crisisdesk.features.prints.commands import Note
from tests.support.incident_play import Incident


@pytest.fixture
def incident() -> Incident:
    found = Incident()
    for text in ("Ett", "Två", "Tre"):
        found.do(log.commands.Record(text=text))
    return found


def test_a_print_is_kept_without_a_line_of_its_own(incident: Incident) -> None:
    lines = len(incident.state.timeline.lines)
    incident.do(Note(first=1, last=3, sheets=2))
    held = incident.state[prints.FEATURE]
    assert (held.line, held.sheets, held.at) == (3, 2, incident.now)
    assert len(incident.state.timeline.lines) == lines


def test_the_next_follows_on_or_begins_anew(incident: Incident) -> None:
    incident.do(Note(first=1, last=3, sheets=2))
    incident.do(Note(first=4, last=5, sheets=3))
    assert incident.state[prints.FEATURE].line == 5
    incident.do(Note(first=1, last=5, sheets=1))
    assert incident.state[prints.FEATURE].sheets == 1


@pytest.mark.parametrize(("first", "last", "sheets"), [(3, 4, 1), (1, 6, 1), (0, 2, 1), (1, 5, 0)])
def test_what_cannot_have_been_printed_is_refused(
    incident: Incident, first: int, last: int, sheets: int
) -> None:
    with pytest.raises(RuleBroken):
        incident.do(Note(first=first, last=last, sheets=sheets))


def test_paper_that_is_longer_than_the_print_is_not_forgotten(incident: Incident) -> None:
    incident.do(Note(first=1, last=3, sheets=2))
    with pytest.raises(RuleBroken):
        incident.do(Note(first=1, last=2, sheets=1))
