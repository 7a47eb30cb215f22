"""The plan as lines to read: nothing left out, what is missing said."""

from datetime import date

import pytest

from crisisdesk.plan import loader
from crisisdesk.plan.content import Plan
from crisisdesk.ui.screens.plan_view.rows import MORE_HITS, Section, search, sections

TODAY = date(2027, 1, 14)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the shipped plan."""
    return loader.load_shipped()


@pytest.fixture(scope="module")
def found(plan: Plan) -> dict[str, Section]:
    """Return its sections by key."""
    return {section.key: section for section in sections(plan, TODAY)}


def keys(section: Section) -> set[str]:
    return {line.key for line in section.lines}


def test_every_step_field_point_item_and_question_of_the_plan_is_there(
    plan: Plan, found: dict[str, Section]
) -> None:
    said = {key for section in found.values() for key in keys(section)}
    steps = {step.id for phase in plan.phases for step in phase.steps}
    fields = {leaf.id for phase in plan.phases for each in phase.fields for leaf in (each, *each.parts)}
    points = {point.id for agenda in plan.agendas for point in agenda.walk()}
    items = {item.id for card in plan.cards for item in card.walk()}
    assert plan.evaluation is not None
    questions = {q.id for whole in plan.evaluation.questions for q in (whole, *whole.parts)}
    assert steps | fields | points | items | questions <= said


def test_keys_are_never_the_same_within_a_section(found: dict[str, Section]) -> None:
    for section in found.values():
        assert len(keys(section)) == len(section.lines), section.key


def test_every_contact_is_there_with_its_numbers_and_its_age(plan: Plan, found: dict[str, Section]) -> None:
    lines = [line for line in found["contacts"].lines if not line.head]
    everyone = [c for group in plan.contacts for c in group.contacts] + [
        contact for card in plan.cards for contact in card.contacts
    ]
    assert [line.text for line in lines] == [contact.title for contact in everyone]
    guard = next(line for line in lines if line.text == "Stationsbefäl Södertörn")
    assert (guard.side, guard.tone) == ("010-563 07 05 · 010-563 07 06", "strong")
    assert guard.note == "kontrollerad 2016-06-09"
    assert next(line for line in lines if line.text == "Kommundirektör").side == "nummer saknas"


def test_a_contact_checked_within_the_year_says_nothing_of_it(plan: Plan) -> None:
    fresh = {section.key: section for section in sections(plan, date(2016, 12, 24))}
    assert not any("kontrollerad" in line.note for line in fresh["contacts"].lines)


def test_vacant_functions_are_said_and_deputies_named(found: dict[str, Section]) -> None:
    lines = {line.key: line for line in found["functions"].lines}
    assert (lines["analys"].side, lines["analys"].tone) == ("vakant", "alarm")
    assert lines["vice-stabschef"].note == "Ersättare för stabschef"


def test_the_branch_shows_its_grounds_and_empty_responsibility_is_said(found: dict[str, Section]) -> None:
    judge = next(line for line in found["phase:3"].lines if line.key == "3.2")
    assert judge.note.startswith("Grund: a) människor (fysiskt eller psykosocialt), b) miljö, c) egendom")
    step = next(line for line in found["phase:4"].lines if line.key == "4.6")
    assert (step.side, step.tone, step.place) == ("ej angivet", "warn", "step:4.6")


def test_what_is_missing_is_counted_and_leads_to_its_step(found: dict[str, Section]) -> None:
    missing = found["missing"]
    assert missing.count == len([line for line in missing.lines if not line.head]) > 0
    step = next(line for line in missing.lines if line.text.startswith("Steg 4.6"))
    assert step.place == "step:4.6"


def test_search_finds_lines_of_every_section_with_all_the_words(found: dict[str, Section]) -> None:
    hits = search(list(found.values()), "VÄXEL telefonslussen")
    assert [line.text for line in hits if line.head] == ["Rollkort"]
    assert all("telefonslussen" in line.text for line in hits if not line.head)
    assert len({line.key for line in hits}) == len(hits)
    assert search(list(found.values()), "  ") == ()
    assert [line.text for line in search(list(found.values()), "a")][60:] == [MORE_HITS]
    assert search(list(found.values()), "ubåt") == ()
