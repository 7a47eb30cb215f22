"""A wrong plan is refused with the file, the place in the plan's own terms, and what was expected."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from crisisdesk.base import resources
from crisisdesk.base.errors import BadInput
from crisisdesk.plan import loader, source

SHIPPED = source.read(resources.path("plan/avux"))
HEAD, DO = "00-plan.toml", "40-atgarder.toml"


class Bad(NamedTuple):
    """A change to one shipped file, and what the sentence must say about it."""

    file: str
    old: str
    new: str
    says: tuple[str, ...]


def _bad_plans() -> list[Bad]:
    file = Path(__file__).parents[2] / "support/bad_plans.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["bad"]
    return [Bad(row["file"], row["old"], row["new"], tuple(row["says"])) for row in rows]


def _refusal(files: dict[str, str]) -> str:
    with pytest.raises(BadInput) as refused:
        loader.decode(files)
    return refused.value.sentence


@pytest.mark.parametrize("bad", _bad_plans(), ids=lambda bad: f"{bad.file}: {bad.new or bad.old}"[:60])
def test_a_wrong_plan_is_refused_with_place_and_expectation(bad: Bad) -> None:
    assert bad.old in SHIPPED[bad.file]
    sentence = _refusal({**SHIPPED, bad.file: SHIPPED[bad.file].replace(bad.old, bad.new, 1)})
    assert [part for part in bad.says if part not in sentence] == [], sentence
    assert sentence[-1] in ".?"


def test_the_unchanged_files_load() -> None:
    assert loader.decode(SHIPPED) == loader.load_shipped()


def test_a_number_too_long_to_write_is_refused_without_it() -> None:
    text = SHIPPED[HEAD].replace("format = 1", f"format = 0x{'f' * 5000}")
    assert "hittade ett mycket stort tal" in _refusal({**SHIPPED, HEAD: text})


def test_a_table_stands_in_one_file() -> None:
    sentence = _refusal({**SHIPPED, "99.toml": '[plan]\ntitle = "En till"\n'})
    assert sentence.startswith(f"99.toml: ”plan” finns redan i {HEAD}.")


def test_a_list_in_one_file_and_a_table_of_its_name_in_another_do_not_join() -> None:
    sentence = _refusal({**SHIPPED, "99.toml": "[phases]\nid = '6'\n"})
    assert sentence == "99.toml: ”phases” är av annat slag än i 10-larm.toml. Förväntade [[phases]] i båda."


def test_lists_join_in_order_of_the_file_names() -> None:
    late = SHIPPED[DO]
    plan = loader.decode({**{name: text for name, text in SHIPPED.items() if name != DO}, "45.toml": late})
    assert [phase.id for phase in plan.phases] == ["1", "2", "3", "4", "5"]


def test_several_errors_are_counted() -> None:
    text = SHIPPED[DO].replace('leads_to = "7"', 'leads_to = "8"')
    assert "Planen har 3 fel; det här är det första." in _refusal({**SHIPPED, DO: text})


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "a = " + "9" * 5000,
        "a = " + "[" * 40 + "]" * 40,
        "[" + ".".join(["a"] * 400) + "]\nb = 1",
        "[[cards" + ".items" * 400 + "]]",
    ],
    ids=["open brackets", "long number", "nested lists", "deep table", "deep items"],
)
def test_an_absurd_file_is_refused_by_name(text: str) -> None:
    assert _refusal({**SHIPPED, "99.toml": text}).startswith("99.toml")


def test_one_file_is_a_plan_and_its_name_is_said(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text('format = 1\n[plan]\ntitle = "T"\norganisation = "O"\nshort = "o"\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"plan\.toml, tabellen plan, fältet version: saknas"):
        loader.load(file)


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    for name, text in SHIPPED.items():
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert loader.load(tmp_path) == loader.load_shipped()


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_bytes("format = 1\ntitle = 'Åtgärd'\n".encode("latin-1"))
    with pytest.raises(BadInput, match=r"plan\.toml, rad 2: tecknen är inte UTF-8\..*Spara filen som UTF-8"):
        loader.load(file)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"Planen finns inte: borta\.toml\."):
        loader.load(tmp_path / "borta.toml")


def test_a_folder_without_toml_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("format = 1", encoding="utf-8")
    with pytest.raises(BadInput, match=rf"Mappen {tmp_path.name}: här finns ingen plan"):
        loader.load(tmp_path)


def test_a_folder_named_as_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").mkdir()
    with pytest.raises(BadInput, match=r"plan\.toml: filen går inte att läsa"):
        loader.load(tmp_path)


def test_a_plan_that_does_not_ship_is_refused() -> None:
    with pytest.raises(BadInput, match="Planen finns inte: vox"):
        loader.load_shipped("vox")


def test_a_plan_whose_parts_do_not_fit_can_be_read_to_be_checked(tmp_path: Path) -> None:
    for name, text in SHIPPED.items():
        (tmp_path / name).write_text(text.replace('leads_to = "7"', 'leads_to = "8"'), encoding="utf-8")
    assert loader.load_unchecked(tmp_path).step("4.4").leads_to == "8"
