"""Information: messages written, sent, withdrawn; what the switchboard was given."""

from datetime import timedelta

import pytest

from crisisdesk.features.information import FEATURE, InformationState, commands, facts
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import START, Play

QUARTER_PAST = START + timedelta(minutes=70)
"""14:15 in Stockholm."""


@pytest.fixture
def play() -> Play[InformationState]:
    return Play(FEATURE, load_shipped())


def saved(play: Play[InformationState], text: str = "Alla är ute") -> None:
    play.do(commands.SaveMessage(text=text, groups=("elever", "personal"), channel="sms"))


# ---------------------------------------------------------------- written


def test_a_written_message_waits_without_a_line(play: Play[InformationState]) -> None:
    play.do(
        commands.SaveMessage(
            text=" Alla är ute ",
            groups=("elever", " elever ", "", "växel"),
            channel=" sms ",
            spokesperson="KO",
            latest_at=QUARTER_PAST,
        )
    )
    assert play.lines == []
    current = play.state.messages[1].current
    assert (current.text, current.groups, current.channel) == ("Alla är ute", ("elever", "växel"), "sms")
    assert [m.message for m in play.state.waiting()] == [1]


def test_a_message_says_something(play: Play[InformationState]) -> None:
    refusal = play.refused(commands.SaveMessage(text=" "))
    assert (refusal.sentence, refusal.field) == ("Skriv vad budskapet säger.", "text")
    assert play.refused(commands.SendMessage(groups=("elever",))).field == "text"


def test_every_version_is_kept(play: Play[InformationState]) -> None:
    saved(play)
    play.at(5).do(commands.SaveMessage(message=1, text="Alla är räknade", groups=("elever", "personal")))
    versions = play.state.messages[1].versions
    assert [(v.version, v.fact.text, v.at - START) for v in versions] == [
        (1, "Alla är ute", timedelta()),
        (2, "Alla är räknade", timedelta(minutes=5)),
    ]


def test_a_message_that_is_the_same_is_no_version(play: Play[InformationState]) -> None:
    saved(play)
    same = commands.SaveMessage(message=1, text="Alla är ute", groups=("elever", "personal"), channel="sms")
    assert play.do(same) == []


# ---------------------------------------------------------------- sent


def test_written_and_sent_in_one_act(play: Play[InformationState]) -> None:
    found = play.at(65).do(
        commands.SendMessage(
            text="Branden är under kontroll.",
            groups=("elever", "personal", "växel"),
            channel="sms och webb",
        )
    )
    assert [fact.KIND for fact in found] == ["information.message_saved", "information.message_sent"]
    line = play.lines[0]
    assert len(play.lines) == 1
    assert line.text == (
        "Budskap 1 till elever, personal och växel (sms och webb): Branden är under kontroll."
    )
    assert (line.kind, line.refs) == ("out", ("message:1",))
    message = play.state.messages[1]
    assert message.sent
    assert message.last_sent_at == START + timedelta(minutes=65)
    assert play.state.first_sent_at == message.last_sent_at
    assert play.state.waiting() == []


def test_what_was_saved_goes_out_as_it_is(play: Play[InformationState]) -> None:
    saved(play)
    found = play.do(commands.SendMessage(message=1))
    assert found == [
        facts.MessageSent(
            message=1, version=1, text="Alla är ute", groups=("elever", "personal"), channel="sms"
        )
    ]


def test_another_text_goes_out_as_a_new_version(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.SendMessage(message=1))
    play.at(9).do(commands.SendMessage(message=1, text="Alla är räknade"))
    assert play.texts[-1] == "Budskap 1, version 2 till elever och personal (sms): Alla är räknade."
    sendings = play.state.messages[1].sendings
    assert [(s.version, s.number, s.at - START) for s in sendings] == [
        (1, 1, timedelta()),
        (2, 2, timedelta(minutes=9)),
    ]


def test_the_same_text_can_go_out_again_to_others(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.SendMessage(message=1))
    play.do(commands.SendMessage(message=1, groups=("media",), channel="webb"))
    assert [s.groups for s in play.state.messages[1].sendings] == [("elever", "personal"), ("media",)]
    assert play.texts[-1] == "Budskap 1 till media (webb): Alla är ute."
    assert len(play.state.messages[1].versions) == 1
    assert play.state.messages[1].current.groups == ("elever", "personal")


def test_it_goes_out_to_somebody(play: Play[InformationState]) -> None:
    refusal = play.refused(commands.SendMessage(text="Alla är ute"))
    assert (refusal.sentence, refusal.field) == ("Skriv vilka budskapet går till.", "groups")


def test_messages_are_numbered_in_turn(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.SendMessage(text="Två", groups=("media",)))
    play.do(commands.WithdrawMessage(message=2, reason="fel"))
    play.do(commands.SendMessage(text="Tre", groups=("media",)))
    assert list(play.state.messages) == [1, 2, 3]


def test_the_first_information_is_the_first_that_happened(play: Play[InformationState]) -> None:
    play.at(65).do(commands.SendMessage(text="Ett", groups=("elever",)))
    earlier = START + timedelta(minutes=40)
    play.do(commands.SendMessage(text="Muntligt på gården", groups=("elever",), happened_at=earlier))
    assert play.state.first_sent_at == earlier


def test_who_has_got_what(play: Play[InformationState]) -> None:
    play.do(commands.SendMessage(text="Ett", groups=("elever", "växel")))
    play.do(commands.SendMessage(text="Två", groups=("media", "elever")))
    play.do(commands.SendMessage(text="Tre", groups=("nämnden",)))
    play.do(commands.WithdrawMessage(message=3, reason="fel"))
    assert play.state.reached_groups() == {"elever": [1, 2], "växel": [1], "media": [2]}


# ---------------------------------------------------------------- latest time


def test_late_is_what_should_have_gone_out(play: Play[InformationState]) -> None:
    for text, at in (("B", QUARTER_PAST), ("A", QUARTER_PAST - timedelta(minutes=5)), ("C", None)):
        play.do(commands.SaveMessage(text=text, groups=("elever",), latest_at=at))
    assert [m.current.text for m in play.state.due()] == ["A", "B"]
    assert [m.current.text for m in play.state.late(QUARTER_PAST)] == ["A"]
    play.do(commands.SendMessage(message=2))
    assert play.state.late(QUARTER_PAST) == []
    assert [m.current.text for m in play.state.late(QUARTER_PAST + timedelta(seconds=1))] == ["B"]


def test_a_new_version_after_sending_waits_again(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.SendMessage(message=1))
    play.do(commands.SaveMessage(message=1, text="Mer", groups=("elever",), latest_at=QUARTER_PAST))
    assert [m.message for m in play.state.due()] == [1]


def test_a_withdrawn_message_is_not_late(play: Play[InformationState]) -> None:
    play.do(commands.SaveMessage(text="A", groups=("elever",), latest_at=START))
    play.at(9).do(commands.WithdrawMessage(message=1, reason="behövs inte"))
    assert play.state.late(QUARTER_PAST) == []
    assert play.lines[-1].strikes == 0, "it never went out: no line to strike"


# ---------------------------------------------------------------- withdrawn


def test_a_withdrawn_message_strikes_its_line(play: Play[InformationState]) -> None:
    play.do(commands.BriefSwitchboard(text="Svara inte än"))
    play.do(commands.SendMessage(text="Tre skadade", groups=("media",)))
    assert play.refused(commands.WithdrawMessage(message=1, reason=" ")).field == "reason"
    play.at(3).do(commands.WithdrawMessage(message=1, reason="fel antal"))
    line = play.lines[-1]
    assert (line.text, line.strikes) == ("Budskap 1 dras tillbaka: fel antal.", 2)
    message = play.state.messages[1]
    assert not message.stands
    assert message.withdrawn_at == START + timedelta(minutes=3)
    assert message.versions[0].fact.text == "Tre skadade"


def test_nothing_can_be_done_with_a_withdrawn_or_unknown_message(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.WithdrawMessage(message=1, reason="fel"))
    for number, sentence in ((1, "Budskap 1 är tillbakadraget."), (8, "Det finns inget budskap 8.")):
        for command in (
            commands.SaveMessage(message=number, text="A"),
            commands.SendMessage(message=number),
            commands.WithdrawMessage(message=number, reason="igen"),
            commands.BriefSwitchboard(message=number, text="A"),
        ):
            refusal = play.refused(command)
            assert (refusal.sentence, refusal.field) == (sentence, "message")


# ---------------------------------------------------------------- switchboard, secrecy


def test_the_switchboard_gets_its_sheet(play: Play[InformationState]) -> None:
    saved(play)
    play.do(commands.BriefSwitchboard(text=" Koppla anhöriga till 08-465 004 10 ", message=1))
    line = play.lines[-1]
    assert line.text == "Underlag till växeln: Koppla anhöriga till 08-465 004 10."
    assert (line.kind, line.refs) == ("out", ("message:1",))
    brief = play.state.briefs[-1]
    assert (brief.text, brief.message, brief.number) == ("Koppla anhöriga till 08-465 004 10", 1, 1)
    refusal = play.refused(commands.BriefSwitchboard(text=""))
    assert (refusal.sentence, refusal.field) == ("Skriv vad växeln ska svara.", "text")


def test_a_secret_message_marks_every_line_about_it(play: Play[InformationState]) -> None:
    play.do(commands.SendMessage(text="Till polisen", groups=("polisen",), secrecy="OSL 18:1"))
    play.do(commands.SendMessage(message=1, text="Mer till polisen"))
    play.do(commands.BriefSwitchboard(text="Hänvisa till polisen", message=1))
    play.do(commands.WithdrawMessage(message=1, reason="sagt muntligt"))
    assert [line.secrecy for line in play.lines] == ["OSL 18:1"] * 4
