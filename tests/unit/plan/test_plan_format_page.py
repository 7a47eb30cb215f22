"""The page for plan writers explains every table, field and word that a plan may hold."""

import re
from pathlib import Path
from typing import Literal, get_args, get_origin

import msgspec
import pytest

from crisisdesk.base.record import Record
from crisisdesk.plan import content, words

PAGE = (Path(__file__).parents[3] / "docs/handbok/plan-format.md").read_text(encoding="utf-8")
CODE = {word for span in re.findall(r"`([^`\n]+)`", PAGE) for word in re.findall(r"[\w.]+", span)}
LITERALS = {name: value for name, value in vars(content).items() if get_origin(value) is Literal}
RECORDS = [
    value
    for value in vars(content).values()
    if isinstance(value, type) and issubclass(value, Record) and value is not Record
]


def _section(words_of: tuple[str, ...]) -> list[str]:
    """Return the words explained in the table whose first word is the literal's."""
    tables = re.findall(r"\| ord \|.*?(?=\n\n|\Z)", PAGE, re.DOTALL)
    found: list[list[str]] = [re.findall(r"^\| `([\w.]+)` \|", table, re.MULTILINE) for table in tables]
    return next((table for table in found if set(table) == set(words_of)), [""])


@pytest.mark.parametrize("name", LITERALS)
def test_every_word_is_explained_in_a_table_of_its_own(name: str) -> None:
    vocabulary = get_args(LITERALS[name])
    assert sorted(_section(vocabulary)) == sorted(vocabulary), name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_named(record: type[Record]) -> None:
    assert {each.name for each in msgspec.structs.fields(record)} <= CODE


def test_every_part_has_a_swedish_name() -> None:
    assert set(words.NOUNS) == set(RECORDS)


def test_every_field_that_is_not_swedish_has_a_meaning() -> None:
    fields = {each.name for record in RECORDS for each in msgspec.structs.fields(record)}
    swedish = {"format", "plan", "text", "organisation", "version"}
    assert set(words.FIELDS) == fields - swedish
