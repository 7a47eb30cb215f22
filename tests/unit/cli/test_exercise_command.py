"""`crisisdesk exercise` with files that somebody got wrong: one sentence, nothing lost, nothing half left."""

from pathlib import Path

import pytest

from crisisdesk.cli.__main__ import start
from crisisdesk.compose import library, load_plan

_HEAD = 'format = 1\nname = "NAME"\ntitle = "T"\nown_number = "2027-001"\nday = 2027-01-20\n'
_ENTRY = '[[entries]]\nat = "09:00"\ninject = "Larm"\n'


def _scenario(folder: Path, entries: str = _ENTRY, name: str = "prov") -> Path:
    path = folder / "prov.toml"
    path.write_text(_HEAD.replace("NAME", name) + entries, encoding="utf-8")
    return path


def _command(kind: str, fields: str) -> str:
    return f'[[entries]]\nat = "09:00"\ndo = "{kind}"\nwith = {{{fields}}}\n'


@pytest.mark.parametrize("name", ["", "*", "../ut", "a/b", "a\\\\b", "a\\u0000b", ".dold", "x" * 200])
def test_a_name_that_is_no_file_name_is_refused_and_touches_no_file(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mapp"
    out.mkdir()
    (out / "annan.crisisdesk").write_bytes(b"x")
    assert start(["exercise", str(_scenario(tmp_path, name=name)), "--out", str(out)]) == 3
    assert [path.name for path in out.iterdir()] == ["annan.crisisdesk"]
    assert "prov.toml, fältet name" in capsys.readouterr().err


@pytest.mark.parametrize(
    "entries",
    [
        '[[entries]]\nat = "0001-01-01 00:00"\ninject = "x"\n',
        '[[entries]]\nat = "9999-12-31 23:59"\ninject = "x"\n',
        '[[entries]]\nat = "09:00+05:00"\ninject = "x"\n',
        f'{_ENTRY}outage_until = "9999-12-31 23:59"\n',
        f"x = {'[' * 5000}{']' * 5000}\n{_ENTRY}",
        f"x = {'9' * 6000}\n{_ENTRY}",
        "x =",
        _command("log.record", "text = 5"),
        _command("log.record", 'text = "x", kind = "zz"'),
        _command("log.record", 'nosuch = "x"'),
        _command("calls.call_list", "outcomes = [1, 2]"),
        _command("lifecycle.note_clock_moved", "seconds = 9223372036854775807"),
    ],
)
def test_a_wrong_scenario_is_one_sentence_and_leaves_no_file(
    tmp_path: Path, entries: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mapp"
    assert start(["exercise", str(_scenario(tmp_path, entries)), "--out", str(out)]) == 3
    assert not out.exists() or not list(out.iterdir())
    said = capsys.readouterr().err
    assert said.startswith("Fel: ")
    assert "Expected" not in said
    assert "Invalid" not in said


def test_a_real_incident_of_the_same_name_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "prov.crisisdesk"
    library(tmp_path).start(path, load_plan(None), "2027-003", name="Brand").close()
    before = path.read_bytes()
    assert start(["exercise", str(_scenario(tmp_path)), "--out", str(tmp_path)]) == 3
    assert path.read_bytes() == before
    assert "ingen övning" in capsys.readouterr().err


def test_an_exercise_that_is_open_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "prov.crisisdesk"
    held = library(tmp_path).start(path, load_plan(None), "2027-003", exercise=True)
    assert start(["exercise", str(_scenario(tmp_path)), "--out", str(tmp_path)]) == 3
    assert path.exists()
    held.close()


def test_an_older_exercise_is_replaced_but_not_by_one_whose_plan_is_wrong(tmp_path: Path) -> None:
    call = ["exercise", str(_scenario(tmp_path)), "--out", str(tmp_path)]
    assert start(call) == 0
    before = (tmp_path / "prov.crisisdesk").read_bytes()
    assert start([*call, "--plan", str(tmp_path / "saknas.toml")]) == 3
    assert (tmp_path / "prov.crisisdesk").read_bytes() == before
    assert start(call) == 0
    assert (tmp_path / "prov.crisisdesk").read_bytes() != before
