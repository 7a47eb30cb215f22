"""An incident file of every released format opens, is whole, says the same and prints, for ever.

Never make these files anew: a change that they cannot stand needs a new version of a fact and an upgrade
step.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crisisdesk.cli.__main__ import start
from crisisdesk.features import board, decisions, evaluation, lifecycle
from crisisdesk.session.session import Session

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.crisisdesk"))
HEADS = {"brand-0.1.0": (226, 121, "ed1deb2645dca8b3ff11a15bfb8d933efbd2cfefdfd8be3c2d0f672b121d8736")}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    original: Path = request.param
    return Path(shutil.copy(original, tmp_path / original.name))


def opened(file: Path) -> Session:
    from crisisdesk.cli.printing import read

    return read(file)


def test_every_released_format_has_its_file() -> None:
    assert [path.stem for path in FILES] == sorted(HEADS)


def test_the_chain_is_whole_and_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["verify", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["facts"], found["lines"], found["head"]) == HEADS[file.stem]


def test_the_log_says_what_it_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["log", str(file), "--json"]) == 0
    said = [kept(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    before = (HERE / f"{file.stem}.log.jsonl").read_text(encoding="utf-8").splitlines()
    assert said == [kept(json.loads(line)) for line in before]


def kept(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that the first release printed: later ones may add their own."""
    times = ("happened_at", "recorded_at")
    names = ("number", *times, "kind", "text", "done_by", "recorded_by", "struck_by", "seq")
    return {name: entry[name] for name in names}


def test_the_state_folds_and_the_report_prints(file: Path, tmp_path: Path) -> None:
    session = opened(file)
    assert len(session.state[decisions.FEATURE].decisions) == 9
    assert len(session.state[board.FEATURE].frozen) == 3
    assert session.state[evaluation.FEATURE].answered(session.state.plan) == (21, 21)
    assert session.state[lifecycle.FEATURE].closed
    session.close()
    pdf = tmp_path / "rapport.pdf"
    assert start(["report", str(file), "--out", str(pdf)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
