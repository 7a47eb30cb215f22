"""The glossary is true: every identifier in it is used in the code, every Swedish word stands once."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<swedish>[^|]+) \| `(?P<name>\w+)` \| (?P<meaning>[^|]+) \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
    return [(m["swedish"], m["name"], m["meaning"]) for m in ROW.finditer(text)]


def test_there_are_rows() -> None:
    assert len(rows()) > 30


def test_every_identifier_is_in_the_code() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "crisisdesk").rglob("*.py"))
    words = set(re.findall(r"[a-z]+(?:_[a-z]+)*", code))
    parts = words | {part for word in words for part in word.split("_")}
    assert [name for _, name, _ in rows() if name not in parts] == []


def test_no_word_stands_twice() -> None:
    swedish = [word for word, _, _ in rows()]
    assert len(swedish) == len(set(swedish))
