"""Links between the lines of the log, and bars over what is secret."""

from pathlib import Path

import pikepdf

from crisisdesk.report.document import (
    Board,
    BoardCard,
    BoardColumn,
    Cell,
    Column,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from tests.support.pdf_reading import all_text, dictionaries, links, page_texts, printed
from tests.support.pdf_samples import document, line, log


def test_a_named_line_leads_to_its_row(tmp_path: Path) -> None:
    rows = [line(n) for n in range(1, 90)]
    first = Paragraph(text="Se nr 2, 80 och 3 samt (nr 88), inte nr 5.", refs=(2, 80, 88, 500))
    path = printed(document(first, PageBreak(), log(*rows)), tmp_path)
    texts = page_texts(path)
    found = links(path)
    assert [says for _, _, says in found] == ["nr 2", "80", "nr 88"]
    for (page, target, _), number in zip(found, (2, 80, 88), strict=True):
        assert page == 1
        assert f" {number} 13:05 " in texts[target - 1]


def test_a_line_that_is_not_printed_is_no_link(tmp_path: Path) -> None:
    assert links(printed(document(Paragraph(text="Se nr 2.", refs=(2,))), tmp_path)) == []


def test_lines_have_names_that_lead_in_from_outside(tmp_path: Path) -> None:
    path = printed(document(log(*(line(n) for n in range(1, 700)))), tmp_path)
    texts = page_texts(path)
    with pikepdf.open(path) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        for number in (1, 9, 10, 99, 100, 256, 257, 699):
            place = names[f"line-{number}"]
            assert f" {number} 13:05 " in texts[pages[place[0].objgen]]


# ---------------------------------------------------------------- secrets


def test_a_masked_text_is_not_in_the_file(tmp_path: Path) -> None:
    secret = "anlagd"
    path = printed(
        document(
            log(line(1, secret, masked="OSL 18:1", after=secret, secondary=secret)),
            Table(
                columns=(Column(title="K"),),
                rows=(Row(cells=(Cell(text=secret, secondary=secret, masked="OSL"),)),),
            ),
            Board(
                columns=(
                    BoardColumn(title="B", cards=(BoardCard(text=secret, masked="OSL 18:1", after=secret),)),
                )
            ),
        ),
        tmp_path,
    )
    assert secret not in all_text(path)
    with pikepdf.open(path) as pdf:
        for thing in dictionaries(pdf):
            content = thing.read_bytes() if isinstance(thing, pikepdf.Stream) else b""
            assert secret.encode() not in content + repr(thing).encode()


def test_bars_tell_nothing_of_what_they_cover(tmp_path: Path) -> None:
    def content(text: str) -> bytes:
        with pikepdf.open(printed(document(log(line(1, text, masked="OSL 18:1"))), tmp_path)) as pdf:
            return pdf.pages[0].Contents.read_bytes()

    assert content("kort") == content("mycket längre " * 40)
