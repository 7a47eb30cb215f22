"""Without a display the exercise is played, and the user told where its files are."""

import sys
from pathlib import Path

import pytest

import run
from steps import StepFailed

# Stands in for the program: "exercise NAME --out FOLDER" leaves two files there.
PLAYS = """
import pathlib, sys
assert sys.argv[1:4] == ["exercise", "brand", "--out"], sys.argv
folder = pathlib.Path(sys.argv[4])
(folder / "bilagor").mkdir(parents=True)
(folder / "rapport.pdf").write_bytes(bytes(1001))
(folder / "bilagor" / "23-1.jpg").write_bytes(bytes(7))
"""


def test_the_files_of_the_exercise_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ovning"
    assert run.play_exercise([sys.executable, "-c", PLAYS], folder) == 0
    said = capsys.readouterr().out
    assert "Ingen skärm hittades" in said
    assert f"Filerna ligger i {folder}:" in said
    assert f"  {Path('bilagor', '23-1.jpg')}  (1 kB)\n  rapport.pdf  (2 kB)\n" in said


def test_an_exercise_that_breaks_off_is_a_failed_step(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match="exercise brand --out"):
        run.play_exercise([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


@pytest.mark.parametrize(("size", "shown"), [(0, "0 kB"), (1, "1 kB"), (1000, "1 kB"), (2400, "3 kB")])
def test_sizes_are_rounded_up(size: int, shown: str) -> None:
    assert run.kilobytes(size) == shown
