"""A notice across the window, with its own actions."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.buttons import Button
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space

BarTone = Literal["alarm", "warn", "info", "ex"]


class BarAction(Value):
    """A verb on a notice bar; `key` names it in `Bar.acted`, `closes` says whether the bar goes with it."""

    key: str
    text: str
    icon: str = ""
    closes: bool = True


class _BarLook(Value):
    ink: str
    ground: str
    edge: str
    icon: str


_BARS: Final[dict[str, _BarLook]] = {
    "alarm": _BarLook("ink", "alarmsoft", "alarm", "triangle-alert"),
    "warn": _BarLook("ink", "warnsoft", "warn", "triangle-alert"),
    "info": _BarLook("ink", "accentsoft", "accent", "info"),
    "ex": _BarLook("onfill", "ex", "ex", "graduation-cap"),
}


class Bar(QWidget):
    """A notice across the window. It stays until one of its own actions closes it (`closed`)."""

    acted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: BarTone,
        text: str,
        actions: Sequence[BarAction] = (),
        *,
        icon: str = "",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = _BARS[tone]
        self._text = WrapLabel(theme, text, "medium", token=self._look.ink)
        self._detail = WrapLabel(theme, detail, "body", token=self._look.ink)
        self._row = Row(theme, self, margin=(Space.L, Space.S, Space.L, Space.S))
        self._build(icon or self._look.icon, actions)
        # Not before it stands in the bar: a label that is shown alone is a window, and takes the keyboard.
        self._detail.setVisible(bool(detail))
        self._name(text, detail)
        theme.changed.connect(self.update)

    def set_text(self, text: str, detail: str = "") -> None:
        """Change what it says."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._name(text, detail)

    def showEvent(self, event: QShowEvent) -> None:
        """Have it read aloud when it comes up; an alarm interrupts."""
        super().showEvent(event)
        announce(self, self.accessibleName(), at_once=self._look.edge == "alarm")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground with a bar at the left and a line under it."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, self._theme.color(self._look.ground))
        edge = self._theme.color(self._look.edge)
        painter.fillRect(QRectF(0, 0, self._theme.px(Size.BAR), rect.height()), edge)
        painter.fillRect(QRectF(0, rect.height() - Size.HAIR, rect.width(), Size.HAIR), edge)
        painter.end()

    def _build(self, icon: str, actions: Sequence[BarAction]) -> None:
        ink = self._look.ink if self._look.ink == "onfill" else self._look.edge
        self._row.addWidget(IconView(self._theme, icon, ink, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = Column(self._theme, gap=0)
        texts.addStretch(1)
        texts.addWidget(self._text)
        texts.addWidget(self._detail)
        texts.addStretch(1)
        self._row.addLayout(texts, 1)
        for action in actions:
            button = Button(self._theme, action.text, action.icon)
            button.clicked.connect(lambda _=False, chosen=action: self._act(chosen))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _act(self, action: BarAction) -> None:
        self.acted.emit(action.key)
        if action.closes:
            self.hide()
            self.closed.emit()

    def _name(self, text: str, detail: str) -> None:
        self.setAccessibleName(f"{text} {detail}".strip())
