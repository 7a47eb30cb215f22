"""Reads a plan: TOML files that together make one table, decoded strictly into frozen data, and checked."""

from pathlib import Path

import msgspec

from crisisdesk.base import resources
from crisisdesk.base.errors import BadInput
from crisisdesk.plan import fault, source
from crisisdesk.plan.checks import Problem, errors
from crisisdesk.plan.content import Plan
from crisisdesk.plan.source import Source
from crisisdesk.plan.words import field

FORMAT = 1
"""The format of the plan files that this program reads."""


def load(path: Path) -> Plan:
    """Return the plan in the file, or in the folder's `*.toml` files.

    BadInput when it cannot be used; the sentence names file, place, field and what was expected.
    """
    return decode(source.read(path))


def load_shipped(name: str = "avux") -> Plan:
    """Return a plan that ships with the program, by the name of its folder. BadInput when there is none."""
    return load(resources.path(f"plan/{name}"))


def decode(files: dict[str, str]) -> Plan:
    """Return the plan that the texts make together, taken in order of their names. BadInput as for `load`."""
    joined = source.join(files)
    plan = _convert(joined)
    wrong = errors(plan)
    if wrong:
        raise BadInput(_refusal(joined, wrong))
    return plan


def load_unchecked(path: Path) -> Plan:
    """Return a plan of right words and types whose parts may not fit, so that every problem can be listed."""
    return _convert(source.join(source.read(path)))


def _convert(joined: Source) -> Plan:
    """Return the joined table as a plan."""
    _refuse_other_format(joined)
    try:
        return msgspec.convert(joined.table, Plan)
    except msgspec.ValidationError as wrong:
        raise BadInput(fault.sentence(joined, wrong)) from wrong


def _refuse_other_format(joined: Source) -> None:
    """Raise BadInput for a plan of another format before its fields are called unknown."""
    found = joined.table.get("format", FORMAT)
    if found != FORMAT or isinstance(found, bool):
        where = f"{joined.file_of('format')}, {field('format')}"
        raise BadInput(
            f"{where}: hittade {fault.found(found)}. Programmet läser planer med format = {FORMAT}."
        )


def _refusal(joined: Source, wrong: tuple[Problem, ...]) -> str:
    """Return the first problem with its file, and how many there are beside it."""
    first = wrong[0]
    file = joined.file_with(first.table, first.target)
    more = f" Planen har {len(wrong)} fel; det här är det första." if len(wrong) > 1 else ""
    return f"{file + ', ' if file else ''}{first.place}: {first.what}{more}"
