"""The board of any moment is the fold of what was recorded up to it, whatever was asked before."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.board import commands
from crisisdesk.features.board.state import BoardState, as_it_stood
from crisisdesk.incident import board_past
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.kernel.command import Command
from tests.property.test_board import played, wishes
from tests.support.feature_play import START, Play

Board = Play[BoardState]
stops = st.lists(st.integers(0, 60), min_size=1, max_size=12)


def after(play: Board, moment: datetime) -> Iterator[int]:
    """Yield what stands at the first fact recorded after the moment, and behind it."""
    reached = False
    for recorded in play.recorded:
        reached = reached or recorded.recorded_at > moment
        if reached:
            yield recorded.seq


@given(st.lists(wishes, max_size=40), stops)
def test_any_order_of_questions_gives_fresh_folds(acts: list[Command], asked: list[int]) -> None:
    play = played(acts)
    past = BoardPast()
    with patch.object(board_past, "EVERY", 4):
        past.follow(play.state)
        for seq in asked:
            assert past.after(seq) == as_it_stood(play.recorded, seq)


@given(st.lists(st.tuples(wishes, st.integers(-3, 9)), max_size=30), stops)
def test_a_moment_holds_all_that_was_recorded_up_to_it(
    acts: list[tuple[Command, int]], asked: list[int]
) -> None:
    play, past = played([]), BoardPast()
    minute = 0
    with patch.object(board_past, "EVERY", 4):
        for act, later in acts:
            minute += later
            with suppress(RuleBroken):
                play.at(minute).do(act)
            past.follow(play.state)
        for minute in asked:
            moment = START + timedelta(minutes=minute)
            first = next(after(play, moment), len(play.recorded) + 1)
            assert past.at(moment) == as_it_stood(play.recorded, first - 1)


def test_another_board_starts_anew() -> None:
    past = BoardPast()
    first, second = played([]), played([])
    first.do(commands.AddCard(column="handelse", text="ett"))
    past.follow(first.state)
    assert len(past.after(9).cards) == 1
    past.follow(second.state)
    assert past.after(9) == BoardState()
