"""The handbook's pictures can be made: a screen, something done on it, and small files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import make_pictures
import picture_scenes
from crisisdesk.plan import loader
from crisisdesk.ui.shell.navigation import screens
from picture_colours import with_few_colours

MOST_BYTES = 150_000


@pytest.mark.parametrize("name", ["phase-4", "quick"])
def test_a_picture_is_of_the_size_asked_for_and_small(name: str, qapp: QApplication, tmp_path: Path) -> None:
    assert make_pictures.main([str(tmp_path), "--only", name]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.png"]
    picture = QImage(str(tmp_path / f"{name}.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    assert (tmp_path / f"{name}.png").stat().st_size < MOST_BYTES


def test_what_is_done_on_a_screen_shows(qapp: QApplication, tmp_path: Path) -> None:
    make_pictures.main([str(tmp_path), "--only", "fault", "keys"])
    assert QImage(str(tmp_path / "fault.png")) != QImage(str(tmp_path / "keys.png"))


def test_the_wall_is_pictured_as_the_room_sees_it(qapp: QApplication, tmp_path: Path) -> None:
    assert make_pictures.main([str(tmp_path), "--only", make_pictures.WALL]) == 0
    picture = QImage(str(tmp_path / f"{make_pictures.WALL}.png"))
    assert picture.pixelColor(2, 2).lightness() < 40
    assert picture.height() == 768


def test_every_time_belongs_to_a_screen() -> None:
    keys = {spec.key for spec in screens(loader.load_shipped())}
    assert set(picture_scenes.TIMES) <= keys


def test_no_two_pictures_have_one_name() -> None:
    names = [scene.name for scene in picture_scenes.SCENES]
    names += [spec.key.replace(":", "-") for spec in screens(loader.load_shipped())]
    assert len(names) == len(set(names))


def test_few_colours_keep_the_common_ones(qapp: QApplication) -> None:
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    for x in range(300):
        for y in range(300):
            picture.setPixelColor(x, y, QColor(x % 256, y % 256, 0) if y < 256 else QColor("#0A5FB0"))
    small = with_few_colours(picture)
    assert small.colorCount() <= 256
    assert small.pixelColor(10, 290) == QColor("#0A5FB0")
    assert abs(small.pixelColor(100, 100).red() - 100) <= 16
