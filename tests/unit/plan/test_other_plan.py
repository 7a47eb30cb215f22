"""A plan of quite another shape works: no rule of the shipped plan is in Python."""

from datetime import date
from pathlib import Path

import pytest

from crisisdesk.base import resources
from crisisdesk.plan import checks, listing, loader
from crisisdesk.plan.content import Plan

FOLDER = Path(__file__).parents[2] / "support/other_plan"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return loader.load(FOLDER)


def test_it_loads_with_its_own_phases_columns_and_without_the_rest(plan: Plan) -> None:
    assert [phase.id for phase in plan.phases] == ["upptack", "radda", "oppna"]
    assert len(plan.columns) == 5
    assert not any(phase.fields for phase in plan.phases)
    assert (plan.call_list, plan.blank) == (None, None)


def test_it_shares_no_id_with_the_shipped_plan(plan: Plan) -> None:
    ours = {part.id for part in listing.items(loader.load_shipped())}
    assert ours.isdisjoint(part.id for part in listing.items(plan))


def test_lookups_find_its_parts(plan: Plan) -> None:
    assert plan.step("radda.tavla").action == "board"
    assert plan.item("kort.leder.fraga").text
    leader = plan.function_with("chair")
    assert leader is not None
    assert leader.title == "Insatsledare"
    assert plan.function_with("chief_of_staff") is None
    with pytest.raises(KeyError):
        plan.step("4.2")


def test_its_holes_are_its_own(plan: Plan) -> None:
    found = checks.problems(plan, today=date(2027, 1, 14), icons=resources.names("icons", ".svg"))
    assert [problem.sentence for problem in found if problem.table != "phases"] == [
        "Funktion Konservator: vakant, ingen befattning är angiven."
    ]


def test_its_private_numbers_are_of_the_fiction(plan: Plan) -> None:
    contacts = [each for card in plan.cards for each in card.contacts]
    contacts += [each for group in plan.contacts for each in group.contacts]
    assert contacts
    assert all(each.phone.startswith("08-465 004 ") for each in contacts)
