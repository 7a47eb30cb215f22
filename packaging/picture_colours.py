"""Gives a picture at most 256 colours, so that it is small in the repository and looks the same."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_MOST = 256
_EXACT = 96
"""So many of the most common colours stay as they are: grounds, hairlines, ink, icons."""
_COARSE = 0xFFF0F0F0
"""Of the rest, the most common one of each neighbourhood of 16 steps a channel."""


def with_few_colours(image: QImage) -> QImage:
    """Return the picture with a palette of its own, each pixel in the nearest colour of it."""
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    table = _palette(Counter(memoryview(full.constBits()).cast("I")))
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def _palette(counted: Counter[int]) -> list[int]:
    ranked = [colour for colour, _ in counted.most_common()]
    chosen = dict.fromkeys(ranked[:_EXACT])
    near = {colour & _COARSE for colour in chosen}
    for colour in ranked[_EXACT:]:
        if len(chosen) >= _MOST:
            break
        if colour & _COARSE not in near:
            near.add(colour & _COARSE)
            chosen[colour] = None
    for colour in ranked:
        if len(chosen) >= _MOST:
            break
        chosen.setdefault(colour)
    return list(chosen)
