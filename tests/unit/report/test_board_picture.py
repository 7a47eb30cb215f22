"""The board as a picture: its colours are the window's, every card is in it or counted, files are whole."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.features import board
from crisisdesk.incident.board_rows import board_rows
from crisisdesk.incident.board_shapes import Box, Rect, Run
from crisisdesk.report.board_colours import DARK, LIGHT
from crisisdesk.report.board_files import write_board
from crisisdesk.report.board_picture import BoardPicture, board_at, draw, frozen_board
from crisisdesk.ui.kit import tokens
from tests.support.incident_play import Incident

add = board.commands.AddCard


@pytest.fixture
def incident() -> Incident:
    made = Incident()
    made.do(add(purpose="event", text="Brand i hus B", source="rektor", certainty="confirmed"))
    made.do(add(purpose="event", text="En elev död", certainty="contradicted"))
    return made


def picture(
    incident: Incident, *, width: float = 1123, height: float = 794, dark: bool = False
) -> BoardPicture:
    rows = board_rows(incident.state, incident.now)
    return draw(incident.state, rows, width, height, at=incident.now, dark=dark)


def texts(made: BoardPicture) -> list[str]:
    return [shape.text for shape in made.shapes if isinstance(shape, Run)]


@pytest.mark.parametrize(("colours", "theirs"), [(LIGHT, tokens.LIGHT), (DARK, tokens.DARK)])
def test_the_colours_are_those_of_the_window(colours: dict[str, str], theirs: tokens.Tokens) -> None:
    assert colours == {token: getattr(theirs, token) for token in colours}


def test_every_token_that_is_drawn_has_a_colour(incident: Incident) -> None:
    incident.do(add(purpose="uncertainty", text="Varför?", owner="stabschef"))
    for shape in picture(incident).shapes:
        used = (shape.ground, shape.line) if isinstance(shape, Box) else (shape.token,)
        assert all(token in LIGHT for token in used if token)


def test_the_picture_says_whose_board_it_is_and_what_hangs(incident: Incident) -> None:
    said = texts(picture(incident))
    assert said[:2] == ["Brand, vuxenutbildningen hus B", "ÖVNING"]
    assert {"Brand i hus B", "En elev död"} <= set(said)


def test_type_shrinks_until_every_card_has_room(incident: Incident) -> None:
    few = picture(incident)
    for number in range(30):
        incident.do(add(purpose="event", text=f"Kort {number}, med några ord till"))
    many = picture(incident, height=2400)
    assert not many.left_out
    too_many = picture(incident)
    assert too_many.left_out
    assert f"+{too_many.left_out} till" in texts(too_many)
    assert largest(few) > largest(too_many)


def largest(made: BoardPicture) -> float:
    return max(shape.size for shape in made.shapes if isinstance(shape, Run))


def test_nothing_is_drawn_outside_the_picture(incident: Incident) -> None:
    incident.do(add(purpose="event", text="W" * 400))
    incident.do(board.commands.SetForecast(which="worst", text="Branden sprider sig " * 20))
    made = picture(incident, width=800, height=600)
    whole = Rect(0, 0, 800, 600)
    assert all(whole.holds(shape.rect) for shape in made.shapes)


def test_what_the_font_lacks_is_shown_as_its_code(incident: Incident) -> None:
    incident.do(add(purpose="event", text="Brand 🔥"))
    assert "Brand [U+1F525]" in texts(picture(incident))


def test_the_board_of_a_moment_has_what_hung_then(incident: Incident) -> None:
    then = incident.now
    incident.wait(10)
    incident.do(add(purpose="event", text="Släckt"))
    rows = board_at(incident.state, then + timedelta(minutes=1), incident.now)
    assert [card.text for card in rows.columns[0].cards] == ["Brand i hus B", "En elev död"]
    assert rows.past == "Tavlan 2027-01-14 13:06"


def test_a_frozen_board_is_found_by_its_number(incident: Incident) -> None:
    incident.do(board.commands.Freeze())
    rows = frozen_board(incident.state, 1, incident.now)
    assert rows is not None
    assert rows.past.startswith("Lägesbild 1")
    assert frozen_board(incident.state, 2, incident.now) is None


def test_a_pdf_is_one_page_of_the_size_with_the_text_in_it(incident: Incident, tmp_path: Path) -> None:
    out = tmp_path / "tavla.pdf"
    write_board(picture(incident), out)
    (page,) = PdfReader(BytesIO(out.read_bytes())).pages
    assert float(page.mediabox.width) == pytest.approx(1123 * 0.75)
    assert "Brand i hus B" in page.extract_text()


def test_a_png_has_the_size_that_was_asked_for(incident: Incident, tmp_path: Path) -> None:
    out = tmp_path / "tavla.png"
    write_board(picture(incident, width=1366, height=768, dark=True), out)
    with Image.open(out) as image:
        assert image.size == (1366, 768)
        assert image.getpixel((2, 2)) == (0x0F, 0x17, 0x20)


def test_an_svg_has_its_fonts_and_keeps_text_within_its_length(incident: Incident, tmp_path: Path) -> None:
    incident.do(add(purpose="event", text="a < b & c"))
    out = tmp_path / "tavla.svg"
    write_board(picture(incident), out)
    root = ET.fromstring(out.read_text(encoding="utf-8"))
    said = [element for element in root.iter() if element.tag.endswith("text")]
    assert "a < b & c" in [element.text for element in said]
    assert all(float(element.attrib["textLength"]) > 0 for element in said)
    assert "font/ttf;base64," in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_the_same_board_is_the_same_file(incident: Incident, tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"ett{suffix}", tmp_path / f"tva{suffix}"
    write_board(picture(incident), one)
    write_board(picture(incident), two)
    assert one.read_bytes() == two.read_bytes()


def test_a_file_that_is_there_is_not_written_over(incident: Incident, tmp_path: Path) -> None:
    out = tmp_path / "tavla.svg"
    out.write_text("mitt", encoding="utf-8")
    with pytest.raises(WorldFault):
        write_board(picture(incident), out)
    assert out.read_text(encoding="utf-8") == "mitt"


def test_another_format_is_refused(incident: Incident, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.gif slutar inte på"):
        write_board(picture(incident), tmp_path / "tavla.gif")
