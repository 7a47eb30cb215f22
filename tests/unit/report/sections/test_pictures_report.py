"""Pictures on paper: under a sketch and among the attachments; none can take the report down."""

import zlib
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from crisisdesk import compose
from crisisdesk.base.attachable import from_bytes
from crisisdesk.features import attachments, log, secrecy, sketch
from crisisdesk.incident import pictures
from crisisdesk.report.document import Document
from crisisdesk.report.incident import build
from crisisdesk.report.pdf import write_pdf
from crisisdesk.report.pdf.blocks.picture import fitted, read_head
from crisisdesk.report.sketch import Photo, Sketch
from crisisdesk.session import attached
from crisisdesk.session.attaching import Attaching
from tests.support.document_text import blocks_of, texts
from tests.support.incident_play import Incident


def image(kind: str = "JPEG", size: tuple[int, int] = (3000, 1000)) -> bytes:
    out = BytesIO()
    made = Image.new("RGB", size, "orange")
    ImageDraw.Draw(made).ellipse((0, 0, size[1], size[1]), fill="blue")
    made.save(out, kind)
    return out.getvalue()


def pdf(pages: int = 2) -> bytes:
    out = BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(842, 595))
        made.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """Return a PNG of a few bytes that says it is 100 000 points square."""
    head = (100_000).to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00"
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4) for name, body in chunks
    )


def incident_with(*files: tuple[str, bytes]) -> Incident:
    """Return an incident with the files beside its third line."""
    incident = Incident()
    incident.do(log.commands.Record(text="Rök ur taket"))
    queue = Attaching(incident.session, incident.session.execute, lambda: 1 << 40)
    for name, content in files:
        queue.add(3, from_bytes(name, content))
    while queue.busy:
        queue.step()
    return incident


def printed(incident: Incident, *, masked: bool = False) -> Document:
    return build(
        incident.state,
        incident.session.head,
        printed_at=incident.now,
        parts=("sketches", "attachments"),
        masked=masked,
        read=partial(attached.whole, incident.session.attachment),
    )


def photos(incident: Incident, *, masked: bool = False) -> dict[str, Photo]:
    return {block.title.split()[0]: block for block in blocks_of(printed(incident, masked=masked), Photo)}


def test_a_photo_stands_with_its_number_line_and_words() -> None:
    incident = incident_with(("tak.jpg", image()))
    incident.do(attachments.commands.Describe(id="3-1", text="Taket från söder."))
    photo = photos(incident)["3-1"]
    assert photo.title == "3-1 tak.jpg"
    assert photo.text == "Till nr 3. Taket från söder."
    assert photo.refs == (3,)
    head = read_head(photo.picture)
    assert head is not None
    assert (head.width, head.height) == (1200, 400)


def test_the_first_page_of_a_pdf_is_a_picture() -> None:
    photo = photos(incident_with(("plan.pdf", pdf())))["3-1"]
    assert photo.text == "Till nr 3. Första sidan."
    assert read_head(photo.picture) is not None


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bomb.png", bomb(), "Bilden är för stor att visa: 100000 × 100000 punkter."),
        ("halv.jpg", image()[:900], "Filen går inte att visa. Den kan vara skadad."),
        ("trasig.pdf", b"%PDF-1.7\n" + bytes(200), "Filen går inte att visa. Den kan vara skadad."),
    ],
)
def test_a_hostile_file_is_said_to_be_one(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    incident = incident_with((name, content), ("tak.jpg", image()))
    found = photos(incident)
    assert found["3-1"].text == f"Till nr 3. Bilden skrivs inte ut. {why}"
    assert found["3-2"].picture
    assert write_pdf(printed(incident), tmp_path / "ut.pdf")


def test_what_is_no_picture_or_struck_has_none() -> None:
    incident = incident_with(("lista.txt", b"text"), ("fel.png", image("PNG")))
    incident.do(attachments.commands.Strike(id="3-2", reason="Fel fil"))
    assert photos(incident) == {}


def test_a_masked_copy_leaves_secret_pictures_out() -> None:
    incident = incident_with(("offer.jpg", image()), ("tak.jpg", image()))
    incident.do(sketch.commands.AddPage(title="Hus B"))
    incident.do(sketch.commands.SetBackground(page=1, attachment="3-1"))
    incident.do(secrecy.commands.Mark(ref="attachment:3-1", provision="OSL 21:1"))
    assert list(photos(incident, masked=True)) == ["3-2"]
    assert photos(incident)["3-1"].text == "Till nr 3. Sekretess OSL 21:1."
    assert all(not block.picture for block in blocks_of(printed(incident, masked=True), Sketch))
    incident.do(secrecy.commands.Mark(ref="line:3", provision="OSL 21:1"))
    assert photos(incident, masked=True) == {}


def test_the_picture_lies_under_the_sketch() -> None:
    incident = incident_with(("plan.pdf", pdf()))
    incident.do(sketch.commands.AddPage(title="Hus B"))
    incident.do(sketch.commands.SetBackground(page=1, attachment="3-1", sheet=2))
    (block,) = blocks_of(printed(incident), Sketch)
    head = read_head(block.picture)
    assert head is not None
    assert head.width / head.height == pytest.approx(842 / 595, abs=0.01)


def test_a_page_that_the_pdf_does_not_have_is_told_of() -> None:
    incident = incident_with(("plan.pdf", pdf(1)))
    incident.do(sketch.commands.AddPage(title="Hus B"))
    incident.do(sketch.commands.SetBackground(page=1, attachment="3-1", sheet=9))
    assert "Bilden skrivs inte ut. Filen har ingen sida 9." in "\n".join(texts(printed(incident)))


def test_a_picture_is_fitted_and_never_stretched() -> None:
    x, y, wide, high = fitted(image(size=(300, 100)), 160.0, 90.0)
    assert (wide, high) == (pytest.approx(160), pytest.approx(160 / 3))
    assert (x, y) == (pytest.approx(0), pytest.approx((90 - 160 / 3) / 2))


def test_two_pictures_stand_on_a_page(tmp_path: Path) -> None:
    four = incident_with(*((f"{n}.jpg", image(size=(800, 800))) for n in range(4)))
    eight = incident_with(*((f"{n}.jpg", image(size=(800, 800))) for n in range(8)))
    pages = [write_pdf(printed(one), tmp_path / f"{n}.pdf") for n, one in enumerate((four, eight))]
    assert pages[1] - pages[0] == 2


def test_what_is_too_large_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = image(size=(60, 20)), image("PNG", size=(900, 900))
    incident = incident_with(("a.jpg", small), ("b.png", large), ("c.jpg", small))
    incident.do(sketch.commands.AddPage(title="Hus B"))
    incident.do(sketch.commands.SetBackground(page=1, attachment="3-3"))
    monkeypatch.setattr(pictures, "MOST_BYTES", len(small))
    assert "för stor" in photos(incident)["3-2"].text
    monkeypatch.setattr(pictures, "ALL_BYTES", len(small))
    # The one under the sketch goes first.
    assert [fact.id for fact in pictures.to_print(incident.state)] == ["3-3"]


def test_the_facts_for_a_print_carry_the_pictures_alone(tmp_path: Path) -> None:
    photo = image()
    incident = incident_with(("film.mp4", bytes(3_000_000)), ("tak.jpg", photo))
    path = tmp_path / "fakta.crisisdesk"
    incident.session.export(path, pictures=True)
    session = compose.library(tmp_path).read(path)
    held = session.state[attachments.FEATURE].attachments
    assert attached.whole(session.attachment, held["3-2"].fact) == photo
    assert list(session.attachment(held["3-1"].fact.key)) == []
    session.close()
    incident.session.export(tmp_path / "utan.crisisdesk")
    assert (tmp_path / "utan.crisisdesk").stat().st_size < path.stat().st_size
