"""What a document says is on the pages; and the pages are ones to keep."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from crisisdesk.base.errors import WorldFault
from crisisdesk.report.document import (
    Block,
    Board,
    BoardCard,
    BoardColumn,
    Bullets,
    Cell,
    Checklist,
    CheckRow,
    Column,
    Columns,
    Cover,
    Document,
    Figure,
    Figures,
    Form,
    FormField,
    Grade,
    Heading,
    KeyValues,
    LogRow,
    LogTable,
    Mark,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Sketch,
    SketchText,
    Spacer,
    Stroke,
    Table,
    Tag,
    TextColumn,
    Timeline,
)
from crisisdesk.report.pdf import write_pdf
from tests.support.pdf_reading import all_text, bookmarks, dictionaries, fonts, links, page_texts, printed

NOW = datetime(2027, 1, 20, 8, 14, tzinfo=UTC)


def line(number: int, text: str = "Brand i hus B.", **more: object) -> LogRow:
    return LogRow(number=number, time="13:05", kind="note", word="Händelse", text=text, **more)  # type: ignore[arg-type]


def log(*rows: LogRow) -> LogTable:
    return LogTable(rows=lambda: rows)


def document(*blocks: Block, **more: object) -> Document:
    return Document(title="Brand hus B", printed_at=NOW, blocks=blocks, **more)  # type: ignore[arg-type]


def picture(kind: str = "PNG", mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, (12, 8), None).save(out, kind)
    return out.getvalue()


EVERYTHING = document(
    Heading(level=1, text="Larmkedjan", number="4", new_page=True),
    Paragraph(text="Hur fungerade larmkedjan?", tone="quiet"),
    Paragraph(text="Fler ord som bryts över flera rader. " * 9),
    Bullets(items=("första punkten", "andra punkten"), numbered=True),
    Note(title="Äkthet", text="Ingen rad har ändrats.", signal="ok"),
    Figures(
        figures=tuple(Figure(value=f"{n} min", label=f"till steg {n} (nr 1)", refs=(1,)) for n in range(5))
    ),
    KeyValues(pairs=(Pair(label="Diarienummer", value=""), Pair(label="Larm", value="13:05", strong=True))),
    Columns(
        columns=(
            TextColumn(title="Styrkor", text="Nåddes snabbt.", signal="ok"),
            TextColumn(title="Svagheter", text="Ersättare saknades.", signal="alarm"),
        )
    ),
    Grade(value=4, word="god"),
    Heading(level=2, text="Förloppet"),
    Timeline(
        start=datetime(2027, 1, 14, 12, tzinfo=UTC),
        end=datetime(2027, 1, 14, 15, tzinfo=UTC),
        now=datetime(2027, 1, 14, 13, 32, tzinfo=UTC),
        marks=(
            Mark(at=datetime(2027, 1, 14, 12, 5, tzinfo=UTC), kind="unc", label="13:05 larm", icon="siren"),
        ),
        caption="Figur 2.",
    ),
    Spacer(height=6),
    log(
        line(1, day="Torsdag 14 januari 2027", recorded="13:12", route="rektor, telefon", sign="LS"),
        line(
            2, "Tre skadade.", struck=True, after="Rättad, se nr 3.", refs=(3,), day="Torsdag 14 januari 2027"
        ),
        line(
            3,
            "Två skadade.",
            tag=Tag(text="bekräftad", icon="circle-check", signal="ok"),
            secondary="Källa: 112.",
        ),
        line(4, "", masked="OSL 18:1", day="Fredag 15 januari 2027"),
    ),
    PageBreak(),
    Table(
        columns=(
            Column(title="Nr", mm=10, align="right"),
            Column(title="Beslut"),
            Column(title="Läge", mm=30),
        ),
        rows=(
            Row(cells=("Fattade",), group=True),
            Row(cells=("7", Cell(kind="dec", text="Ställ in", secondary="enligt nr 1", refs=(1,)), "öppet")),
            Row(cells=("8", "Avvakta", Cell(tag=Tag(text="pågår", signal="warn"))), struck=True),
            Row(cells=("9", Cell(masked="OSL 18:1"), ""), strong=True),
        ),
        note="Minuter från larm.",
    ),
    Table(columns=(Column(title="Samtal"),), rows=(), empty="Inga samtal.", lined=True),
    Checklist(
        rows=(
            CheckRow(number="4", text="Larma", group=True),
            CheckRow(number="4.1", text="Ring", responsible="Chef", state="done", time="14:02", sign="LS"),
            CheckRow(number="4.2", text="Annan ort", state="dropped", note="Ej aktuellt: beslut 2", indent=1),
        )
    ),
    Board(
        columns=(
            BoardColumn(
                title="Oklarheter",
                icon="circle-question-mark",
                kind="unc",
                cards=(
                    BoardCard(text="Håller elen?", meta="stabschef", change="new", tags=(Tag(text="sen"),)),
                    BoardCard(text="En död", struck=True, after="Dementerat", change="gone"),
                    BoardCard(text="", masked="OSL 18:1"),
                ),
            ),
            BoardColumn(title="Resurser", cards=()),
        ),
        caption="Fryst 14:38.",
    ),
    Sketch(
        width=200,
        height=100,
        picture=picture(),
        strokes=(
            Stroke(points=((1, 1), (50, 50)), arrow=True),
            Stroke(points=((9, 9),), soft=True, colour="röd"),
        ),
        texts=(SketchText(x=10, y=10, text="Hus A", icon="flame"),),
        caption="Figur 3.",
    ),
    Form(fields=(FormField(label="Från", share=0.5), FormField(label="Svar", value="POSOM", share=0.5))),
    Signatures(lines=(Signature(label="Ordförande", sign="LS", time="16:15"), Signature(label="Loggförare"))),
    subtitle="Utvärdering",
    organisation="Förvaltningen",
    exercise=True,
    own_number="2027-003",
    dnr="AVF 2027/12",
    head_hash="7f3a91c0" * 8,
    line_count=64,
    fact_count=212,
    mark="Maskerad kopia",
    contents=True,
    cover=Cover(
        lines=("14 januari 2027",),
        figures=(Figure(value="35 min", label="till samlad grupp"),),
        pairs=(Pair(label="Krisplan", value="2016-06-09"),),
        sign_labels=("Fastställd",),
    ),
)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(EVERYTHING, tmp_path_factory.mktemp("pdf"))


# ---------------------------------------------------------------- the words


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
        "Fryst 14:38.", "Hus A", "Figur 3.", "POSOM", "LS, 16:15", "Loggförare",
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


# ---------------------------------------------------------------- the pages


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
        Form(fields=(FormField(label="F", value="ord " * 4000),)),
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


# ---------------------------------------------------------------- pictures


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


# ---------------------------------------------------------------- built as PDF/A-2b


def test_every_font_is_embedded(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        found = fonts(pdf)
        assert len(found) >= 3
        for font in found:
            assert re.fullmatch(r"/[A-Z]{6}\+CrisisSans-\w+", str(font.BaseFont))
            assert len(font.FontDescriptor.FontFile2.read_bytes()) > 1000
            assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1


def test_the_colours_are_those_of_the_profile(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert int(intent.DestOutputProfile.N) == 3
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[36:40] == b"acsp"
        assert profile[8] == 2


def test_it_says_what_it_is_in_both_places(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        xmp = pdf.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"]) == "Brand hus B – Utvärdering"
        assert xmp["xmp:CreateDate"] == "2027-01-20T09:14:00+01:00"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20270120091400+01'00'"
        assert "7f3a91c0" * 8 in str(pdf.docinfo["/Subject"])
        assert "/Trapped" not in pdf.docinfo
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.Metadata.Subtype == "/XML"
        assert "/Filter" not in pdf.Root.Metadata


def test_titles_that_are_hard_on_xml_are_stored(tmp_path: Path) -> None:
    path = printed(Document(title="a & <b> \x07 \ud83d ]]> 🔥", printed_at=NOW), tmp_path)
    with pikepdf.open(path) as pdf:
        assert pdf.open_metadata()["dc:title"] == "a & <b> ]]> 🔥"


def test_every_link_is_printed_and_nothing_runs(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        for thing in dictionaries(pdf):
            for key in ("/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/EmbeddedFiles", "/Encrypt"):
                assert key not in thing
        marks = [link for page in pdf.pages for link in page.obj.get("/Annots", pikepdf.Array()).as_list()]
        assert marks
        assert {int(link.F) for link in marks} == {4}
        assert pdf.check_pdf_syntax() == []


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_pdf(EVERYTHING, first)
    write_pdf(EVERYTHING, second)
    assert first.read_bytes() == second.read_bytes()


# ---------------------------------------------------------------- the file


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.mkdir()
    with pytest.raises(WorldFault, match=r"Filen rapport\.pdf kunde inte skrivas"):
        write_pdf(document(), path)
    assert path.is_dir()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="Se efter att mappen finns"):
        write_pdf(document(), tmp_path / "borta" / "rapport.pdf")


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"%PDF gammal")
    write_pdf(document(), path)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [path]
