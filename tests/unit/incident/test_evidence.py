"""The figures beside the evaluation's questions, asked for by the plan's words."""

from typing import get_args

import pytest

from crisisdesk.features import board, calls, decisions, information, lifecycle, log, meetings, people
from crisisdesk.incident import evidence as evidences
from crisisdesk.incident.evidence import evidence
from crisisdesk.incident.figures import EvidenceFigure
from crisisdesk.plan.content import Evidence, Question
from tests.support.brand_play import brand
from tests.support.incident_play import ALARM, Incident

NEVER_HELD = (
    "vakanta hela tiden: Analysfunktion, Planeringsfunktion, Administrativ funktion och Personal och brukare"
)


def figures(incident: Incident, *words: Evidence) -> list[tuple[str, str]]:
    return [(f.value, f.label) for f in asked(incident, *words)]


def asked(incident: Incident, *words: Evidence) -> tuple[EvidenceFigure, ...]:
    question = Question(id="q", number="1", text="?", evidence=words)
    return evidence(incident.state, question, incident.now)


@pytest.fixture
def incident() -> Incident:
    return Incident()


def test_every_word_of_the_plan_has_its_figures(incident: Incident) -> None:
    assert set(evidences.WORDS) == set(get_args(Evidence))
    for word in evidences.WORDS:
        found = figures(incident, word)
        assert all(value and label for value, label in found)
        assert bool(found) == (word != "none")


def test_the_alarm_chain_when_nothing_has_been_done(incident: Incident) -> None:
    assert figures(incident, "alarm_chain") == [
        ("–", "ingen bedömning gjord"),
        ("–", "förvaltningschef inte nådd"),
        ("–", "kommundirektören inte nådd"),
        ("–", "inget möte hållet"),
        ("0 av 11", "på larmlistan nådda"),
    ]


def test_the_alarm_chain_counts_tries_until_reached(incident: Incident) -> None:
    for outcome in ("no_answer", "message", "reached", "reached"):
        incident.wait(3).do(calls.commands.Call(target="Kommundirektören", outcome=outcome))
    assert ("9 min", "från larm till kommundirektören nådd, 3 försök") in figures(incident, "alarm_chain")


def test_a_withdrawn_call_reached_nobody(incident: Incident) -> None:
    incident.do(calls.commands.Call(target="Kommundirektören", outcome="reached"))
    incident.do(calls.commands.Withdraw(call=1, reason="Fel"))
    assert ("–", "kommundirektören inte nådd") in figures(incident, "alarm_chain")


def test_decisions_without_reason_and_follow_up(incident: Incident) -> None:
    incident.do(decisions.commands.Record(text="Stäng", reason="Brand"))
    incident.do(decisions.commands.Record(text="Utrym"))
    found = asked(incident, "decisions")
    assert [(f.value, f.label, f.lines) for f in found] == [
        ("2", "beslut", (3, 4)),
        ("1", "beslut utan motivering", (4,)),
        ("2", "beslut utan uppföljning", (3, 4)),
    ]


def test_a_figure_that_two_words_ask_for_stands_once(incident: Incident) -> None:
    found = figures(incident, "information", "public")
    assert len(found) == len(set(found))


def test_how_long_a_function_stood_empty(incident: Incident) -> None:
    incident.wait(10).do(people.commands.Vacate(function="hr"))
    incident.wait(25).do(people.commands.Appoint(function="hr", person="HR-chef"))
    incident.wait(60)
    assert ("25 min", "HR-funktion utan innehavare") in figures(incident, "roles")
    assert ("4", NEVER_HELD) in figures(incident, "roles")


def test_the_outage_the_paper_and_the_silence(incident: Incident) -> None:
    incident.wait(100)
    back = incident.now
    incident.do(lifecycle.commands.NoteInterruption(since=ALARM, until=back, reason="strömavbrott"))
    paper = log.facts.Paper(form=1, writer="Stabschef")
    incident.do(log.commands.Record(text="Släckt", paper=paper, happened_at=ALARM))
    assert figures(incident, "room") == [
        ("1", "avbrott i loggen, 1 h 40 min"),
        ("1", "rad från papper"),
        ("0", "rader skrivna i efterhand"),
        ("1", "tyst lucka över 30 min: 1 h 40 min"),
    ]


def test_what_was_written_on_paper_breaks_the_silence(incident: Incident) -> None:
    incident.wait(50)
    paper = log.facts.Paper(form=1)
    incident.do(
        log.commands.Record(text="Släckt", paper=paper, happened_at=ALARM.replace(minute=ALARM.minute + 25))
    )
    assert figures(incident, "room")[-1] == ("0", "tysta luckor över 30 min")


def test_unanswered_and_late_uncertainties(incident: Incident) -> None:
    soon = ALARM.replace(minute=ALARM.minute + 10)
    incident.do(board.commands.AddCard(column="oklarheter", text="Var?", needed_by=soon))
    incident.do(board.commands.AddCard(column="oklarheter", text="Vem?"))
    incident.wait(20).do(board.commands.AnswerUncertainty(uncertainty=1, answer="Hemma"))
    assert figures(incident, "uncertainties")[:3] == [
        ("1 av 2", "oklarheter besvarade"),
        ("1", "obesvarad oklarhet"),
        ("1", "svar efter utsatt tid"),
    ]


def test_corrections_are_counted_with_the_lines_that_correct(incident: Incident) -> None:
    incident.do(log.commands.Record(text="Tre skadade"))
    incident.do(log.commands.Correct(number=3, text="Två skadade", reason="Fel antal"))
    found = next(f for f in asked(incident, "boards") if "rättelse" in f.label)
    assert (found.value, found.lines) == ("1", (4,))


def test_information_and_media(incident: Incident) -> None:
    incident.wait(20).do(information.commands.SendMessage(text="Släckt", groups=("elever",)))
    incident.wait(20).do(information.commands.SendMessage(text="Alla ute", groups=("Media",)))
    assert ("20 min", "från larm till första information ut") in figures(incident, "information")
    assert ("40 min", "från larm till första budskap till media") in figures(incident, "media")
    assert figures(incident, "public") == [("1", "målgrupp nådd: elever")]


def test_withdrawn_information_did_go_out(incident: Incident) -> None:
    incident.wait(20).do(information.commands.SendMessage(text="Släckt", groups=("elever",)))
    incident.do(information.commands.WithdrawMessage(message=1, reason="Fel"))
    assert ("20 min", "från larm till första information ut") in figures(incident, "information")


def test_a_switchboard_that_was_never_let_go(incident: Incident) -> None:
    incident.do(meetings.commands.Begin(agenda="5.2", stop_calls=True))
    incident.wait(5).do(meetings.commands.End(meeting=1, no_more=True))
    assert ("1", "möte då växeln inte släppte på igen") in figures(incident, "switchboard")


def test_the_group_is_gathered_when_its_first_step_is_signed_not_when_it_is_dropped(
    incident: Incident,
) -> None:
    from crisisdesk.features import checklists

    incident.wait(5).do(checklists.commands.Drop(item="5.2", reason="Inget möte än"))
    assert not [label for _, label in figures(incident, "alarm_chain") if "samlad" in label]
    incident.wait(30).do(decisions.commands.Record(step="5.1a", appoints="Förvaltningschef"))
    assert ("35 min", "från larm till samlad grupp") in figures(incident, "alarm_chain")


def test_the_shipped_exercise() -> None:
    session = brand()
    plan = session.state.plan
    assert plan.evaluation is not None
    found = {
        q.short: [(f.value, f.label) for f in evidence(session.state, q)] for q in plan.evaluation.questions
    }
    assert found["Krisplanen"][:3] == [
        ("18 av 20", "steg signerade"),
        ("2", "steg ej aktuella"),
        ("0", "steg kvar"),
    ]
    assert ("2 h 34 min", "HR-funktion utan innehavare") in found["Rollfördelningen"]
    assert ("3 h 10 min", "från larm till avslut") in found["Uthålligheten"]
    assert ("2 av 2", "oklarheter besvarade") in found["Informationsinhämtningen"]
    assert ("65 min", "från larm till växelns första underlag") in found["Växeln"]
