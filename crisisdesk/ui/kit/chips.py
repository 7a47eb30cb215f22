"""Chips: something understood or chosen, that can be taken away."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from crisisdesk.ui.kit.buttons import IconButton
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.tags import Badge
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Type, Weight


class _ChipBody(Badge):
    """Icon and word of a chip."""

    def __init__(self, theme: Theme, text: str, icon: str, token: str, *, strong: bool) -> None:
        self._token = token
        self._strong = strong
        super().__init__(theme, text, icon)

    def _ink(self) -> str:
        return self._token

    def _pad(self) -> float:
        return 0.0

    def _badge_font(self) -> QFont:
        return self._theme.font(Type.BODY, Weight.STRONG if self._strong else Weight.REGULAR)


class Chip(QWidget):
    """Something understood or chosen: icon + text in a round frame; when removable a cross, Delete or
    Backspace takes it away (`removed`). Clicking the text says `pressed`.
    """

    removed = Signal()
    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        removable: bool = False,
        *,
        token: str = "ink",
        note: str = "",
        strong: bool = False,
        on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._on = on
        self._body = _ChipBody(theme, text, icon, token, strong=strong)
        self._note = _ChipBody(theme, note, "", "warn", strong=False)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{text} {note}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._body)
        self._row.addWidget(self._note)
        self._cross = self._make_cross(text) if removable else None
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """Return the chip's text."""
        return self._body.word()

    def set_text(self, text: str, note: str = "") -> None:
        """Change the text and the amber note after it."""
        self._body.set_word(text)
        self._note.set_word(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{text} {note}".strip())

    def set_on(self, on: bool) -> None:
        """Show the chip as chosen (a filter in use) or not."""
        self._on = on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove, Space and Enter press."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._cross is not None:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say `pressed` when released over the chip."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the round frame, and the ring with focus."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        fill(painter, rect, self._theme.color("accentsoft" if self._on else "bg"), radius)
        outline(painter, rect, self._theme.color("accent" if self._on else "line"), Size.HAIR, radius)
        if self.hasFocus():
            outline(painter, rect, self._theme.color("accent"), self._theme.px(Size.RING), radius)
        painter.end()

    def _make_cross(self, text: str) -> IconButton:
        cross = IconButton(self._theme, "x", self.tr("Ta bort {0}").format(text), size=12, tight=True)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(self.removed)
        self._row.addWidget(cross)
        return cross

    def _restyle(self) -> None:
        side = self._theme.dp(10)
        self._row.setContentsMargins(side, 0, self._theme.dp(4) if self._cross else side, 0)
        self._row.setSpacing(self._theme.dp(6))
        self.setFixedHeight(self._theme.dp(Size.CHIP))
        self.update()
