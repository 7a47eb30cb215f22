"""What is shown is what may be shown: who in the window reads the true incident, and what for."""

import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "crisisdesk" / "ui"
TRUE_STATE = re.compile(r"bridge\.state\b")
READERS = {
    "attaching": "whether an attachment is covered, and where its bytes are",
    "clock_notes": "whether the incident is closed",
    "cover_keeper": "whether anything is secret",
    "entry_opening": "the plan and the time zone that a command is built with",
    "incident_window": "the plan, the time zone, which phase is next",
    "log_keeping": "numbers, and whether the incident is closed",
    "marking": "what a mark is put on: the sheet says its kind and number",
    "printing": "what is on paper, and whether paper shows what the window covers",
    "travel": "the plan, where a place is",
    "window_menu": "whether the incident is closed",
}
"""A module that shows texts of the incident has no place here: it takes `shown_state`."""


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_nobody_else_reads_the_true_state(path: Path) -> None:
    reads = bool(TRUE_STATE.search(path.read_text(encoding="utf-8")))
    assert reads == (path.parent.name == "shell" and path.stem in READERS)
