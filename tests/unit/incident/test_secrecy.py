"""What is secret, by which provision, and what inherits it."""

from datetime import date
from typing import cast

import msgspec
import pytest

from crisisdesk.base import provisions
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, information, log, meetings, secrecy, tasks
from crisisdesk.incident.cover import Cover, covered_state
from crisisdesk.incident.registry import FEATURES
from crisisdesk.incident.secrecy import holder, of_line, of_ref
from crisisdesk.incident.state import State
from tests.support.brand_play import brand
from tests.support.everything import every_text
from tests.support.incident_play import Incident

LAW = "OSL 18:13"
WORD = "källaren"


@pytest.fixture
def incident() -> Incident:
    return Incident()


def mark(incident: Incident, ref: str, provision: str = LAW) -> None:
    incident.do(secrecy.commands.Mark(ref=ref, provision=provision))


def lift(incident: Incident, ref: str) -> None:
    incident.do(secrecy.commands.Lift(ref=ref, reason="Prövat och öppnat."))


def everything(incident: Incident) -> None:
    """A line (3), a card (1), a decision (1), a task (1), a message (1) and a note in a meeting."""
    incident.do(log.commands.Record(text=f"Reservkraften står i {WORD}."))
    incident.do(board.commands.AddCard(text=f"Kraft i {WORD}", column="resurser"))
    incident.do(decisions.commands.Record(text=f"Stäng {WORD}", reason="Brand"))
    incident.do(tasks.commands.Add(text=f"Vakta {WORD}", owner="Vakten"))
    incident.do(information.commands.SaveMessage(text=f"Undvik {WORD}", groups=("elever",)))
    incident.do(meetings.commands.Begin(agenda="5.2"))
    incident.do(meetings.commands.NotePoint(meeting=1, point="5.2.3", text=f"Gå inte till {WORD}."))


@pytest.mark.parametrize("ref", ["line:3", "card:1", "decision:1", "task:1", "message:1", "point:1/5.2.3"])
def test_anything_can_be_marked_marked_anew_and_opened(incident: Incident, ref: str) -> None:
    everything(incident)
    held = len([text for text in every_text(Cover(incident.state).state) if WORD in text])
    mark(incident, ref)
    assert of_ref(incident.state, ref) == LAW
    assert len([text for text in every_text(Cover(incident.state).state) if WORD in text]) < held
    mark(incident, ref, "OSL 15:2")
    assert of_ref(incident.state, ref) == "OSL 15:2"
    lift(incident, ref)
    assert of_ref(incident.state, ref) == ""
    assert len([text for text in every_text(Cover(incident.state).state) if WORD in text]) == held


def test_the_lines_of_marks_never_say_the_text(incident: Incident) -> None:
    everything(incident)
    mark(incident, "card:1")
    lift(incident, "card:1")
    assert [line for line in incident.lines()[-2:] if WORD in line] == []
    assert incident.lines()[-2].endswith("Kort 1 sekretessmarkeras, OSL 18:13, 2027-01-14.")
    assert incident.lines()[-1].endswith("Kort 1 är inte längre sekretessmarkerad: Prövat och öppnat.")


def test_authority_and_day_are_kept(incident: Incident) -> None:
    everything(incident)
    wish = secrecy.commands.Mark(
        ref="line:3", provision="18:1", authority="Polisen", decided_on=date(2027, 1, 13)
    )
    incident.do(wish)
    held = incident.state[secrecy.FEATURE].marks["line:3"]
    assert (held.provision, held.authority, held.decided_on) == ("OSL 18:1", "Polisen", date(2027, 1, 13))
    assert incident.lines()[-1].endswith("Rad 3 sekretessmarkeras, OSL 18:1, 2027-01-13 av Polisen.")
    assert not incident.do(wish).recorded


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (secrecy.commands.Mark(ref="line:3", provision=" "), "provision"),
        (secrecy.commands.Mark(ref="line:3", provision="x" * 41), "provision"),
        (secrecy.commands.Mark(ref="line:3", provision=LAW, decided_on=date(2027, 1, 15)), "decided_on"),
        (secrecy.commands.Mark(ref="line:99", provision=LAW), "ref"),
        (secrecy.commands.Mark(ref="step:4.2", provision=LAW), "ref"),
        (secrecy.commands.MarkSeveral(refs=(), provision=LAW), "refs"),
        (secrecy.commands.MarkSeveral(refs=("line:3", "line:99"), provision=LAW), "refs"),
        (secrecy.commands.MarkSeveral(refs=("line:3",), provision=" "), "provision"),
        (secrecy.commands.Lift(ref="line:3", reason="Prövat"), "ref"),
        (secrecy.commands.Lift(ref="line:3", reason=""), "ref"),
    ],
)
def test_refused(incident: Incident, command: secrecy.commands.Mark, field: str) -> None:
    everything(incident)
    with pytest.raises(RuleBroken) as refusal:
        incident.do(command)
    assert refusal.value.field == field


def test_lifting_needs_a_reason(incident: Incident) -> None:
    everything(incident)
    mark(incident, "line:3")
    with pytest.raises(RuleBroken) as refusal:
        incident.do(secrecy.commands.Lift(ref="line:3", reason=" "))
    assert refusal.value.field == "reason"


def test_card_decision_and_task_inherit_from_the_line_they_come_from(incident: Incident) -> None:
    incident.do(log.commands.Record(text="Ett hot."))
    incident.do(board.commands.AddCard(text="Hot", column="handelse", origin=3))
    incident.do(decisions.commands.Record(text="Utrym", links=("line:3",)))
    incident.do(tasks.commands.Add(text="Ring polisen", source="decision:1"))
    incident.do(tasks.commands.Answer(task=1, answer="De kommer"))
    mark(incident, "line:3")
    for ref in ("card:1", "decision:1", "task:1"):
        assert of_ref(incident.state, ref) == LAW
    for number in (4, 5, 6, 7):
        assert of_line(incident.state, number) == LAW
    lift(incident, "line:3")
    assert not incident.state.marks.any
    assert of_ref(incident.state, "task:1") == ""


def test_a_point_is_marked_before_anything_is_noted(incident: Incident) -> None:
    incident.do(meetings.commands.Begin(agenda="5.2"))
    mark(incident, "point:1/5.2.3")
    incident.do(meetings.commands.NotePoint(meeting=1, point="5.2.3", text=f"Gå inte till {WORD}."))
    assert [text for text in every_text(Cover(incident.state).state) if WORD in text] == []
    with pytest.raises(RuleBroken):
        mark(incident, "point:1/9.9")
    with pytest.raises(RuleBroken):
        mark(incident, "point:2/5.2.3")


def test_a_marked_line_of_a_decision_marks_the_decision(incident: Incident) -> None:
    incident.do(decisions.commands.Record(text="Utrym"))
    incident.do(decisions.commands.Complete(decision=1, reason="Hotet är riktat"))
    mark(incident, "line:4")
    assert of_ref(incident.state, "decision:1") == LAW
    assert of_line(incident.state, 3) == LAW
    assert holder(incident.state, "line:4") == "decision:1"


def test_a_decision_that_rests_on_a_secret_uncertainty_is_secret(incident: Incident) -> None:
    incident.do(board.commands.AddCard(text="Vem är det?", column="oklarheter", secrecy=LAW))
    incident.do(decisions.commands.Record(text="Vänta", rests_on=(1,)))
    assert of_ref(incident.state, "decision:1") == LAW
    assert of_ref(incident.state, "uncertainty:1") == LAW


def test_the_card_that_an_answer_becomes_is_as_secret_as_the_question(incident: Incident) -> None:
    incident.do(board.commands.AddCard(text="Vem är det?", column="oklarheter"))
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Läraren", becomes=True))
    mark(incident, "card:1")
    assert of_ref(incident.state, "card:2") == LAW
    lift(incident, "card:1")
    mark(incident, "card:2", "OSL 21:1")
    assert of_ref(incident.state, "line:4") == "OSL 21:1"


def test_what_was_opened_stays_open_when_its_source_is_secret(incident: Incident) -> None:
    incident.do(log.commands.Record(text="Ett hot."))
    incident.do(decisions.commands.Record(text="Stäng huset", links=("line:3",)))
    mark(incident, "line:3")
    lift(incident, "decision:1")
    assert of_ref(incident.state, "decision:1") == ""
    assert of_ref(incident.state, "line:3") == LAW


def test_a_card_that_was_opened_stays_open_when_it_is_edited(incident: Incident) -> None:
    incident.do(board.commands.AddCard(text="Kod 12", column="resurser", secrecy=LAW))
    lift(incident, "card:1")
    incident.do(board.commands.EditCard(card=1, owner="Drift"))
    assert of_ref(incident.state, "card:1") == ""
    incident.do(board.commands.EditCard(card=1, secrecy="OSL 18:8"))
    assert of_ref(incident.state, "card:1") == "OSL 18:8"


def test_frozen_boards_and_earlier_versions_are_covered(incident: Incident) -> None:
    incident.do(board.commands.AddCard(text=f"Kod i {WORD}", column="resurser"))
    incident.do(board.commands.Freeze())
    incident.do(board.commands.EditCard(card=1, text="Koden är bytt"))
    mark(incident, "card:1")
    state = Cover(incident.state).state
    assert [text for text in every_text(state) if WORD in text] == []
    assert state[board.FEATURE].frozen[0].cards[0].content.text == provisions.bar(LAW)


def test_the_answers_of_the_sheet_are_covered_with_the_forecast_they_fill(incident: Incident) -> None:
    from crisisdesk.features import intake

    incident.do(intake.commands.SaveField(field="2.6a", value=f"Explosion i {WORD}"))
    mark(incident, "forecast:worst")
    assert [text for text in every_text(Cover(incident.state).state) if WORD in text] == []


def test_a_covered_text_is_never_saved(incident: Incident) -> None:
    everything(incident)
    mark(incident, "card:1")
    shown = Cover(incident.state).state[board.FEATURE].cards[1].content.text
    with pytest.raises(RuleBroken) as refusal:
        incident.do(board.commands.EditCard(card=1, text=shown, owner="Drift"))
    assert refusal.value.field == "text"
    paper = log.facts.Paper(form=1, writer=shown)
    with pytest.raises(RuleBroken):
        incident.do(log.commands.Record(text="x", paper=paper))


def test_a_function_that_owns_stays_in_sight(incident: Incident) -> None:
    incident.do(tasks.commands.Add(text="Vakta", owner="function:stabschef", secrecy=LAW))
    incident.do(tasks.commands.Add(text="Vakta", owner="Anna", secrecy=LAW))
    held = Cover(incident.state).state[tasks.FEATURE].tasks
    assert (held[1].owner, held[2].owner) == ("function:stabschef", provisions.BAR)


def test_one_more_fact_is_folded_once(incident: Incident) -> None:
    everything(incident)
    mark(incident, "line:3")
    cover = Cover(incident.state)
    before = cover.state
    for _ in range(5):
        incident.do(log.commands.Record(text="Nytt."))
        incident.do(log.commands.Record(text="Hemligt.", secrecy=LAW))
    assert cover.follow() is before
    mark(incident, "card:1")
    assert cover.follow() is not before


def test_a_whole_exercise_of_which_everything_is_secret_still_folds() -> None:
    true = State()
    facts = brand().state.recorded
    for recorded in facts:
        true.fold(recorded)
    for number in range(1, len(true.timeline.lines) + 1):
        fact = secrecy.facts.Marked(
            ref=f"line:{number}", provision=LAW, authority="", decided_on=date(2027, 1, 14)
        )
        true.fold(msgspec.structs.replace(facts[-1], seq=true.facts + 1, fact=fact, line=None, number=0))
    state = covered_state(true)
    assert [line.line.text for line in state.timeline.lines if line.line is not None] == [
        provisions.bar(LAW)
    ] * len(true.timeline.lines)
    for feature in FEATURES:
        for name, held in msgspec.structs.asdict(true[feature]).items():
            if isinstance(held, list | dict) and feature.name not in _FILED_BY_NAME:
                assert len(getattr(state[feature], name)) == len(cast("list[object]", held)), (feature, name)


_FILED_BY_NAME = ("people", "calls")
"""Features that file people under their names: covered, they are one."""


def test_several_are_marked_in_one_line_that_names_them_and_tells_no_text(incident: Incident) -> None:
    for text in ("Rök", "Eld", WORD):
        incident.do(board.commands.AddCard(text=text, column="handelse"))
    mark(incident, "card:2")
    before = len(incident.state.timeline.lines)
    incident.do(secrecy.commands.MarkSeveral(refs=("card:1", "card:2", "card:3"), provision=LAW))
    assert [of_ref(incident.state, f"card:{card}") for card in (1, 2, 3)] == [LAW] * 3
    assert len(incident.state.timeline.lines) == before + 1
    told = incident.state.timeline.says(before + 1)
    assert told.text == f"Kort 1 och 3 sekretessmarkeras, {LAW}, 2027-01-14.", "2 was marked so already"
    assert told.refs == ("card:1", "card:3")
