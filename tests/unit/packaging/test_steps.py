"""A bootstrap step that fails says what failed and what to do by hand."""

import sys
from pathlib import Path

import pytest

from steps import StepFailed, check_python, guarded, shown, succeeds


def test_a_failed_step_says_what_and_what_to_do_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    def main() -> int:
        raise StepFailed("kaffet kokades inte.", ["Häll i vatten.", "Kör samma kommando igen."])

    assert guarded(main) == 1
    assert capsys.readouterr().err == (
        "\nDet gick inte: kaffet kokades inte.\n"
        "Gör så här för hand:\n"
        "  1. Häll i vatten.\n"
        "  2. Kör samma kommando igen.\n"
    )


def test_a_stopped_command_ends_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def main() -> int:
        raise KeyboardInterrupt

    assert guarded(main) == 130
    assert capsys.readouterr().err == "\nAvbrutet.\n"


def test_a_command_hands_on_its_exit_code() -> None:
    assert guarded(lambda: 3) == 3


def test_an_old_python_is_refused_by_its_number() -> None:
    with pytest.raises(StepFailed, match="behöver Python 3.11 eller senare, det här är 3.9"):
        check_python((3, 9))


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_newer_python_is_never_refused(version: tuple[int, int]) -> None:
    check_python(version)


def test_a_command_runs_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    look = [sys.executable, "-c", "import os, sys; sys.exit(not os.path.exists('here'))"]
    assert succeeds(look, tmp_path)
    assert not succeeds(look, tmp_path.parent)


def test_a_missing_command_did_not_succeed_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert not succeeds(["no-such-command-here"])
    assert "no-such-command-here" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="quoted the Windows way there")
def test_a_command_is_shown_as_it_is_typed() -> None:
    assert shown(["pip", "install", "-e", ".[dev]"]) == "pip install -e '.[dev]'"
