"""The board: cards put up, changed, moved, struck; uncertainties answered; frozen boards."""

from datetime import timedelta
from pathlib import Path

import pytest

from crisisdesk.features.board import FEATURE, BoardState, commands, facts
from crisisdesk.features.board.state import as_it_stood, difference
from crisisdesk.plan.loader import load, load_shipped
from tests.support.feature_play import START, Play

HALF_PAST = START + timedelta(minutes=25)
"""13:30 in Stockholm."""


@pytest.fixture
def play() -> Play[BoardState]:
    return Play(FEATURE, load_shipped())


def hanging(play: Play[BoardState], column: str) -> list[str]:
    return [card.content.text for card in play.state.in_column(column)]


def with_cards(play: Play[BoardState], *texts: str, column: str = "handelse") -> None:
    for text in texts:
        play.do(commands.AddCard(column=column, text=text))


def with_question(play: Play[BoardState], secrecy: str = "") -> None:
    play.do(
        commands.AddCard(
            column="oklarheter",
            text="Var är den saknade?",
            owner="Förvaltningschefen",
            needed_by=HALF_PAST,
            secrecy=secrecy,
        )
    )


# ---------------------------------------------------------------- put up


def test_a_card_says_what_where_from_and_how_certain(play: Play[BoardState]) -> None:
    with_cards(play, "Larm")
    play.do(
        commands.AddCard(
            column="konsekvenser",
            text=" 3 elever rökskadade ",
            source="rektor",
            certainty="unconfirmed",
            origin=1,
        )
    )
    line = play.lines[-1]
    assert line.text == "Tavlan, Konsekvenser: 3 elever rökskadade. Källa: rektor. Obekräftad."
    assert (line.kind, line.refs, line.secrecy) == ("note", ("card:2", "line:1"), "")
    card = play.state.cards[2]
    assert (card.content.text, card.origin, card.number) == ("3 elever rökskadade", 1, 2)


def test_a_resource_says_where_it_is_and_whether_it_suffices(play: Play[BoardState]) -> None:
    play.do(
        commands.AddCard(
            purpose="resource",
            text="Medborgarhuset, 5 salar",
            resource="promised",
            until=START + timedelta(hours=18, minutes=55),
            suffices="no",
            shortage="1 sal till",
        )
    )
    assert play.texts == [
        "Tavlan, Resurser: Medborgarhuset, 5 salar. Utlovad fre 08:00. Räcker inte: 1 sal till."
    ]


@pytest.mark.parametrize(
    ("command", "sentence", "field"),
    [
        (commands.AddCard(column="handelse", text=" "), "Skriv vad som ska stå på kortet.", "text"),
        (commands.AddCard(column="tak", text="Rök"), "Tavlan har ingen kolumn tak.", "column"),
        (
            commands.AddCard(column="handelse", text="Rök", origin=9),
            "Det finns ingen rad 9 i loggen.",
            "origin",
        ),
    ],
)
def test_what_cannot_be_put_up_is_refused_at_its_field(
    play: Play[BoardState], command: commands.AddCard, sentence: str, field: str
) -> None:
    refusal = play.refused(command)
    assert (refusal.sentence, refusal.field) == (sentence, field)


def test_the_purpose_finds_the_column_of_any_plan() -> None:
    museum = Play(FEATURE, load(Path(__file__).parents[2] / "support/other_plan"))
    museum.do(commands.AddCard(purpose="uncertainty", text="Rinner det än?"))
    museum.do(commands.AddCard(purpose="plain", text="Tavlan i sal 2 är våt"))
    assert museum.state.cards[1].column == "fragetecken"
    assert museum.state.cards[2].column == "foremal"


def test_a_card_can_be_put_between_others(play: Play[BoardState]) -> None:
    with_cards(play, "A", "C")
    play.do(commands.AddCard(column="handelse", text="B", position=1))
    play.do(commands.AddCard(column="handelse", text="D", position=99))
    assert hanging(play, "handelse") == ["A", "B", "C", "D"]


# ---------------------------------------------------------------- changed


def test_a_new_version_keeps_the_old_one(play: Play[BoardState]) -> None:
    with_cards(play, "Utrymning pågår")
    play.at(42).do(commands.EditCard(card=1, text="Utrymt 13:10", certainty="confirmed"))
    assert play.texts[-1] == "Tavlan, Händelse, ändrat: Utrymt 13:10. Bekräftad."
    assert play.lines[-1].strikes == 0, "what was true then is not struck"
    said = [(v.version, v.content.text, v.at - START) for v in play.state.cards[1].versions]
    assert said == [(1, "Utrymning pågår", timedelta()), (2, "Utrymt 13:10", timedelta(minutes=42))]


def test_a_change_touches_only_what_is_given(play: Play[BoardState]) -> None:
    play.do(commands.AddCard(column="oklarheter", text="Håller elen?", owner="jouren", needed_by=HALF_PAST))
    play.do(commands.EditCard(card=1, owner="stabschefen"))
    content = play.state.cards[1].content
    assert (content.text, content.owner, content.needed_by) == ("Håller elen?", "stabschefen", HALF_PAST)
    play.do(commands.EditCard(card=1, clear=("needed_by",)))
    assert play.state.cards[1].needed_by is None
    assert play.texts[-1] == "Oklarhet 1 ändrad: Håller elen? Ägare: stabschefen."


def test_a_change_that_changes_nothing_is_no_line(play: Play[BoardState]) -> None:
    with_cards(play, "Rök")
    for same in (
        commands.EditCard(card=1, text=" Rök "),
        commands.EditCard(card=1, clear=("until",)),
        commands.SetCertainty(card=1, certainty=""),
        commands.SetResource(card=1, resource=""),
    ):
        assert play.do(same) == []
    assert len(play.lines) == 1


def test_a_card_cannot_lose_its_text(play: Play[BoardState]) -> None:
    with_cards(play, "Rök")
    assert play.refused(commands.EditCard(card=1, text="  ")).field == "text"


def test_what_is_certain_can_be_said_alone(play: Play[BoardState]) -> None:
    with_cards(play, "En elev död")
    play.do(commands.SetCertainty(card=1, certainty="contradicted"))
    assert play.texts[-1] == "Tavlan, Händelse, ändrat: En elev död. Motsagd."


def test_a_resource_that_arrives_has_no_time_left(play: Play[BoardState]) -> None:
    with_cards(play, "Väktare, 2", column="resurser")
    play.do(
        commands.SetResource(card=1, resource="on_way", until=HALF_PAST, suffices="no", shortage="en till")
    )
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På väg 13:30. Räcker inte: en till."
    play.do(commands.SetResource(card=1, resource="on_site"))
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På plats. Räcker inte: en till."
    play.do(commands.SetResource(card=1, resource="on_site", suffices="yes"))
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På plats. Räcker."


def test_secrecy_stays_through_changes_and_marks_their_lines(play: Play[BoardState]) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.EditCard(card=1, text="Anlagd"))
    play.do(commands.SetCertainty(card=1, certainty="confirmed"))
    assert play.state.cards[1].secrecy == "OSL 18:1"
    assert [line.secrecy for line in play.lines] == ["OSL 18:1"] * 3


def test_opening_a_secret_card_does_not_open_the_line_that_says_so(play: Play[BoardState]) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.EditCard(card=1, secrecy=""))
    assert play.state.cards[1].secrecy == ""
    assert play.lines[-1].secrecy == "OSL 18:1"


# ---------------------------------------------------------------- moved


def test_to_another_column_is_a_line(play: Play[BoardState]) -> None:
    with_cards(play, "Hus B stängt")
    with_cards(play, "Oro", column="konsekvenser")
    found = play.do(commands.MoveCard(card=1, column="konsekvenser", position=0))
    assert found == [facts.CardMoved(card=1, column="konsekvenser", position=0)]
    assert play.texts[-1] == "Tavlan: kortet «Hus B stängt» flyttat från Händelse till Konsekvenser."
    assert hanging(play, "konsekvenser") == ["Hus B stängt", "Oro"]
    assert hanging(play, "handelse") == []


def test_within_the_column_is_a_detail(play: Play[BoardState]) -> None:
    with_cards(play, "A", "B", "C")
    found = play.do(commands.MoveCard(card=3, column="handelse", position=0))
    assert found == [facts.CardOrdered(card=3, position=0)]
    assert hanging(play, "handelse") == ["C", "A", "B"]
    assert len(play.lines) == 3
    play.do(commands.MoveCard(card=3, column="handelse"))
    assert hanging(play, "handelse") == ["A", "B", "C"]
    assert play.do(commands.MoveCard(card=2, column="handelse", position=1)) == []
    assert play.do(commands.MoveCard(card=3, column="handelse")) == [], "it is last already"
    assert play.do(commands.MoveCard(card=3, column="handelse", position=99)) == []


def test_the_line_of_a_move_does_not_read_out_a_secret_card(play: Play[BoardState]) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.MoveCard(card=1, column="konsekvenser"))
    assert "anlagd" not in play.texts[-1]


def test_a_card_moved_among_the_uncertainties_gets_a_number_and_keeps_it(play: Play[BoardState]) -> None:
    with_question(play)
    with_cards(play, "Hur många?")
    play.do(commands.MoveCard(card=2, column="oklarheter"))
    assert play.texts[-1].endswith("till Oklarheter. Oklarhet 2.")
    assert play.lines[-1].kind == "unc"
    play.do(commands.MoveCard(card=2, column="handelse"))
    assert [c.uncertainty for c in play.state.open_uncertainties()] == [1]
    moved_out = commands.AnswerUncertainty(uncertainty=2, answer="Två")
    assert play.refused(moved_out).field == "uncertainty"
    play.do(commands.AddCard(column="oklarheter", text="Ny"))
    play.do(commands.MoveCard(card=2, column="oklarheter"))
    assert [c.card for c in play.state.open_uncertainties()] == [1, 2, 3]
    assert play.state.uncertainties == {1: 1, 2: 2, 3: 3}


# ---------------------------------------------------------------- struck


def test_a_struck_card_is_gone_from_the_board_and_strikes_its_line(play: Play[BoardState]) -> None:
    with_cards(play, "Rök i hus A", "Rök i hus B")
    assert play.refused(commands.StrikeCard(card=1, reason=" ")).field == "reason"
    play.at(9).do(commands.StrikeCard(card=1, reason="fel hus"))
    line = play.lines[-1]
    assert line.text == "Tavlan: kortet «Rök i hus A» struket: fel hus."
    assert line.strikes == 1
    assert hanging(play, "handelse") == ["Rök i hus B"]
    card = play.state.cards[1]
    assert (card.struck_because, card.content.text) == ("fel hus", "Rök i hus A")


def test_nothing_can_be_done_with_a_struck_or_unknown_card(play: Play[BoardState]) -> None:
    with_cards(play, "A")
    play.do(commands.StrikeCard(card=1, reason="fel"))
    for number, sentence in ((1, "Kort 1 är struket."), (7, "Det finns inget kort 7.")):
        for command in (
            commands.EditCard(card=number, text="B"),
            commands.MoveCard(card=number, column="konsekvenser"),
            commands.StrikeCard(card=number, reason="igen"),
            commands.SetCertainty(card=number, certainty="confirmed"),
            commands.SetResource(card=number, resource="on_site"),
        ):
            refusal = play.refused(command)
            assert (refusal.sentence, refusal.field) == (sentence, "card")


def test_numbers_are_not_used_again(play: Play[BoardState]) -> None:
    with_question(play)
    play.do(commands.StrikeCard(card=1, reason="dubblett"))
    with_question(play)
    assert list(play.state.cards) == [1, 2]
    assert play.state.cards[2].uncertainty == 2


# ---------------------------------------------------------------- uncertainties


def test_an_uncertainty_says_who_and_when(play: Play[BoardState]) -> None:
    with_question(play)
    assert play.texts == ["Oklarhet 1: Var är den saknade? Ägare: Förvaltningschefen. Behövs senast 13:30."]
    assert play.lines[0].kind == "unc"
    assert play.lines[0].refs == ("card:1", "uncertainty:1")


def test_late_is_what_was_needed_before(play: Play[BoardState]) -> None:
    with_question(play)
    with_cards(play, "Utan tid", column="oklarheter")
    assert play.state.late_uncertainties(HALF_PAST) == []
    late = play.state.late_uncertainties(HALF_PAST + timedelta(seconds=1))
    assert [card.uncertainty for card in late] == [1]
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert play.state.late_uncertainties(HALF_PAST + timedelta(hours=1)) == []
    assert [card.uncertainty for card in play.state.open_uncertainties()] == [2]


def test_an_answer_leads_to_the_card_that_it_became(play: Play[BoardState]) -> None:
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


def test_an_answer_alone_adds_no_card(play: Play[BoardState]) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert list(play.state.cards) == [1]


def test_an_answer_can_become_a_card_in_a_chosen_column(play: Play[BoardState]) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Två", becomes=True, column="konsekvenser"))
    assert play.state.cards[2].column == "konsekvenser"
    other = commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True, column="tak")
    assert play.refused(other).field == "column"


def test_a_new_answer_strikes_the_old_one(play: Play[BoardState]) -> None:
    with_question(play)
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True))
    assert play.do(commands.AnswerUncertainty(uncertainty=1, answer="Tre", becomes=True)) == []
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Två"))
    assert play.lines[-1].text == "Oklarhet 1 (Var är den saknade?) besvarad på nytt: Två."
    assert play.lines[-1].strikes == 2
    answer = play.state.cards[1].answer
    assert answer is not None
    assert (answer.text, answer.became) == ("Två", 2)


def test_an_answer_that_does_not_hold_opens_the_question_again(play: Play[BoardState]) -> None:
    with_question(play)
    assert play.do(commands.ReopenUncertainty(uncertainty=1, reason="")) == []
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert play.refused(commands.ReopenUncertainty(uncertainty=1, reason=" ")).field == "reason"
    play.do(commands.ReopenUncertainty(uncertainty=1, reason="fel person"))
    assert play.texts[-1] == "Oklarhet 1 öppen igen: fel person."
    assert play.lines[-1].strikes == 2
    assert [card.uncertainty for card in play.state.open_uncertainties()] == [1]


def test_what_is_not_open_cannot_be_answered(play: Play[BoardState]) -> None:
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


def test_a_secret_question_has_a_secret_answer(play: Play[BoardState]) -> None:
    with_question(play, secrecy="OSL 21:1")
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma", becomes=True))
    assert play.lines[-1].secrecy == "OSL 21:1"
    assert play.state.cards[2].secrecy == "OSL 21:1"


# ---------------------------------------------------------------- forecast


def test_the_forecast_is_kept_as_a_detail(play: Play[BoardState]) -> None:
    play.do(commands.SetForecast(which="worst", text="Sprider sig till hus A"))
    assert play.do(commands.SetForecast(which="worst", text=" Sprider sig till hus A ")) == []
    play.do(commands.SetForecast(which="likely", text="Släckt inom en timme"))
    play.do(commands.SetForecast(which="worst", text=""))
    assert play.state.forecast == {"worst": "", "likely": "Släckt inom en timme"}
    assert play.lines == []


# ---------------------------------------------------------------- frozen


def test_a_frozen_board_does_not_change(play: Play[BoardState]) -> None:
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


def test_frozen_boards_are_told_apart(play: Play[BoardState]) -> None:
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


def test_before_the_first_frozen_board_nothing_is_new(play: Play[BoardState]) -> None:
    with_cards(play, "Rök")
    assert play.state.since_frozen().new == frozenset()


def test_a_frozen_card_keeps_its_secrecy_and_its_answer(play: Play[BoardState]) -> None:
    with_question(play, secrecy="OSL 18:1")
    play.do(commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    play.do(commands.Freeze())
    pinned = play.state.frozen[0].cards[0]
    assert pinned.content.secrecy == "OSL 18:1"
    assert pinned.answer is not None
    assert pinned.answer.text == "Hemma"


def test_the_board_can_be_seen_as_it_stood(play: Play[BoardState]) -> None:
    with_cards(play, "Rök")
    then = play.recorded[-1].seq
    play.do(commands.EditCard(card=1, text="Eld"))
    play.do(commands.StrikeCard(card=1, reason="släckt"))
    assert [c.content.text for c in as_it_stood(play.recorded, then).in_column("handelse")] == ["Rök"]
    assert as_it_stood(play.recorded, then + 1).cards[1].content.text == "Eld"
    assert as_it_stood(play.recorded, play.recorded[-1].seq) == play.state
    assert as_it_stood(play.recorded, 0) == BoardState()
