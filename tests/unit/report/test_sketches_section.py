"""The sketches in the report: every page as vectors, struck ones said to be so, secret ones as a bar."""

from crisisdesk.features import secrecy, sketch
from crisisdesk.report.document import Block, Heading, LogTable, Paragraph
from crisisdesk.report.sections import sketches
from crisisdesk.report.sketch import Sketch
from crisisdesk.report.source import Source
from tests.support.incident_play import Incident


def drawn() -> Incident:
    incident = Incident()
    incident.do(sketch.commands.AddPage(title="Hus B"))
    incident.do(sketch.commands.Draw(page=1, tool="pen", points=(0, 0, 400, 0), width=12))
    incident.do(sketch.commands.Draw(page=1, tool="symbol", points=(900, 900), symbol="vehicle"))
    incident.do(sketch.commands.Draw(page=1, tool="text", points=(50, 60), text="Rök"))
    incident.do(sketch.commands.Erase(page=1, marks=(1,)))
    return incident


def blocks(incident: Incident, *, masked: bool = False) -> tuple[Block, ...]:
    return sketches.blocks(Source(incident.state, incident.now, masked))


def test_without_a_sketch_nothing_is_printed() -> None:
    assert blocks(Incident()) == ()


def test_a_page_is_printed_as_it_stands() -> None:
    found = [block for block in blocks(drawn()) if isinstance(block, Sketch)]
    assert len(found) == 1
    assert [text.text for text in found[0].texts] == ["Rök"]
    assert any(stroke.filled for stroke in found[0].strokes)  # the wheels of the vehicle
    assert all(stroke.points[0] != (0.0, 0.0) for stroke in found[0].strokes)  # rubbed out
    assert found[0].caption == "Påbörjad 13:05 (nr 3), ritad till 13:05."


def test_a_struck_page_is_printed_and_says_so() -> None:
    incident = drawn()
    incident.do(sketch.commands.StrikePage(page=1, reason="fel hus"))
    told = [block.text for block in blocks(incident) if isinstance(block, Paragraph)]
    assert told == ["Används inte längre (nr 4)."]


def test_a_secret_page_is_a_bar_in_a_masked_copy() -> None:
    incident = drawn()
    incident.do(secrecy.commands.Mark(ref="sketch:1", provision="OSL 18:8"))
    found = blocks(incident, masked=True)
    assert not any(isinstance(block, Sketch) for block in found)
    assert any(isinstance(block, LogTable) for block in found)
    assert all("Hus B" not in block.text for block in found if isinstance(block, Heading))
    assert any(isinstance(block, Sketch) for block in blocks(incident))
