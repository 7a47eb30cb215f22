"""The numbers of the paper forms: never reserved twice, void with a reason."""

import pytest

from crisisdesk.features.forms import FEATURE, FormsState, commands
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play


@pytest.fixture
def play() -> Play[FormsState]:
    return Play(FEATURE, load_shipped())


def test_numbers_go_on_where_the_last_ended(play: Play[FormsState]) -> None:
    play.do(commands.Reserve(count=3))
    play.do(commands.Reserve(count=1))
    play.do(commands.Reserve(count=5))
    assert play.texts == [
        "Blanketter 1–3 skrivs ut.",
        "Blankett 4 skrivs ut.",
        "Blanketter 5–9 skrivs ut.",
    ]
    assert play.state.reserved() == list(range(1, 10))


def test_a_number_is_never_reserved_twice(play: Play[FormsState]) -> None:
    play.do(commands.Reserve(count=3, first=4))
    refusal = play.refused(commands.Reserve(count=1, first=6))
    assert refusal.sentence == "Numren till och med 6 är redan tagna."
    assert refusal.field == "first"
    play.do(commands.Reserve(count=1))
    assert play.state.reserved() == [4, 5, 6, 7]


@pytest.mark.parametrize("count", [0, -1, 201])
def test_from_one_to_two_hundred(play: Play[FormsState], count: int) -> None:
    assert play.refused(commands.Reserve(count=count)).field == "count"


def test_a_form_is_void_with_a_reason_and_turns_up_again(play: Play[FormsState]) -> None:
    play.do(commands.Reserve(count=2))
    assert play.refused(commands.Void(form=2, reason=" ")).field == "reason"
    play.do(commands.Void(form=2, reason="Kaffe på den"))
    assert play.refused(commands.Void(form=2, reason="Igen")).sentence == "Blankett 2 är redan makulerad."
    play.do(commands.Restore(form=2))
    assert play.texts[1:] == ["Blankett 2 makuleras: Kaffe på den.", "Blankett 2 gäller igen."]
    assert not play.state.voided


def test_what_is_not_printed_here_is_not_void_here(play: Play[FormsState]) -> None:
    assert play.refused(commands.Void(form=1, reason="Borta")).field == "form"
    assert play.refused(commands.Restore(form=1)).field == "form"
