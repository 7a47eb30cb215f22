"""The forecast and the frozen boards: kept as they were, told apart, named."""

from datetime import timedelta

import pytest

from crisisdesk.features.board import BoardState, commands
from crisisdesk.features.board.state import as_it_stood, difference
from tests.support.board_play import Board, new_board, with_cards, with_question
from tests.support.feature_play import START


@pytest.fixture
def play() -> Board:
    return new_board()


# ---------------------------------------------------------------- forecast


def test_the_forecast_is_kept_as_a_detail(play: Board) -> None:
    play.do(commands.SetForecast(which="worst", text="Sprider sig till hus A"))
    assert play.do(commands.SetForecast(which="worst", text=" Sprider sig till hus A ")) == []
    play.do(commands.SetForecast(which="likely", text="Släckt inom en timme"))
    play.do(commands.SetForecast(which="worst", text=""))
    assert play.state.forecast == {"worst": "", "likely": "Släckt inom en timme"}
    assert play.lines == []


# ---------------------------------------------------------------- frozen


def test_a_frozen_board_does_not_change(play: Board) -> None:
    with_cards(play, "Rök")
    play.do(commands.SetForecast(which="worst", text="Hus A"))
    play.at(43).do(commands.Freeze(meeting=1))
    play.do(commands.EditCard(card=1, text="Släckt"))
    play.do(commands.SetForecast(which="worst", text="Ingen"))
    frozen = play.state.frozen[0]
    assert [pinned.content.text for pinned in frozen.cards] == ["Rök"]
    assert (frozen.number, frozen.meeting, frozen.worst, frozen.at) == (
        1,
        1,
        "Hus A",
        START + timedelta(minutes=43),
    )
    assert play.lines[1].text == "Lägesbild 1 fryst: 1 kort."
    assert play.lines[1].kind == "ass"
    assert play.lines[1].refs == ("board:1", "meeting:1")


def test_frozen_boards_are_told_apart(play: Board) -> None:
    with_cards(play, "Stannar", "Ändras", "Flyttas", "Stryks", "Ordnas om")
    with_question(play)
    play.do(commands.Freeze())
    assert play.state.since_frozen() == difference(play.state.frozen[0].cards, play.state.frozen[0].cards)
    play.do(commands.EditCard(card=2, certainty="confirmed"))
    play.do(commands.MoveCard(card=3, column="konsekvenser"))
    play.do(commands.StrikeCard(card=4, reason="fel"))
    play.do(commands.MoveCard(card=5, column="handelse", position=0))
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma", becomes=True))
    found = play.state.since_frozen()
    assert found.new == {7}
    assert found.changed == {2, 3, 6}
    assert [pinned.content.text for pinned in found.gone] == ["Stryks"]
    play.do(commands.Freeze(name="efter utrymning"))
    assert play.texts[-1] == "Lägesbild 2 (efter utrymning) fryst: 1 nytt kort, 3 ändrade och 1 borta."
    play.do(commands.Freeze())
    assert play.texts[-1] == "Lägesbild 3 fryst: inga kort är ändrade."


def test_before_the_first_frozen_board_nothing_is_new(play: Board) -> None:
    with_cards(play, "Rök")
    assert play.state.since_frozen().new == frozenset()


def test_a_frozen_card_keeps_its_secrecy_and_its_answer(play: Board) -> None:
    with_question(play, secrecy="OSL 18:1")
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    play.do(commands.Freeze())
    pinned = play.state.frozen[0].cards[0]
    assert pinned.content.secrecy == "OSL 18:1"
    assert pinned.answer is not None
    assert pinned.answer.text == "Hemma"


def test_the_board_can_be_seen_as_it_stood(play: Board) -> None:
    with_cards(play, "Rök")
    then = play.recorded[-1].seq
    play.do(commands.EditCard(card=1, text="Eld"))
    play.do(commands.StrikeCard(card=1, reason="släckt"))
    assert [c.content.text for c in as_it_stood(play.recorded, then).in_column("handelse")] == ["Rök"]
    assert as_it_stood(play.recorded, then + 1).cards[1].content.text == "Eld"
    assert as_it_stood(play.recorded, play.recorded[-1].seq) == play.state
    assert as_it_stood(play.recorded, 0) == BoardState()


def test_the_forecast_keeps_its_versions_and_their_secrecy(play: Board) -> None:
    play.do(commands.SetForecast(which="worst", text="Hus A tar eld"))
    found = play.at(9).do(commands.SetForecast(which="worst", text="Anlagd igen", secrecy="OSL 18:1"))
    assert [fact.KIND for fact in found] == ["board.forecast_marked", "board.forecast_set"]
    play.at(12).do(commands.SetForecast(which="worst", text="Släckt"))
    versions = [(v.text, v.at - START, v.recorded_by, v.secrecy) for v in play.state.forecasts["worst"]]
    assert versions == [
        ("Hus A tar eld", timedelta(), "MK", ""),
        ("Anlagd igen", timedelta(minutes=9), "MK", "OSL 18:1"),
        ("Släckt", timedelta(minutes=12), "MK", "OSL 18:1"),
    ]
    play.do(commands.Freeze())
    assert (play.state.frozen[0].worst_secrecy, play.state.frozen[0].likely_secrecy) == ("OSL 18:1", "")
    assert play.do(commands.SetForecast(which="worst", text="Släckt", secrecy="OSL 18:1")) == []
    play.do(commands.SetForecast(which="worst", text="Släckt", secrecy=""))
    assert play.state.forecast_secrecy["worst"] == ""


def test_a_frozen_board_can_be_named_afterwards(play: Board) -> None:
    with_cards(play, "Rök")
    play.do(commands.Freeze(meeting=1))
    play.do(commands.NameFrozen(number=1, name=" Första mötet "))
    assert play.state.frozen[0].name == "Första mötet"
    assert len(play.lines) == 2, "its line says the number"
    assert play.do(commands.NameFrozen(number=1, name="Första mötet")) == []
    for number in (0, 2):
        refusal = play.refused(commands.NameFrozen(number=number, name="x"))
        assert (refusal.field, refusal.sentence) == ("number", f"Det finns ingen lägesbild {number}.")


def test_what_contradicts_a_card_changes_it(play: Board) -> None:
    with_cards(play, "En elev död", "Inga döda")
    play.do(commands.SetCertainty(card=1, certainty="contradicted"))
    play.do(commands.Freeze())
    play.do(commands.SetCertainty(card=1, certainty="contradicted", by_card=2))
    assert play.state.since_frozen().changed == {1}
