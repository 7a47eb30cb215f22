"""Entries of the log: nothing changes a line; a correction writes a new one that says all that it says."""

from datetime import timedelta

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import log
from crisisdesk.features.log.commands import Correct, ExplainLateness, Record, Strike
from tests.support.incident_play import Incident


@pytest.fixture
def incident() -> Incident:
    return Incident()


def wrote(incident: Incident, **fields: object) -> int:
    """Write an entry and return its number."""
    asked: dict[str, object] = {"text": "Tre elever till sjukhus", "kind": "in"}
    incident.do(Record(**(asked | fields)))  # pyright: ignore[reportArgumentType]
    return len(incident.state.timeline.lines)


def corrected(incident: Incident, number: int, **fields: object) -> log.facts.EntryRecorded:
    """Correct the entry and return the fact that stands in its place."""
    entry = incident.state[log.FEATURE].entries[number]
    asked: dict[str, object] = {"text": entry.fact.text, "reason": "fel", "happened_at": entry.happened_at}
    incident.do(Correct(number=number, **(asked | fields)))  # pyright: ignore[reportArgumentType]
    return incident.state[log.FEATURE].entries[len(incident.state.timeline.lines)].fact


def test_any_field_can_be_corrected_and_the_rest_is_kept(incident: Incident) -> None:
    paper = log.facts.Paper(form=3, writer="AB")
    number = wrote(incident, sender="rektor", functions=("stabschef",), links=("step:4.2",), paper=paper)
    fact = corrected(incident, number, kind="out", functions=(), links=("line:1", "card:2"), source="radio")
    assert (fact.kind, fact.functions, fact.links, fact.source) == ("out", (), ("line:1", "card:2"), "radio")
    assert (fact.sender, fact.paper, fact.corrects) == ("rektor", paper, number)
    again = corrected(incident, len(incident.state.timeline.lines), sender="skolsköterskan")
    assert (again.kind, again.links, again.sender) == ("out", ("line:1", "card:2"), "skolsköterskan")


def test_the_time_that_it_happened_can_be_corrected(incident: Incident) -> None:
    number = wrote(incident)
    earlier = incident.now - timedelta(minutes=3)
    corrected(incident, number, happened_at=earlier)
    entries = incident.state[log.FEATURE].entries
    assert entries[len(incident.state.timeline.lines)].happened_at == earlier
    assert entries[number].happened_at > earlier
    assert entries[number].struck_by == len(incident.state.timeline.lines)


def test_a_corrected_paper_form_is_found_at_its_new_line(incident: Incident) -> None:
    number = wrote(incident, paper=log.facts.Paper(form=3))
    corrected(incident, number, text="Två elever till sjukhus")
    with pytest.raises(RuleBroken, match=f"se rad {number + 1}"):
        wrote(incident, paper=log.facts.Paper(form=3))


def test_a_late_line_is_logged_and_its_reason_stands_open_until_it_is_given(incident: Incident) -> None:
    number = wrote(incident, happened_at=incident.now - timedelta(minutes=6))
    state = incident.state[log.FEATURE]
    assert state.unexplained == {number}
    incident.do(ExplainLateness(number=number, reason="telefonkö"))
    assert (state.unexplained, state.entries[number].late_reason) == (set(), "telefonkö")


def test_five_minutes_are_not_late(incident: Incident) -> None:
    number = wrote(incident, happened_at=incident.now - timedelta(minutes=5))
    assert number not in incident.state[log.FEATURE].unexplained


def test_a_correction_neither_hides_nor_repeats_that_a_line_is_late(incident: Incident) -> None:
    number = wrote(incident, happened_at=incident.now - timedelta(minutes=20))
    state = incident.state[log.FEATURE]
    corrected(incident, number, text="Två elever till sjukhus")
    assert state.unexplained == {number + 1}
    incident.do(ExplainLateness(number=number + 1, reason="telefonkö"))
    corrected(incident, number + 1, sender="rektor")
    assert state.unexplained == set()
    assert state.entries[len(incident.state.timeline.lines)].late_reason == "telefonkö"


def test_a_correction_long_after_is_not_late_itself(incident: Incident) -> None:
    number = wrote(incident)
    incident.wait(120)
    corrected(incident, number, text="Två elever till sjukhus")
    assert incident.state[log.FEATURE].unexplained == set()


def test_what_is_struck_is_not_corrected_again(incident: Incident) -> None:
    number = wrote(incident)
    incident.do(Strike(number=number, reason="fel händelse"))
    with pytest.raises(RuleBroken, match=f"redan struken, se rad {number + 1}"):
        corrected(incident, number)


@pytest.mark.parametrize(("text", "reason", "field"), [("", "fel", "text"), ("x", " ", "reason")])
def test_text_and_reason_are_asked_for(incident: Incident, text: str, reason: str, field: str) -> None:
    number = wrote(incident)
    with pytest.raises(RuleBroken) as refusal:
        corrected(incident, number, text=text, reason=reason)
    assert refusal.value.field == field


def test_the_same_text_twice_is_two_lines(incident: Incident) -> None:
    assert wrote(incident) + 1 == wrote(incident)
