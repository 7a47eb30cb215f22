"""A word in anything that is marked is nowhere in the covered incident, nor in a masked report."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisisdesk.base import provisions
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import (
    board,
    calls,
    decisions,
    information,
    intake,
    log,
    meetings,
    secrecy,
    tasks,
)
from crisisdesk.incident import quotes
from crisisdesk.incident.cover import Cover, covered_state
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Recorded
from crisisdesk.report.incident import build
from tests.property.test_incident import picture
from tests.support.any_command import STRATEGIES
from tests.support.document_text import texts
from tests.support.everything import every_text
from tests.support.incident_play import Incident

WORD = "anlagd7"
_PLAIN = "Branden är släckt"
_NOT_MARKED = ("people", "secrecy", "lifecycle", "evaluation")
"""Rooms whose facts are no thing that can be marked, or that lift what was."""

COMMANDS = st.one_of(
    *(drawn for kind, drawn in STRATEGIES.items() if kind.NAME.partition(".")[0] not in _NOT_MARKED)
)


def planted(command: Command) -> Command:
    """Return the command with the word in every text that says anything."""
    told = {
        name: value.replace(_PLAIN, f"Branden är {WORD}")
        for name in command.__struct_fields__
        if isinstance(value := getattr(command, name), str)
    }
    return msgspec.structs.replace(command, **told)


def holds_word(recorded: Recorded) -> bool:
    return any(WORD in text for text in every_text(recorded.fact))


def refs_of(recorded: Recorded) -> list[str]:
    found = list(quotes.things(recorded.fact))
    return [*found, f"line:{recorded.number}"] if recorded.number else found


def mark_all(incident: Incident, last: bool) -> None:
    """Mark whatever fact holds the word, by one of the refs that it has."""
    for recorded in tuple(incident.state.recorded):
        if holds_word(recorded) and not incident.state.marks.of_fact(recorded):
            act = [
                r for r in incident.state.recorded if (r.cause or r.seq) == (recorded.cause or recorded.seq)
            ]
            refs = refs_of(recorded) or [ref for r in act for ref in refs_of(r)]
            ref = refs[-1 if last else 0]
            incident.do(secrecy.commands.Mark(ref=ref, provision="OSL 18:1"))


SEED: tuple[Command, ...] = (
    log.commands.Record(text=_PLAIN),
    board.commands.AddCard(text=_PLAIN, column="handelse"),
    board.commands.AddCard(text=_PLAIN, column="oklarheter"),
    decisions.commands.Record(text=_PLAIN),
    tasks.commands.Add(text=_PLAIN),
    meetings.commands.Begin(agenda="5.2"),
    meetings.commands.NotePoint(meeting=1, point="5.2.3", text=_PLAIN),
    meetings.commands.ClosePoint(meeting=1, point="5.2.3", text=_PLAIN),
    information.commands.SendMessage(text=_PLAIN, groups=("elever",)),
    board.commands.EditCard(card=1, text=_PLAIN, source=_PLAIN),
    board.commands.AnswerUncertainty(uncertainty=1, answer=_PLAIN, becomes=True),
    board.commands.Freeze(),
    decisions.commands.Complete(decision=1, reason=_PLAIN),
    decisions.commands.Record(step="5.1a", appoints=_PLAIN),
    tasks.commands.Answer(task=1, answer=_PLAIN),
    log.commands.SetReliability(number=3, reliability="confirmed"),
    calls.commands.Call(target=_PLAIN, outcome="reached", note=_PLAIN),
    intake.commands.SaveField(field="2.6a", value=_PLAIN),
)
"""Something of each kind, so that what is drawn after has something to change."""


def play(commands: list[Command]) -> tuple[Incident, Cover]:
    incident = Incident()
    cover = Cover(incident.state)
    for command in (*map(planted, SEED), *commands):
        incident.wait(1)
        try:
            incident.do(command)
        except RuleBroken:
            continue
        cover.follow()
    return incident, cover


def same(one: State, other: State) -> bool:
    return picture(one) == picture(other)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(COMMANDS.map(planted), min_size=3, max_size=25), st.booleans())
def test_what_is_marked_is_nowhere_in_the_covered_incident(commands: list[Command], last: bool) -> None:
    incident, cover = play(commands)
    mark_all(incident, last)
    state = cover.follow()
    assert [text for text in every_text(state) if WORD in text] == []
    assert same(state, covered_state(incident.state)), "kept live is another than folded anew"
    report = build(state=incident.state, head=incident.session.head, printed_at=incident.now, masked=True)
    assert [text for text in texts(report) if WORD in text] == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(COMMANDS.map(planted), min_size=3, max_size=20))
def test_the_covered_incident_has_the_same_things_and_marks(commands: list[Command]) -> None:
    incident, cover = play(commands)
    mark_all(incident, last=False)
    true, state = incident.state, cover.follow()
    assert len(state.timeline.lines) == len(true.timeline.lines)
    for recorded in true.recorded:
        for ref in refs_of(recorded):
            assert state.marks.of(ref) == true.marks.of(ref)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(COMMANDS, min_size=3, max_size=20))
def test_lifting_every_mark_shows_everything_again(commands: list[Command]) -> None:
    incident, cover = play(commands)
    for recorded in tuple(incident.state.recorded):
        for ref in refs_of(recorded):
            if ref.partition(":")[0] in secrecy.wording.NAMES and incident.state.marks.of(ref):
                incident.do(secrecy.commands.Lift(ref=ref, reason="Prövat."))
    assert not incident.state.marks.any
    assert [text for text in every_text(cover.follow()) if provisions.BAR in text] == []
