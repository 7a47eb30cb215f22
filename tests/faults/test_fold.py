"""A fold that errs leaves the file as it was: the command fails, the log goes on, and it opens again."""

from pathlib import Path

import pytest

from crisisdesk.base.clock import SetClock
from crisisdesk.base.errors import WorldFault
from crisisdesk.compose import check_file, library, load_plan
from crisisdesk.features import decisions, log
from crisisdesk.kernel.fact import Recorded
from tests.support.incident_play import ALARM


def test_a_fact_that_cannot_be_folded_is_never_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    session.execute(log.commands.Record(text="rök ur taket"))
    fact = decisions.facts.DecisionRecorded
    right = decisions.FEATURE.folds[fact]

    def errs(
        state: decisions.DecisionState, it: decisions.facts.DecisionRecorded, recorded: Recorded
    ) -> None:
        right(state, it, recorded)
        raise KeyError(it.text)

    with monkeypatch.context() as planted:
        planted.setitem(decisions.FEATURE.folds, fact, errs)  # pyright: ignore[reportArgumentType]
        with pytest.raises(KeyError):
            session.execute(decisions.commands.Record(text="stäng hus B"))
    assert session.state.facts == session.head.facts
    assert not session.state[decisions.FEATURE].decisions
    session.execute(log.commands.Record(text="vi fortsätter"))
    session.close()
    assert check_file(path).fault is None
    again = library(tmp_path).open(path)
    assert [r.line.text for r in again.state.timeline.lines if r.line][-2:] == [
        "rök ur taket",
        "vi fortsätter",
    ]
    again.close()


def test_a_file_with_such_a_fact_is_read_up_to_it_and_not_written_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    session.execute(log.commands.Record(text="rök ur taket"))
    session.execute(decisions.commands.Record(text="stäng hus B"))
    session.close()
    before = path.read_bytes()

    def errs(*_args: object) -> None:
        raise KeyError("planted")

    monkeypatch.setitem(decisions.FEATURE.folds, decisions.facts.DecisionRecorded, errs)
    with pytest.raises(WorldFault, match="Rad 1–2 visas"):
        library(tmp_path).open(path)
    read = library(tmp_path).read(path)
    assert [r.number for r in read.state.timeline.lines] == [1, 2]
    read.close()
    assert path.read_bytes() == before
    caplog.clear()
