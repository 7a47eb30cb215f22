"""Sheets: a table has columns, parts lie one level down, nothing is filled from two fields."""

from collections.abc import Iterator

from crisisdesk.plan.checks.problem import Problem, at
from crisisdesk.plan.content import Field, Plan
from crisisdesk.plan.words import field


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the errors of the fields in order."""
    fields = [each for phase in plan.phases for each in phase.fields]
    for each in fields:
        yield from _field(each)
        for part in each.parts:
            yield from _field(part)
            if part.parts:
                yield at("phases", part).error(f"{field('parts')} får bara finnas på en nivå.")
    yield from _feeds([leaf for each in fields for leaf in each.leaves()])


def _field(each: Field) -> Iterator[Problem]:
    """Yield the errors of one field."""
    place = at("phases", each)
    if each.kind == "table" and not each.columns:
        yield place.error(f"{field('columns')} saknas. En fråga av slaget table ska ha dem.")
    if each.columns and each.kind != "table":
        yield place.error(f"{field('columns')} får bara stå i en fråga av slaget table.")
    if each.parts and (each.feeds or each.kind != "text"):
        yield place.error("frågan har delfrågor. Skriv kind och feeds på dem i stället.")


def _feeds(leaves: list[Field]) -> Iterator[Problem]:
    """Yield an error for each field that fills what another fills already."""
    first: dict[str, Field] = {}
    for each in leaves:
        if each.feeds and each.feeds in first:
            yield at("phases", each).error(f"{each.feeds} fylls redan i av fråga {first[each.feeds].id}.")
        first.setdefault(each.feeds or "", each)
