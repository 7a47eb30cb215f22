"""Files go in and out through the window, in turns: pasted, dropped, wished for by a screen, saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from crisisdesk.base.attachable import from_bytes
from crisisdesk.features import attachments, log, secrecy
from crisisdesk.journal.row import PART_SIZE
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import attaching
from tests.support.window_play import Desk, press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Desk:
    made = Desk(theme, tmp_path)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    made.session.execute(log.commands.Record(text="Rök ur taket"))
    return made


def held(desk: Desk) -> dict[str, attachments.facts.FileAttached]:
    state = desk.window.bridge.state[attachments.FEATURE]
    return {id: found.fact for id, found in state.attachments.items()}


def screen(desk: Desk) -> Screen:
    desk.window.travel.go("log")
    return desk.made["log"]


def test_a_screen_wishes_and_the_log_goes_on_meanwhile(qtbot: QtBot, desk: Desk) -> None:
    line = len(desk.lines)
    screen(desk).attach_requested.emit(line, from_bytes("film.mp4", bytes(5 * PART_SIZE)))
    qtbot.waitUntil(lambda: desk.session.parts >= 1)
    desk.session.execute(log.commands.Record(text="Skolan utrymd"))
    assert held(desk) == {}
    assert "Bifogar film.mp4" in desk.window.frame.notices.texts()[attaching.COPYING]
    qtbot.waitUntil(lambda: bool(held(desk)))
    assert list(held(desk)) == [f"{line}-1"]
    assert desk.lines[-2:] == [
        f"{line + 1} note Skolan utrymd",
        f"{line + 2} sys Bilaga {line}-1 till rad {line}: film.mp4 (film, 5,2 MB).",
    ]
    qtbot.waitUntil(lambda: attaching.COPYING not in desk.window.frame.notices.texts())


def test_copying_is_cancelled(qtbot: QtBot, desk: Desk) -> None:
    screen(desk).attach_requested.emit(1, from_bytes("film.mp4", bytes(9 * PART_SIZE)))
    qtbot.waitUntil(lambda: attaching.COPYING in desk.window.frame.notices.texts())
    desk.window.frame.notices.acted.emit(attaching.COPYING, "cancel")
    count = desk.session.parts
    desk.window.attachments.settle()
    assert desk.session.parts == count
    assert held(desk) == {}


def test_a_refusal_is_told_and_stays(qtbot: QtBot, desk: Desk) -> None:
    screen(desk).attach_requested.emit(1, from_bytes("tom.txt", b""))
    qtbot.waitUntil(lambda: attaching.REFUSED in desk.window.frame.notices.texts())
    assert desk.window.frame.notices.texts()[attaching.REFUSED] == "tom.txt är tom. Den är inte bifogad."


def test_a_full_disk_leaves_the_log_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    before = desk.lines
    desk.journal.fails = True
    screen(desk).attach_requested.emit(1, from_bytes("foto.jpg", b"\xff\xd8\xff"))
    qtbot.waitUntil(lambda: attaching.REFUSED in desk.window.frame.notices.texts())
    assert desk.lines == before


def test_a_screenshot_is_a_line_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(QImage(40, 30, QImage.Format.Format_RGB32))
    desk.window.frame.quick.take()
    line = len(desk.lines) + 1
    press(Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(held(desk)))
    assert desk.lines[line - 1] == f"{line} note Skärmbild."
    assert held(desk)[f"{line}-1"].name == "skarmbild-1305.png"
    assert held(desk)[f"{line}-1"].media == "image/png"


def test_a_screenshot_follows_the_line_that_is_being_written(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(QImage(40, 30, QImage.Format.Format_RGB32))
    desk.window.frame.quick.take("Bild fran RCB")
    press(Qt.Key.Key_V, CTRL)
    assert "Skärmbild" in desk.window.frame.notices.texts()[attaching.HELD]
    line = len(desk.lines) + 1
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(held(desk)))
    assert desk.lines[line - 1].endswith("Bild fran RCB")
    assert list(held(desk)) == [f"{line}-1"]
    assert attaching.HELD not in desk.window.frame.notices.texts()


def test_text_is_pasted_as_text(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("text")
    desk.window.frame.quick.take()
    press(Qt.Key.Key_V, CTRL)
    assert desk.window.frame.quick.text() == "text"


def test_a_file_dropped_on_the_quick_line_is_a_line(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "karta.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    field = desk.window.frame.quick.edit.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(field, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(field, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    qtbot.waitUntil(lambda: bool(held(desk)))
    assert desk.lines[-2].endswith("note karta.pdf.")
    assert desk.lines[-1].endswith("karta.pdf (PDF, 12 byte).")


def test_the_bytes_come_back_to_the_screen(qtbot: QtBot, desk: Desk) -> None:
    content = bytes(range(256)) * 5000
    taken: dict[str, bytes] = {}
    asking = screen(desk)
    asking.take_content = taken.__setitem__  # type: ignore[method-assign]
    asking.attach_requested.emit(1, from_bytes("a.bin", content))
    qtbot.waitUntil(lambda: bool(held(desk)))
    asking.content_requested.emit("1-1", asking)
    asking.content_requested.emit("9-9", asking)
    qtbot.waitUntil(lambda: len(taken) == 2)
    assert taken == {"1-1": content, "9-9": b""}


def test_a_copy_is_saved_and_nothing_written_over(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"annat")
    screen(desk).attach_requested.emit(1, from_bytes("a.txt", b"bilagan"))
    qtbot.waitUntil(lambda: bool(held(desk)))
    desk.window.attachments.save_to("1-1", tmp_path / "a.txt")
    qtbot.waitUntil(lambda: attaching.SAVED in desk.window.frame.notices.texts())
    assert (tmp_path / "a.txt").read_bytes() == b"annat"
    assert (tmp_path / "a (2).txt").read_bytes() == b"bilagan"
    assert "a (2).txt" in desk.window.frame.notices.texts()[attaching.SAVED]


def test_a_closing_window_waits_for_the_file(desk: Desk) -> None:
    screen(desk).attach_requested.emit(1, from_bytes("film.mp4", bytes(5 * PART_SIZE)))
    desk.window.close()
    assert list(held(desk)) == ["1-1"]


def test_what_the_window_covers_comes_out_nowhere(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    taken: dict[str, bytes] = {}
    asking = screen(desk)
    asking.take_content = taken.__setitem__  # type: ignore[method-assign]
    line = len(desk.lines)
    asking.attach_requested.emit(line, from_bytes("elev.txt", b"hemlig"))
    qtbot.waitUntil(lambda: bool(held(desk)))
    desk.session.execute(secrecy.commands.Mark(ref=f"line:{line}", provision="OSL 23:1"))
    desk.window.bridge.cover(True)
    asking.content_requested.emit(f"{line}-1", asking)
    desk.window.attachments.save_to(f"{line}-1", tmp_path / "elev.txt")
    desk.window.attachments.settle()
    assert taken == {f"{line}-1": b""}
    assert not (tmp_path / "elev.txt").exists()
    assert f"{line}-1 är täckt" in desk.window.frame.notices.texts()[attaching.SAVED]


def test_the_name_of_a_covered_file_stands_in_no_dialog(qtbot: QtBot, desk: Desk) -> None:
    line = len(desk.lines)
    screen(desk).attach_requested.emit(line, from_bytes("elev Anna.txt", b"hemlig"))
    qtbot.waitUntil(lambda: bool(held(desk)))
    desk.session.execute(secrecy.commands.Mark(ref=f"line:{line}", provision="OSL 23:1"))
    desk.window.bridge.cover(True)
    desk.window.attachments.save(f"{line}-1")
    assert not desk.window.findChildren(QFileDialog)
