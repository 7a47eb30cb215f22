"""The strip of a line's attachments, the preview, and files chosen for a line that is not written yet."""

import io
import struct
import sys
import zlib
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from crisisdesk.base import media
from crisisdesk.base.attachable import Attachable, from_bytes, from_path
from crisisdesk.ui.kit.attachment_field import AttachmentField
from crisisdesk.ui.kit.attachment_look import AttachmentLook
from crisisdesk.ui.kit.attachment_strip import AttachmentStrip
from crisisdesk.ui.kit.page_source import PageSource
from crisisdesk.ui.kit.preview import Preview
from crisisdesk.ui.kit.theme import Theme
from tests.support.window_play import press

CTRL = Qt.KeyboardModifier.ControlModifier
PHOTO = AttachmentLook(id="23-1", name="foto.png", what="PNG-bild, 12 kB", media=media.PNG)
PAPER = AttachmentLook(id="23-2", name="karta.pdf", what="PDF, 2 MB", media=media.PDF)
OTHER = AttachmentLook(id="23-3", name="kod.svg", what="SVG-teckning, 1 kB", media="image/svg+xml")
SECRET = AttachmentLook(id="23-4", name="■■■■ OSL 18:1 ■■■■", what="PDF, 1 kB", media=media.PDF, covered=True)


def picture(width: int = 300, height: int = 200) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(made, "PNG")
    return made.getvalue()


def paper(pages: int = 3) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=True)
    for page in range(pages):
        canvas.drawString(100, 700, f"sida {page + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def bomb(side: int = 20_000) -> bytes:
    """A PNG of some kilobytes that unfolds to side x side points."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


# ---------------------------------------------------------------- the strip


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> AttachmentStrip:
    made = AttachmentStrip(theme)
    qtbot.addWidget(made)
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_the_strip_is_worked_from_the_keyboard(strip: AttachmentStrip) -> None:
    said: list[tuple[str, str]] = []

    def heard(what: str, id: str) -> None:
        said.append((what, id))

    strip.preview_requested.connect(partial(heard, "show"))
    strip.save_requested.connect(partial(heard, "save"))
    strip.strike_requested.connect(partial(heard, "strike"))
    strip.show_attachments((PHOTO, PAPER))
    strip.focus_first()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_S, CTRL)
    press(Qt.Key.Key_Delete)
    assert said == [("show", "23-1"), ("save", "23-2"), ("strike", "23-2")]


def test_a_secret_attachment_is_neither_shown_nor_saved_while_it_is_covered(strip: AttachmentStrip) -> None:
    said: list[str] = []
    strip.preview_requested.connect(said.append)
    strip.save_requested.connect(said.append)
    strip.show_attachments((SECRET,))
    strip.focus_first()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    assert said == []


def test_a_struck_attachment_is_not_struck_again(strip: AttachmentStrip) -> None:
    said: list[str] = []
    strip.strike_requested.connect(said.append)
    strip.show_attachments((AttachmentLook(id="1-1", name="a", what="fil", media="", struck=True),))
    strip.focus_first()
    press(Qt.Key.Key_Delete)
    assert said == []


def test_the_focus_stays_when_another_attachment_comes(strip: AttachmentStrip) -> None:
    strip.show_attachments((PHOTO, PAPER))
    strip.focus_first()
    press(Qt.Key.Key_Down)
    strip.show_attachments((PHOTO, PAPER, OTHER))
    assert strip.current() == "23-2"
    assert strip.list.hasFocus()


def test_what_is_pasted_is_attached(strip: AttachmentStrip) -> None:
    said: list[list[Attachable]] = []
    strip.attach_requested.connect(said.append)
    strip.show_attachments(())
    strip.focus_first()
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    press(Qt.Key.Key_V, CTRL)
    assert said[0][0].make is not None
    assert said[0][0].make().startswith(b"\x89PNG")


def test_where_nothing_may_be_written_nothing_is_offered(strip: AttachmentStrip) -> None:
    strip.show_attachments((PHOTO,), writes=False)
    assert not strip.add_button.isVisibleTo(strip)


# ---------------------------------------------------------------- files for a line to come


def test_files_are_chosen_and_taken_away_again(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    field = AttachmentField(theme)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    (tmp_path / "a.txt").write_text("a")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    QGuiApplication.clipboard().setMimeData(mime)
    field.setFocus()
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_V, CTRL)
    field.add([from_bytes("b.txt", b"b")])
    assert [source.name for source in field.sources()] == ["a.txt", "b.txt"]
    assert field.sources()[0] == from_path(tmp_path / "a.txt")
    press(Qt.Key.Key_Tab)
    field.focusNextChild()
    press(Qt.Key.Key_Delete)
    assert len(field.sources()) == 1
    field.clear()
    assert field.sources() == ()


# ---------------------------------------------------------------- the preview


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Preview:
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(600, 500)
    made = Preview(theme, area, area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    return made


def shown(qtbot: QtBot, preview: Preview, look: AttachmentLook, content: bytes) -> None:
    preview.open(look)
    preview.take_content(look.id, content)
    qtbot.waitUntil(
        lambda: not preview.image().isNull() or preview.told() not in ("", "Läser …"), timeout=20_000
    )


def test_a_picture_is_shown(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, PHOTO, picture())
    assert (preview.image().width(), preview.image().height()) == (300, 200)
    assert preview.image().pixelColor(5, 5).red() == 200
    press(Qt.Key.Key_Escape)
    assert preview.isHidden()


def test_pages_are_turned(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, PAPER, paper())
    assert preview.place == (1, 3)
    first = preview.image().copy()
    press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.image() != first, timeout=20_000)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_PageDown)
    assert preview.place == (3, 3)
    press(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: preview.image() == first, timeout=20_000)


def test_another_kind_is_told_and_not_read(preview: Preview) -> None:
    wished: list[str] = []
    preview.content_requested.connect(wished.append)
    preview.open(OTHER)
    assert wished == []
    assert "Spara en kopia" in preview.told()


def test_what_is_covered_is_not_opened(preview: Preview) -> None:
    preview.open(SECRET)
    assert preview.look is None


def test_a_damaged_attachment_is_told(preview: Preview) -> None:
    preview.open(PHOTO)
    preview.take_content(PHOTO.id, b"")
    assert preview.told() == "Bilagan är inte hel och visas inte."


HOSTILE = {
    "a bomb": (PHOTO, bomb()),
    "a picture cut short": (PHOTO, picture()[:60]),
    "noise named PNG": (PHOTO, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10),
    "a broken PDF": (PAPER, b"%PDF-1.7\n" + bytes(range(256)) * 10),
    "a PDF cut short": (PAPER, paper()[:400]),
    "svg named PNG": (PHOTO, b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_told_and_harms_nothing(qtbot: QtBot, preview: Preview, what: str) -> None:
    look, content = HOSTILE[what]
    shown(qtbot, preview, look, content)
    assert preview.image().isNull()
    assert preview.told().startswith("Filen går inte att visa" if what != "a bomb" else "Bilden är för stor")
    shown(qtbot, preview, PHOTO, picture())
    assert not preview.image().isNull()


def refusals(source: PageSource) -> list[str]:
    said: list[str] = []
    source.refused.connect(said.append)
    source.open(media.PNG, picture())
    source.ask(1, 100, 100)
    return said


def test_a_servant_that_dies_is_told(qtbot: QtBot) -> None:
    source = PageSource((sys.executable, "-c", "import sys; sys.exit(3)"))
    said = refusals(source)
    qtbot.waitUntil(lambda: said == ["Filen går inte att visa. Den kan vara skadad."])


def test_a_servant_that_never_answers_is_ended(qtbot: QtBot) -> None:
    source = PageSource((sys.executable, "-c", "import sys; sys.stdin.read()"), patience=300)
    said = refusals(source)
    qtbot.waitUntil(lambda: bool(said) and "för lång tid" in said[0])
