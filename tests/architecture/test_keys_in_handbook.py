"""The handbook's page on keys is the key map: every key with its words and its place, and no other."""

import re
from pathlib import Path

from crisisdesk.ui.shell.keys import groups, words

PAGE = Path(__file__).parents[2] / "docs" / "handbok" / "kortkommandon.md"
HEAD = re.compile(r"^## (.+)$")
ROW = re.compile(r"^\| `(.+?)` \| (.+) \|$")


def written() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the page's tables: each heading with its keys and their words."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if head := HEAD.match(line):
            found.append((head[1], []))
        elif row := ROW.match(line):
            found[-1][1].append((row[1], row[2]))
    return found


def test_the_page_is_the_key_map() -> None:
    assert written() == [(place, [(key.cap, words(key)) for key in keys]) for place, keys in groups()]
