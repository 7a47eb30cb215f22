"""The board played alone: cards and questions put up in a line each."""

from datetime import timedelta

from crisisdesk.features.board import FEATURE, BoardState, commands
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import START, Play

Board = Play[BoardState]

HALF_PAST = START + timedelta(minutes=25)
"""13:30 in Stockholm."""


def new_board() -> Board:
    """Return an empty board of the shipped plan."""
    return Play(FEATURE, load_shipped())


def hanging(play: Board, column: str) -> list[str]:
    """Return what the cards of the column say, in order."""
    return [card.content.text for card in play.state.in_column(column)]


def with_cards(play: Board, *texts: str, column: str = "handelse") -> None:
    """Put up a card for each text."""
    for text in texts:
        play.do(commands.AddCard(column=column, text=text))


def with_question(play: Board, secrecy: str = "") -> None:
    """Put up the question of the exercise, needed by half past one."""
    play.do(
        commands.AddCard(
            column="oklarheter",
            text="Var är den saknade?",
            owner="Förvaltningschefen",
            needed_by=HALF_PAST,
            secrecy=secrecy,
        )
    )
