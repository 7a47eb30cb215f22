"""The board's cards: put up, changed, moved, struck, contradicted, linked."""

from datetime import timedelta
from pathlib import Path

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.board import FEATURE, commands, facts
from crisisdesk.plan.loader import load
from tests.support.board_play import HALF_PAST, Board, hanging, new_board, with_cards, with_question
from tests.support.feature_play import START, Play


@pytest.fixture
def play() -> Board:
    return new_board()


# ---------------------------------------------------------------- put up


def test_a_card_says_what_where_from_and_how_certain(play: Board) -> None:
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


def test_a_resource_says_where_it_is_and_whether_it_suffices(play: Board) -> None:
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
    play: Board, command: commands.AddCard, sentence: str, field: str
) -> None:
    refusal = play.refused(command)
    assert (refusal.sentence, refusal.field) == (sentence, field)


def test_the_purpose_finds_the_column_of_any_plan() -> None:
    museum = Play(FEATURE, load(Path(__file__).parents[2] / "support/other_plan"))
    museum.do(commands.AddCard(purpose="uncertainty", text="Rinner det än?"))
    museum.do(commands.AddCard(purpose="plain", text="Tavlan i sal 2 är våt"))
    assert museum.state.cards[1].column == "fragetecken"
    assert museum.state.cards[2].column == "foremal"


def test_a_card_can_be_put_between_others(play: Board) -> None:
    with_cards(play, "A", "C")
    play.do(commands.AddCard(column="handelse", text="B", position=1))
    play.do(commands.AddCard(column="handelse", text="D", position=99))
    assert hanging(play, "handelse") == ["A", "B", "C", "D"]


# ---------------------------------------------------------------- changed


def test_a_new_version_keeps_the_old_one(play: Board) -> None:
    with_cards(play, "Utrymning pågår")
    play.at(42).do(commands.EditCard(card=1, text="Utrymt 13:10", certainty="confirmed"))
    assert play.texts[-1] == "Tavlan, Händelse, ändrat: Utrymt 13:10. Bekräftad."
    assert play.lines[-1].strikes == 0, "what was true then is not struck"
    said = [(v.version, v.content.text, v.at - START) for v in play.state.cards[1].versions]
    assert said == [(1, "Utrymning pågår", timedelta()), (2, "Utrymt 13:10", timedelta(minutes=42))]


def test_a_change_touches_only_what_is_given(play: Board) -> None:
    play.do(commands.AddCard(column="oklarheter", text="Håller elen?", owner="jouren", needed_by=HALF_PAST))
    play.do(commands.EditCard(card=1, owner="stabschefen"))
    content = play.state.cards[1].content
    assert (content.text, content.owner, content.needed_by) == ("Håller elen?", "stabschefen", HALF_PAST)
    play.do(commands.EditCard(card=1, clear=("needed_by",)))
    assert play.state.cards[1].needed_by is None
    assert play.texts[-1] == "Oklarhet 1 ändrad: Håller elen? Ägare: stabschefen."


def test_a_change_that_changes_nothing_is_no_line(play: Board) -> None:
    with_cards(play, "Rök")
    for same in (
        commands.EditCard(card=1, text=" Rök "),
        commands.EditCard(card=1, clear=("until",)),
        commands.SetCertainty(card=1, certainty=""),
        commands.SetResource(card=1, resource=""),
    ):
        assert play.do(same) == []
    assert len(play.lines) == 1


def test_a_card_cannot_lose_its_text(play: Board) -> None:
    with_cards(play, "Rök")
    assert play.refused(commands.EditCard(card=1, text="  ")).field == "text"


def test_what_is_certain_can_be_said_alone(play: Board) -> None:
    with_cards(play, "En elev död")
    play.do(commands.SetCertainty(card=1, certainty="contradicted"))
    assert play.texts[-1] == "Tavlan, Händelse, ändrat: En elev död. Motsagd."


def test_a_resource_that_arrives_has_no_time_left(play: Board) -> None:
    with_cards(play, "Väktare, 2", column="resurser")
    play.do(
        commands.SetResource(card=1, resource="on_way", until=HALF_PAST, suffices="no", shortage="en till")
    )
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På väg 13:30. Räcker inte: en till."
    play.do(commands.SetResource(card=1, resource="on_site"))
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På plats. Räcker inte: en till."
    play.do(commands.SetResource(card=1, resource="on_site", suffices="yes"))
    assert play.texts[-1] == "Tavlan, Resurser, ändrat: Väktare, 2. På plats. Räcker."


def test_secrecy_stays_through_changes_and_marks_their_lines(play: Board) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.EditCard(card=1, text="Anlagd"))
    play.do(commands.SetCertainty(card=1, certainty="confirmed"))
    assert play.state.cards[1].secrecy == "OSL 18:1"
    assert [line.secrecy for line in play.lines] == ["OSL 18:1"] * 3


def test_opening_a_secret_card_does_not_open_the_line_that_says_so(play: Board) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.EditCard(card=1, secrecy=""))
    assert play.state.cards[1].secrecy == ""
    assert play.lines[-1].secrecy == "OSL 18:1"


# ---------------------------------------------------------------- moved


def test_to_another_column_is_a_line(play: Board) -> None:
    with_cards(play, "Hus B stängt")
    with_cards(play, "Oro", column="konsekvenser")
    found = play.do(commands.MoveCard(card=1, column="konsekvenser", position=0))
    assert found == [facts.CardMoved(card=1, column="konsekvenser", position=0)]
    assert play.texts[-1] == "Tavlan: kortet «Hus B stängt» flyttat från Händelse till Konsekvenser."
    assert hanging(play, "konsekvenser") == ["Hus B stängt", "Oro"]
    assert hanging(play, "handelse") == []


def test_within_the_column_is_a_detail(play: Board) -> None:
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


def test_the_line_of_a_move_does_not_read_out_a_secret_card(play: Board) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    play.do(commands.MoveCard(card=1, column="konsekvenser"))
    assert "anlagd" not in play.texts[-1]


def test_a_card_moved_among_the_uncertainties_gets_a_number_and_keeps_it(play: Board) -> None:
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


def test_a_struck_card_is_gone_from_the_board_and_strikes_its_line(play: Board) -> None:
    with_cards(play, "Rök i hus A", "Rök i hus B")
    assert play.refused(commands.StrikeCard(card=1, reason=" ")).field == "reason"
    play.at(9).do(commands.StrikeCard(card=1, reason="fel hus"))
    line = play.lines[-1]
    assert line.text == "Tavlan: kortet «Rök i hus A» struket: fel hus."
    assert line.strikes == 1
    assert hanging(play, "handelse") == ["Rök i hus B"]
    card = play.state.cards[1]
    assert (card.struck_because, card.content.text) == ("fel hus", "Rök i hus A")


def test_nothing_can_be_done_with_a_struck_or_unknown_card(play: Board) -> None:
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


def test_numbers_are_not_used_again(play: Board) -> None:
    with_question(play)
    play.do(commands.StrikeCard(card=1, reason="dubblett"))
    with_question(play)
    assert list(play.state.cards) == [1, 2]
    assert play.state.cards[2].uncertainty == 2


# ---------------------------------------------------------------- contradicted


def test_a_change_of_certainty_leaves_the_time_of_the_text(play: Board) -> None:
    with_cards(play, "En elev död")
    play.at(20).do(commands.SetCertainty(card=1, certainty="contradicted"))
    card = play.state.cards[1]
    assert (card.said_at, card.versions[-1].at) == (START, START + timedelta(minutes=20))
    play.at(30).do(commands.EditCard(card=1, text="Ingen elev död", certainty="confirmed"))
    assert play.state.cards[1].said_at == START + timedelta(minutes=30)
    play.at(40).do(commands.EditCard(card=1, source="ambulansledare"))
    assert play.state.cards[1].said_at == START + timedelta(minutes=40), "another source says it anew"


def test_a_card_that_contradicts_is_given_and_taken_away_with_an_edit(play: Board) -> None:
    with_cards(play, "En elev död", "Inga döda")
    play.do(commands.EditCard(card=1, certainty="contradicted", by_card=2))
    assert play.state.cards[1].by_card == 2
    assert play.texts[-1] == "Kort 1 motsägs av kort 2: En elev död."
    play.do(commands.EditCard(card=1, by_card=0))
    assert play.state.cards[1].by_card == 0
    assert play.texts[-1] == "Kort 1 motsägs inte längre av kort 2: En elev död."
    for other in (1, 9):
        with pytest.raises(RuleBroken, match=f"{other}"):
            play.do(commands.EditCard(card=1, by_card=other))


def test_what_contradicts_a_card_is_named_and_kept(play: Board) -> None:
    with_cards(play, "En elev död", "Inga döda")
    found = play.do(commands.SetCertainty(card=1, certainty="contradicted", by_line=1, by_card=2))
    assert [fact.KIND for fact in found] == ["board.card_contradicted", "board.card_edited"]
    assert play.texts[-1] == "Kort 1 motsägs av rad 1 och kort 2: En elev död."
    assert play.lines[-1].refs == ("card:1", "card:2", "line:1")
    card = play.state.cards[1]
    assert (card.content.certainty, card.by_line, card.by_card) == ("contradicted", 1, 2)
    assert play.do(commands.SetCertainty(card=1, certainty="contradicted", by_line=1, by_card=2)) == []
    play.do(commands.SetCertainty(card=1, certainty="confirmed"))
    card = play.state.cards[1]
    assert (card.by_line, card.by_card) == (0, 0), "what is no longer contradicted is so by nothing"


def test_what_is_not_there_contradicts_nothing(play: Board) -> None:
    with_cards(play, "En elev död")
    wish = commands.SetCertainty
    assert play.refused(wish(card=1, certainty="contradicted", by_line=9)).field == "by_line"
    for other in (1, 7):
        assert play.refused(wish(card=1, certainty="contradicted", by_card=other)).field == "by_card"


def test_the_line_of_a_contradiction_does_not_read_out_a_secret_card(play: Board) -> None:
    play.do(commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    with_cards(play, "Olycka")
    play.do(commands.SetCertainty(card=2, certainty="contradicted", by_card=1))
    assert "anlagd" not in play.texts[-1]


def test_a_new_version_can_name_what_contradicts_it(play: Board) -> None:
    with_cards(play, "En elev död")
    play.do(commands.EditCard(card=1, certainty="contradicted", by_line=1))
    assert (play.state.cards[1].by_line, play.state.cards[1].content.certainty) == (1, "contradicted")
    assert play.do(commands.EditCard(card=1, by_line=1)) == []
    assert play.refused(commands.EditCard(card=1, by_line=9)).field == "by_line"
    play.do(commands.EditCard(card=1, certainty="confirmed", by_line=1))
    assert play.state.cards[1].by_line == 0
    assert play.refused(commands.EditCard(card=1, by_line=1)).field == "by_line"


# ---------------------------------------------------------------- states of a resource


def test_every_state_of_a_resource_is_kept_with_its_time(play: Board) -> None:
    play.do(commands.AddCard(purpose="resource", text="Väktare, 2", resource="requested"))
    play.at(5).do(commands.SetResource(card=1, resource="promised", until=HALF_PAST))
    play.at(8).do(commands.SetCertainty(card=1, certainty="confirmed"))
    play.at(25).do(commands.SetResource(card=1, resource="on_site", suffices="no", shortage="en till"))
    card = play.state.cards[1]
    told = [(v.content.resource, (v.state_at - START) // timedelta(minutes=1)) for v in card.versions]
    assert told == [("requested", 0), ("promised", 5), ("promised", 5), ("on_site", 25)]
    assert card.versions[-1].content.shortage == "en till"


# ---------------------------------------------------------------- linked


def test_a_resource_belongs_to_the_task_that_sees_to_it(play: Board) -> None:
    with_cards(play, "Medborgarhuset", column="resurser")
    play.do(commands.LinkCard(card=1, ref="task:2"))
    assert play.texts[-1] == "Tavlan: kortet «Medborgarhuset» hör till uppgift 2."
    assert play.lines[-1].refs == ("card:1", "task:2")
    assert play.do(commands.LinkCard(card=1, ref=" task:02 ")) == [], "the same link"
    play.do(commands.LinkCard(card=1, ref="decision:9"))
    assert play.state.cards[1].links == ("task:2", "decision:9")
    play.do(commands.UnlinkCard(card=1, ref="task:2"))
    assert play.state.cards[1].links == ("decision:9",)
    assert play.do(commands.UnlinkCard(card=1, ref="task:2")) == []


@pytest.mark.parametrize("ref", ["", "task:", "task:0", "task:x", "card:1", "line:99"])
def test_a_link_names_a_task_a_decision_or_a_line(play: Board, ref: str) -> None:
    with_cards(play, "Medborgarhuset")
    assert play.refused(commands.LinkCard(card=1, ref=ref)).field == "ref"


def test_a_new_version_can_change_what_a_card_belongs_to(play: Board) -> None:
    with_cards(play, "Medborgarhuset", column="resurser")
    play.do(commands.EditCard(card=1, links=("task:2",)))
    play.do(commands.EditCard(card=1, text="Medborgarhuset, 5 salar", links=("task:3",)))
    assert play.state.cards[1].links == ("task:3",)
    assert play.do(commands.EditCard(card=1)) == [], "None leaves them"
    play.do(commands.EditCard(card=1, links=()))
    assert play.state.cards[1].links == ()
