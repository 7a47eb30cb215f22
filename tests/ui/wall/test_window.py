"""The wall: shows nothing secret in any way, follows, takes no keys, paints only what changed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, log, secrecy, sketch
from crisisdesk.incident.cover import Cover
from crisisdesk.ui.wall.modes import MODES
from crisisdesk.ui.wall.window import WallWindow
from tests.support import wall_states
from tests.support.incident_play import Incident
from tests.support.wall_states import PROVISION, WORD

Follow = Callable[[Incident, Cover], None]


def everything_said(wall: WallWindow) -> Iterator[str]:
    """Yield every text of the wall: painted, spoken, in a title or a tooltip, its own and its parts'."""
    yield from wall.texts()
    found: list[QObject] = [wall, *wall.findChildren(QObject)]
    for part in found:
        yield part.objectName()
        if isinstance(part, QWidget):
            yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis())
            yield from (part.accessibleName(), part.accessibleDescription(), part.windowFilePath())
        if isinstance(part, QAction):
            yield from (part.text(), part.toolTip())


def seen_in(wall: WallWindow, pictures: tuple[int, ...] = (0, 1)) -> list[str]:
    """Return the modes in which the word is seen."""
    seen: list[str] = []
    for mode in MODES:
        for picture in pictures:
            wall.show_mode(mode.key, picture)
            QApplication.processEvents()
            # A word that is cut or broken is as bad as a whole one.
            if any(WORD[:6] in text for text in everything_said(wall)):
                seen.append(f"{mode.key} {picture}")
    return seen


def test_a_secret_word_is_seen_nowhere_before_or_after_it_is_marked(wall: WallWindow, follow: Follow) -> None:
    incident, refs = wall_states.open_secrets()
    cover = Cover(incident.state)
    follow(incident, cover)
    assert seen_in(wall)  # the walk finds it while it is open
    for ref in refs:
        incident.do(secrecy.commands.Mark(ref=ref, provision=PROVISION))
    follow(incident, cover)
    assert seen_in(wall) == []


def test_marking_takes_the_word_off_a_wall_that_is_up(wall: WallWindow, follow: Follow) -> None:
    incident, refs = wall_states.open_secrets()
    cover = Cover(incident.state)
    wall.show_mode("board")
    follow(incident, cover)
    before = wall.grab().toImage()
    wall_states.mark(incident, refs)
    follow(incident, cover)
    assert not any(WORD in text for text in everything_said(wall))
    assert any(PROVISION in text for text in wall.scene().texts())
    assert wall.grab().toImage() != before


def test_what_is_secret_from_the_beginning_never_reaches_it(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    incident.do(log.commands.Record(text=WORD, secrecy=PROVISION))
    incident.do(board.commands.AddCard(text=WORD, purpose="event", secrecy=PROVISION))
    incident.do(board.commands.Freeze())
    follow(incident, cover)
    assert seen_in(wall) == []


def test_it_follows_what_happens(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    wall.show_mode("log")
    follow(incident, cover)
    incident.do(log.commands.Record(text="POSOM larmad"))
    follow(incident, cover)
    assert "POSOM larmad" in wall.scene().texts()


def test_nothing_is_laid_out_anew_when_nothing_changed(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    follow(incident, cover)
    before = wall.scene()
    incident.wait(0.2)
    follow(incident, cover)
    assert wall.scene() is before
    incident.wait(1)
    follow(incident, cover)
    assert wall.scene() is not before


@pytest.mark.parametrize("key", [mode.key for mode in MODES])
@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_every_mode_is_painted(wall: WallWindow, follow: Follow, key: str, dark: bool) -> None:
    incident = wall_states.overfull(3)
    wall.set_dark(dark)
    wall.show_mode(key)
    follow(incident, Cover(incident.state))
    picture = wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert picture.pixelColor(2, 2) == wall.look.color("bg")
    colours = {picture.pixel(x, y) for x in range(0, 1920, 7) for y in range(0, 1080, 7)}
    assert len(colours) > 10
    assert any(text for text in wall.scene().texts())
    assert key in wall.mode


def test_an_unknown_mode_is_the_first(wall: WallWindow) -> None:
    wall.show_mode("from another version")
    assert wall.mode == MODES[0].key


def test_escape_turns_it_off_and_letters_do_nothing(wall: WallWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(wall, "abc1")
    assert wall.isVisible()
    with qtbot.waitSignal(wall.turned_off):
        QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()


def test_a_click_gives_the_keys_back(wall: WallWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wall.left):
        QTest.mouseClick(wall, Qt.MouseButton.LeftButton)


def test_it_lays_out_anew_for_another_size(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    follow(incident, Cover(incident.state))
    assert wall.scene().height == 1080
    wall.resize(1024, 768)
    assert (wall.scene().width, wall.scene().height) == (1024, 768)


def test_a_sketch_is_painted_and_gone_when_it_is_secret(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    incident.do(sketch.commands.AddPage(title="Brytpunkten"))
    incident.do(sketch.commands.Draw(page=1, tool="pen", points=(200, 200, 3800, 2000), colour="red"))
    wall.show_mode("sketch")
    follow(incident, cover)
    assert "Skiss 1 · Brytpunkten" in wall.texts()
    assert _red(wall)
    incident.do(secrecy.commands.Mark(ref="sketch:1", provision=PROVISION))
    follow(incident, cover)
    assert not _red(wall)
    assert not any("Brytpunkten" in text for text in wall.texts())


def _red(wall: WallWindow) -> bool:
    picture = wall.grab().toImage()
    red = wall.look.color("alarm").rgb()
    return any(picture.pixel(x, y) == red for x in range(300, 1700, 3) for y in range(150, 1040, 3))


def test_the_latest_sketch_is_shown_until_one_is_chosen(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    incident.do(sketch.commands.AddPage(title="Ett"))
    incident.wait(5)
    incident.do(sketch.commands.AddPage(title="Två"))
    wall.show_mode("sketch")
    follow(incident, cover)
    assert "Skiss 2 · Två" in wall.texts()
    wall.show_mode("sketch", 1)
    assert "Skiss 1 · Ett" in wall.texts()


def test_a_picture_under_a_sketch_is_asked_for_once_and_shown(wall: WallWindow, qtbot: QtBot) -> None:
    asked: list[str] = []
    wall.content_requested.connect(asked.append)
    assert wall.pictures.picture("4-1", "image/png", 1).isNull()
    assert wall.pictures.picture("4-1", "image/png", 1).isNull()
    assert asked == ["4-1"]
    with qtbot.waitSignal(wall.pictures.ready):
        wall.pictures.take("4-1", b"")
    assert wall.pictures.picture("4-1", "image/png", 1).isNull()
    assert asked == ["4-1"]


def test_out_of_sight_nothing_is_read(wall: WallWindow, follow: Follow) -> None:
    incident = Incident()
    cover = Cover(incident.state)
    wall.show_mode("log")
    follow(incident, cover)
    wall.hide()
    incident.do(log.commands.Record(text="medan den väntade"))
    follow(incident, cover)
    assert "medan den väntade" not in wall.texts()
    wall.show()
    assert "medan den väntade" in wall.texts()
