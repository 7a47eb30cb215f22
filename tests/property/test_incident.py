"""What holds for any sequence of commands: replay equals live, a refusal writes nothing, lines never move."""

from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisisdesk.base.errors import RuleBroken
from crisisdesk.compose import CODEC
from crisisdesk.features import (
    board,
    calls,
    checklists,
    decisions,
    information,
    intake,
    lifecycle,
    log,
    meetings,
    tasks,
)
from crisisdesk.incident.registry import FACTS, FEATURES
from crisisdesk.incident.state import State
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.session.session import Session
from tests.support.incident_play import Incident

TEXTS = st.sampled_from(["", "  ", "Branden är släckt", "a & b <c>", "å\nä", "x" * 300])
LINES = st.integers(min_value=0, max_value=12)
POINTS = st.sampled_from(["5.2.3", "6.1.agenda.2"])
TARGETS = st.sampled_from(["POSOM", "function:stabschef"])
COLUMNS = st.sampled_from(["resurser", "oklarheter"])
GROUPS = st.sampled_from([(), ("elever",)])
SURE = st.just("confirmed")
SMALL = st.integers(min_value=0, max_value=4)
STEPS = st.sampled_from(["1.1", "3.2", "3.3", "4.2", "4.3", "5.1a", "6.1.3", "nope"])


def build(kind: type[Command], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Command]:
    return st.builds(kind, **fields)


COMMANDS: st.SearchStrategy[Command] = st.one_of(
    build(log.commands.Record, text=TEXTS, secrecy=st.sampled_from(["", "OSL 18:1"])),
    build(log.commands.Correct, number=LINES, text=TEXTS, reason=TEXTS),
    build(log.commands.Strike, number=LINES, reason=TEXTS),
    build(
        log.commands.SetReliability,
        number=LINES,
        reliability=SURE,
        because=SMALL,
    ),
    build(checklists.commands.Sign, item=STEPS, note=TEXTS),
    build(checklists.commands.Drop, item=STEPS, reason=TEXTS),
    build(checklists.commands.Undo, item=STEPS, reason=TEXTS),
    build(
        decisions.commands.Record,
        text=TEXTS,
        step=st.sampled_from(["", "3.2", "4.2", "5.1a"]),
        answer=st.sampled_from(["", "yes", "no"]),
        grounds=st.sampled_from([(), ("3.2a",), ("3.2x",)]),
        appoints=TEXTS,
        replaces=SMALL,
    ),
    build(decisions.commands.Complete, decision=SMALL, reason=TEXTS),
    build(decisions.commands.Revoke, decision=SMALL, reason=TEXTS),
    build(tasks.commands.Add, text=TEXTS, owner=TEXTS),
    build(tasks.commands.Answer, task=SMALL, answer=TEXTS),
    build(tasks.commands.Withdraw, task=SMALL, reason=TEXTS),
    build(board.commands.AddCard, text=TEXTS, column=st.sampled_from(["handelse", "oklarheter", "nope"])),
    build(
        board.commands.MoveCard,
        card=SMALL,
        column=COLUMNS,
        position=SMALL,
    ),
    build(board.commands.EditCard, card=SMALL, text=TEXTS),
    build(board.commands.StrikeCard, card=SMALL, reason=TEXTS),
    build(board.commands.StrikeCards, cards=st.lists(SMALL, max_size=3).map(tuple), reason=TEXTS),
    build(board.commands.MoveCards, cards=st.lists(SMALL, max_size=3).map(tuple), column=COLUMNS),
    build(board.commands.AnswerUncertainty, uncertainty=SMALL, answer=TEXTS, becomes=st.booleans()),
    build(board.commands.Freeze),
    build(meetings.commands.Begin, agenda=st.sampled_from(["5.2", "6.1.agenda", "nope"])),
    build(
        meetings.commands.ClosePoint,
        meeting=SMALL,
        point=POINTS,
        text=TEXTS,
    ),
    build(meetings.commands.End, meeting=SMALL, no_more=st.booleans()),
    build(intake.commands.SaveField, field=st.sampled_from(["2.1", "2.6a", "2.12"]), value=TEXTS),
    build(
        calls.commands.Call,
        target=TARGETS,
        outcome=st.just("reached"),
    ),
    build(information.commands.SendMessage, message=SMALL, text=TEXTS, groups=GROUPS),
    build(
        lifecycle.commands.ChangeKeeper,
        sign=st.sampled_from(["MK", "TB", ""]),
        sign_from=st.sampled_from(["MK", "TB", ""]),
        read_over=st.booleans(),
        reason=TEXTS,
    ),
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


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(COMMANDS, max_size=25))
def test_any_sequence(commands: list[Command]) -> None:
    incident = Incident()
    for command in commands:
        incident.wait(1)
        before = list(incident.state.timeline.lines)
        head = incident.session.head
        shown = picture(incident.state)
        change, refusal = attempt(incident, command)
        if change is None:
            assert refusal[-1:] in (".", "!", "?")
            assert incident.session.head == head, "a refused command wrote"
            assert picture(incident.state) == shown, "a refused command changed the state"
            continue
        lines = incident.state.timeline.lines
        assert lines[: len(before)] == before, "an earlier line moved"
        assert [r.number for r in lines] == list(range(1, len(lines) + 1))
        assert sum(1 for r in change.recorded if r.number) <= 1, "an act made more than one line"
    again = Session(incident.journals.open(incident.path), incident.clock)
    assert picture(again.state) == picture(incident.state)
    assert incident.journals.open(incident.path).check() is None


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
