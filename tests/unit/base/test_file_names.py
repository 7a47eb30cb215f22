"""Names from outside are harmless before they are shown, and stay in their folder when they are written."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.base.file_names import free_path, own_name, safe_name


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\x.txt", "x.txt"),
        ("C:\\x", "x"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("nul\x00.txt", "_nul.txt"),
        ("CON", "_CON"),
        ("con.jpg", "_con.jpg"),
        ("..", "bilaga"),
        ("", "bilaga"),
        ("  .. ", "bilaga"),
        ("foto.jpg. ", "foto.jpg"),
        ("\u202egpj.exe", "gpj.exe"),
    ],
)
def test_hostile_names_are_made_harmless(hostile: str, safe: str) -> None:
    assert safe_name(hostile) == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert own_name(f"{'å' * 500}.jpeg").endswith("å.jpeg")
    assert len(own_name(f"{'å' * 500}.jpeg").encode()) <= 200


@given(st.text())
def test_a_safe_name_is_one_name_on_every_system(name: str) -> None:
    safe = safe_name(name)
    assert PurePosixPath(safe).name == safe == PureWindowsPath(safe).name
    assert safe not in (".", "..")
    assert "\x00" not in safe
    assert safe_name(safe) == safe


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").touch()
    assert free_path(tmp_path, "foto.jpg").name == "foto (2).jpg"
    (tmp_path / "foto (2).jpg").touch()
    assert free_path(tmp_path, "../foto.jpg") == tmp_path / "foto (3).jpg"
