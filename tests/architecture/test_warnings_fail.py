"""A warning of Qt or Python, or a line in a log, fails the test in which it comes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.children import ROOT, environment

QUIET = "pass"
LOUD = {
    "a Qt warning": "from PySide6.QtCore import qWarning; qWarning('stray')",
    "a Python warning": "import warnings; warnings.warn('stray', stacklevel=1)",
    "a log line": "import logging; logging.getLogger('crisisdesk').warning('stray')",
}


@pytest.mark.parametrize("does", LOUD.values(), ids=LOUD)
def test_it_fails_the_test(tmp_path: Path, does: str) -> None:
    assert _outcome(tmp_path, does) == 1


def test_a_quiet_test_passes(tmp_path: Path) -> None:
    assert _outcome(tmp_path, QUIET) == 0


def _outcome(folder: Path, does: str) -> int:
    """Return how pytest ends for a test that does this, by the project's own settings."""
    test = folder / "test_stray.py"
    test.write_text(f"def test_stray(qapp: object) -> None:\n    {does}\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "tests.conftest",
    ]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", str(test)],
        env=environment(), cwd=ROOT, capture_output=True, check=False,
    ).returncode  # fmt: skip
