"""The attachments on paper: number, name, size, hash, line; secret ones leave number and provision."""

from crisisdesk.features import attachments, log, secrecy
from crisisdesk.report.document import Cell, Document, Table
from crisisdesk.report.incident import build
from tests.support.document_text import blocks_of, headings, texts
from tests.support.incident_play import Incident

HASH = "0123456789abcdef" * 4


def attached(name: str = "foto.jpg") -> Incident:
    incident = Incident()
    line = incident.do(log.commands.Record(text="Rök ur taket")).number
    incident.do(
        attachments.commands.Attach(
            line=line, name=name, media="image/jpeg", size=3_400_000, sha256=HASH, key="k", parts=4
        )
    )
    return incident


def printed(incident: Incident, *, masked: bool = False) -> Document:
    parts = ("attachments",)
    return build(incident.state, incident.session.head, printed_at=incident.now, parts=parts, masked=masked)


def test_every_attachment_stands_with_its_hash() -> None:
    document = printed(attached())
    assert headings(document, 1)[0] == "Bilagor"
    said = "\n".join(texts(document))
    assert "foto.jpg" in said
    assert "JPEG-bild, 3,4 MB." in said
    assert "01234567 89abcdef" in said


def test_a_struck_one_is_struck() -> None:
    incident = attached()
    incident.do(attachments.commands.Strike(id="3-1", reason="Fel fil"))
    (table,) = blocks_of(printed(incident), Table)[:1]
    assert table.rows[0].struck


def test_a_masked_copy_keeps_number_and_provision_alone() -> None:
    incident = attached("den-saknade.jpg")
    incident.do(secrecy.commands.Mark(ref="line:3", provision="OSL 23:1"))
    document = printed(incident, masked=True)
    said = "\n".join(texts(document))
    assert "saknade" not in said
    assert "01234567" not in said
    (table,) = blocks_of(document, Table)[:1]
    cells = [cell for cell in table.rows[0].cells if isinstance(cell, Cell)]
    assert cells[0].text == "3-1"
    assert cells[1].masked == "OSL 23:1"


def test_an_attachment_with_its_own_mark_is_masked_too() -> None:
    incident = attached("den-saknade.jpg")
    incident.do(secrecy.commands.Mark(ref="attachment:3-1", provision="OSL 18:1"))
    assert "saknade" not in "\n".join(texts(printed(incident, masked=True)))


def test_without_attachments_there_is_no_such_part() -> None:
    assert "Bilagor" not in headings(printed(Incident()), 1)
