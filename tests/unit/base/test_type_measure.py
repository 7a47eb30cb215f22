"""Text is measured as the bundled fonts are, and wrapped so that every line fits."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from crisisdesk.base import resources, type_measure
from crisisdesk.base.type_measure import elide, width, wrap

WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_text_is_as_wide_as_on_paper(weight: int) -> None:
    font: Any = TTFont("x", str(resources.path(f"fonts/CrisisSans-{WEIGHTS[weight]}.ttf")))
    text = "Räddningsledaren: hus B är utrymt 13:10 – «alla räknade» ☑ → Łódź"
    assert width(text, weight, 12) == pytest.approx(sum(font.face.charWidths[ord(c)] for c in text) * 0.012)


def test_digits_are_equally_wide() -> None:
    assert len({width(digit, 400, 10) for digit in "0123456789"}) == 1


def test_a_mark_over_a_letter_takes_no_room() -> None:
    assert width("e\u0301", 400, 10) == width("e", 400, 10)


def test_a_sign_that_the_font_lacks_takes_room() -> None:
    assert width("🔥", 400, 10) > 10


def test_a_weight_that_is_not_bundled_is_refused() -> None:
    with pytest.raises(KeyError):
        width("a", 700, 10)


def test_words_stay_whole_and_line_breaks_count() -> None:
    room = width("B, trapphus", 400, 10)
    assert wrap("Brand i hus B, trapphus\n2", 400, 10, room) == ["Brand i hus", "B, trapphus", "2"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 400, 10, 100) == [""]


def test_a_word_wider_than_a_line_is_broken_with_a_hyphen() -> None:
    word = "krisledningsgruppsmedlemsförteckningen"
    lines = wrap(word, 400, 10, 60)
    assert [line[-1] for line in lines[:-1]] == ["-"] * (len(lines) - 1)
    assert "".join(line.removesuffix("-") for line in lines) == word
    assert len(lines) > 2


@pytest.mark.parametrize(
    ("word", "room", "lines"),
    [
        ("Räddningstjänst", "Räddningstj-", ["Räddnings-", "tjänst"]),
        ("trapphusdörrar", "trapphusdö-", ["trapphus-", "dörrar"]),
        ("plockades", "plocka-", ["plocka-", "des"]),
        ("Schhhhhhhhhhh", "Schhh-", ["Schhh-", "hhhhh-", "hhh"]),
        ("12345678", "12345", ["12345", "678"]),
        ("9fbcadefab", "9fbca", ["9fbca", "defab"]),
        ("posom@example.org", "posom@exa", ["posom@exa", "mple.org"]),
    ],
)
def test_a_word_is_broken_between_syllables(word: str, room: str, lines: list[str]) -> None:
    assert wrap(word, 400, 10, width(room, 400, 10)) == lines


def test_a_broken_word_that_is_cut_has_no_hyphen_in_it() -> None:
    room = width("Räddningstjä", 400, 10)
    assert wrap("Räddningstjänstens ledare", 400, 10, room, 1) == ["Räddnings…"]


def test_a_line_may_break_after_a_hyphen() -> None:
    assert wrap("IT-avbrott", 400, 10, width("IT-avbro", 400, 10)) == ["IT-", "avbrott"]


def test_a_no_break_space_keeps_what_it_joins() -> None:
    assert wrap("cirka 10\u00a0000", 400, 10, width("cirka 10", 400, 10)) == ["cirka", "10\u00a0000"]


def test_the_last_line_that_is_allowed_says_that_there_is_more() -> None:
    lines = wrap("ett två tre fyra fem sex", 400, 10, width("ett två", 400, 10), 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width(lines[1], 400, 10) <= width("ett två", 400, 10)


def test_a_text_that_fits_is_not_cut() -> None:
    assert elide("bekräftad", 600, 11.5, 200) == "bekräftad"
    assert elide("bekräftad", 600, 11.5, 40).endswith("…")
    assert width(elide("bekräftad", 600, 11.5, 40), 600, 11.5) <= 40


@given(st.text(), st.sampled_from(sorted(WEIGHTS)), st.floats(30, 400), st.integers(0, 5))
def test_every_line_fits_and_nothing_disappears(text: str, weight: int, room: float, most: int) -> None:
    lines = wrap(text, weight, 13, room, most)
    assert all(width(line, weight, 13) <= room + 0.01 for line in lines)
    assert len(lines) <= most or not most
    if not most:
        spaces = str.maketrans("", "", " \t-\u2010")  # hyphens are put in where a word is broken
        kept = "".join("".join(text.splitlines()).translate(spaces))
        assert "".join(lines).translate(spaces) == kept


def test_a_face_is_read_once() -> None:
    assert type_measure.face(400) is type_measure.face(400)
