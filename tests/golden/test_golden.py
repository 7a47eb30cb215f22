"""An incident file of every released format opens, is whole, says the same and prints, for ever.

Never make these files anew: a change that they cannot stand needs a new version of a fact and an upgrade
step.
"""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from crisisdesk.cli.__main__ import start
from crisisdesk.features import board, decisions, evaluation, lifecycle
from crisisdesk.incident.registry import FACTS
from crisisdesk.session.session import Session

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.crisisdesk"))
HEADS = {
    "allt-0.2.0": (126, 83, "b484fed0912c8b1faaf34422b8621879588da06aacce5363413468f6bce3f2d6"),
    "brand-0.1.0": (226, 121, "ed1deb2645dca8b3ff11a15bfb8d933efbd2cfefdfd8be3c2d0f672b121d8736"),
    "brand-0.2.0": (227, 122, "32fc35d96add28d6e873f92f82be2dbffe3280ec7e6a5c97deacdfecbc0a5533"),
}
"""Facts, lines and head of each: `brand` is the exercise, `allt` holds every fact that there was once."""


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


def test_every_fact_that_can_be_written_stands_in_one_of_them(tmp_path: Path) -> None:
    written: set[tuple[str, int]] = set()
    for original in FILES:
        copy = Path(shutil.copy(original, tmp_path / original.name))
        with sqlite3.connect(f"file:{copy}?mode=ro", uri=True) as connection:
            written.update(connection.execute("SELECT DISTINCT kind, version FROM fact"))
    assert {(fact.KIND, fact.VERSION) for fact in FACTS} - written == set()


def test_what_was_attached_comes_out_as_it_went_in(tmp_path: Path) -> None:
    file = Path(shutil.copy(HERE / "allt-0.2.0.crisisdesk", tmp_path / "allt.crisisdesk"))
    assert start(["export", str(file), "--attachments", str(tmp_path / "bilagor")]) == 0
    (found,) = (tmp_path / "bilagor").iterdir()
    assert found.read_bytes().startswith(b"\x89PNG")


def test_the_state_folds_and_the_report_prints(file: Path, tmp_path: Path) -> None:
    session = opened(file)
    if file.stem.startswith("brand"):
        check_brand(session)
    assert session.state[lifecycle.FEATURE].closed
    session.close()
    pdf = tmp_path / "rapport.pdf"
    assert start(["report", str(file), "--out", str(pdf)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-1.7")


def check_brand(session: Session) -> None:
    assert len(session.state[decisions.FEATURE].decisions) == 9
    assert len(session.state[board.FEATURE].frozen) == 3
    assert session.state[evaluation.FEATURE].answered(session.state.plan) == (21, 21)
