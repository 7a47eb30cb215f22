"""Several cards moved or struck together: one act, one line, and every card's own line struck."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board
from tests.support.incident_play import Incident

COLUMNS = ("handelse", "konsekvenser", "oklarheter")


def with_cards(*columns: str) -> Incident:
    """Return an incident with a card in each of the columns: A, B, C …"""
    incident = Incident()
    for place, column in enumerate(columns):
        incident.do(board.commands.AddCard(column=column, text=chr(ord("A") + place)))
    return incident


def hanging(incident: Incident, column: str) -> list[int]:
    return list(incident.state[board.FEATURE].columns.get(column, []))


def last(incident: Incident) -> str:
    timeline = incident.state.timeline
    return timeline.says(len(timeline.lines)).text


def move(*cards: int, to: str, at: int | None = None) -> board.commands.MoveCards:
    return board.commands.MoveCards(cards=cards, column=to, position=at)


def test_a_move_is_one_line_that_names_them() -> None:
    incident = with_cards("handelse", "handelse", "handelse", "konsekvenser")
    before = len(incident.state.timeline.lines)
    incident.do(move(1, 3, to="konsekvenser", at=0))
    assert hanging(incident, "konsekvenser") == [1, 3, 4]
    assert len(incident.state.timeline.lines) == before + 1
    assert last(incident) == "Tavlan: 2 kort flyttade från Händelse till Konsekvenser: «A» och «C»."
    line = incident.state.timeline.says(before + 1)
    assert line.refs == ("card:1", "card:3")


def test_from_several_columns_the_line_says_only_where_to() -> None:
    incident = with_cards("handelse", "handelse", "konsekvenser")
    incident.do(move(1, 3, to="oklarheter"))
    assert last(incident) == "Tavlan: 2 kort flyttade till Oklarheter: «A» och «C». Oklarhet 1 och 2."
    assert incident.state[board.FEATURE].uncertainties == {1: 1, 2: 3}


def test_one_that_changes_column_among_those_that_do_not_is_a_line_of_its_own() -> None:
    incident = with_cards("handelse", "konsekvenser", "konsekvenser")
    incident.do(move(1, 3, to="konsekvenser", at=0))
    assert hanging(incident, "konsekvenser") == [1, 3, 2]
    assert last(incident) == "Tavlan: kortet «A» flyttat från Händelse till Konsekvenser."


def test_within_a_column_there_is_no_line() -> None:
    incident = with_cards("handelse", "handelse", "handelse")
    before = len(incident.state.timeline.lines)
    incident.do(move(1, 2, to="handelse"))
    assert hanging(incident, "handelse") == [3, 1, 2]
    assert len(incident.state.timeline.lines) == before


def test_many_are_counted() -> None:
    incident = with_cards(*["handelse"] * 10)
    incident.do(move(*range(1, 11), to="konsekvenser"))
    assert last(incident).endswith("Konsekvenser: «A», «B», «C», «D», «E», «F», «G», «H» och 2 till.")


def test_a_strike_is_one_line_that_strikes_the_line_of_each() -> None:
    incident = with_cards("handelse", "konsekvenser", "handelse")
    first = incident.state[board.FEATURE].cards[1].number
    third = incident.state[board.FEATURE].cards[3].number
    before = len(incident.state.timeline.lines)
    incident.do(board.commands.StrikeCards(cards=(1, 3), reason="dubbla"))
    assert last(incident) == "Tavlan: 2 kort strukna: «A» och «C». Därför: dubbla."
    assert len(incident.state.timeline.lines) == before + 1
    assert incident.state.timeline.struck_by == {first: before + 1, third: before + 1}
    assert hanging(incident, "handelse") == []


def test_a_secret_card_is_not_read_out_and_makes_the_line_secret() -> None:
    incident = with_cards("handelse")
    incident.do(board.commands.AddCard(column="handelse", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    incident.do(move(1, 2, to="konsekvenser"))
    assert "anlagd" not in last(incident)
    incident.do(board.commands.StrikeCards(cards=(1, 2), reason="fel"))
    assert "anlagd" not in last(incident)
    assert incident.state.timeline.says(len(incident.state.timeline.lines)).secrecy == "OSL 18:1"


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (move(1, 7, to="konsekvenser"), "card"),
        (board.commands.StrikeCards(cards=(1, 7), reason="fel"), "card"),
        (board.commands.StrikeCards(cards=(1, 2), reason=" "), "reason"),
    ],
)
def test_all_or_nothing(command: board.commands.MoveCards | board.commands.StrikeCards, field: str) -> None:
    incident = with_cards("handelse", "handelse")
    with pytest.raises(RuleBroken) as refusal:
        incident.do(command)
    assert refusal.value.field == field
    assert hanging(incident, "handelse") == [1, 2]


@st.composite
def moved(draw: st.DrawFn) -> tuple[Sequence[str], tuple[int, ...], str, int]:
    columns = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=8))
    cards = draw(st.lists(st.integers(1, len(columns)), min_size=1, unique=True))
    return columns, tuple(cards), draw(st.sampled_from(COLUMNS)), draw(st.integers(0, 8))


@given(moved())
def test_the_cards_stand_in_their_order_at_the_place(
    drawn: tuple[Sequence[str], tuple[int, ...], str, int],
) -> None:
    columns, cards, to, at = drawn
    incident = with_cards(*columns)
    others = [card for card in hanging(incident, to) if card not in cards]
    incident.do(move(*cards, to=to, at=at))
    assert hanging(incident, to) == [*others[:at], *cards, *others[at:]]
