"""Whatever is done on the board, replaying it gives the same board, and numbers are never used again."""

import copy

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.board import FEATURE, BoardState, commands
from crisisdesk.features.board.facts import CardAdded
from crisisdesk.features.board.state import as_it_stood
from crisisdesk.kernel.command import Command
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play

PLAN = load_shipped()

# More cards, columns and positions than there will be: refusals are part of the play.
cards = st.integers(0, 7)
several = st.lists(cards, max_size=4).map(tuple)
columns = st.sampled_from([*(column.id for column in PLAN.columns), "", "tak"])
positions = st.none() | st.integers(-2, 9)
texts = st.sampled_from(["Rök", "Eld", " ", "Två elever", "Var är de?"])
certain = st.sampled_from(["", "confirmed", "unconfirmed", "contradicted"])
numbers = st.integers(0, 4)
refs = st.sampled_from(["task:1", "decision:2", "line:1", "line:99", "card:1", ""])

adds = st.builds(commands.AddCard, text=texts, column=columns, position=positions, certainty=certain)
wishes: st.SearchStrategy[Command] = st.one_of(
    adds,
    adds,
    st.builds(commands.EditCard, card=cards, text=st.none() | texts, certainty=st.none() | certain),
    st.builds(commands.SetCertainty, card=cards, certainty=certain, by_card=cards, by_line=numbers),
    st.builds(commands.MoveCard, card=cards, column=columns, position=positions),
    st.builds(commands.StrikeCard, card=cards, reason=texts),
    st.builds(commands.MoveCards, cards=several, column=columns, position=positions),
    st.builds(commands.StrikeCards, cards=several, reason=texts),
    st.builds(
        commands.AnswerUncertainty,
        uncertainty=numbers,
        answer=texts,
        becomes=st.booleans(),
        certainty=certain,
        answer_line=numbers,
    ),
    st.builds(commands.ReopenUncertainty, uncertainty=numbers, reason=texts),
    st.builds(
        commands.SetForecast,
        which=st.sampled_from(["worst", "likely"]),
        text=texts,
        secrecy=st.sampled_from([None, "", "OSL 18:1"]),
    ),
    st.builds(commands.Freeze),
    st.builds(commands.NameFrozen, number=numbers, name=texts),
    st.builds(commands.LinkCard, card=cards, ref=refs),
    st.builds(commands.UnlinkCard, card=cards, ref=refs),
    st.builds(commands.SetResource, card=cards, resource=st.sampled_from(["", "promised", "on_site"])),
)


def played(acts: list[Command]) -> Play[BoardState]:
    """Play the acts; the refused ones leave nothing behind."""
    play = Play(FEATURE, PLAN)
    for act in acts:
        before, facts = copy.deepcopy(play.state), len(play.recorded)
        try:
            play.do(act)
        except RuleBroken:
            assert play.state == before
            assert len(play.recorded) == facts
    return play


@given(st.lists(wishes, max_size=25))
def test_replay_gives_the_same_board(acts: list[Command]) -> None:
    play = played(acts)
    last = len(play.recorded)
    assert as_it_stood(play.recorded, last) == play.state
    middle = last // 2
    half, rest = as_it_stood(play.recorded, middle), play.recorded[middle:]
    for recorded in rest:
        FEATURE.folds[type(recorded.fact)](half, recorded.fact, recorded)
    assert half == play.state


@given(st.lists(wishes, max_size=25))
def test_numbers_are_given_once(acts: list[Command]) -> None:
    play = played(acts)
    added = [r.fact.card for r in play.recorded if isinstance(r.fact, CardAdded)]
    assert added == list(range(1, len(added) + 1))
    named = list(play.state.uncertainties.items())
    assert [number for number, _ in named] == list(range(1, len(named) + 1))
    assert len({card for _, card in named}) == len(named), "a card is one uncertainty"
    assert [frozen.number for frozen in play.state.frozen] == list(range(1, len(play.state.frozen) + 1))


@given(st.lists(wishes, max_size=25))
def test_every_card_hangs_in_one_place_or_is_struck(acts: list[Command]) -> None:
    state = played(acts).state
    hanging = [(column, card) for column, held in state.columns.items() for card in held]
    assert sorted(hanging) == sorted((c.column, c.card) for c in state.cards.values() if not c.struck)
    asking = {c.card for c in state.open_uncertainties()}
    assert all(state.cards[card].column == "oklarheter" for card in asking)


@given(st.lists(wishes, max_size=20), st.lists(wishes, max_size=10))
def test_a_frozen_board_stays_as_it_was(before: list[Command], after: list[Command]) -> None:
    then = played([*before, commands.Freeze()])
    later = played([*before, commands.Freeze(), *after])
    kept = zip(then.state.frozen, later.state.frozen, strict=False)
    assert all(replace(stays, name="") == replace(was, name="") for was, stays in kept)
    assert then.state.frozen[-1].cards == then.state.pinned()
