"""Uncertainties on the board: asked, late, answered, opened again."""

from datetime import timedelta

import pytest

from crisisdesk.features.board import commands
from tests.support.board_play import HALF_PAST, Board, new_board, with_cards, with_question
from tests.support.feature_play import START


@pytest.fixture
def play() -> Board:
    return new_board()


# ---------------------------------------------------------------- uncertainties


def test_an_uncertainty_says_who_and_when(play: Board) -> None:
    with_question(play)
    assert play.texts == ["Oklarhet 1: Var är den saknade? Ägare: Förvaltningschefen. Behövs senast 13:30."]
    assert play.lines[0].kind == "unc"
    assert play.lines[0].refs == ("card:1", "uncertainty:1")


def test_late_is_what_was_needed_before(play: Board) -> None:
    with_question(play)
    with_cards(play, "Utan tid", column="oklarheter")
    assert play.state.late_uncertainties(HALF_PAST) == []
    late = play.state.late_uncertainties(HALF_PAST + timedelta(seconds=1))
    assert [card.uncertainty for card in late] == [1]
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert play.state.late_uncertainties(HALF_PAST + timedelta(hours=1)) == []
    assert [card.uncertainty for card in play.state.open_uncertainties()] == [2]


def test_an_answer_leads_to_the_card_that_it_became(play: Board) -> None:
    with_question(play)
    found = play.at(24).do(
        commands.AnswerUncertainty(
            uncertainty=1, answer="Hittad, gick hem 12:30", answer_line=1, becomes=True
        )
    )
    assert [fact.KIND for fact in found] == ["board.uncertainty_answered", "board.card_added"]
    line = play.lines[-1]
    assert len(play.lines) == 2, "one act, one line"
    assert line.text == "Oklarhet 1 (Var är den saknade?) besvarad: Hittad, gick hem 12:30."
    assert line.refs == ("card:1", "uncertainty:1", "line:1")
    answer = play.state.cards[1].answer
    assert answer is not None
    assert (answer.text, answer.at, answer.number, answer.became) == (
        "Hittad, gick hem 12:30",
        START + timedelta(minutes=24),
        2,
        2,
    )
    card = play.state.cards[2]
    assert (card.column, card.content.text, card.became_from) == ("handelse", "Hittad, gick hem 12:30", 1)


def test_an_answer_alone_adds_no_card(play: Board) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert list(play.state.cards) == [1]


def test_an_answer_can_become_a_card_in_a_chosen_column(play: Board) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Två", becomes=True, column="konsekvenser"))
    assert play.state.cards[2].column == "konsekvenser"
    other = commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True, column="tak")
    assert play.refused(other).field == "column"


def test_a_new_answer_strikes_the_old_one(play: Board) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True))
    assert play.do(commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True)) == []
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Två"))
    assert play.lines[-1].text == "Oklarhet 1 (Var är den saknade?) besvarad på nytt: Två."
    assert play.lines[-1].strikes == 2
    answer = play.state.cards[1].answer
    assert answer is not None
    assert (answer.text, answer.became) == ("Två", 2)


def test_an_answer_that_does_not_hold_opens_the_question_again(play: Board) -> None:
    with_question(play)
    assert play.do(commands.ReopenUncertainty(uncertainty=1, reason="")) == []
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert play.refused(commands.ReopenUncertainty(uncertainty=1, reason=" ")).field == "reason"
    play.do(commands.ReopenUncertainty(uncertainty=1, reason="fel person"))
    assert play.texts[-1] == "Oklarhet 1 öppen igen: fel person."
    assert play.lines[-1].strikes == 2
    assert [card.uncertainty for card in play.state.open_uncertainties()] == [1]


def test_what_is_not_open_cannot_be_answered(play: Board) -> None:
    with_question(play)
    with_question(play)
    play.do(commands.StrikeCard(card=2, reason="dubblett"))
    for number in (2, 3):
        refusal = play.refused(commands.AnswerUncertainty(uncertainty=number, answer="Ja"))
        assert refusal.sentence == f"Det finns ingen oklarhet {number} på tavlan."
        assert refusal.field == "uncertainty"
    assert play.refused(commands.AnswerUncertainty(uncertainty=1, answer="")).field == "answer"
    beyond = commands.AnswerUncertainty(uncertainty=1, answer="Ja", answer_line=99)
    assert play.refused(beyond).field == "answer_line"


def test_a_secret_question_has_a_secret_answer(play: Board) -> None:
    with_question(play, secrecy="OSL 21:1")
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma", becomes=True))
    assert play.lines[-1].secrecy == "OSL 21:1"
    assert play.state.cards[2].secrecy == "OSL 21:1"


def test_the_card_of_an_answer_is_as_certain_as_it_was_said(play: Board) -> None:
    for number, certainty in enumerate(("", "unconfirmed", "confirmed"), start=1):
        with_question(play)
        play.do(
            commands.AnswerUncertainty(uncertainty=number, answer="Hemma", becomes=True, certainty=certainty)
        )
        answer = play.state.cards[number * 2 - 1].answer
        assert answer is not None
        assert play.state.cards[answer.became].content.certainty == certainty


def test_an_answer_can_come_with_the_line_that_gives_it(play: Board) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma", answer_line=2))
    assert play.texts[-1] == "Oklarhet 1 (Var är den saknade?) besvarad."
    assert play.lines[-1].refs == ("card:1", "uncertainty:1")
    answer = play.state.cards[1].answer
    assert answer is not None
    assert answer.line == 2
    assert (
        play.refused(commands.AnswerUncertainty(uncertainty=1, answer="Nej", answer_line=4)).field
        == "answer_line"
    )
