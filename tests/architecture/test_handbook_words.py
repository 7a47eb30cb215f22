"""What the handbook says that the program says is what the program says: refusals and words on buttons."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "docs" / "handbok").glob("*.md"))
HEAD = "| programmet säger |"
DATA = ("plan-format", "scenario-format")
"""Chapters about files, in which bold letters are no words on buttons."""

BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
NO_LABEL = re.compile(r"[.:?]$|`")
LEAST = 12
"""Letters that a text must have of its own: `{0} {1}` would say everything."""


def said(page: Path) -> Iterator[str]:
    """Yield the first cell of each row of the tables that say what the program says."""
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        inside = line.startswith(HEAD) or (inside and line.startswith("|"))
        if inside and not line.startswith((HEAD, "|---")):
            yield line.split("|")[1].strip()


def labels(page: Path) -> list[str]:
    """Return what stands in bold letters: words on buttons, unless it ends as a sentence or a heading."""
    bold = BOLD.findall(page.read_text(encoding="utf-8"))
    return [words for words in bold if not NO_LABEL.search(words)]


def is_label(words: str) -> bool:
    """Return whether something in the program is called so, with a number or sign where it has a place."""
    numbered = re.sub(r"\d+", "{}", words)
    return not {words, numbered, f"{words} {{}}"}.isdisjoint(texts()) or is_said(words)


@cache
def texts() -> frozenset[str]:
    """Return every text of the program; a menu's key is no part of its words."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "crisisdesk").rglob("*.py")]
    found = {_text(node).partition("\t")[0] for tree in trees for node in ast.walk(tree)} - {""}
    return frozenset(re.sub(r"\{\w*\}", "{}", text) for text in found)


@cache
def sentences() -> tuple[re.Pattern[str], ...]:
    """Return the texts of the program as patterns: what is put in when it runs can be anything."""
    own = [text for text in texts() if len(text.replace("{}", "")) >= LEAST]
    return tuple(re.compile(_pattern(text)) for text in own)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{}" for part in node.values)
    return ""


def _pattern(text: str) -> str:
    return ".+".join(re.escape(part) for part in text.split("{}"))


def is_said(sentence: str) -> bool:
    """Return whether the program says it; after an ellipsis anything may follow."""
    if sentence.endswith("…"):
        start = sentence.removesuffix("…").strip()
        return any(re.escape(start) in pattern.pattern for pattern in sentences())
    return any(pattern.fullmatch(sentence) for pattern in sentences())


@pytest.mark.parametrize("page", [page for page in CHAPTERS if any(said(page))], ids=lambda page: page.stem)
def test_the_program_says_so(page: Path) -> None:
    assert [sentence for sentence in said(page) if not is_said(sentence)] == []


@pytest.mark.parametrize("page", [p for p in CHAPTERS if p.stem not in DATA], ids=lambda page: page.stem)
def test_the_buttons_are_called_so(page: Path) -> None:
    assert [words for words in labels(page) if not is_label(words)] == []


def test_a_sentence_that_nobody_says_is_found_out() -> None:
    assert is_said("Rad 75 är redan struken, se rad 76.")
    assert not is_said("Rad 75 är borta.")
    assert not is_label("Frys allt")
