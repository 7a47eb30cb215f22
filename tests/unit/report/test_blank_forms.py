"""Blank forms and crossed-out pages, as they stand on paper."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from crisisdesk.plan.loader import load_shipped
from crisisdesk.report.blank_forms import build_forms, build_unnumbered
from crisisdesk.report.document import BlankForm, Document, Paragraph, RuledOff
from crisisdesk.report.pdf import write_pdf
from tests.support.incident_play import Incident

AT = datetime(2027, 1, 14, 13, 10, tzinfo=UTC)
FIELDS = (
    "Datum",
    "Tid, när det hände",
    "Skriven av (funktion, namn)",
    "Från",
    "Till",
    "Kanal",
    "Information, händelse",
    "Bedömning",
    "Beslut: vad",
    "Beslut: motivering",
    "Vem beslutade",
    "Åtgärd",
    "Ansvarig",
    "Klart senast",
    "Klart: tid",
    "Införd i loggen: rad nr",
)


def pages(document: Document, path: Path) -> list[str]:
    count = write_pdf(document, path)
    found = [page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages]
    assert count == len(found)
    return found


def test_each_form_has_its_number_the_incident_and_every_field_of_the_plan(tmp_path: Path) -> None:
    incident = Incident()
    document = build_forms(incident.state, incident.session.head, (4, 128), printed_at=AT)
    assert [block.code for block in document.blocks if isinstance(block, BlankForm)] == [
        "2027-003/B4",
        "2027-003/B128",
    ]
    for number, page in zip((4, 128), pages(document, tmp_path / "x.pdf"), strict=True):
        assert f"\n{number}\n" in page
        assert "2027-003 Brand, vuxenutbildningen hus B" in page
        assert page.count("ÖVNING") == 2
        assert [field for field in FIELDS if field not in page] == []


def test_a_real_incident_is_no_exercise_and_a_long_name_stays_in_its_place(tmp_path: Path) -> None:
    from crisisdesk.features import lifecycle

    incident = Incident(exercise=False)
    incident.do(lifecycle.commands.Rename(name="Översvämning i källare " * 12))
    document = build_forms(incident.state, incident.session.head, (1,), printed_at=AT)
    (page,) = pages(document, tmp_path / "x.pdf")
    assert "ÖVNING" not in page


@pytest.mark.parametrize("count", [1, 200])
def test_any_number_of_forms(tmp_path: Path, count: int) -> None:
    document = build_unnumbered(load_shipped(), count, printed_at=AT, zone="Europe/Stockholm")
    assert len(pages(document, tmp_path / "x.pdf")) == count


def test_the_rest_of_a_page_is_crossed_out_so_that_nothing_can_be_added(tmp_path: Path) -> None:
    blocks = (Paragraph(text="Sista raden"), RuledOff(), Paragraph(text="Efteråt"))
    first, second = pages(Document(title="Loggen", printed_at=AT, blocks=blocks), tmp_path / "x.pdf")
    assert "Inget mer på detta blad" in first
    assert "Efteråt" in second


def test_sheets_go_on_after_those_on_paper(tmp_path: Path) -> None:
    document = Document(title="Loggen", printed_at=AT, sheets_before=3, blocks=(Paragraph(text="Nytt"),))
    assert "Blad 4 (1 av 1)" in pages(document, tmp_path / "x.pdf")[0]
