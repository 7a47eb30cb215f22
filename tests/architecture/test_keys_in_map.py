"""The key map is complete: every key that a screen or a part of the kit answers to stands in it."""

import re
from pathlib import Path

import pytest

from crisisdesk.ui.shell.keys import KEYS

UI = Path(__file__).parents[2] / "crisisdesk" / "ui"
CONSTANT = re.compile(r"Qt\.Key\.Key_(\w+)")
HINT = re.compile(r'(?:key_hint|hint)=(?:self\.tr\()?"([^"]+)"|ActionLook\([^\n]*, "([^" ]{1,5}(?: \w+)?)"')
MAPPED = re.compile(r'"((?:Ctrl\+)?(?:Ins|Space|F\d+|Del|[A-Z]))": "\w+"')
NAMES = {
    "Return": "Return", "Enter": "Return", "Escape": "Esc", "Insert": "Ins", "Delete": "Del",
    "PageUp": "PgUp", "PageDown": "PgDown", "Plus": "+", "Minus": "-", "Equal": "=",
}  # fmt: skip
TYPING = {"U", "Backspace", "Tab", "Backtab", "unknown"}
"""Keys of writing and of moving between fields: not of the program."""


def parts(sequence: str) -> set[str]:
    """Return the sequence, and the key in it without what is held."""
    return {sequence, sequence.rpartition("+")[2] or "+"}


KNOWN = {part for key in KEYS for sequence in key.sequences if sequence for part in parts(sequence)}
FILES = sorted(UI.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_every_key_that_is_answered_to_stands_in_the_map(path: Path) -> None:
    found = {NAMES.get(name, name) for name in CONSTANT.findall(path.read_text(encoding="utf-8"))}
    assert found - KNOWN - TYPING == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_every_key_on_a_button_stands_in_the_map(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hinted = {(first or second).replace(" ", "+") for first, second in HINT.findall(text)}
    keys = {hint.replace("Enter", "Return") for hint in hinted if _is_key(hint)}
    assert (keys | set(MAPPED.findall(text))) - KNOWN == set()


@pytest.mark.parametrize("sequence", ["Ctrl+E", "Ctrl+C", "1", "4", "0", "5", "Menu", "Ctrl+Z", "Right"])
def test_keys_that_are_told_by_their_text_stand_in_the_map(sequence: str) -> None:
    assert sequence in KNOWN


def _is_key(hint: str) -> bool:
    return bool(re.fullmatch(r"(Ctrl\+|Alt\+|Shift\+)?(Enter|Space|Ins|Del|Esc|F\d+|[A-Z0-9])", hint))
