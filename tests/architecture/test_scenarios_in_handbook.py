"""The handbook's page on scenarios names every command with its fields, and no command that is not there."""

import re
from pathlib import Path

import pytest

from crisisdesk.incident.registry import COMMANDS
from crisisdesk.kernel.command import Command
from crisisdesk.session.scenario import Entry, Expect, File

PAGE = Path(__file__).parents[2] / "docs" / "handbok" / "scenario-format.md"
ROW = re.compile(
    r"^\| `(?P<name>[a-z_]+\.[a-z_]+)` \| (?P<does>[^|]+) \| (?P<fields>[^|]*) \|$", re.MULTILINE
)
FIELD = re.compile(r"`(\w+)`")


def rows() -> dict[str, re.Match[str]]:
    return {found["name"]: found for found in ROW.finditer(PAGE.read_text(encoding="utf-8"))}


def test_every_command_stands_there_and_no_other() -> None:
    assert sorted(rows()) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_stands_there_with_its_own_fields(name: str) -> None:
    own = [field for field in COMMANDS[name].__struct_fields__ if field not in Command.__struct_fields__]
    assert FIELD.findall(rows()[name]["fields"]) == own


@pytest.mark.parametrize("record", [File, Entry, Expect])
def test_every_field_of_the_file_stands_there(record: type[File | Entry | Expect]) -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {field.rstrip("_") for field in record.__struct_fields__} <= told
