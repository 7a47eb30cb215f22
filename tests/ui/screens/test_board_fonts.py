"""What the geometry measured is what Qt draws."""

import pytest
from PySide6.QtGui import QFontMetricsF

from crisisdesk.base import type_measure
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.shape_painter import board_font


@pytest.mark.parametrize("weight", [400, 500, 600])
@pytest.mark.parametrize("size", [12, 13, 14, 21, 32])
def test_text_is_as_wide_on_screen_as_it_was_measured(theme: Theme, size: int, weight: int) -> None:
    text = "Räddningsledaren: hus B är utrymt 13:10, AVTA To. «alla» räknade – 14:32 é"
    drawn = QFontMetricsF(board_font(size, weight)).horizontalAdvance(text)
    assert drawn == pytest.approx(type_measure.width(text, weight, size), rel=0.005)
