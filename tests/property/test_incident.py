"""What holds for any sequence of commands: replay equals live, a refusal writes nothing, lines never move."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisisdesk.base.errors import RuleBroken
from crisisdesk.compose import CODEC
from crisisdesk.features import (
    attachments,
    board,
    calls,
    checklists,
    decisions,
    evaluation,
    forms,
    information,
    intake,
    lifecycle,
    log,
    meetings,
    people,
    prints,
    secrecy,
    sketch,
    tasks,
)
from crisisdesk.features.board.state import as_it_stood
from crisisdesk.incident import queries
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.cover import Cover, covered_state
from crisisdesk.incident.registry import FACTS, FEATURE_OF_COMMAND, FEATURES
from crisisdesk.incident.state import State
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Recorded
from crisisdesk.session.session import Session
from tests.support.any_command import COMMANDS, PLAIN, REFS, STRATEGIES, strategy
from tests.support.incident_play import ALARM, Incident

HASH = "0" * 64

PLAYED: tuple[Command, ...] = (
    log.commands.Record(text=PLAIN, sender=PLAIN, paper=log.facts.Paper(form=9)),
    log.commands.Record(text=PLAIN, happened_at=ALARM),
    log.commands.Correct(number=3, text="a & b <c>", reason=PLAIN),
    log.commands.Strike(number=4, reason=PLAIN),
    log.commands.SetReliability(number=5, reliability="confirmed"),
    log.commands.ExplainLateness(number=5, reason=PLAIN),
    checklists.commands.Sign(item="1.1", note=PLAIN),
    checklists.commands.Undo(item="1.1", reason=PLAIN),
    checklists.commands.Drop(item="1.1", reason=PLAIN),
    intake.commands.SaveField(field="2.6a", value=PLAIN),
    intake.commands.SaveRow(field="2.12", cells=("POSOM", PLAIN)),
    board.commands.AddCard(text=PLAIN, column="handelse"),
    board.commands.AddCard(text=PLAIN, column="oklarheter"),
    board.commands.AddCard(text=PLAIN, column="resurser"),
    board.commands.EditCard(card=1, text=PLAIN, source=PLAIN),
    board.commands.SetCertainty(card=1, certainty="contradicted", by_line=1),
    board.commands.SetResource(card=3, resource="requested", suffices="no", shortage=PLAIN),
    board.commands.MoveCard(card=1, column="resurser"),
    board.commands.MoveCards(cards=(1, 3), column="handelse"),
    board.commands.AnswerUncertainty(uncertainty=1, answer=PLAIN, becomes=True),
    board.commands.ReopenUncertainty(uncertainty=1, reason=PLAIN),
    board.commands.SetForecast(which="worst", text="a & b <c>"),
    decisions.commands.Record(text=PLAIN),
    decisions.commands.Record(step="5.1a", appoints=PLAIN),
    decisions.commands.Complete(decision=1, reason=PLAIN),
    decisions.commands.SetProgress(decision=1, progress="done", note=PLAIN),
    decisions.commands.NoteKnown(decision=1, present=(PLAIN,)),
    tasks.commands.Add(text=PLAIN),
    tasks.commands.HandOver(task=1, owner=PLAIN),
    tasks.commands.SetDue(task=1, due_at=ALARM),
    tasks.commands.SetReminder(task=1, every_minutes=5),
    tasks.commands.SeeReminder(task=1),
    tasks.commands.Answer(task=1, answer=PLAIN),
    tasks.commands.Reopen(task=1, reason=PLAIN),
    tasks.commands.CarryOver(task=1, to=PLAIN, note=PLAIN),
    tasks.commands.Add(text=PLAIN),
    tasks.commands.Withdraw(task=2, reason=PLAIN),
    board.commands.LinkCard(card=1, ref="task:1"),
    board.commands.UnlinkCard(card=1, ref="task:1"),
    board.commands.Freeze(name=PLAIN),
    board.commands.NameFrozen(number=1, name="a & b <c>"),
    board.commands.StrikeCard(card=1, reason=PLAIN),
    board.commands.StrikeCards(cards=(3,), reason=PLAIN),
    decisions.commands.Revoke(decision=1, reason=PLAIN),
    meetings.commands.Begin(agenda="5.2"),
    meetings.commands.MarkAttendance(meeting=1, who=PLAIN, present="here"),
    meetings.commands.NotePoint(meeting=1, point="5.2.3", text=PLAIN),
    meetings.commands.ClosePoint(meeting=1, point="5.2.3", text="a & b <c>"),
    meetings.commands.End(meeting=1, no_more=True),
    meetings.commands.SetNext(at=ALARM.replace(year=2028)),
    meetings.commands.TellSwitchboard(stopped=True),
    people.commands.CopyDirectory(persons=(people.facts.Person(person=PLAIN),)),
    people.commands.Appoint(function="stabschef", person=PLAIN),
    people.commands.PlanRelief(function="stabschef", person=PLAIN, at=ALARM.replace(year=2028)),
    people.commands.CancelRelief(function="stabschef", reason=PLAIN),
    people.commands.Relieve(function="stabschef", sign_from="AB", sign_to="CD", handover=PLAIN),
    people.commands.Vacate(function="stabschef", reason=PLAIN),
    people.commands.SignIn(person=PLAIN),
    people.commands.SignOut(person=PLAIN),
    calls.commands.Call(target=PLAIN, outcome="reached", note=PLAIN),
    calls.commands.CallList(outcomes=(calls.commands.Outcome(target=PLAIN, outcome="reached", note=PLAIN),)),
    calls.commands.Withdraw(call=1, reason=PLAIN),
    information.commands.SaveMessage(text=PLAIN),
    information.commands.SendMessage(text=PLAIN, groups=("elever",)),
    information.commands.WithdrawMessage(message=1, reason=PLAIN),
    information.commands.BriefSwitchboard(text=PLAIN),
    forms.commands.Reserve(count=3, first=10),
    forms.commands.Void(form=10, reason=PLAIN),
    forms.commands.Restore(form=10, reason=PLAIN),
    forms.commands.NoteEntered(form=12, writer=PLAIN),
    forms.commands.NoteEntered(form=11, writer=PLAIN),
    prints.commands.Note(first=1, last=3, sheets=1),
    attachments.commands.Attach(
        line=1, name=f"{PLAIN}.png", media="image/png", size=3, sha256=HASH, key="k", parts=1, text=PLAIN
    ),
    attachments.commands.Describe(id="1-1", text="a & b <c>"),
    sketch.commands.AddPage(title=PLAIN),
    sketch.commands.RenamePage(page=1, title="a & b <c>"),
    sketch.commands.SetBackground(page=1, attachment="1-1"),
    sketch.commands.Draw(page=1, tool="text", points=(1, 1), text=PLAIN),
    sketch.commands.Erase(page=1, marks=(1,)),
    sketch.commands.Restore(page=1, marks=(1,)),
    sketch.commands.StrikePage(page=1, reason=PLAIN),
    attachments.commands.Strike(id="1-1", reason=PLAIN),
    secrecy.commands.Mark(ref="line:1", provision="OSL 18:1"),
    secrecy.commands.MarkSeveral(refs=("line:1", "sketch:1"), provision="OSL 18:1"),
    secrecy.commands.Lift(ref="line:1", reason=PLAIN),
    lifecycle.commands.Rename(name=PLAIN),
    lifecycle.commands.SetRegistryNumber(registry_number=PLAIN),
    lifecycle.commands.NoteInterruption(since=ALARM, until=ALARM, reason=PLAIN),
    lifecycle.commands.NoteClockMoved(seconds=-90),
    lifecycle.commands.NoteSleep(since=ALARM, until=ALARM),
    lifecycle.commands.ChangeKeeper(sign="TB", reason=PLAIN),
)
"""Every command once, each of them carried out; what comes after closing follows."""

AFTER: tuple[Command, ...] = (
    lifecycle.commands.Reopen(reason=PLAIN),
    evaluation.commands.NoteMaterial(item="8.1.1", text=PLAIN),
    evaluation.commands.AnswerQuestion(question="8.2.1", strengths=PLAIN, grade=3),
    evaluation.commands.SaveSummary(text=PLAIN),
    evaluation.commands.AddMeasure(text=PLAIN, owner=PLAIN, due_on="2027-03-01"),
    evaluation.commands.ChangeMeasure(measure=1, area=PLAIN),
    evaluation.commands.StrikeMeasure(measure=1, reason=PLAIN),
    evaluation.commands.SignEvaluation(by=(PLAIN,)),
)


def plain(value: Any) -> Any:
    """Return the state as plain data that can be compared."""
    return msgspec.to_builtins(value)


def picture(state: State) -> list[Any]:
    return [plain(state[feature]) for feature in FEATURES] + [plain(state.timeline)]


def attempt(incident: Incident, command: Command) -> tuple[Change | None, str]:
    try:
        return incident.do(command), ""
    except RuleBroken as refusal:
        return None, refusal.sentence


def closing(state: State) -> Command:
    return lifecycle.commands.Close(chair="AB", keeper="MK", carries=queries.open_refs(state))


def check_step(incident: Incident, command: Command) -> Change | None:
    """Carry one command out and look at what must hold, whether it was refused or not."""
    before, rows = list(incident.state.timeline.lines), tuple(incident.session.stored())
    head, shown = incident.session.head, picture(incident.state)
    change, refusal = attempt(incident, command)
    if change is None:
        assert refusal[-1:] in (".", "!", "?"), refusal
        assert incident.session.head == head, "a refused command wrote"
        assert tuple(incident.session.stored()) == rows, "a refused command stored a row"
        assert picture(incident.state) == shown, "a refused command changed the state"
        return None
    lines = incident.state.timeline.lines
    assert lines[: len(before)] == before, "an earlier line moved"
    assert tuple(incident.session.stored())[: len(rows)] == rows, "an earlier row was written over"
    assert [r.number for r in lines] == list(range(1, len(lines) + 1))
    assert sum(1 for r in change.recorded if r.number) <= 1, "an act made more than one line"
    return change


def by_time(recorded: Recorded) -> tuple[Any, int]:
    return recorded.happened_at, recorded.number


def check_whole(incident: Incident, cover: Cover, past: BoardPast) -> None:
    """Look at what must hold once all is done."""
    state = incident.state
    again = Session(incident.journals.open(incident.path), incident.clock)
    assert picture(again.state) == picture(state), "replayed is another than live"
    assert again.state.marks.kinds() == state.marks.kinds()
    assert incident.journals.open(incident.path).check() is None
    assert picture(cover.follow()) == picture(covered_state(state)), "covered live is another than anew"
    ordered = sorted(state.timeline.lines, key=by_time)
    assert all(by_time(one) < by_time(other) for one, other in pairwise(ordered))
    own = state[board.FEATURE]
    past.follow(own)
    for seq in (0, state.facts // 3, state.facts // 2, state.facts):
        assert past.after(seq) == as_it_stood(own.recorded, seq), "the board then is another than folded"


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(range(0, len(PLAYED) + 1, 8)),
    st.lists(st.tuples(COMMANDS, st.integers(-90, 90)), min_size=4, max_size=25),
    st.lists(REFS, max_size=3),
    st.booleans(),
)
def test_any_sequence(
    played: int, commands: list[tuple[Command, int]], secret: list[str], closes: bool
) -> None:
    incident = Incident()
    for command in PLAYED[:played]:
        attempt(incident.wait(1), command)
    cover, past = Cover(incident.state), BoardPast()
    for command, minutes in commands:
        check_step(incident.wait(minutes), command)
        cover.follow()
        past.follow(incident.state[board.FEATURE])
    for ref in secret:
        check_step(incident.wait(1), secrecy.commands.Mark(ref=ref, provision="OSL 18:1"))
        cover.follow()
    for command in (closing(incident.state), *AFTER) if closes else ():
        check_step(incident.wait(1), command)
    check_whole(incident, cover, past)


def test_every_command_is_played_and_drawn() -> None:
    incident = Incident()
    known = set(FEATURE_OF_COMMAND) - {lifecycle.commands.Start}
    assert set(STRATEGIES) == known
    done: set[type[Command]] = set()
    for command in (*PLAYED, None, *AFTER):
        act = command or closing(incident.state)
        change = check_step(incident.wait(1), act)
        assert change is not None, f"{act} is refused"
        assert change.recorded, f"{act} did nothing"
        check_whole(incident, Cover(incident.state), BoardPast())
        done.add(type(act))
    assert {kind.NAME for kind in known - done} == set(), "commands that no play carries out"


class _Unknown(Command, kw_only=True):
    NAME = "board.unheard_of"

    unheard_of: str


def test_a_field_without_a_pool_is_told() -> None:
    with pytest.raises(LookupError, match="unheard_of"):
        strategy(_Unknown)


@settings(max_examples=40)
@given(st.lists(COMMANDS, max_size=12))
def test_a_line_can_only_be_struck_once_or_by_its_correction(commands: list[Command]) -> None:
    incident = Incident()
    for command in commands:
        attempt(incident, command)
    for struck, by in incident.state.timeline.struck_by.items():
        assert 0 < struck < by <= len(incident.state.timeline.lines)


def test_a_feature_ignores_the_facts_of_others() -> None:
    owners = [kind for feature in FEATURES for kind in feature.folds]
    assert len(owners) == len(set(owners)) == len(FACTS)


def test_every_fact_kind_is_literal_unique_and_named_by_its_room() -> None:
    for feature in FEATURES:
        for kind in feature.folds:
            assert kind.KIND.startswith(f"{feature.name}."), kind
    assert len({kind.KIND for kind in FACTS}) == len(FACTS)


def test_every_command_has_a_rule_and_a_name_of_its_room() -> None:
    names = [(feature.name, kind.NAME) for feature in FEATURES for kind in feature.rules]
    assert all(name.startswith(f"{room}.") for room, name in names)
    assert len({name for _, name in names}) == len(names)


def test_whole_scenario_survives_the_codec(tmp_path: Path) -> None:
    from crisisdesk.cli.exercise import play
    from crisisdesk.session import scenario

    player = play(scenario.load("brand"), None, tmp_path)
    copy = MemoryJournal(CODEC)
    player.session.close()
    from crisisdesk.compose import SqliteJournals

    journal = SqliteJournals().open_read_only(tmp_path / "brand.crisisdesk")
    for recorded in journal.read():
        copy.append([recorded])
    assert msgspec.json.encode(list(copy.read())) == msgspec.json.encode(list(journal.read()))
    assert copy.head == journal.head
    journal.close()
