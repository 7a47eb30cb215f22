"""Breaking text into lines loses no word and no letter, and no line is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.report.pdf.fonts import Style, load_styles
from crisisdesk.report.pdf.inline import Inset, Line, Run, set_lines
from crisisdesk.report.pdf.legible import legible, storable
from crisisdesk.report.pdf.setting import Setting
from crisisdesk.report.pdf.wrap import split_word, wrap

STYLES = load_styles()
texts = st.text("abc å-/.\n", max_size=200)


def wide(text: str) -> float:
    return float(len(text))


def said(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


# ---------------------------------------------------------------- plain text


@given(texts, st.integers(1, 30))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(len(line) <= room for line in wrap(text, wide, room))


@given(texts, st.integers(1, 30))
def test_no_letter_is_lost(text: str, room: int) -> None:
    assert "".join("".join(wrap(text, wide, room)).split()) == "".join(text.split())


@given(st.lists(st.text("abcå", min_size=1, max_size=8), min_size=1), st.integers(8, 30))
def test_words_that_fit_are_never_broken(words: list[str], room: int) -> None:
    assert [word for line in wrap(" ".join(words), wide, room) for word in line.split()] == words


def test_lines_are_filled() -> None:
    assert wrap("en två tre fyra", wide, 7) == ["en två", "tre", "fyra"]
    assert wrap("ett\n\ntvå ", wide, 7) == ["ett", "", "två"]
    assert wrap("", wide, 7) == [""]


def test_a_long_word_is_broken_after_a_sign() -> None:
    assert split_word("https://exempel.org/a-b", wide, 10) == ["https://", "exempel.", "org/a-b"]
    assert split_word("abcdefghijk", wide, 4) == ["abcd", "efgh", "ijk"]
    assert split_word("åäö", wide, 0.5) == ["å", "ä", "ö"]


# ---------------------------------------------------------------- runs


def weighted(text: str, strong: bool) -> Run:
    return Run(text, STYLES.cell_strong if strong else STYLES.cell)


runs_of = st.lists(st.builds(weighted, texts, st.booleans()), min_size=1, max_size=5)


@given(runs_of, st.floats(20, 200))
def test_runs_keep_every_letter_and_their_room(runs: list[Run], room: float) -> None:
    lines = set_lines(runs, room)
    assert "".join("".join(said(lines)).split()) == "".join("".join(run.text for run in runs).split())
    assert all(line.width <= room + 0.01 for line in lines)


@given(runs_of, st.floats(20, 200))
def test_pieces_stand_after_each_other(runs: list[Run], room: float) -> None:
    for line in set_lines(runs, room):
        end = 0.0
        for piece in line.pieces:
            assert piece.x >= end - 0.01
            assert piece.width == pytest.approx(piece.run.style.width(piece.text), abs=0.01)
            end = piece.x + piece.width


def test_runs_that_touch_are_one_word() -> None:
    style = STYLES.cell
    runs = [Run("se (", style), Run("nr\u00a041", style, link="line-41"), Run(") och", style)]
    room = style.width("se (nr\u00a04")
    assert said(set_lines(runs, room)) == ["se", "(nr\u00a041)", "och"]


def test_an_inset_is_a_word_of_its_own() -> None:
    style = STYLES.cell
    inset = Inset(30.0, style, lambda sheet, x, y: None)
    (line,) = set_lines([Run("före", style), inset, Run("efter", style)], 200)
    assert [piece.text for piece in line.pieces] == ["före", "", "efter"]
    assert line.pieces[1].x == pytest.approx(style.width("före "))
    assert line.pieces[2].x == pytest.approx(style.width("före ") + 30 + style.width(" "))


def test_only_lines_that_are_named_and_printed_are_links() -> None:
    setting = Setting(STYLES, frozenset({1, 6, 36}))
    runs = setting.runs("Se nr 1 → 6, nr 36–40 och nr 3; snr 6, 36 st.", STYLES.cell, (1, 3, 6, 36))
    assert [(run.text, run.link) for run in runs if run.link] == [
        ("nr\u00a01", "line-1"), ("6", "line-6"), ("nr\u00a036", "line-36"),
    ]  # fmt: skip
    assert (
        "".join(run.text for run in runs).replace("\u00a0", " ")
        == "Se nr 1 → 6, nr 36–40 och nr 3; snr 6, 36 st."
    )


def test_a_text_that_is_clipped_says_so() -> None:
    setting = Setting(STYLES, frozenset())
    assert setting.clipped("kort\nnamn", STYLES.page, 200) == "kort namn"
    clipped = setting.clipped("ett mycket långt namn på en händelse", STYLES.page, 80)
    assert clipped.endswith("…")
    assert STYLES.page.width(clipped) <= 80


def test_figures_are_equally_wide() -> None:
    for style in (STYLES.cell, STYLES.cell_strong, STYLES.tag):
        assert len({style.width(digit) for digit in "0123456789"}) == 1


def test_width_grows_with_the_size() -> None:
    face = STYLES.cell.face
    assert Style(face, 20, 24).width("Brand hus B") == pytest.approx(
        2 * Style(face, 10, 12).width("Brand hus B")
    )


# ---------------------------------------------------------------- legible


@given(st.text())
def test_what_is_made_legible_is_known(text: str) -> None:
    face = STYLES.cell.face
    shown = face.legible(text)
    assert shown == face.legible(shown)
    assert all(char == "\n" or face.width(char) >= 0 for char in shown)


def test_nothing_that_can_be_seen_disappears() -> None:
    known = {ord(c) for c in "abå []U+0123456789ABCDEF"}
    assert legible("a\U0001f525b", known) == "a[U+1F525]b"
    assert legible("a\u202eb", known) == "a[U+202E]b"
    assert legible("a\tb\x0bb\u2029b\r\nb", known) == "a b\nb\nb\nb"
    assert legible("a\u030a\u00ad\u200b\ufe0f", known) == "å"


@given(st.text())
def test_what_is_stored_is_one_line_of_xml(text: str) -> None:
    stored = storable(text)
    assert stored == stored.strip()
    assert not {c for c in stored if ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF or ord(c) in (0xFFFE, 0xFFFF)}
