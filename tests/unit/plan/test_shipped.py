"""The shipped plan: nothing of the krisplan is left out, nothing leads astray, no private number is in it."""

import re
from collections import Counter

import pytest

from crisisdesk.base import resources
from crisisdesk.plan import listing, loader, source
from crisisdesk.plan.content import Card, Contact, Plan


def _run(prefix: str, last: int) -> list[str]:
    return [f"{prefix}.{n}" for n in range(1, last + 1)]


NUMBERS = [
    *_run("1", 3),
    *_run("2", 12),
    *(f"2.5{letter}" for letter in "abcdef"),
    *("2.6a", "2.6b"),
    *_run("3", 3),
    *(f"3.2{letter}" for letter in "abcd"),
    *_run("4", 9),
    *("5.1", "5.1a", "5.1b", "5.1c", "5.1d", "5.2"),
    *_run("5.2", 10),
    *_run("5.2.6", 7),
    *("5.2.7a", "5.2.7b"),
    *_run("6", 4),
    *_run("6.1.agenda", 7),
    *_run("6.1", 10),
    *_run("6.1.7", 5),
    *_run("6.2", 9),
    *_run("6.3", 5),
    *_run("6.4", 9),
    *_run("6.4.4", 6),
    *_run("8.1", 4),
    *_run("8.2", 18),
    *(f"8.2.12{letter}" for letter in "abcd"),
    *_run("8.3", 2),
    *(f"8.3.2{letter}" for letter in "abc"),
    *_run("bilaga1", 11),
    *_run("bilaga2", 8),
    *_run("bilaga3.brand", 6),
    *_run("bilaga3.skadegorelse", 4),
    *_run("bilaga3.it", 3),
    *_run("bilaga3.olycka", 4),
    *_run("bilaga3.oro", 3),
]
"""Every numbered item of the krisplan; what has no number on paper is counted in its order."""

RESPONSIBLE = {
    **dict.fromkeys(("1.1", "1.2"), "Alla"),
    "1.3": "Chef",
    **dict.fromkeys(("3.1", "3.2", "3.3"), "Den chef som tog emot larmet"),
    **dict.fromkeys(("4.1", "4.2"), "Förvaltningschef"),
    **dict.fromkeys(("4.3", "4.8"), "Behörig beslutsfattare"),
    "4.9": "De som larmats in",
}
"""Who is responsible on paper; every other step is left open there."""

POSTS = [
    ("Ordförande", "Förvaltningschef"),
    ("Vice ordförande", "Verksamhetschef Xenter"),
    ("Stabschef", "Utvecklingschef"),
    ("Vice stabschef", "Administrativ chef"),
    ("Loggförare", "Nämndsekreterare"),
    ("Informationsansvarig", "Kommunikatör"),
    ("Analysfunktion", ""),
    ("Planeringsfunktion", ""),
    ("Administrativ funktion", ""),
    ("HR-funktion", "HR-specialist"),
    ("Xenter", "Verksamhetschef Xenter"),
    ("Daglig verksamhet", "Verksamhetschef Daglig verksamhet"),
    ("Jobbcenter Botkyrka", "Verksamhetschef Jobbcenter Botkyrka"),
    ("Botkyrka vuxenutbildning", "Verksamhetschef Botkyrka vuxenutbildning"),
    ("Näringsliv", "Näringslivschef"),
]

PHONES = {
    "08-721 22 00", "031-703 17 27", "08-534 702 70", "08-81 09 30", "08-530 621 00", "08-530 616 00",
    "08-775 42 60", "08-530 610 10", "08-530 616 30", "08-556 30 700", "010-563 07 05", "010-563 07 06",
    "08-530 610 00", "0703-75 78 00", "112", "114 14", "113 13", "1177",
}  # fmt: skip
"""Every number that the krisplan names: of organisations and duty functions only."""

MAIL = {"kundtjanst.tef@botkyrka.se", "servicedesk@botkyrka.se"}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return loader.load_shipped()


def _contacts(plan: Plan) -> list[Contact]:
    groups = [each for group in plan.contacts for each in group.contacts]
    return [*groups, *(each for card in plan.cards for each in card.contacts)]


def _role_card(plan: Plan, id: str) -> Card:
    return next(card for card in plan.cards if card.id == id)


def test_every_number_of_the_krisplan_is_listed_once(plan: Plan) -> None:
    listed = Counter(part.id for part in listing.items(plan))
    assert {number for number in NUMBERS if listed[number] != 1} == set()


def test_nothing_else_is_numbered_in_the_phases_agendas_cards_or_evaluation(plan: Plan) -> None:
    beside = ("function", "phase", "call_list", "blank_field")
    listed = {part.id for part in listing.items(plan) if part.kind not in beside}
    cards = {"bilaga2", *(f"bilaga3.{name}" for name in ("brand", "skadegorelse", "it", "olycka", "oro"))}
    assert listed - set(NUMBERS) == cards


def test_the_phases_are_the_papers(plan: Plan) -> None:
    assert [(phase.number, phase.short, phase.kind) for phase in plan.phases] == [
        ("1", "Larm", "steps"),
        ("2", "Fakta", "sheet"),
        ("3", "Bedömning", "steps"),
        ("4", "Åtgärder", "steps"),
        ("5", "Samling", "steps"),
    ]


def test_the_responsible_are_the_papers_and_empty_where_it_is_empty(plan: Plan) -> None:
    named = {step.id: step.responsible for phase in plan.phases for step in phase.steps if step.responsible}
    assert named == RESPONSIBLE


def test_the_jumps_of_the_paper(plan: Plan) -> None:
    assert (plan.step("1.3").action, plan.step("1.3").leads_to) == ("form", "2")
    assert plan.step("3.3").leads_to == "3.2"
    assert [(plan.step(id).action, plan.step(id).leads_to) for id in ("4.4", "4.5")] == [("call", "7")] * 2
    assert (plan.step("5.2").action, plan.step("5.2").leads_to) == ("meeting", "5.2")


def test_3_2_is_the_one_branch(plan: Plan) -> None:
    judged = [step for phase in plan.phases for step in phase.steps if step.action == "judge"]
    assert [step.id for step in judged] == ["3.2"]
    branch = judged[0].branch
    assert branch is not None
    assert (branch.yes, branch.yes_drops) == ("4", ("3.3",))
    assert (branch.no, branch.no_drops) == ("3.3", ())
    assert [(ground.number, ground.text.split()[0]) for ground in branch.grounds] == [
        ("a", "Människor"),
        ("b", "Miljö"),
        ("c", "Egendom"),
        ("d", "Varumärket"),
    ]


def test_5_1_appoints_four_functions_with_the_duties_asked_for(plan: Plan) -> None:
    steps = [step for step in plan.phase("5").steps if step.group == "5.1"]
    assert [step.id for step in steps] == ["5.1a", "5.1b", "5.1c", "5.1d"]
    duties = [plan.function(step.appoints).duty for step in steps]
    assert duties == ["chair", "log_keeper", "personnel", "information"]


def test_2_6_feeds_the_forecast_and_2_12_is_a_table(plan: Plan) -> None:
    assert plan.field("2.6a").feeds == "forecast.worst"
    assert plan.field("2.6b").feeds == "forecast.likely"
    assert (plan.field("2.12").kind, plan.field("2.12").columns) == ("table", ("Aktör", "Telefon"))
    assert (plan.field("2.2").kind, plan.field("2.3").kind, plan.field("2.11").kind) == (
        "time",
        "sign",
        "tick",
    )


def test_the_first_meeting_and_the_later_ones(plan: Plan) -> None:
    assert [(agenda.id, agenda.first, agenda.stops_calls) for agenda in plan.agendas] == [
        ("5.2", True, True),
        ("6.1.agenda", False, True),
    ]
    purposes = {point.id: point.purpose for agenda in plan.agendas for point in agenda.walk()}
    assert purposes["5.2.3"] == purposes["6.1.agenda.2"] == "board"
    assert purposes["5.2.4"] == "forecast"
    assert purposes["5.2.9"] == purposes["6.1.agenda.7"] == "next_meeting"
    assert purposes["5.2.10"] == "closing"
    assert purposes["6.1.agenda.4"] == "follow_up"
    assert plan.item("6.1.2").agenda == "6.1.agenda"


def test_the_role_cards_have_every_bullet_and_mark_what_returns(plan: Plan) -> None:
    shapes = {
        card.id: (card.function, len(card.items))
        for card in plan.cards
        if card.kind == "role_card"
    }  # fmt: skip
    assert shapes == {
        "6.1": ("ordforande", 10),
        "6.2": ("stabschef", 9),
        "6.3": ("loggforare", 5),
        "6.4": ("informationsansvarig", 9),
    }
    for id in shapes:
        for item in _role_card(plan, id).walk():
            if re.search(r"löpande|återkommande|ständig", item.text):
                assert item.repeats, item.id


def test_the_board_has_its_four_boxes_with_hints(plan: Plan) -> None:
    assert [(column.title, column.purpose) for column in plan.columns] == [
        ("Händelse", "event"),
        ("Konsekvenser", "consequence"),
        ("Oklarheter", "uncertainty"),
        ("Resurser", "resource"),
    ]
    assert all(column.hint for column in plan.columns)


def test_the_call_list_is_section_7_in_order(plan: Plan) -> None:
    calls = plan.call_list
    assert calls is not None
    called = [plan.function(id) for id in calls.order]
    assert [(function.title, function.post) for function in called] == POSTS
    assert len({function.post for function in called if function.post}) == 11
    assert {"Kommundirektören", "Nämndens ordförande", "Krisledningsnämnden"} <= set(calls.others)


def test_only_what_5_1_appoints_stands_outside_the_call_list(plan: Plan) -> None:
    assert plan.call_list is not None
    outside = [each.id for each in plan.functions if each.id not in plan.call_list.order]
    assert outside == [plan.step("5.1c").appoints]


def test_each_question_shows_evidence_and_each_part_of_12_its_own(plan: Plan) -> None:
    assert plan.evaluation is not None
    questions = plan.evaluation.questions
    assert all(question.evidence and question.short for question in questions)
    twelfth = questions[11]
    assert [part.number for part in twelfth.parts] == ["12a", "12b", "12c", "12d"]
    assert all(part.evidence for part in twelfth.parts)


def test_every_phone_number_is_one_that_the_krisplan_names(plan: Plan) -> None:
    contacts = _contacts(plan)
    numbers = {number for each in contacts for number in (each.phone, each.alternative) if number}
    assert numbers == PHONES
    assert {each.email for each in contacts if each.email} == MAIL


def test_no_other_number_hides_in_a_text() -> None:
    for name, text in source.read(resources.path("plan/avux")).items():
        found = re.findall(r"(?<![\d-])\d[\d -]{5,}\d(?!\d)", re.sub(r"\d{4}-\d\d-\d\d", "", text))
        assert set(found) <= PHONES, name


def test_every_contact_was_checked_on_the_day_of_the_paper(plan: Plan) -> None:
    assert {each.checked for each in _contacts(plan)} == {"2016-06-09"}


def test_the_contact_groups_and_their_sizes(plan: Plan) -> None:
    assert {group.title: len(group.contacts) for group in plan.contacts} == {
        "Kommun": 17,
        "Bevakningsföretag": 1,
        "Polis": 5,
        "Räddningstjänst": 4,
        "Sjukvård": 2,
        "Länsstyrelsen": 1,
    }
    cards = {card.title: len(card.contacts) for card in plan.cards if card.kind == "action_card"}
    assert list(cards.values()) == [5, 12, 2, 4, 9]


def test_every_icon_ships(plan: Plan) -> None:
    shipped = resources.names("icons", ".svg")
    parts = (*plan.phases, *plan.functions, *plan.columns, *plan.cards)
    assert {part.icon for part in parts} <= set(shipped)
