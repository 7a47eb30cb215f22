"""The words of a printed document: all come back, none is markup, none is lost."""

from pathlib import Path

import pikepdf
import pytest

from crisisdesk.report.document import (
    Board,
    BoardCard,
    BoardColumn,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
)
from tests.support.pdf_reading import all_text, bookmarks, page_texts, printed
from tests.support.pdf_samples import document, line, log


def test_every_word_comes_back(everything: Path) -> None:
    text = all_text(everything)
    for words in (
        "Förvaltningen", "Utvärdering", "14 januari 2027", "till samlad grupp", "Krisplan 2016-06-09",
        "Fastställd", "4 Larmkedjan", "Hur fungerade larmkedjan?", "2. andra punkten",
        "Ingen rad har ändrats.", "4 min", "Diarienummer –", "Nåddes snabbt.", "Ersättare saknades.",
        "4 av 5, god", "13:05 larm", "nu 14:32", "Figur 2.", "Torsdag 14 januari 2027", "förd 13:12",
        "rektor, telefon", "Tre skadade. Rättad, se nr 3.", "bekräftad", "Källa: 112.",
        "Sekretess OSL 18:1", "Fredag 15 januari 2027", "Fattade", "Ställ in", "enligt nr 1", "pågår",
        "Minuter från larm.", "Inga samtal.", "4 Larma", "☑ 4.1 Ring Chef 14:02 LS", "– 4.2",
        "Ej aktuellt: beslut 2", "Oklarheter", "Håller elen?", "ny", "En död Dementerat", "borta",
        "Fryst 14:38.", "Hus A", "Figur 3.", "LS, 16:15", "Loggförare",
    ):  # fmt: skip
        assert words in text


def test_an_empty_document_is_a_page_with_its_name(tmp_path: Path) -> None:
    (page,) = page_texts(printed(document(), tmp_path))
    assert "Brand hus B" in page
    assert "Sida 1 av 1" in page


def test_an_empty_log_says_so(tmp_path: Path) -> None:
    assert "Inga rader i loggen." in all_text(printed(document(log()), tmp_path))


@pytest.mark.parametrize(
    "said",
    [
        "a & b <c>",
        '<img src="file:/etc/passwd">',
        "<b>fet</b> </para> &amp; &#65;",
        r"\(parentes\) \\ )) ((",
        "%s {0} %",
    ],
)
def test_user_text_is_never_markup(said: str, tmp_path: Path) -> None:
    blocks = (
        Heading(level=1, text=said),
        Paragraph(text=said),
        Table(columns=(Column(title=said),), rows=(Row(cells=(said,)),)),
        log(line(1, said)),
        Board(columns=(BoardColumn(title="K", cards=(BoardCard(text=said),)),)),
    )
    path = printed(document(*blocks, contents=True, own_number=said), tmp_path)
    text = all_text(path)
    assert text.count(said) >= 6
    assert "root:" not in text
    assert [title for _, title, _ in bookmarks(path)] == [said]


def test_what_the_font_lacks_is_seen(tmp_path: Path) -> None:
    text = all_text(
        printed(document(log(line(1, "eld \U0001f525 noll \x00 ljud \x07 a\u030aker שלום \ud83d"))), tmp_path)
    )
    assert "eld [U+1F525] noll [U+0000] ljud [U+0007] åker [U+05E9]" in text
    assert "[U+D83D]" in text


def test_no_missing_glyph_is_drawn(tmp_path: Path) -> None:
    path = printed(document(Paragraph(text="".join(map(chr, range(1, 0x600))))), tmp_path)
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tj":
                    assert b"\x00" not in bytes(operands[0])


def test_signs_beyond_the_first_256_come_back(tmp_path: Path) -> None:
    signs = "".join(chr(c) for c in range(0x100, 0x149)) + "αβγδεζηθ" + "абвгдежз" + "→←↑↓☐☑⚠"
    said = f"å {signs} ä 12:30 {signs[::-1]} ö"
    text = all_text(printed(document(Paragraph(text=said)), tmp_path))
    assert said.replace(" ", "") in text.replace(" ", "")


def test_line_breaks_are_kept(tmp_path: Path) -> None:
    path = printed(document(log(line(1, "första\r\nandra\u2028tredje\n\nfemte"))), tmp_path)
    assert "första andra tredje femte" in all_text(path)
