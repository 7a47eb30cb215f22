"""Errors and holes of a plan, each with its place, for the one who keeps the plan."""

from datetime import date

import msgspec
import pytest

from crisisdesk.plan import checks, loader
from crisisdesk.plan.content import (
    Agenda,
    Card,
    Contact,
    ContactGroup,
    Field,
    Function,
    Group,
    Header,
    Item,
    Phase,
    Plan,
    Point,
    Step,
)

SHIPPED = loader.load_shipped()
HEADER = Header(title="T", organisation="O", short="o", version="1")


def _step(id: str, number: str = "", **more: str) -> Step:
    return msgspec.convert({"id": id, "number": number, "text": "gör", "responsible": "Alla", **more}, Step)


def _plan(*steps: Step, **parts: object) -> Plan:
    phase = Phase(id="p", number="", title="P", short="P", steps=steps or (_step("s"),))
    return msgspec.structs.replace(Plan(format=1, plan=HEADER, phases=(phase,)), **parts)


def _errors(plan: Plan) -> list[str]:
    return [problem.sentence for problem in checks.errors(plan)]


def _warnings(plan: Plan, today: date | None = None) -> list[str]:
    found = checks.problems(plan, today=today)
    return [problem.sentence for problem in found if problem.severity == "warning"]


def test_the_smallest_plan_has_no_problem() -> None:
    assert checks.problems(_plan(), today=date(2027, 1, 14), icons=["list-checks"]) == ()


def test_the_shipped_plan_has_holes_but_no_errors() -> None:
    found = checks.problems(SHIPPED)
    assert {problem.severity for problem in found} == {"warning"}


def test_the_shipped_plans_vacant_functions_and_open_steps() -> None:
    warnings = _warnings(SHIPPED)
    vacant = [text.split(":")[0] for text in warnings if "vakant" in text]
    assert vacant == [
        "Funktion Analysfunktion",
        "Funktion Planeringsfunktion",
        "Funktion Administrativ funktion",
    ]
    missing = [text.split(":")[0] for text in warnings if "ersättare" in text]
    assert missing == ["Funktion Loggförare", "Funktion Informationsansvarig"]
    open_steps = [text.split(":")[0] for text in warnings if "ansvarig är angiven" in text]
    assert open_steps == [
        f"Steg {id}" for id in ("4.4", "4.5", "4.6", "4.7", "5.1a", "5.1b", "5.1c", "5.1d", "5.2")
    ]


def test_a_problem_says_where_it_can_be_mended() -> None:
    problem = next(each for each in checks.problems(SHIPPED) if "vakant" in each.what)
    assert (problem.table, problem.target, problem.place) == (
        "functions",
        "analys",
        "funktion Analysfunktion",
    )


@pytest.mark.parametrize(
    ("today", "old"),
    [
        (date(2026, 6, 9), False),
        (date(2026, 6, 10), True),
        (date(2027, 1, 1), True),
        (date(2025, 12, 31), False),
    ],
)
def test_a_contact_is_old_after_a_year(today: date, old: bool) -> None:
    contact = Contact(title="Växel", phone="08-465 004 01", checked="2025-06-09")
    plan = _plan(contacts=(ContactGroup(id="k", title="Kommun", contacts=(contact,)),))
    said = "Kontaktgrupp Kommun: en kontakt är inte kontrollerad på över ett år (senast 2025-06-09)."
    assert _warnings(plan, today) == ([said] if old else [])


def test_contacts_never_checked_and_without_a_number_are_told() -> None:
    contacts = (Contact(title="Växel", phone="08-465 004 01"), Contact(title="Jour", checked="2020-01-01"))
    plan = _plan(contacts=(ContactGroup(id="k", title="Kommun", contacts=contacts),))
    assert _warnings(plan, date(2027, 1, 14)) == [
        "Kontaktgrupp Kommun: telefon och e-post saknas för Jour.",
        "Kontaktgrupp Kommun: 2 kontakter är inte kontrollerade på över ett år (äldst aldrig).",
    ]
    assert _warnings(plan)[1:] == []


def test_a_group_without_chair_and_log_keeper_is_told() -> None:
    plan = _plan(functions=(Function(id="f", title="F", post="Chef"),))
    assert _warnings(plan) == [
        "Funktionerna: ingen leder gruppen (duty = ”chair”).",
        "Funktionerna: ingen för loggen (duty = ”log_keeper”).",
    ]


def test_a_function_that_a_step_appoints_is_not_vacant() -> None:
    functions = (Function(id="f", title="F", duty="chair"), Function(id="l", title="L", duty="log_keeper"))
    steps = (_step("a", action="appoint", appoints="f"), _step("b", action="appoint", appoints="l"))
    assert _warnings(_plan(*steps, functions=functions)) == []


def test_an_agenda_that_asks_for_no_next_meeting_and_none_for_the_first_are_told() -> None:
    point = Point(id="m.1", number="1", text="Slut", purpose="closing")
    plan = _plan(agendas=(Agenda(id="m", title="Möte", short="Möte", points=(point,)),))
    assert _warnings(plan) == [
        "Dagordningarna: ingen är märkt för första mötet (first = true).",
        "Dagordning m: ingen punkt frågar efter tid för nästa möte (next_meeting).",
    ]


def test_an_icon_that_the_program_lacks_is_told() -> None:
    warnings = [each.sentence for each in checks.problems(_plan(), icons=["siren"])]
    assert warnings == ["Fas p: fältet icon (ikon): ”list-checks” finns inte i programmet."]


def test_a_plan_without_phases_is_no_plan() -> None:
    assert _errors(_plan(phases=())) == ["Planen: den har ingen fas. Förväntade minst en."]


def test_a_board_step_and_a_board_point_need_columns() -> None:
    point = Point(id="m.1", number="1", text="Läget", purpose="board")
    last = Point(id="m.2", number="2", text="Slut", purpose="closing")
    agenda = Agenda(id="m", title="Möte", short="Möte", points=(point, last))
    plan = _plan(_step("s", action="board"), agendas=(agenda,))
    assert _errors(plan) == [
        "Steg s: steget ritar på tavlan, men planen har inga kolumner (columns).",
        "Punkt m.1: punkten visar tavlan, men planen har inga kolumner (columns).",
    ]


def test_an_id_taken_in_another_part_is_an_error_but_a_function_may_share_it() -> None:
    card = Card(id="c", number="", title="C", kind="room", items=(Item(id="s", text="lampa"),))
    assert _errors(_plan(cards=(card,))) == [
        "Punkt s: beteckningen finns redan på steg s. Förväntade en egen."
    ]
    assert _errors(_plan(functions=(Function(id="s", title="S"),))) == []


def test_steps_under_a_heading_stand_together() -> None:
    steps = (_step("a", group="g"), _step("b"), _step("c", group="g"))
    groups = (Group(id="g", number="1", text="G"), Group(id="h", number="2", text="H"))
    phase = Phase(id="p", number="", title="P", short="P", groups=groups, steps=steps)
    assert _errors(_plan(phases=(phase,))) == [
        "Rubrik h: inget steg står under rubriken.",
        "Steg c: steget står skilt från de andra under rubriken g.",
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("5.1a", "5.1b", "5.2"),
        ("5.1", "5.2a", "5.2b", "6.1"),
        ("a", "b", "c"),
        ("", "", ""),
        ("Bilaga 3", "Bilaga 3"),
        ("4.9", "4.10"),
    ],
)
def test_numbers_that_follow(numbers: tuple[str, ...]) -> None:
    steps = tuple(_step(f"s{index}", number) for index, number in enumerate(numbers))
    before = Phase(id="q", number="", title="Q", short="Q", steps=(_step("first", "4.8"),))
    phase = Phase(id="p", number="", title="P", short="P", steps=steps)
    plan = _plan(phases=(before, phase)) if numbers[0] == "4.9" else _plan(*steps)
    assert [text for text in _errors(plan) if "first" not in text] == []


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("1", "3"), "nummer ”3” följer inte på ”1”"),
        (("1", "1"), "nummer ”1” följer inte på ”1”"),
        (("2", "3"), "numreringen börjar med ”2”"),
        (("5.1a", "5.1c"), "nummer ”5.1c” följer inte på ”5.1a”"),
        (("5.1a", "5.2b"), "nummer ”5.2b” följer inte på ”5.1a”"),
        (("5.1", "5.1a"), "nummer ”5.1a” följer inte på ”5.1”"),
        (("4.1", "5.2"), "nummer ”5.2” följer inte på ”4.1”"),
    ],
)
def test_numbers_that_do_not_follow(numbers: tuple[str, ...], says: str) -> None:
    steps = tuple(_step(f"s{index}", number) for index, number in enumerate(numbers))
    errors = _errors(_plan(*steps))
    assert len(errors) == 1
    assert says in errors[0]


def test_parts_of_a_field_lie_one_level_down_and_carry_the_kind() -> None:
    inner = Field(id="c", number="", text="c")
    part = Field(id="b", number="", text="b", parts=(inner,))
    sheet = Phase(
        id="q",
        number="",
        title="Q",
        short="Q",
        kind="sheet",
        fields=(Field(id="a", number="", text="a", kind="long", parts=(part,)),),
    )
    assert _errors(_plan(phases=(sheet,))) == [
        "Fråga a: frågan har delfrågor. Skriv kind och feeds på dem i stället.",
        "Fråga b: fältet parts (delfrågor) får bara finnas på en nivå.",
    ]


def test_deputies_that_go_round_are_found_and_a_chain_is_not() -> None:
    chain = (
        Function(id="a", title="A"),
        Function(id="b", title="B", deputy_of="a"),
        Function(id="c", title="C", deputy_of="b"),
    )
    assert _errors(_plan(functions=chain)) == []
    ring = (msgspec.structs.replace(chain[0], deputy_of="c"), *chain[1:])
    assert len(_errors(_plan(functions=ring))) == 3
