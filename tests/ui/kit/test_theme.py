"""The theme gives colours, fonts, sizes and icons, and tells when they change."""

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import DARK, KINDS, LIGHT


def test_colours_follow_light_and_dark(qapp: QApplication, theme: Theme) -> None:
    assert theme.color("ink") == QColor(LIGHT.ink)
    theme.apply(qapp, dark=True)
    assert theme.color("ink") == QColor(DARK.ink)
    assert theme.dark


def test_an_unknown_token_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("pink")


def test_sizes_follow_the_scale_which_stays_within_100_and_200(qapp: QApplication, theme: Theme) -> None:
    theme.apply(qapp, dark=False, scale=1.5)
    assert (theme.px(13.5), theme.dp(34)) == (20.25, 51)
    theme.apply(qapp, dark=False, scale=9)
    assert theme.scale == 2.0
    theme.apply(qapp, dark=False, scale=0.2)
    assert theme.scale == 1.0


def test_the_bundled_family_is_used_with_half_pixels(theme: Theme) -> None:
    info = QFontInfo(theme.font(13.5, 600))
    assert info.family() == "CrisisDesk Sans"
    assert info.pointSizeF() * 96 / 72 == pytest.approx(13.5, abs=0.6)
    assert info.weight() == 600


def test_apply_tells(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, dark=True)


def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication, theme: Theme) -> None:
    assert painted_color(theme, "minus", "alarm") == QColor(LIGHT.alarm)
    theme.apply(qapp, dark=True)
    assert painted_color(theme, "minus", "alarm") == QColor(DARK.alarm)


def painted_color(theme: Theme, name: str, token: str) -> QColor:
    image = theme.icons.pixmap(name, token, 24).toImage()
    return image.pixelColor(12, 12)


def test_an_icon_is_sharp_on_a_twofold_screen(theme: Theme) -> None:
    pixmap = theme.icons.pixmap("siren", "ink", 16, ratio=2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_an_icon_without_a_file_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icons.pixmap("no-such-icon")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_its_icon(theme: Theme, kind: str) -> None:
    assert not theme.icons.pixmap(KINDS[kind].icon, KINDS[kind].token).isNull()
