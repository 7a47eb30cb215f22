"""An entry that says that it answers an uncertainty does so, in its one line."""

import pytest

from crisisdesk.features import board, log
from crisisdesk.features.board.state import Answer
from crisisdesk.incident import queries
from tests.support.incident_play import Incident

record = log.commands.Record


@pytest.fixture
def incident() -> Incident:
    made = Incident()
    made.do(board.commands.AddCard(purpose="uncertainty", text="En elev död?"))
    return made


def answer(incident: Incident) -> Answer | None:
    return incident.state[board.FEATURE].cards[1].answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ambulansledare: inga döda, besvarar oklarhet 1", "Ambulansledare: inga döda"),
        ("Besvarar oklarhet 1: inga döda", "inga döda"),
        ("Inga döda (besvarar oklarhet 1). Två till sjukhus", "Inga döda. Två till sjukhus"),
        ("Inga döda. Besvarar oklarhet 1.", "Inga döda"),
    ],
)
def test_the_rest_of_the_entry_is_the_answer(incident: Incident, text: str, said: str) -> None:
    incident.do(record(text=text, kind="in", reliability="confirmed"))
    found = answer(incident)
    assert found is not None
    line = len(incident.state.timeline.lines)
    assert (found.text, found.line) == (said, line)
    card = incident.state[board.FEATURE].cards[found.became]
    assert (card.content.text, card.content.certainty, card.origin) == (said, "confirmed", line)


def test_it_is_one_line_that_says_both(incident: Incident) -> None:
    before = len(incident.state.timeline.lines)
    incident.do(record(text="Inga döda, besvarar oklarhet 1", kind="in"))
    lines = incident.state.timeline.lines[before:]
    said = [recorded.line for recorded in lines if recorded.line is not None]
    assert [line.text for line in said] == [
        "Inga döda, besvarar oklarhet 1. Oklarhet 1 (En elev död?) besvarad. Kort i Händelse."
    ]
    assert {"card:1", "uncertainty:1", "card:2"} <= set(said[0].refs)


@pytest.mark.parametrize(
    "text", ["besvarar oklarhet 9: nej", "besvarar oklarhet 1", "ingen besvarar oklarheter"]
)
def test_what_cannot_be_an_answer_is_an_entry_all_the_same(incident: Incident, text: str) -> None:
    before = len(incident.state.timeline.lines)
    incident.do(record(text=text))
    assert len(incident.state.timeline.lines) == before + 1
    assert answer(incident) is None


def test_a_correction_answers_anew(incident: Incident) -> None:
    incident.do(record(text="Tre till sjukhus, besvarar oklarhet 1", kind="in"))
    number = len(incident.state.timeline.lines)
    text = "Två till sjukhus, besvarar oklarhet 1"
    incident.do(log.commands.Correct(number=number, text=text, reason="fel antal"))
    found = answer(incident)
    assert found is not None
    assert (found.text, found.line) == ("Två till sjukhus", number + 1)


def test_the_answer_starts_from_how_reliable_its_line_is(incident: Incident) -> None:
    incident.do(record(text="Inga döda", kind="in", reliability="unconfirmed"))
    line = len(incident.state.timeline.lines)
    assert queries.certainty_of(incident.state, line) == "unconfirmed"
    incident.do(log.commands.SetReliability(number=line, reliability="confirmed"))
    assert queries.certainty_of(incident.state, line) == "confirmed"
    assert queries.certainty_of(incident.state, 999) == ""


def test_an_answer_taken_back_leaves_its_card_contradicted(incident: Incident) -> None:
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Inga döda", becomes=True))
    before = len(incident.state.timeline.lines)
    incident.do(board.commands.ReopenUncertainty(uncertainty=1, reason="fel person"))
    assert incident.state[board.FEATURE].cards[2].content.certainty == "contradicted"
    assert len(incident.state.timeline.lines) == before + 1
    assert incident.state.timeline.says(before + 1).text == (
        "Oklarhet 1 öppen igen: fel person. Tavlan, Händelse, ändrat: Inga döda. Motsagd."
    )


def test_a_card_of_an_answer_that_is_struck_stays_so(incident: Incident) -> None:
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Inga döda", becomes=True))
    incident.do(board.commands.StrikeCard(card=2, reason="dubblett"))
    incident.do(board.commands.ReopenUncertainty(uncertainty=1, reason="fel person"))
    assert incident.state[board.FEATURE].cards[2].struck
    assert answer(incident) is None
