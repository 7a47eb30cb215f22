"""The list of everything numbered, as `crisisdesk plan show` gives it."""

from crisisdesk.plan import listing, loader

ITEMS = {part.id: part for part in listing.items(loader.load_shipped()) if part.kind != "function"}


def _row(id: str) -> tuple[str, str, str, str]:
    part = ITEMS[id]
    return (part.number, part.kind, part.part, part.responsible)


def test_a_row_says_number_kind_part_and_responsible() -> None:
    assert _row("3.1") == ("3.1", "step", "3 Bedömning och larmfas", "Den chef som tog emot larmet")
    assert _row("3.2d") == ("d", "ground", "3 Bedömning och larmfas", "")
    assert _row("2.5a") == ("2.5a", "field", "2 Larmmottagning och faktainsamling", "")
    assert _row("5.2.6.1") == ("5.2.6.1", "point", "Första mötet", "")
    assert _row("6.1.7.2") == ("2", "item", "6.1 Ordförande i krisledningsgruppen", "")
    assert _row("8.2.12a") == ("12a", "question", "8 Utvärdering", "")
    assert _row("8.1.1")[1:3] == ("material", "8 Utvärdering")
    assert _row("8.3.2b")[1:3] == ("summary", "8 Utvärdering")
    assert _row("bilaga1.8a") == ("a", "blank_field", "Bilaga 1 Informationshantering och beslutslogg", "")
    assert _row("7")[1:3] == ("call_list", "7 Förvaltningens krisledningsgrupp")


def test_a_heading_stands_before_its_first_step_and_once() -> None:
    order = [part.id for part in listing.items(loader.load_shipped())]
    assert order.index("5.1") == order.index("5.1a") - 1
    assert order.count("5.1") == 1


def test_a_function_is_listed_with_its_post() -> None:
    functions = [part for part in listing.items(loader.load_shipped()) if part.kind == "function"]
    first = functions[0]
    assert (first.text, first.responsible, first.part) == (
        "Ordförande",
        "Förvaltningschef",
        "7 Förvaltningens krisledningsgrupp",
    )
