"""The pages: numbered, with bookmarks and heads, rows whole, nothing below the foot."""

import re
from pathlib import Path

import pikepdf
import pytest

from crisisdesk.report.document import (
    Block,
    Board,
    BoardCard,
    BoardColumn,
    Bullets,
    Checklist,
    CheckRow,
    Column,
    Columns,
    Heading,
    KeyValues,
    Note,
    Pair,
    Paragraph,
    Row,
    Spacer,
    Table,
    TextColumn,
)
from crisisdesk.report.sketch import Sketch
from tests.support.pdf_reading import all_text, bookmarks, dictionaries, links, page_texts, printed
from tests.support.pdf_samples import document, line, log, picture


def test_every_page_says_which_it_is_and_that_it_is_an_exercise(everything: Path) -> None:
    texts = page_texts(everything)
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        assert f"Sida {number} av {len(texts)}" in text
        assert "ÖVNING" in text
        assert "MASKERAD KOPIA" in text
        assert "Krisledning 2027-003 · logghuvud 7f3a 91c0 · 64 rader, 212 fakta" in text
    for text in texts[1:]:
        assert text.startswith("Brand hus B")
        assert "2027-003 · AVF 2027/12" in text


def test_a_real_one_does_not_say_exercise(tmp_path: Path) -> None:
    assert "ÖVNING" not in all_text(printed(document(Paragraph(text="x" * 20_000)), tmp_path))


def test_headings_are_bookmarks_on_their_pages(everything: Path) -> None:
    texts = page_texts(everything)
    marks = bookmarks(everything)
    assert [(level, title) for level, title, _ in marks] == [(0, "4 Larmkedjan"), (1, "Förloppet")]
    for _, title, page in marks:
        assert title in texts[page - 1]


def test_levels_that_are_left_out_do_not_break_the_bookmarks(tmp_path: Path) -> None:
    headings = [Heading(level=n, text=f"H{n}") for n in (3, 1, 3, 2, 3)]
    assert [mark[:2] for mark in bookmarks(printed(document(*headings), tmp_path))] == [
        (0, "H3"), (0, "H1"), (1, "H3"), (1, "H2"), (2, "H3"),
    ]  # fmt: skip


def test_the_contents_lead_to_the_pages_they_name(tmp_path: Path) -> None:
    chapters = [Heading(level=1, text=f"Kapitel {n}", new_page=True) for n in range(1, 60)]
    path = printed(document(*chapters, contents=True), tmp_path)
    texts = page_texts(path)
    contents = " ".join(texts[:2])
    assert "Innehåll Kapitel 1 3 Kapitel 2 4" in contents
    for chapter, (_, target, says) in zip(chapters, links(path), strict=True):
        assert says == chapter.text
        assert f"{chapter.text}" in texts[target - 1]
        assert f"{chapter.text} {target} " in contents


def test_the_first_heading_does_not_leave_the_title_alone(tmp_path: Path) -> None:
    path = printed(
        document(Heading(level=1, text="Loggen", new_page=True), log(line(1)), subtitle="Loggen"), tmp_path
    )
    (page,) = page_texts(path)
    assert page.count("Loggen") == 1
    assert bookmarks(path) == [(0, "Loggen", 1)]


def test_a_heading_stands_with_what_follows(tmp_path: Path) -> None:
    table = Table(columns=(Column(title="Kolumn"),), rows=(Row(cells=("cellen",)),))
    for height in range(200, 255, 3):
        blocks = (Spacer(height=height), Heading(level=1, text="Rubriken"), Paragraph(text="Frågan?"), table)
        pages = page_texts(printed(document(*blocks), tmp_path))
        assert [("Rubriken" in page, "cellen" in page) for page in pages] in (
            [(True, True)],
            [(False, False), (True, True)],
        )


# ---------------------------------------------------------------- rows


def test_the_column_heads_are_on_every_page(tmp_path: Path) -> None:
    pages = page_texts(printed(document(log(*(line(n) for n in range(1, 120)))), tmp_path))
    assert len(pages) > 2
    assert all("Nr Hände Slag Text Från, kanal Sign" in page for page in pages)


def test_all_rows_are_there_once_and_in_order(tmp_path: Path) -> None:
    rows = [line(n, f"rad{n} " + "ord " * (n * 7 % 60)) for n in range(1, 200)]
    found = re.findall(r"\brad(\d+)\b", all_text(printed(document(log(*rows)), tmp_path)))
    assert found == [str(n) for n in range(1, 200)]


def test_a_line_without_a_route_takes_its_room(tmp_path: Path) -> None:
    """What came from nobody is not squeezed beside an empty column: the log gets shorter."""
    text = "Fastighetsjouren stänger ventilationen i hus A och B. " * 4

    def length(route: str) -> int:
        rows = [line(n, text, route=route) for n in range(1, 100)]
        return len(page_texts(printed(document(log(*rows)), tmp_path)))

    assert length("") < length("jouren")


def test_a_short_row_is_never_divided(tmp_path: Path) -> None:
    rows = [line(n, f"börjar{n} " + "ord " * 55 + f"slutar{n}") for n in range(1, 60)]
    for page in page_texts(printed(document(log(*rows)), tmp_path)):
        assert re.findall(r"börjar(\d+)", page) == re.findall(r"slutar(\d+)", page)


def test_a_row_of_three_pages_is_printed_whole_with_its_number_on_each(tmp_path: Path) -> None:
    words = [f"ord{n}" for n in range(1100)]
    path = printed(document(log(line(1), line(77, " ".join(words)), line(78))), tmp_path)
    pages = page_texts(path)
    assert len(pages) >= 3
    assert re.findall(r"\bord\d+\b", " ".join(pages)) == words
    assert all("77 forts." in page for page in pages[1:])


@pytest.mark.parametrize("end", range(1, 8))
def test_what_is_left_of_a_divided_row_is_never_a_line_or_two(end: int, tmp_path: Path) -> None:
    tall = "\n".join(f"rad{n}" for n in range(60 + end))
    for page in page_texts(printed(document(log(line(1), line(2, tall))), tmp_path)):
        assert len(re.findall(r"\brad\d+", page)) not in (1, 2)


@pytest.mark.parametrize(
    "block",
    [
        Table(columns=(Column(title="K"), Column(title="L")), rows=(Row(cells=("", "ord " * 4000)),)),
        Paragraph(text="ord " * 4000),
        Note(text="ord " * 4000),
        KeyValues(pairs=(Pair(label="E", value="ord " * 4000),)),
        Columns(columns=(TextColumn(title="S", text="ord " * 4000), TextColumn(title="T", text=""))),
        Board(
            columns=(BoardColumn(title="B", cards=(BoardCard(text="ord " * 4000), BoardCard(text="sist"))),)
        ),
        Bullets(items=("ord " * 4000,)),
        Checklist(rows=(CheckRow(number="1", text="ord " * 4000),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_taller_than_a_page_goes_on(block: Block, tmp_path: Path) -> None:
    pages = page_texts(printed(document(block), tmp_path))
    assert len(pages) > 2
    assert len(re.findall(r"\bord\b", " ".join(pages))) == 4000


def test_nothing_is_drawn_below_the_foot(everything: Path, tmp_path: Path) -> None:
    long = printed(document(log(*(line(n, "ord " * (n % 50)) for n in range(1, 150)))), tmp_path)
    for path in (everything, long):
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                for operands, operator in pikepdf.parse_content_stream(page):
                    if str(operator) == "Tm":
                        x, y = float(operands[4]), float(operands[5])
                        assert 55 < x < 541
                        assert y > 54 or y == pytest.approx(25)


def test_a_very_long_word_is_broken_inside_its_column(tmp_path: Path) -> None:
    with pikepdf.open(printed(document(log(line(1, "q" * 5000))), tmp_path)) as pdf:
        shown = [
            bytes(operands[0])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tj"
        ]
    pieces = [len(text) for text in shown if set(text) == {ord("q")}]
    assert sum(pieces) == 5000
    assert max(pieces) < 60


def test_a_long_board_goes_on_in_the_same_columns(tmp_path: Path) -> None:
    cards = tuple(BoardCard(text=f"kort{n} " + "text " * 20) for n in range(60))
    board = Board(
        columns=(BoardColumn(title="Händelse", cards=cards), BoardColumn(title="Resurser", cards=cards[:1]))
    )
    pages = page_texts(printed(document(board), tmp_path))
    assert len(pages) > 1
    assert all("Händelse" in page and "Resurser" in page for page in pages)
    assert sorted(re.findall(r"kort\d+", " ".join(pages))) == sorted(
        [*(f"kort{n}" for n in range(60)), "kort0"]
    )


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    "data", [picture(), picture(mode="L"), picture(mode="P"), picture("JPEG", "RGB"), picture("JPEG", "L")]
)
def test_a_picture_is_drawn(data: bytes, tmp_path: Path) -> None:
    path = printed(document(Sketch(width=12, height=8, picture=data)), tmp_path)
    assert "kan inte läsas" not in all_text(path)
    with pikepdf.open(path) as pdf:
        assert len([t for t in dictionaries(pdf) if t.get("/Subtype") == "/Image" and "/SMask" not in t]) >= 1


@pytest.mark.parametrize(
    "data",
    [b"inte en bild", picture()[:40], picture("JPEG", "CMYK"), picture("GIF", "P"), b"\xff\xd8\xff\xe0"],
)
def test_a_picture_that_no_page_can_hold_is_said_to_be_one(data: bytes, tmp_path: Path) -> None:
    path = printed(document(Sketch(width=12, height=8, picture=data, caption="Figur 1.")), tmp_path)
    assert "Bilden kan inte läsas." in all_text(path)
    assert "Figur 1." in all_text(path)
    with pikepdf.open(path) as pdf:
        assert not [t for t in dictionaries(pdf) if t.get("/ColorSpace") == "/DeviceCMYK"]
