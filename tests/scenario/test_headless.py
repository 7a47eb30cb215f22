"""The shipped exercise, headless, from alarm to report: what the scenario says must hold."""

import json
from pathlib import Path

import pytest

from crisisdesk.cli.__main__ import start
from crisisdesk.cli.exercise import play
from crisisdesk.features import (
    board,
    calls,
    decisions,
    evaluation,
    information,
    lifecycle,
    log,
    meetings,
    people,
    tasks,
)
from crisisdesk.incident import paper_forms
from crisisdesk.incident.state import State
from crisisdesk.session import scenario
from crisisdesk.session.exercise import Player

OTHER_PLAN = Path(__file__).parent.parent / "support" / "other_plan"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Player:
    return play(scenario.load("brand"), None, tmp_path_factory.mktemp("brand"))


@pytest.fixture(scope="module")
def state(played: Player) -> State:
    return played.session.state


def test_nothing_slips(played: Player) -> None:
    assert [slip.sentence for slip in played.result.slips] == []


def test_nine_decisions_at_their_times(state: State) -> None:
    made = state[decisions.FEATURE].decisions
    assert list(made) == list(range(1, 10))
    assert [f"{d.at.hour + 1:02d}:{d.at:%M}" for d in made.values()] == [
        "13:12", "13:19", "13:40", "13:40", "13:40", "13:40", "13:54", "14:37", "15:25",
    ]  # fmt: skip
    assert made[1].grounds == ("3.2a", "3.2c")
    assert made[8].waits
    assert all(d.reason and d.decider for d in made.values())


def test_every_act_of_the_plan_is_settled(state: State) -> None:
    from crisisdesk.features import checklists

    marks = state[checklists.FEATURE].marks
    steps = [s.id for p in state.plan.phases for s in p.steps]
    assert [s for s in steps if s not in marks] == []
    assert marks["3.3"].kind == "dropped"
    assert marks["3.3"].decision == 1
    assert marks["4.3"].decision == 2


def test_nine_of_eleven_reached(state: State) -> None:
    reached, everyone = state[calls.FEATURE].reached(state.plan)
    assert (len(reached), len(everyone)) == (9, 11)


def test_three_meetings_and_three_frozen_boards(state: State) -> None:
    held = state[meetings.FEATURE].meetings
    assert [m.ended_at is not None for m in held.values()] == [True, True, True]
    assert [(f.number, f.meeting) for f in state[board.FEATURE].frozen] == [(1, 1), (2, 2), (3, 3)]
    assert all(m.calls_stopped and m.calls_released for m in held.values())


def test_correction_strikes_and_both_stay(state: State) -> None:
    struck = [n for n in state.timeline.struck_by if "tre elever" in state.timeline.says(n).text]
    assert len(struck) == 1
    replacing = state.timeline.says(state.timeline.struck_by[struck[0]])
    assert "två elever" in replacing.text
    corrected = state[log.FEATURE].entries[state.timeline.struck_by[struck[0]]]
    assert corrected.happened_at == state[log.FEATURE].entries[struck[0]].happened_at
    assert corrected.recorded_at > corrected.happened_at
    rumour = [e for e in state[log.FEATURE].entries.values() if "Rykte" in e.fact.text]
    assert rumour[0].reliability == "contradicted"


def test_uncertainties_answered_and_became_cards(state: State) -> None:
    first = state[board.FEATURE].uncertainty(1)
    assert first is not None
    assert first.answer is not None
    assert state[board.FEATURE].cards[first.answer.became].became_from == 1
    assert state[board.FEATURE].open_uncertainties() == []


def test_outage_and_three_forms(state: State) -> None:
    away = state[lifecycle.FEATURE].interruptions
    assert [(f"{i.since:%H:%M}", f"{i.until:%H:%M}") for i in away] == [("13:55", "14:08")]
    forms = state[log.FEATURE].forms
    assert sorted(forms) == [1, 2, 3]
    assert [(f.form, f.standing, f.printed) for f in paper_forms.paper_forms(state)] == [
        (1, "entered", True),
        (2, "entered", True),
        (3, "entered", True),
    ]
    times = [f"{state.timeline.line(forms[f]).happened_at:%H:%M}" for f in (1, 2, 3)]
    assert times == ["13:56", "14:01", "14:05"]
    assert {state.timeline.line(n).recorded_by for n in forms.values()} == {"TB"}


def test_relief_changes_the_sign(state: State) -> None:
    assert [(r.sign_from, r.sign_to) for r in state[people.FEATURE].reliefs] == [("MK", "TB")]
    assert [sign for _, sign in state[lifecycle.FEATURE].keepers] == ["LS", "MK", "TB"]
    vacant = [f.id for f in state[people.FEATURE].vacancies(state.plan)]
    assert "hr" in vacant


def test_tasks_end_as_told(state: State) -> None:
    given = state[tasks.FEATURE].tasks
    assert {n: t.standing for n, t in given.items()} == {
        1: "done", 2: "done", 3: "done", 4: "done", 5: "done", 6: "carried",
    }  # fmt: skip


def test_first_information_after_65_minutes(state: State) -> None:
    first, alarm = state[information.FEATURE].first_sent_at, state[lifecycle.FEATURE].started_at
    assert first is not None
    assert alarm is not None
    assert (first - alarm).total_seconds() == 65 * 60


def test_secret_line_is_marked(state: State) -> None:
    secret = [r for r in state.timeline.lines if r.line is not None and r.line.secrecy]
    assert [r.line.secrecy for r in secret if r.line is not None] == ["OSL 18:1"]


def test_closed_and_evaluated(state: State) -> None:
    assert state[lifecycle.FEATURE].closed
    assert state[evaluation.FEATURE].answered(state.plan) == (21, 21)
    assert len(state[evaluation.FEATURE].standing_measures()) == 3


def test_command_line_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["exercise", "brand", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    file, pdf = tmp_path / "brand.crisisdesk", tmp_path / "brand.pdf"
    assert str(file) in printed
    assert str(pdf) in printed
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert start(["verify", str(file)]) == 0
    assert start(["log", str(file), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    assert [entry["number"] for entry in lines] == list(range(1, len(lines) + 1))
    again = tmp_path / "again.pdf"
    assert start(["report", str(file), "--out", str(again)]) == 0
    assert again.read_bytes() == pdf.read_bytes()


def test_a_byte_changed_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    player = play(scenario.load("brand"), None, tmp_path)
    player.session.close()
    file = tmp_path / "brand.crisisdesk"
    content = file.read_bytes()
    at = content.index("två elever till sjukhus".encode())
    file.write_bytes(content[:at] + b"T" + content[at + 1 :])
    assert start(["verify", str(file), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert not found["whole"]
    assert found["fault"]["number"] > 0


def test_another_plan_plays_what_it_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["exercise", "brand", "--plan", str(OTHER_PLAN), "--out", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "Avviker: post" in told.err
    assert (tmp_path / "brand.pdf").exists()
    assert start(["verify", str(tmp_path / "brand.crisisdesk")]) == 0
