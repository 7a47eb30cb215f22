"""The file as it is kept: fonts, colours, what it says of itself, nothing that runs."""

import re
from pathlib import Path

import pikepdf

from crisisdesk.report.document import (
    Document,
)
from tests.support.pdf_reading import dictionaries, fonts, printed
from tests.support.pdf_samples import NOW


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
