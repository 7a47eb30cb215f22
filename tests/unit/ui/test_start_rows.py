"""What the start window says, without a window: incidents, scenarios, readiness."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisisdesk.compose import load_plan
from crisisdesk.plan.checks.problem import Problem
from crisisdesk.session import scenario
from crisisdesk.session.library import Listed
from crisisdesk.ui.shell import readiness
from crisisdesk.ui.shell.start_rows import incident_rows, scenario_row

AT = datetime(2026, 11, 3, 6, 12, tzinfo=UTC)


def row(**fields: object):
    listed = Listed(path="x", zone="Europe/Stockholm", started_at=AT, **fields)  # pyright: ignore[reportArgumentType]
    return incident_rows([listed])[0]


def test_an_incident_says_how_it_stands() -> None:
    assert (row().standing, row().began) == ("pågår", "2026-11-03 07:12")
    assert row(closed_at=AT).standing == "avslutad"


def test_an_exercise_is_never_taken_for_real() -> None:
    assert (row(exercise=True).standing, row(exercise=True).tone) == ("ÖVNING", "ex")


def test_a_file_that_cannot_be_read_says_so_and_why() -> None:
    found = row(fault="Filen är skadad.")
    assert (found.standing, found.fault) == ("går inte att läsa", "Filen är skadad.")


def test_a_file_that_another_program_holds_is_not_said_to_be_broken() -> None:
    found = row(fault="Händelsen är öppen i ett annat program.", held=True)
    assert (found.standing, found.tone) == ("redan öppen", "warn")


def test_a_scenario_says_how_long_it_plays() -> None:
    found = scenario_row(scenario.load(scenario.shipped()[0]))
    assert found.lasts.startswith("2 h 40 min, ")


def problem(table: str) -> Problem:
    return Problem(severity="warning", table=table, place="x", what="y")


def test_a_plan_without_holes_is_said_to_be() -> None:
    assert readiness.plan_holes([]).verdict == "ok"


def test_holes_are_counted_by_kind() -> None:
    found = [problem("functions"), problem("functions"), problem("contacts"), problem("phases")]
    check = readiness.plan_holes(found)
    assert check.verdict == "warn"
    assert check.words == (
        "Krisplanen: 2 funktioner behöver befattning eller ersättare, "
        "1 lista med kontakter behöver kontrolleras och 1 steg utan ansvarig."
    )


def test_other_holes_are_not_passed_over() -> None:
    assert readiness.plan_holes([problem("agendas")]).words == "Krisplanen: 1 lucka."


def test_a_folder_that_can_be_written_is_tried_and_left_clean(tmp_path: Path) -> None:
    assert readiness.disk(tmp_path / "ny").verdict in ("ok", "warn")
    assert list((tmp_path / "ny").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_bad(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    check = readiness.disk(tmp_path / "fil" / "mapp")
    assert check.verdict == "bad"
    assert "Inget kan sparas" in check.words


def test_without_a_second_copy_it_is_said(tmp_path: Path) -> None:
    assert readiness.copy(None).verdict == "warn"
    assert "finns inte nu" in readiness.copy(tmp_path / "borta").words
    assert readiness.copy(tmp_path).verdict == "ok"


@pytest.mark.parametrize("name", ["OneDrive - Kommun", "Dropbox", "Google Drive"])
def test_a_synchronised_folder_is_warned_of(name: str) -> None:
    assert readiness.synchronised(Path("C:/Users/x") / name / "CrisisDesk")


def test_an_ordinary_folder_is_not() -> None:
    assert readiness.synchronised(Path("/home/x/.local/share/CrisisDesk")) == ()


def test_what_the_program_cannot_see_it_does_not_promise() -> None:
    found = readiness.checks(load_plan(), Path("/"), None, AT, "Europe/Stockholm")
    assert {c.key for c in found if c.verdict == "look"} == {"clock", "printer"}
