"""The sketch screen: pages, strokes by mouse and keyboard, symbols, what is undone, the picture under it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crisisdesk.base.attachable import Attachable
from crisisdesk.features import attachments, lifecycle, secrecy, sketch
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident.cover import covered_state
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.sketch.screen import SketchScreen
from crisisdesk.ui.screens.sketch.text_spot import TextSpot
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, NONE, Play

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[SketchScreen]:
    """Return the screen with one page."""
    incident = Incident()
    incident.do(sketch.commands.AddPage(title="Hus B"))
    return Play(qtbot, SketchScreen(theme), incident)


def page(play: Play[SketchScreen], number: int = 1) -> Page:
    return play.incident.state[sketch.FEATURE].pages[number]


def drag(play: Play[SketchScreen], *places: tuple[int, int]) -> None:
    """Draw with the mouse through the places of the page."""
    canvas = play.screen.canvas
    pixels = [canvas.place_of(*place).toPoint() for place in places]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(canvas, pixel)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, pixels[-1])
    play.show()


def near(points: tuple[int, ...], *wanted: int) -> bool:
    return len(points) == len(wanted) and all(abs(a - b) < 12 for a, b in zip(points, wanted, strict=True))


def test_an_empty_screen_says_which_key_begins(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, SketchScreen(theme))
    assert any(text.startswith("Rita på en karta") for text in play.texts())
    play.press(KEY.Key_Insert)
    play.write("Hus B, plan 2")
    play.press(KEY.Key_Return, CTRL)
    assert page(play).title == "Hus B, plan 2"
    assert play.screen.canvas.hasFocus()


def test_the_mouse_draws_a_stroke(play: Play[SketchScreen]) -> None:
    drag(play, (400, 400), (1200, 400), (1200, 1200))
    assert near(page(play).drawn()[0].points, 400, 400, 1200, 400, 1200, 1200)
    assert page(play).drawn()[0].tool == "pen"


def test_the_keyboard_draws_a_stroke(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_Space)
    play.press(KEY.Key_Right, SHIFT)
    play.press(KEY.Key_Down)
    play.press(KEY.Key_Space)
    assert page(play).drawn()[0].points == (2000, 1125, 2200, 1125, 2200, 1150)


def test_a_symbol_is_placed_with_digit_and_enter(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_5)
    play.screen.tools.symbol_choice.set_value("danger")
    play.press(KEY.Key_Return)
    mark = page(play).drawn()[0]
    assert (mark.tool, mark.symbol, mark.points) == ("symbol", "danger", (2000, 1125))


def test_a_text_is_typed_where_it_stands(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_4)
    play.press(KEY.Key_Return)
    assert isinstance(play.focus(), TextSpot)
    play.write("Rök här")
    play.press(KEY.Key_Return)
    assert page(play).drawn()[0].text == "Rök här"
    assert play.screen.canvas.hasFocus()


def test_escape_gives_a_text_up_and_what_is_being_drawn(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_4)
    play.press(KEY.Key_Return)
    play.press(KEY.Key_Escape)
    play.press(KEY.Key_1)
    play.press(KEY.Key_Space)
    play.press(KEY.Key_Escape)
    play.press(KEY.Key_Right)
    assert page(play).drawn() == []


def test_an_arrow_needs_two_ends(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_3)
    play.press(KEY.Key_Return)
    assert page(play).drawn() == []
    drag(play, (500, 500), (700, 600), (900, 500))
    assert near(page(play).drawn()[0].points, 500, 500, 900, 500)


def test_the_eraser_strikes_what_it_touches_and_undo_brings_it_back(play: Play[SketchScreen]) -> None:
    drag(play, (400, 400), (1200, 400))
    drag(play, (400, 1600), (1200, 1600))
    play.press(KEY.Key_6)
    drag(play, (800, 300), (800, 400), (800, 500))
    assert [mark.mark for mark in page(play).drawn()] == [2]
    play.press(KEY.Key_Z, CTRL)
    assert [mark.mark for mark in page(play).drawn()] == [1, 2]
    play.press(KEY.Key_Z, CTRL)
    play.press(KEY.Key_Z, CTRL)
    assert page(play).drawn() == []
    play.press(KEY.Key_Y, CTRL)
    assert [mark.mark for mark in page(play).drawn()] == [1]
    assert len(page(play).marks) == 2  # nothing is erased


def test_pages_are_turned_and_each_keeps_its_own_undo(play: Play[SketchScreen]) -> None:
    drag(play, (400, 400), (1200, 400))
    play.do(sketch.commands.AddPage(title="Parkeringen"))
    play.press(KEY.Key_PageDown)
    play.press(KEY.Key_Z, CTRL)
    assert len(page(play, 1).drawn()) == 1
    play.press(KEY.Key_PageUp)
    play.press(KEY.Key_Z, CTRL)
    assert page(play, 1).drawn() == []
    assert play.screen.go_to("sketch:2")
    assert not play.screen.go_to("sketch:9")


def test_a_struck_page_is_gone_and_a_renamed_one_says_so(play: Play[SketchScreen]) -> None:
    play.press(KEY.Key_F2)
    play.write("Hus B och C")
    play.press(KEY.Key_Return, CTRL)
    assert page(play).title == "Hus B och C"
    play.press(KEY.Key_Delete)
    play.write("fel hus")
    play.press(KEY.Key_Return, CTRL)
    assert not play.screen.canvas.isVisibleTo(play.screen)
    assert any(text.startswith("Rita på en karta") for text in play.texts())


def test_a_fetched_picture_is_attached_to_the_page_and_laid_under_it(
    play: Play[SketchScreen], tmp_path: Path
) -> None:
    asked: list[tuple[int, object]] = []

    def ask(line: int, source: object) -> None:
        asked.append((line, source))

    play.screen.attach_requested.connect(ask)
    source = Attachable(path=tmp_path / "karta.png")
    play.screen._attach([source])  # pyright: ignore[reportPrivateUsage] - a file dialog is in between
    assert asked == [(page(play).number, source)]
    play.do(attach(page(play).number, "image/png"))
    assert page(play).background == f"{page(play).number}-1"


def test_a_file_that_is_no_picture_says_so_and_stays_an_attachment(
    play: Play[SketchScreen], tmp_path: Path
) -> None:
    play.screen._attach([Attachable(path=tmp_path / "lista.txt")])  # pyright: ignore[reportPrivateUsage]
    play.do(attach(page(play).number, "text/plain"))
    assert page(play).background == ""
    assert any("bara PNG, JPEG och PDF" in text for text in play.texts())


def attach(line: int, media: str) -> attachments.commands.Attach:
    return attachments.commands.Attach(
        line=line, name="fil", media=media, size=10, sha256="0" * 64, key="k", parts=1
    )


def test_a_covered_page_shows_nothing_of_what_is_drawn(
    qtbot: QtBot, theme: Theme, play: Play[SketchScreen]
) -> None:
    drag(play, (400, 400), (1200, 400))
    plain = painted(play.screen)
    play.do(secrecy.commands.Mark(ref="sketch:1", provision="OSL 18:8"))
    screen = play.screen
    screen.show_state(covered_state(play.incident.state), play.incident.now)
    assert painted(screen) != plain
    assert all("Hus B" not in text for text in play.texts())
    empty = Play(qtbot, SketchScreen(theme))
    empty.do(sketch.commands.AddPage(title="x"))
    screen.canvas.clearFocus()
    empty.screen.canvas.clearFocus()
    assert painted(screen) == painted(empty.screen)
    assert not screen.canvas.writable


def painted(screen: SketchScreen) -> QImage:
    return screen.canvas.grab().toImage().scaled(400, 225)


def test_a_closed_incident_takes_no_stroke(play: Play[SketchScreen]) -> None:
    play.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
    drag(play, (400, 400), (1200, 400))
    play.press(KEY.Key_Insert)
    assert page(play).drawn() == []
    assert play.screen.host.sheet is None


def test_a_stroke_that_leaves_the_page_ends_at_its_edge(play: Play[SketchScreen]) -> None:
    canvas = play.screen.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, canvas.place_of(100, 100).toPoint())
    QTest.mouseMove(canvas, QPoint(-50, -50))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, QPoint(-50, -50))
    play.show()
    assert page(play).drawn()[0].points[-2:] == (0, 0)
