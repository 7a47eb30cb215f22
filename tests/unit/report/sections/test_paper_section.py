"""The paper forms in the report: what became of each number; nothing of a secret one in a masked copy."""

from crisisdesk.features import forms, log
from crisisdesk.report.document import Block, Cell, Note, Table
from crisisdesk.report.sections import paper
from crisisdesk.report.source import Source
from tests.support.incident_play import Incident


def printed(incident: Incident, *, masked: bool = False) -> tuple[Block, ...]:
    return paper.blocks(Source(incident.state, incident.now, masked))


def rows(blocks: tuple[Block, ...]) -> list[list[str]]:
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return [[_said(cell) for cell in row.cells] for row in table.rows]


def _said(cell: str | Cell) -> str:
    if isinstance(cell, str):
        return cell
    return cell.tag.text if cell.tag is not None else cell.text


def test_without_forms_there_is_nothing() -> None:
    assert printed(Incident()) == ()


def test_every_number_is_accounted_for() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    incident.do(log.commands.Record(text="POSOM", paper=log.facts.Paper(form=1, writer="Stabschef")))
    incident.do(forms.commands.Void(form=3, reason="Spilld"))
    incident.do(log.commands.Record(text="Granne", paper=log.facts.Paper(form=9)))
    found = printed(incident)
    assert rows(found) == [
        ["1", "Införd", "13:05", "Stabschef", "", "nr 4"],
        ["2", "Saknas", "", "", "", ""],
        ["3", "Makulerad", "", "", "Spilld", ""],
        ["9", "Införd", "13:05", "", "inte utskriven från den här händelsen", "nr 6"],
    ]
    (note,) = [block for block in found if isinstance(block, Note)]
    assert note.text == "Nummer 2 är varken införda eller makulerade."


def test_a_secret_line_does_not_tell_who_wrote_it() -> None:
    incident = Incident()
    entry = log.commands.Record(
        text="Anlagd", secrecy="OSL 18:1", paper=log.facts.Paper(form=1, writer="Polisen")
    )
    incident.do(entry)
    assert "Polisen" in str(rows(printed(incident)))
    assert "Polisen" not in str(rows(printed(incident, masked=True)))
