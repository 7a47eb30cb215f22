"""A question of the sheet: number, words, and the fields that answer it; marked while one is in it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.painting import bar, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import Label, WrapLabel
from crisisdesk.ui.screens.sheet.rows import QuestionRow

_NUMBER: Final = 40


class Question(QWidget):
    """Number and words over the fields. The question being answered has the ground of a chosen row."""

    def __init__(self, theme: Theme, row: QuestionRow, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._chosen = False
        self._number = Label(theme, row.number, "digits")
        self._words = WrapLabel(theme, row.text, "strong")
        hold_size(theme, self._number, width=_NUMBER)
        whole = Column(theme, self, margin=(Space.L, Space.S, Space.M, Space.M), gap=Space.XS)
        line = Row(theme, gap=Space.S)
        line.addWidget(self._number)
        line.addWidget(self._words, 1)
        whole.addLayout(line)
        column = Column(theme, margin=(_NUMBER + Space.S, 0, 0, 0), gap=Space.S)
        for field in fields:
            column.addWidget(field)
        whole.addLayout(column)
        theme.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and bar of the question being answered, and the hairline under it."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        if self._chosen:
            painter.fillRect(rect, self._theme.color("accentsoft"))
            bar(painter, self._theme, rect)
        line = QRectF(rect.x(), rect.bottom() - Size.HAIR, rect.width(), Size.HAIR)
        painter.fillRect(line, self._theme.color("line"))
        painter.end()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        chosen = now is not None and self.isAncestorOf(now)
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()
