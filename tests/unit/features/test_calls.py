"""Calls: outcomes, deputies, and how many people were reached."""

from datetime import UTC, datetime

import msgspec
import pytest

from crisisdesk.features.calls import FEATURE, CallState, commands
from crisisdesk.features.calls.commands import Outcome
from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.features.calls.state import persons_on_list, targets_of
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play

TWO = datetime(2027, 1, 14, 13, 0, tzinfo=UTC)
"""14:00 in Stockholm."""

ROUND = commands.CallList(
    outcomes=(
        Outcome(target="function:ordforande", outcome="reached"),
        Outcome(target="function:vice-ordforande", outcome="reached"),
        Outcome(target="function:stabschef", outcome="no_answer", deputy="function:vice-stabschef"),
        Outcome(target="function:vice-stabschef", outcome="reached"),
        Outcome(target="function:loggforare", outcome="reached"),
        Outcome(target="function:informationsansvarig", outcome="reached"),
        Outcome(target="function:hr", outcome="no_answer"),
        Outcome(target="function:daglig-verksamhet", outcome="reached"),
        Outcome(target="function:jobbcenter", outcome="reached"),
        Outcome(target="function:vuxenutbildning", outcome="reached"),
        Outcome(target="function:naringsliv", outcome="coming", coming_at=TWO),
    )
)


@pytest.fixture
def play() -> Play[CallState]:
    return Play(FEATURE, load_shipped())


def _call(target: str, outcome: CallOutcome = "reached") -> commands.Call:
    return commands.Call(target=target, outcome=outcome)


def test_a_call_outside_the_list(play: Play[CallState]) -> None:
    play.do(commands.Call(target="Kommundirektören", outcome="message", number_used="08-465 004 01"))
    assert play.texts == ["Kommundirektören: meddelande lämnat."]
    assert play.lines[0].kind == "call"
    assert play.lines[0].refs == ("call:1",)
    play.do(commands.Call(target="Kommundirektören", outcome="reached", note="Informerad"))
    assert play.texts[-1] == "Kommundirektören: nådd. Informerad."
    assert [call.call for call in play.state.others()] == [2]
    assert len(play.state.attempts("Kommundirektören")) == 2


def test_a_call_to_a_function_names_post_and_deputy(play: Play[CallState]) -> None:
    play.do(commands.Call(target="function:stabschef", outcome="no_answer", deputy="function:vice-stabschef"))
    assert play.texts == ["Stabschef (Utvecklingschef): inget svar. Ersättare: vice stabschef."]
    assert play.lines[0].refs == ("call:1", "function:stabschef", "function:vice-stabschef")


def test_who_comes_says_when(play: Play[CallState]) -> None:
    play.do(commands.Call(target="function:naringsliv", outcome="coming", coming_at=TWO, person="LS"))
    play.do(commands.Call(target="POSOM", outcome="coming"))
    assert play.texts == ["Näringsliv (LS): kommer 14:00.", "POSOM: kommer."]


@pytest.mark.parametrize("written", ["Stabschef", "utvecklingschef", " function:stabschef "])
def test_a_function_is_known_by_title_or_post(play: Play[CallState], written: str) -> None:
    play.do(_call(written))
    assert play.state.calls[1].target == "function:stabschef"
    assert play.state.calls[1].person == "Utvecklingschef"


def test_wrong_calls_are_refused_at_the_field(play: Play[CallState]) -> None:
    assert play.refused(_call(" ")).field == "target"
    refusal = play.refused(_call("function:kock"))
    assert (refusal.sentence, refusal.field) == ("Planen har ingen funktion kock.", "target")
    deputy = commands.Call(target="POSOM", outcome="no_answer", deputy="function:kock")
    assert play.refused(deputy).field == "deputy"
    time = commands.Call(target="POSOM", outcome="no_answer", coming_at=TWO)
    assert play.refused(time).field == "coming_at"


def test_the_list_has_eleven_people_for_fifteen_functions(play: Play[CallState]) -> None:
    persons = persons_on_list(play.plan)
    assert play.plan.call_list is not None
    assert len(play.plan.call_list.order) == 15
    assert len(persons) == 11
    assert targets_of(play.plan, "Verksamhetschef Xenter") == ("function:vice-ordforande", "function:xenter")


def test_a_round_is_one_line_and_counts_people(play: Play[CallState]) -> None:
    play.do(_call("function:ordforande"))
    play.do(ROUND)
    assert len(play.lines) == 2
    assert play.texts[-1] == (
        "Larmlistan: 8 nådda, 2 inget svar, 1 kommer 14:00."
        " Inget svar: Utvecklingschef och HR-specialist. Kommer: Näringslivschef."
        " Ersättare för stabschef: vice stabschef. 9 av 11 på listan är nådda."
    )
    reached, persons = play.state.reached(play.plan)
    assert (len(reached), len(persons)) == (9, 11)
    assert set(persons) - set(reached) == {"Utvecklingschef", "HR-specialist"}
    assert play.state.calls[12].number == 2


def test_who_holds_two_functions_is_one_person(play: Play[CallState]) -> None:
    play.do(
        commands.CallList(
            outcomes=(
                Outcome(target="function:vice-ordforande", outcome="no_answer"),
                Outcome(target="function:xenter", outcome="reached"),
            )
        )
    )
    assert play.texts == ["Larmlistan: 1 nådd. 1 av 11 på listan är nådda."]
    assert play.state.reached(play.plan)[0] == ("Verksamhetschef Xenter",)


def test_a_message_or_a_deputy_is_not_the_person_reached(play: Play[CallState]) -> None:
    play.do(_call("function:ordforande", "message"))
    play.do(commands.Call(target="function:stabschef", outcome="no_answer", deputy="function:vice-stabschef"))
    assert play.state.reached(play.plan)[0] == ()


def test_once_reached_is_reached(play: Play[CallState]) -> None:
    play.do(_call("function:ordforande"))
    play.do(_call("function:ordforande", "no_answer"))
    assert play.state.reached(play.plan)[0] == ("Förvaltningschef",)
    latest = play.state.latest("function:ordforande")
    assert latest is not None
    assert latest.outcome == "no_answer"


def test_a_plan_without_a_list_reaches_nobody(play: Play[CallState]) -> None:
    play.plan = msgspec.structs.replace(play.plan, call_list=None)
    play.do(ROUND)
    assert play.state.reached(play.plan) == ((), ())
    assert "på listan" not in play.texts[0]


def test_an_empty_round_is_nothing(play: Play[CallState]) -> None:
    assert play.do(commands.CallList(outcomes=())) == []


def test_one_wrong_call_refuses_the_round(play: Play[CallState]) -> None:
    wrong = commands.CallList(outcomes=(*ROUND.outcomes, Outcome(target="", outcome="reached")))
    assert play.refused(wrong).field == "target"
    assert play.state.calls == {}


def test_a_round_tells_its_notes_and_messages(play: Play[CallState]) -> None:
    outcomes = (
        Outcome(target="Växeln", outcome="message", note="Ring åter"),
        Outcome(target="POSOM", outcome="message"),
    )
    play.do(commands.CallList(outcomes=outcomes))
    assert play.texts[0] == (
        "Larmlistan: 2 meddelanden lämnade. Meddelande lämnat: Växeln och POSOM. Växeln: Ring åter."
        " 0 av 11 på listan är nådda."
    )


def test_a_withdrawn_call_strikes_its_line(play: Play[CallState]) -> None:
    play.do(_call("function:ordforande"))
    assert play.refused(commands.Withdraw(call=1, reason="")).field == "reason"
    play.do(commands.Withdraw(call=1, reason="fel person"))
    assert play.texts[-1] == "Samtal 1 (Ordförande) återtaget: fel person."
    assert play.lines[-1].strikes == 1
    assert play.state.reached(play.plan)[0] == ()
    assert play.state.latest("function:ordforande") is None
    assert play.refused(commands.Withdraw(call=1, reason="igen")).field == "call"
    assert play.refused(commands.Withdraw(call=9, reason="x")).sentence == "Det finns inget samtal 9."


def test_the_line_of_a_round_stands_while_a_call_of_it_does(play: Play[CallState]) -> None:
    outcomes = (Outcome(target="POSOM", outcome="reached"), Outcome(target="Växeln", outcome="reached"))
    play.do(commands.CallList(outcomes=outcomes))
    play.do(commands.Withdraw(call=1, reason="fel"))
    assert play.lines[-1].strikes == 0
    assert play.lines[-1].refs == ("call:1", "line:1")
    play.do(commands.Withdraw(call=2, reason="fel"))
    assert play.lines[-1].strikes == 1
