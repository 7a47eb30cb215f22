"""Attachments on the log screen: shown beside their line, opened, pasted, dropped, struck with a reason."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.base.attachable import Attachable, from_bytes, from_path
from crisisdesk.features import attachments, log, secrecy
from crisisdesk.incident.cover import covered_state
from crisisdesk.session.attaching import Attaching
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.log.screen import LogScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import Play


def with_attachments(*names: str) -> tuple[Incident, int]:
    incident = Incident()
    line = incident.do(log.commands.Record(text="Rök ur taket")).number
    queue = Attaching(incident.session, incident.session.execute, lambda: 1 << 40)
    for name in names:
        queue.add(line, from_bytes(name, f"bytes av {name}".encode()))
    while queue.busy:
        queue.step()
    queue.close()
    return incident, line


class Shown(Play[LogScreen]):
    """The log screen at the line, with the files it wishes for."""

    def __init__(self, qtbot: QtBot, theme: Theme, *names: str) -> None:
        incident, self.line = with_attachments(*names)
        super().__init__(qtbot, LogScreen(theme), incident)
        self.wished: list[tuple[int, Attachable]] = []
        self.content: list[str] = []
        self.saved: list[str] = []
        self.screen.attach_requested.connect(self._attach)
        self.screen.content_requested.connect(self._content)
        self.screen.save_requested.connect(self.saved.append)
        self.screen.resize(1200, 700)
        self.screen.go_to(f"line:{self.line}")
        QApplication.processEvents()
        self.strip = self.screen.files.shown.strip

    def _attach(self, line: int, source: Attachable) -> None:
        self.wished.append((line, source))

    def _content(self, id: str, _screen: object) -> None:
        self.content.append(id)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    return Shown(qtbot, theme, "foto.png", "karta.pdf")


def test_they_stand_beside_their_line(shown: Shown) -> None:
    assert shown.strip.list.keys() == [f"{shown.line}-1", f"{shown.line}-2"]
    assert shown.strip.isVisibleTo(shown.screen)
    shown.screen.go_to("line:1")
    assert shown.strip.list.keys() == []
    shown.screen.go_to(f"line:{shown.line + 2}")
    assert shown.strip.list.keys() == [f"{shown.line}-2"]


def test_enter_opens_and_ctrl_s_saves(shown: Shown) -> None:
    shown.strip.focus_first()
    shown.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert shown.saved == [f"{shown.line}-1"]
    shown.press(Qt.Key.Key_Return)
    preview = shown.screen.files.shown.preview
    assert preview.isVisibleTo(shown.screen)
    shown.press(Qt.Key.Key_Escape)
    assert preview.isHidden()
    assert shown.strip.list.hasFocus()


def test_delete_asks_why_and_strikes(shown: Shown) -> None:
    shown.strip.focus_first()
    shown.press(Qt.Key.Key_Delete)
    shown.write("Fel fil")
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wish(attachments.commands.Strike).id == f"{shown.line}-1"
    assert shown.incident.lines()[-1].endswith(f"Bilaga {shown.line}-1 stryks: Fel fil.")
    assert shown.incident.state[attachments.FEATURE].attachments[f"{shown.line}-1"].struck_by


def test_the_line_that_tells_of_one_takes_it_back(shown: Shown) -> None:
    shown.screen.go_to(f"line:{shown.line + 1}")
    shown.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    shown.write("Fel fil")
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wish(attachments.commands.Strike).reason == "Fel fil"


def test_a_screenshot_is_pasted_beside_the_line(shown: Shown) -> None:
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    shown.screen.focus_first()
    shown.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [line for line, _source in shown.wished] == [shown.line]


def test_files_dropped_anywhere_go_to_the_line(shown: Shown, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.txt")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(shown.screen, QDragEnterEvent(QPoint(9, 9), copy, mime, left, none))
    QApplication.sendEvent(shown.screen, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    assert shown.wished == [(shown.line, from_path(tmp_path / name)) for name in ("a.txt", "b.txt")]


def test_a_secret_line_covers_its_attachments(shown: Shown) -> None:
    shown.incident.do(secrecy.commands.Mark(ref=f"line:{shown.line}", provision="OSL 18:1"))
    shown.screen.show_state(covered_state(shown.incident.state), shown.incident.now)
    shown.strip.focus_first()
    shown.press(Qt.Key.Key_Return)
    assert shown.content == []
    assert not any("foto.png" in text for text in shown.texts())


def test_the_preview_covers_the_screen_where_the_lines_are_folded_away(shown: Shown) -> None:
    preview = shown.screen.files.shown.preview
    shown.screen.resize(700, 700)
    shown.screen.focus_first()
    shown.press(Qt.Key.Key_Return)
    assert shown.screen.split.side_alone
    shown.screen.files.shown.open(f"{shown.line}-1")
    assert preview.isVisibleTo(shown.screen)
    assert preview.size() == shown.screen.size()
    preview.close_preview()
    shown.screen.resize(1200, 700)
    QApplication.processEvents()
    shown.screen.files.shown.open(f"{shown.line}-1")
    assert preview.width() < 1000


def test_f2_says_what_it_shows(shown: Shown) -> None:
    shown.strip.focus_first()
    shown.press(Qt.Key.Key_F2)
    shown.write("Taket från norr")
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wish(attachments.commands.Describe).id == f"{shown.line}-1"
    assert shown.incident.lines()[-1].endswith(f"Bilaga {shown.line}-1 visar: Taket från norr.")
    assert any("Taket från norr" in text for text in shown.texts())
