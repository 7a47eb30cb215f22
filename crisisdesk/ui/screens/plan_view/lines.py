"""The lines of the plan on the screen, and the sections to choose among."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import IconView, Label, WrapLabel
from crisisdesk.ui.screens.plan_view.rows import Line, Section, Tone

_NARROW: Final = 40  # px for 5.1a
_WIDE: Final = 62  # px for 5.2.6.1
_SHORT: Final = 5  # letters of a number that needs no more
_SIDE: Final = 172
_DEEPER: Final = 20  # px for each level
_TOKENS: Final[dict[Tone, str]] = {
    "plain": "ink",
    "quiet": "ink2",
    "strong": "ink",
    "warn": "warn",
    "alarm": "alarm",
}


class LineView(QWidget):
    """A line to read: number, text with a quiet note under it, what stands at the right.

    `longest` is how many letters the longest number among the lines has.
    """

    def __init__(self, theme: Theme, line: Line, *, longest: int, sided: bool) -> None:
        super().__init__()
        left = Space.M + line.depth * _DEEPER
        row = Row(theme, self, margin=(left, Space.S, Space.M, Space.S), gap=Space.S)
        if longest:
            number = WrapLabel(theme, line.number, "digits")
            hold_size(theme, number, width=_NARROW if longest <= _SHORT else _WIDE)
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(theme, gap=0)
        words.addWidget(WrapLabel(theme, line.text, "body"))
        if line.note:
            words.addWidget(WrapLabel(theme, line.note, "quiet"))
        row.addLayout(words, 1)
        if sided:
            row.addWidget(_side(theme, line))


class HeadView(QWidget):
    """A heading over lines."""

    def __init__(self, theme: Theme, line: Line) -> None:
        super().__init__()
        row = Row(theme, self, margin=(Space.M, Space.M, Space.M, Space.S))
        row.addWidget(WrapLabel(theme, line.text, "strong"), 1)


class SectionEntry(QWidget):
    """A section in the list at the left."""

    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__()
        row = Row(theme, self, margin=(Space.M, Space.XS, Space.M, Space.XS), gap=Space.S)
        row.addWidget(IconView(theme, section.icon, "ink2"))
        row.addWidget(WrapLabel(theme, section.short, "body"), 1)
        if section.count:
            row.addWidget(Label(theme, str(section.count), "small"))


def _side(theme: Theme, line: Line) -> QWidget:
    strong = line.tone == "strong"
    label = WrapLabel(theme, line.side, "strong_digits" if strong else "quiet", token=_TOKENS[line.tone])
    hold_size(theme, label, width=_SIDE)
    return label
