"""Frozen boards on paper: what changed by name, every version, what contradicts, what rests on the open."""

from datetime import timedelta

import pytest

from crisisdesk.features import board, decisions
from crisisdesk.report.document import Document, Paragraph, Table
from crisisdesk.report.incident import build
from tests.support.document_text import cells, pairs, under, whole_text
from tests.support.incident_play import Incident

add = board.commands.AddCard


@pytest.fixture
def incident() -> Incident:
    return Incident(exercise=False)


def printed(incident: Incident, *, masked: bool = False) -> Document:
    return build(incident.state, incident.session.head, printed_at=incident.now, masked=masked)


def versions(document: Document) -> list[list[str]]:
    (table,) = [b for b in under(document, "Ändringar på tavlan") if isinstance(b, Table)]
    return [cells(row) for row in table.rows]


def test_what_is_new_changed_and_gone_is_named_under_the_board(incident: Incident) -> None:
    for text in ("Stannar", "Ändras", "Stryks"):
        incident.do(add(column="handelse", text=text))
    incident.do(board.commands.Freeze())
    incident.do(board.commands.EditCard(card=2, text="Ändrad nu"))
    incident.do(board.commands.StrikeCard(card=3, reason="fel"))
    incident.do(add(column="resurser", text="POSOM"))
    incident.do(board.commands.Freeze(name="efter utrymning"))
    said = [
        b.text for b in under(printed(incident), "Lägesbild 2: efter utrymning") if isinstance(b, Paragraph)
    ]
    assert said[-1] == "Nytt: «POSOM». Ändrat: «Ändrad nu». Borta: «Stryks»."


def test_every_version_stands_with_when_and_who(incident: Incident) -> None:
    incident.do(add(column="resurser", text="Väktare", resource="requested"))
    incident.wait(5).do(
        board.commands.SetResource(card=1, resource="on_way", until=incident.now + timedelta(minutes=10))
    )
    incident.wait(12).do(
        board.commands.SetResource(card=1, resource="on_site", suffices="no", shortage="en till")
    )
    incident.do(board.commands.StrikeCard(card=1, reason="dubblett"))
    incident.do(add(column="handelse", text="Aldrig ändrat"))
    found = versions(printed(incident))
    assert [row[:3] for row in found] == [
        ["1", "13:05", "MK"], ["", "13:10", "MK"], ["", "13:22", "MK"], ["", "13:22", ""],
    ]  # fmt: skip
    said = whole_text(printed(incident))
    assert all(words in said for words in ("Begärd", "På väg 13:20", "På plats · räcker inte: en till"))
    assert found[3][3] == "Struket: dubblett"


def test_the_forecast_has_its_versions(incident: Incident) -> None:
    for text in ("Hus A tar eld", "Vinden tar eld"):
        incident.do(board.commands.SetForecast(which="worst", text=text))
        incident.wait(9)
    assert versions(printed(incident)) == [
        ["Farligast", "13:05", "MK", "Hus A tar eld."],
        ["", "13:14", "MK", "Vinden tar eld."],
    ]


def test_a_board_that_nobody_changed_has_no_versions(incident: Incident) -> None:
    incident.do(add(column="handelse", text="Rök"))
    assert "Ändringar på tavlan" not in whole_text(printed(incident))


def test_secret_versions_and_forecasts_are_absent_from_a_masked_copy(incident: Incident) -> None:
    incident.do(add(column="handelse", text="hemligt ett", secrecy="OSL 18:1"))
    incident.do(board.commands.Freeze())
    incident.do(board.commands.EditCard(card=1, text="hemligt två"))
    incident.do(board.commands.SetForecast(which="worst", text="hemligt tre", secrecy="OSL 18:1"))
    incident.do(board.commands.SetForecast(which="worst", text="hemligt fyra"))
    incident.do(board.commands.Freeze())
    assert "hemligt fyra" in whole_text(printed(incident))
    assert "hemligt" not in whole_text(printed(incident, masked=True))


def test_a_card_says_what_contradicts_it(incident: Incident) -> None:
    incident.do(add(column="handelse", text="En elev död", certainty="unconfirmed"))
    incident.do(board.commands.SetCertainty(card=1, certainty="contradicted", by_line=2))
    assert "motsägs av nr 2" in whole_text(printed(incident))


def test_a_decision_that_rests_on_an_open_uncertainty_says_so(incident: Incident) -> None:
    incident.do(add(purpose="uncertainty", text="Håller elen?"))
    incident.do(decisions.commands.Record(text="Öppna hus A", rests_on=(1,)))
    assert pairs(under(printed(incident), "Öppna hus A"))["Vilar på"].endswith("ännu obesvarad")
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Ja"))
    assert "ännu obesvarad" not in pairs(under(printed(incident), "Öppna hus A"))["Vilar på"]


def test_a_contradicted_card_names_the_card_that_says_otherwise(incident: Incident) -> None:
    incident.do(add(column="handelse", text="Tre saknas"))
    incident.do(add(column="handelse", text="Alla är räknade"))
    incident.do(board.commands.EditCard(card=1, certainty="contradicted", by_card=2))
    assert "motsägs av kort 2" in whole_text(printed(incident))
